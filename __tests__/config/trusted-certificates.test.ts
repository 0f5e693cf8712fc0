/** The files of trusted certificates that Node reads by itself. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeAuthority } from '../../lab/tls/certificates.ts'
import { problemsOfTrustedCertificates } from '../../src/config/files/trusted-certificates.ts'
import { NO_FIFO, onLinux, onPosix } from '../support/platform.ts'

const { certificate: cert } = makeAuthority({ CN: 'Lab CA' })
const DAMAGED = cert.replace(/^M.{8}/m, 'AAAAAAAAA')
const KEY = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHh4eHh4eHh4\n-----END PRIVATE KEY-----\n'

/** The file's text by its name. */
const FILES = {
  good: cert,
  two: `# one\n${cert}${cert}`,
  'with a key': `${KEY}${cert}`,
  crlf: cert.replaceAll('\n', '\r\n'),
  old: cert.replaceAll(' CERT', ' X509 CERT'),
  empty: '',
  key: KEY,
  page: '<!doctype html><title>Sign in</title>',
  indented: cert.replaceAll(/^/gm, '  '),
  flat: cert.replaceAll('\n', ' '),
  escaped: cert.replaceAll('\n', '\\n'),
  damaged: DAMAGED,
  half: `${cert}${cert.slice(0, 200)}`,
  'good and damaged': `${cert}${DAMAGED}`,
  'many, the last half': `${cert.repeat(30)}${cert.slice(0, 200)}`,
  'many, the last shorter': cert.repeat(30) + cert.replace(/^.*\n(?=-----END)/m, ''),
  'many, the last without its end': cert.repeat(30) + cert.replace(/-----END.*\n/, ''),
  many: cert.repeat(30),
} satisfies Readonly<Record<string, string>>

let folder = ''
const at = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trusted-'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(at(name), text)
  await writeFile(at('large'), '')
  await truncate(at('large'), 5 * 1024 * 1024)
  await mkdir(at('folder'))
  await writeFile(at('folder/abcdef01.0'), cert)
})
afterAll(() => rm(folder, { recursive: true }))

const textsFor = (env: NodeJS.ProcessEnv, options: readonly string[] = []): readonly string[] =>
  problemsOfTrustedCertificates(env, options).map(({ text }) => text)

test.each(['good', 'many', 'two', 'with a key', 'crlf', 'old'])('a usable file: %s', (name) => {
  expect(textsFor({ NODE_EXTRA_CA_CERTS: at(name) })).toEqual([])
})

test('no variable, an empty one, and one that Node does not read', () => {
  expect(textsFor({})).toEqual([])
  expect(textsFor({ NODE_EXTRA_CA_CERTS: '' })).toEqual([])
  expect(textsFor({ SSL_CERT_FILE: '/nowhere', SSL_CERT_DIR: '/nowhere' })).toEqual([])
})

test.each([
  ['missing', 'does not exist'],
  ['good/below', 'does not exist'],
  ['folder', 'is a folder'],
  ['large', 'is larger than 4 MiB'],
  ['empty', 'contains no certificate in PEM format'],
  ['key', 'contains no certificate in PEM format'],
  ['page', 'contains no certificate in PEM format'],
  ['indented', 'contains no certificate in PEM format'],
  ['flat', 'contains a damaged certificate'],
  ['escaped', 'contains a damaged certificate'],
  ['damaged', 'contains a damaged certificate'],
  ['half', 'contains a damaged certificate'],
  ['good and damaged', 'contains a damaged certificate'],
  ['many, the last half', 'contains a damaged certificate'],
  ['many, the last shorter', 'contains a damaged certificate'],
  ['many, the last without its end', 'contains a damaged certificate'],
])('an unusable file: %s', (name, fault) => {
  expect(textsFor({ NODE_EXTRA_CA_CERTS: at(name) })).toEqual([
    `The environment variable \`NODE_EXTRA_CA_CERTS\`: \`${at(name)}\` ${fault}. Use the path of a PEM file that contains certificates, or unset the variable.`,
  ])
})

test('a value that is PEM text is not printed', () => {
  const [text = ''] = textsFor({ NODE_EXTRA_CA_CERTS: KEY })
  expect(text).toContain('it contains PEM text instead of a path')
  expect(text).not.toContain('MC4')
})

const posix = onPosix(NO_FIFO).describe
posix('what would never end (not on Windows: it has no mkfifo)', () => {
  beforeAll(async () => {
    execFileSync('mkfifo', [at('pipe')])
    await symlink(at('pipe'), at('link'))
    await mkdir(at('piped'))
    execFileSync('mkfifo', [at('piped/abcdef01.0')])
  })

  test.each(['pipe', 'link', '/dev/zero', '/dev/ptmx', '/dev/tty'])('%s', (name) => {
    const path = name.startsWith('/') ? name : at(name)
    for (const [variable, options] of [
      ['NODE_EXTRA_CA_CERTS', []],
      ['SSL_CERT_FILE', ['--use-openssl-ca']],
    ] as const)
      expect(textsFor({ [variable]: path }, options)).toEqual([expect.stringContaining(`\`${variable}\``)])
  })

  test('nothing', () => {
    expect(textsFor({ NODE_EXTRA_CA_CERTS: '/dev/null' })).toHaveLength(1)
  })

  test.each([
    [{ NODE_OPTIONS: '--no-warnings --use-openssl-ca' }, []],
    [{ NODE_OPTIONS: '--use_openssl_ca' }, []],
    [{}, ['--use-openssl-ca']],
  ])('files of OpenSSL, with %j and %j', (env, options) => {
    expect(textsFor({ ...env, SSL_CERT_FILE: at('pipe'), SSL_CERT_DIR: at('piped') }, options)).toEqual([
      expect.stringContaining(`\`SSL_CERT_FILE\`: \`${at('pipe')}\` is not a regular file.`),
      expect.stringContaining(
        `\`SSL_CERT_DIR\`: \`${at('piped')}\` contains a file that is not a regular file.`,
      ),
    ])
    expect(textsFor({ ...env, SSL_CERT_FILE: at('good'), SSL_CERT_DIR: at('folder') }, options)).toEqual([])
    expect(
      textsFor({ ...env, SSL_CERT_DIR: [at('missing'), at('folder')].join(delimiter) }, options),
    ).toEqual([])
    expect(textsFor({ ...env, SSL_CERT_DIR: at('missing') }, options)).toHaveLength(1)
  })

  const linux = onLinux('the system store of others is not that of OpenSSL').test
  linux.each([{ NODE_USE_SYSTEM_CA: '1' }, { NODE_OPTIONS: '--use-system-ca' }])(
    'the system store is that of OpenSSL, with %j (Linux only)',
    (env) => {
      expect(textsFor({ ...env, SSL_CERT_FILE: at('pipe') })).toHaveLength(1)
    },
  )
})
