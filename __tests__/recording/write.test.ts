import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Site } from '../../src/domain/config.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { recordingIn } from '../../src/recording/read.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { replayed } from '../../src/run/conclude.ts'
import { PUBLISH, SCHEDULE, SITE } from '../support/config.ts'
import { answer, refused, seen, through, told } from '../support/evidence.ts'
import { ORIGIN_SPELLINGS } from '../support/traces.ts'
import { hostileText } from '../support/hostile-text.ts'

const ADDRESS = '203.0.113.10'
const NAME = 'web-1.hosting.example.net'
const TELLING = { showOrigin: false, publish: PUBLISH }

function siteAt(host: string, more: Partial<Site> = {}): Site {
  return { ...SITE, origins: [{ scheme: 'https:', host, port: 443 }], ...more }
}

function recorded(
  evidence: Evidence,
  site: Site,
  {
    addresses = [],
    showOrigin = false,
  }: { readonly addresses?: readonly string[]; readonly showOrigin?: boolean } = {},
): Recording {
  return recordingOf(
    {
      version: '1.0.0',
      at: evidence.at,
      schedule: SCHEDULE,
      sites: [{ site, history: [evidence], addresses }],
    },
    { showOrigin, tokens: ['ghs_0123456789'] },
  )
}

describe('a recording', () => {
  test.each([
    ['refused', seen({ edge: told(521), origin: refused }), 'origin-refused'],
    ['healthy', seen({ edge: through(200), origin: answer(200) }), ''],
  ])('is judged and told as the run was: %s', (_, evidence, cause) => {
    const report = replayed(recorded(evidence, siteAt(ADDRESS)), TELLING)
    expect(report.cause).toBe(cause)
    const open = replayed(recorded(evidence, siteAt(ADDRESS), { showOrigin: true }), TELLING)
    expect(report).toEqual(open)
  })

  test('has no address of the origin, wherever it was and however it was spelt', () => {
    const body = `<hr>Apache at ${ADDRESS} Port 80, that is 0xcb00710a or 203.0.\u200b113.10\n<p>ip-203-0-113-10.x.example`
    const origin = answer(500, body, {
      server: `web at ${ADDRESS}`,
      'x-203-0-113-10': NAME,
      location: `https://${NAME}/`,
    })
    const dns = {
      kind: 'resolved',
      host: 'www.shop.example',
      elapsed: 3,
      addresses: [{ address: ADDRESS, family: 4 }],
    } as const
    const evidence = seen({ edge: through(500, body), origin, dns })
    const text = JSON.stringify(recorded(evidence, siteAt(NAME), { addresses: [ADDRESS] }))
    for (const spelling of [...ORIGIN_SPELLINGS, NAME, '\u200b'] as const) expect(text).not.toMatch(spelling)
    expect(text).toContain('origin-1.example.net')
    expect(text).toContain('198.18.0.2')
  })

  test('has no address that the name led to beside Cloudflare, though nobody said that it is the origin', () => {
    const dns = {
      kind: 'resolved',
      host: 'www.shop.example',
      elapsed: 3,
      addresses: [
        { address: '104.16.132.229', family: 4 },
        { address: '192.0.2.66', family: 4 },
      ],
    } as const
    const body = 'I am 192.0.2.66, on my way from lb-7.hosting.example'
    const server = {
      server: '1.1.1.1',
      transport: 'udp',
      ...dns,
      aliases: ['lb-7.hosting.example'],
      ttl: 300,
    } as const
    const evidence = { ...seen({ edge: through(500, body), dns }), resolvers: [server] }
    const made = recorded(evidence, SITE)
    expect(JSON.stringify(made)).not.toMatch(/192\.0\.2\.66|lb-7/)
    const [{ history }] = made.sites
    expect(history[0].dns).toMatchObject({
      addresses: [{ address: '104.16.132.229' }, { address: '198.18.0.1' }],
    })
    expect(history[0].resolvers).toMatchObject([{ server: '1.1.1.1', aliases: ['origin-2.example.net'] }])
  })

  test('leaves a text as it was sent, where it hides nothing', () => {
    const body = 'line\r\n\u202eline\u0000'
    const { sites } = recorded(seen({ edge: through(200, body) }), siteAt(ADDRESS))
    expect(sites[0].history[0].edge).toMatchObject({ body: { text: body } })
  })

  test('has an address of Cloudflare in place of an address of Cloudflare', () => {
    const { sites } = recorded(seen(), siteAt('104.16.132.229'))
    expect(sites[0].site.origins[0]?.host).toBe('104.16.0.1')
  })

  test("leaves the name of an origin that is the site's own", () => {
    const { sites } = recorded(seen(), siteAt('www.shop.example'))
    expect(sites[0].site.origins[0]?.host).toBe('www.shop.example')
  })

  test('has no secret, and no cookie', () => {
    const secrets = {
      header: 's3cret-Value-42',
      id: 'id.access',
      access: 'acc3ss-secret',
      token: 'cf-t0ken',
      key: 'KEY',
    }
    const site = siteAt(ADDRESS, {
      headers: [['x-gate', `Bearer ${secrets.header}`]],
      access: { id: secrets.id, secret: secrets.access },
      zone: { token: secrets.token },
      clientCertificate: { cert: 'PEM', key: secrets.key },
    })
    const body = `${Object.values(secrets).slice(0, 4).join(' ')} ghs_0123456789`
    const evidence = seen({ edge: through(200, body, { 'set-cookie': 'sid=0123abc; Path=/, b=9; Secure' }) })
    const text = JSON.stringify(recorded(evidence, site, { showOrigin: true }))
    for (const secret of [...Object.values(secrets), 'ghs_0123456789', '0123abc', 'b=9'])
      expect(text).not.toContain(secret)
    expect(text).toContain('["x-gate","***"]')
  })

  test('keeps our own words when a secret is one of them', () => {
    const site = siteAt(ADDRESS, { headers: [['x-gate', 'refused']] })
    const report = replayed(recorded(seen({ edge: told(521), origin: refused }), site), TELLING)
    expect(report.cause).toBe('origin-refused')
  })

  test('of a page full of what looks like addresses is made', () => {
    for (const piece of ['203.0.113.', '::', 'cb00710a', '\u200b1.']) {
      const body = piece.repeat(65_536 / piece.length)
      const text = JSON.stringify(
        recorded(seen({ edge: through(200, body) }), siteAt(ADDRESS, { headers: [['x', 'aaaa']] })),
      )
      expect(text.length).toBeGreaterThan(10_000)
    }
  })

  test('of hostile text can be read again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const evidence = seen({ edge: through(500, text, { server: text }), origin: answer(500, text) })
        const made = recorded(evidence, siteAt(ADDRESS))
        expect(recordingIn(JSON.stringify(made))).toEqual(made)
      }),
    )
  })
})

test.each([
  '',
  '{}',
  'null',
  '[]',
  '{"recording":2}',
  '{"recording":1,"sites":[]}',
  '{"recording":1,"sites":[{}]}',
])('what is no recording is not taken for one: %s', (text) => {
  expect(recordingIn(text)).toBeUndefined()
})
