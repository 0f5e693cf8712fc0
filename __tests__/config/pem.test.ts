import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAuthority, makeLeaf } from '../../lab/tls/certificates.ts'
import { filesOf } from '../../src/config/files/pem-files.ts'
import { referencedFiles } from '../../src/config/files/referenced.ts'
import { secretsOf } from '../../src/config/secrets.ts'
import type { Site } from '../../src/domain/config.ts'
import { type Given, parsed, problems, read } from './support.ts'
import { onPosix } from '../support/platform.ts'

const url = 'https://www.example.com/'
const authority = makeAuthority({ CN: 'Private CA' })
const other = makeAuthority({ CN: 'Other CA' })
const client = makeLeaf({ names: ['client.example'], issuer: authority, purpose: 'client' })
const key = createPrivateKey(client.key)
const PKCS8 = key.export({ type: 'pkcs8', format: 'pem' }).toString()

const CERTIFICATES = 'Use the PEM text of one or more certificates, or the path of a file that contains it.'
const KEY = 'Use the PEM text of a private key, or the path of a file that contains it.'

/** Without its first line of base64. */
const halfOf = (text: string): string => text.replace(/^(-.*\n)[^]*?\n/u, '$1')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pem-'))
  await writeFile(join(folder, 'both.pem'), `Bag Attributes\n${PKCS8}${client.cert}${authority.certificate}`)
  await writeFile(join(folder, 'empty.pem'), '')
  await writeFile(join(folder, 'large.pem'), Buffer.alloc(1024 * 1024 + 1))
})
afterAll(() => rm(folder, { recursive: true }))

/** Reads the files first, as the shells do. */
function site(given: Given): Site | undefined {
  const result = parsed({ url, ...given }, { files: filesOf([read(given)]) })
  return result.ok ? result.config.sites[0] : undefined
}

function refusals(given: Given): readonly string[] {
  const texts = problems({ url, ...given }, filesOf([read(given)]))
  return texts.map((text) => text.replaceAll(folder, '~'))
}

describe('PEM text', () => {
  test('of CA certificates yields one block each, without the text between them', () => {
    const text = `first:\r\n${authority.certificate.replaceAll('\n', '\r\n')}\nsecond:\n  ${other.certificate.replaceAll('\n', '\n  ')}`
    expect(site({ 'origin-ca': text })?.originCa).toEqual(
      [authority, other].map(({ certificate }) => `${certificate.trim()}\n`),
    )
  })

  test.each([
    ['PKCS #8', PKCS8],
    ["OpenSSL's older format", key.export({ type: 'sec1', format: 'pem' }).toString()],
  ])('of a client certificate and its key in %s is accepted', (_, text) => {
    const given = { 'origin-client-cert': client.cert, 'origin-client-key': text }
    const found = site(given)?.clientCertificate
    expect(found?.cert).toContain(client.cert.trim())
    expect(found?.key.trim()).toBe(text.trim())
  })
})

test('one file can contain a certificate, its issuer and its key', () => {
  const path = join(folder, 'both.pem')
  const found = site({ 'origin-client-cert': path, 'origin-client-key': path })?.clientCertificate
  expect(found?.cert.match(/BEGIN/gu)).toHaveLength(2)
  expect([found?.cert, found?.key].join('')).not.toContain('Bag')
  expect(found?.key).toBe(PKCS8)
})

