import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Site } from '../../src/domain/config.ts'
import { secretRedactorOf } from '../../src/redact/redact.ts'
import { redactorOfSites, withhold } from '../../src/redact/redactors.ts'
import { resolvedOrigins } from '../../src/redact/resolved-origins.ts'
import { SITE } from '../support/config.ts'
import { dnsAnswers, dnsElsewhere, dnsFailure, evidenceWith } from '../support/evidence.ts'

const redact = secretRedactorOf(['Bearer s3cret-Value/42', 'tiny', 'abc'], ['https://tiny.example/'])

describe('a secret that a site sends back', () => {
  test.each([
    ['as it is', 'token s3cret-Value/42!', 'token ***!'],
    ['with its scheme', 'Bearer s3cret-Value/42', '***'],
    ['in other letters', 'S3CRET-VALUE/42', '***'],
    ['in a URL', '/login?next=s3cret-Value%2F42', '/login?next=***'],
    ['in a URL of capitals twice escaped', '/login?next=s3cret%252dValue%252F42', '/login?next=***'],
    ['in base64', `Basic ${btoa('s3cret-Value/42')}`, /^Basic \*\*\*/],
  ])('is hidden %s', (_, text, shown) => {
    if (typeof shown === 'string') expect(redact(text)).toBe(shown)
    else expect(redact(text)).toMatch(shown)
  })

  test('stays if it is too short, or part of a public text', () => {
    expect(redact('abc of tiny.example')).toBe('abc of tiny.example')
  })

  test.each(['pa ss/wo"rd+1', 'Schlüssel<42>', 'a%2Fb{c}|d', "it's~(a)*secret!"])(
    'is hidden in a URL as a browser writes it: %s',
    (secret) => {
      const hide = secretRedactorOf([secret])
      const path = new URL(`https://www.shop.example/${secret.replaceAll('%', '%25')}/x`).href
      const query = new URL('https://www.shop.example/')
      query.searchParams.set('token', secret)
      expect(hide(path)).toBe('https://www.shop.example/***/x')
      expect(hide(query.href)).toBe('https://www.shop.example/?token=***')
    },
  )

  test('is hidden in base64url', () => {
    const secret = '\u00fb\u00ff\u00fe\u00fb??>>'
    const digits = Buffer.from(secret).toString('base64url')
    expect(digits).toMatch(/[-_]/)
    expect(secretRedactorOf([secret])(`t=${digits}`)).toMatch(/^t=\*\*\*.?$/)
  })

  test('is hidden whatever its characters are', () => {
    const secret = fc.string({ minLength: 4, maxLength: 40 }).filter((text) => !/[\s*]/.test(text))
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        expect(secretRedactorOf([value])(`${before}${value}${after}`)).not.toContain(value)
      }),
    )
  })
})

test('without secrets nothing changes', () => {
  expect(secretRedactorOf([])('text')).toBe('text')
})

test('a letter that Unicode folds to an ASCII letter hides no secret', () => {
  const hide = secretRedactorOf(['market-key'])
  for (const text of ['MARKET-KEY', 'mar\u212aet-key', 'market%2dkey', 'market-key'])
    expect(hide(`a ${text} b`)).toBe('a *** b')
  expect(hide('a marked key')).toBe('a marked key')
})

const KEY = 'sk9Live_51HxYzAbCdEf7GhIjKlMn0pQr7'
const JWT =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkZXBsb3ktYm90IiwiZW1haWwiOiJtYXJpYUBjb3JwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'
const UUID = '550e8400-e29b-41d4-a716-446655440000'
const LONG = Array.from({ length: 40 }, (_, index) => `k${(index * 7919).toString(36)}-`).join('')

test.each<readonly [what: string, secret: string, shown: string]>([
  ['its beginning', KEY, KEY.slice(0, 20)],
  ['ten letters of its beginning', KEY, KEY.slice(0, 10)],
  ['its end', KEY, KEY.slice(-16)],
  ['all but three letters at both ends', UUID, UUID.slice(3, -3)],
  ['the end of a token', `Bearer ${JWT}`, JWT.slice(-30)],
  ['the beginning of a token', `Bearer ${JWT}`, JWT.slice(0, 60)],
  ['the beginning of a UUID', UUID, UUID.slice(0, 26)],
  ['a UUID without hyphens', UUID, UUID.replaceAll('-', '')],
  ['a UUID with hyphens', UUID.replaceAll('-', ''), UUID],
  ['63 letters of a long value', LONG, LONG.slice(41, 104)],
  ['the beginning of a long value', LONG, LONG.slice(0, 45)],
  ['the end of a long value', LONG, LONG.slice(-45)],
  ['the password of a URL', 'postgres://admin:hunter2hunter2@db.corp.example/app', 'hunter2hunter2'],
  ['user and password of a URL', 'amqp://jobs:x9y8z7@mq.corp.example', 'jobs:x9y8z7'],
])('what a site quotes of a secret is hidden: %s', (_, secret, quoted) => {
  const redact = secretRedactorOf([secret], ['https://www.shop.test/'])
  for (const text of [quoted, quoted.toUpperCase(), encodeURIComponent(quoted)])
    for (const [before, after] of [
      ['/login?error=Invalid+key+', '...&next=%2F'],
      ['the key "', '…" is not valid'],
      ['...', ' (shortened)'],
    ])
      expect(redact(`${before}${text}${after}`)).toBe(`${before}***${after}`)
})