describe('rejected PEM inputs', () => {
  const locked = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  })
  const old =
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----'
  const cert = client.cert
  const passphrase =
    'contains a key that is protected by a passphrase. Remove the passphrase with `openssl pkey -in locked.pem -out open.pem`.'

  test.each<[string, Given, string]>([
    [
      'a file that is missing',
      { 'origin-ca': '~/gone.pem' },
      `\`origin-ca\`: \`~/gone.pem\` is neither PEM text nor an existing file. ${CERTIFICATES}`,
    ],
    ['a folder', { 'origin-ca': '~' }, `\`origin-ca\`: \`~\` is a folder. ${CERTIFICATES}`],
    [
      'a large file',
      { 'origin-ca': '~/large.pem' },
      `\`origin-ca\`: \`~/large.pem\` is larger than 1 MiB. ${CERTIFICATES}`,
    ],
    [
      'an empty file',
      { 'origin-ca': '~/empty.pem' },
      `\`origin-ca\`: \`~/empty.pem\` contains no certificate. ${CERTIFICATES}`,
    ],
    ['a key', { 'origin-ca': PKCS8 }, `\`origin-ca\` contains a key, but no certificate. ${CERTIFICATES}`],
    [
      'a damaged certificate',
      { 'origin-ca': authority.certificate + halfOf(other.certificate) },
      `\`origin-ca\` contains a damaged certificate. ${CERTIFICATES}`,
    ],
    [
      'lost line breaks',
      { 'origin-ca': other.certificate.replaceAll('\n', ' ') },
      `\`origin-ca\` has lost its line breaks. ${CERTIFICATES}`,
    ],
    [
      'line breaks in letters',
      { 'origin-ca': other.certificate.replaceAll('\n', String.raw`\n`) },
      `\`origin-ca\` contains \`\\n\` instead of line breaks. ${CERTIFICATES}`,
    ],
    [
      'a key without a certificate',
      { 'origin-client-key': PKCS8 },
      '`origin-client-cert` is empty, but `origin-client-key` is set. Set both or neither, and check that the secret it comes from exists.',
    ],
    [
      'a certificate for a key',
      { 'origin-client-cert': cert, 'origin-client-key': cert },
      `\`origin-client-key\` contains a certificate, but no key. ${KEY}`,
    ],
    [
      'a public key',
      { 'origin-client-cert': cert, 'origin-client-key': locked.publicKey },
      `\`origin-client-key\` contains no private key. ${KEY}`,
    ],
    [
      'a damaged key',
      { 'origin-client-cert': cert, 'origin-client-key': halfOf(PKCS8) },
      `\`origin-client-key\` contains a damaged key. ${KEY}`,
    ],
    [
      'a locked key',
      { 'origin-client-cert': cert, 'origin-client-key': locked.privateKey },
      `\`origin-client-key\` ${passphrase}`,
    ],
    [
      'a key that was locked in the old way',
      { 'origin-client-cert': cert, 'origin-client-key': old },
      `\`origin-client-key\` ${passphrase}`,
    ],
    [
      'a key of another certificate',
      { 'origin-client-cert': authority.certificate + cert, 'origin-client-key': PKCS8 },
      '`origin-client-key` does not match the first certificate in `origin-client-cert`. Use the two that were issued together, and put CA certificates last.',
    ],
    [
      'a key without its first line, which is not quoted',
      { 'origin-client-cert': cert, 'origin-client-key': PKCS8.slice(PKCS8.indexOf('\n') + 1) },
      `\`origin-client-key\` is neither PEM text nor an existing file. ${KEY}`,
    ],
  ])('%s', (_, given, text) => {
    const found = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace(/^~/u, folder)]),
    )
    expect(refusals(found)).toEqual([text])
  })

  onPosix('Windows has no /dev').test('a device', () => {
    expect(refusals({ 'origin-ca': '/dev/zero' })).toEqual([
      `\`origin-ca\`: \`/dev/zero\` is not a regular file. ${CERTIFICATES}`,
    ])
  })
})

describe('masked secrets', () => {
  const lines = PKCS8.split('\n').filter((line) => !line.startsWith('-----') && line.length >= 16)

  test('include the lines of a key in any PEM input', async () => {
    expect(lines.length).toBeGreaterThan(1)
    for (const name of ['origin-ca', 'origin-client-cert', 'origin-client-key']) {
      expect(new Set(secretsOf(read({ [name]: PKCS8 })))).toEqual(new Set(lines))
      const given = { [name]: join(folder, 'both.pem') }
      expect(new Set(secretsOf(read(given), await referencedFiles(read(given))))).toEqual(new Set(lines))
    }
  })

  test('include a key without its first line', () => {
    expect(secretsOf(read({ 'origin-client-key': lines.join(' ') }))).toEqual(expect.arrayContaining(lines))
  })

  test('include no certificate and no path', async () => {
    const given = { 'origin-client-cert': client.cert, 'origin-client-key': join(folder, 'empty.pem') }
    expect(secretsOf(read(given), await referencedFiles(read(given)))).toEqual([])
  })
})