test('what is quoted of a value with a plus or a space is hidden either way', () => {
  const redact = secretRedactorOf([`k4y9+x7q2m8w5z1+t6r3`, `l0ng${'+v4lue7part'.repeat(8)}`])
  for (const quoted of [
    'k4y9+x7q2m8',
    'k4y9 x7q2m8',
    'q2m8w5z1+t6r3',
    'q2m8w5z1 t6r3',
    `ue7part${' v4lue7part'.repeat(4)} v4`,
  ])
    expect(redact(`the key "${quoted}…" is not valid`)).toBe('the key "***…" is not valid')
})

test('values of thirteen letters are hidden only as a whole, and those of fourteen also in part', () => {
  expect(secretRedactorOf(['a1b2c3d4e5f6g'])('is a1b2c3d4e5f6 it')).toBe('is a1b2c3d4e5f6 it')
  expect(secretRedactorOf(['a1b2c3d4e5f6gh'])('is a1b2c3d4e5f6 it')).toBe('is *** it')
})

test.each<readonly [secret: string, ...texts: readonly string[]]>([
  ['production-database-password', 'the production-d machine', 'a database-password'],
  ['eyJhbGciOiJIUzI1NiJ9.e30.x', 'eyJhbGciOiJFUzI1NiJ9'],
  ['https://www.shop.test/app1/login', 'https://www.shop.test/app1/done', 'web1.shop.test/app1/'],
  ['https://web1.shop.test/app1/callback', 'https://web1.shop.test/app1/other'],
  ['release-2026-11-30-build-0017', 'Shop 2026-11-29', 'release-2026-11-29', 'build-0018'],
  ['Mozilla/5.0 (X11; Linux x86_64) nginx/1.25.3', 'nginx/1.25.4 (Ubuntu)'],
  ['postgres://shop:password@db.corp.example/app', 'the password field', 'a shop'],
  ['amqp://guest:guest@mq.corp.example', 'a guest'],
])('of %s, no ordinary text is hidden', (secret, ...texts) => {
  const redact = secretRedactorOf([secret], ['https://www.shop.test/'])
  for (const text of texts) expect(redact(`see ${text} for more`)).toBe(`see ${text} for more`)
})

describe('the redactor of a run', () => {
  const site: Site = {
    ...SITE,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    headers: [['x-gate', 's3cret-Value-42']],
    access: { id: 'access-1d-value', secret: 'access-s3cret-value' },
    zone: { token: 'zone-t0ken-value' },
    vantage: {
      points: [{ location: 'world', probes: 1 }],
      origin: false,
      token: 'glob4lping-value',
    },
  }
  const text =
    's3cret-Value-42 access-1d-value access-s3cret-value zone-t0ken-value glob4lping-value run-4uth0rity 203.0.113.10 198.51.100.7 www.shop.example'

  test('hides the origins and secrets of all sites, and no public name', () => {
    const other: Site = { ...SITE, url: 'https://b.example/', origins: [], headers: [] }
    const sites = [
      { site, addresses: ['198.51.100.7'] },
      { site: other, addresses: [] },
    ]
    const redact = redactorOfSites(sites, { showOrigin: false, tokens: ['run-4uth0rity'] })
    expect(redact(text)).toBe('*** *** *** *** *** *** $ORIGIN $ORIGIN www.shop.example')
    const shown = redactorOfSites(sites, { showOrigin: true, tokens: [] })
    expect(shown(text)).toBe('*** *** *** *** *** run-4uth0rity 203.0.113.10 198.51.100.7 www.shop.example')
  })

  test('hides what follows any scheme of Authorization, and parts of a passphrase', () => {
    const site: Site = {
      ...SITE,
      headers: [
        ['authorization', 'Sesame swordfish'],
        ['x-pass', 'correct horse battery staple'],
        ['user-agent', 'AcmeBot/1.0 check'],
        ['x-purpose', 'checks the origin and Cloudflare'],
      ],
    }
    const redact = redactorOfSites([{ site, addresses: [] }], { showOrigin: false, tokens: [] })
    expect(redact('swordfish; horse battery staple; AcmeBot/1.0')).toBe('***; ***; ***')
    const own = 'Check that the origin and Cloudflare agree. In its dashboard, check DNS, sesame.'
    expect(redact(own)).toBe(own)
  })

  test('withholds everything if it cannot be made', () => {
    const broken: Site = { ...SITE, url: 'not a URL' }
    const redact = redactorOfSites([{ site: broken, addresses: [] }], { showOrigin: false, tokens: [] })
    expect(redact('text')).toBe('[withheld]')
    expect(withhold('text')).toBe('[withheld]')
  })
})

test('the addresses outside Cloudflare that the name of a site resolved to are origins', () => {
  const followUps = {
    resolvers: dnsAnswers('no-such-host', 'elsewhere'),
    ownResolver: dnsAnswers('cloudflare'),
    nameServers: dnsAnswers('elsewhere'),
  }
  expect(resolvedOrigins(evidenceWith({ dns: dnsElsewhere, followUps }))).toEqual([
    '198.51.100.1',
    '192.0.2.66',
    '192.0.2.66',
  ])
  const { resolvers, nameServers } = followUps
  expect(resolvedOrigins(evidenceWith({ followUps: { ownResolver: resolvers } }))).toEqual(['192.0.2.66'])
  expect(resolvedOrigins(evidenceWith({ followUps: { nameServers } }))).toEqual(['192.0.2.66'])
  expect(resolvedOrigins(evidenceWith({ dns: undefined }))).toEqual([])
  expect(resolvedOrigins(evidenceWith({ dns: dnsFailure('timeout') }))).toEqual([])
})
