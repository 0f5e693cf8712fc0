import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import { nextSteps, redirectTarget, type RedirectStep } from '../../src/probe/page/redirect-policy.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import type { ProbeRequest } from '../../src/probe/types.ts'

const SITE: Site = { ...ANY_SITE, url: 'https://www.shop.example/cart', headers: [['X-Gate', 'open']] }
const origin = (port: number, scheme: OriginTarget['scheme'] = 'https:'): OriginTarget => ({
  scheme,
  host: '203.0.113.10',
  port,
})

/** The first request after a redirect from the site's page to there. */
function led(site: Site, ask: ProbeRequest | undefined, to: string): ProbeRequest | 'elsewhere' | undefined {
  const url = new URL(site.url)
  const target = redirectTarget(302, to, url)
  if (ask?.redirects === undefined || target === undefined) return undefined
  const step: RedirectStep = { request: ask, url }
  const steps = nextSteps(step, ask, ask.redirects, target, [])
  return steps === 'elsewhere' ? steps : steps[0]?.request
}

describe('a redirect leads', () => {
  test.each<[string, number, string | undefined, string | undefined]>([
    ['to a whole URL', 301, 'https://a.example/b', 'https://a.example/b'],
    ['to a path', 308, '/b?c#d', 'https://www.shop.example/b?c'],
    ['to a page beside', 302, 'pay', 'https://www.shop.example/pay'],
    ['to a host by the same scheme', 307, '//a.example/', 'https://a.example/'],
    ['nowhere without a Location', 302, undefined, undefined],
    ['nowhere with another status', 304, '/b', undefined],
    ['nowhere by another scheme', 302, 'mailto:a@a.example', undefined],
    ['nowhere by nonsense', 302, 'https://:0:0/', undefined],
    ['nowhere by a novel', 302, `/${'a'.repeat(9000)}`, undefined],
  ])('%s', (_, status, location, url) => {
    expect(redirectTarget(status, location, new URL(SITE.url))?.href).toBe(url)
  })

  test('nowhere or to http(s), whatever a site sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (location) => {
        expect(redirectTarget(302, location, new URL(SITE.url))?.protocol ?? 'https:').toMatch(/^https?:$/)
      }),
    )
  })
})

describe('a visitor follows it', () => {
  const { edge } = planOf(SITE)
  const secret = { 'x-gate': 'open' }

  test.each<[string, string, object]>([
    ['on the same host, with all that was sent', '/a', { path: '/a', headers: secret }],
    [
      'to another host, by its own names',
      'https://shop.elsewhere.example:8443/a?b',
      {
        host: 'shop.elsewhere.example',
        port: 8443,
        tls: { servername: 'shop.elsewhere.example', trust: 'visitors' },
        path: '/a?b',
        headers: { host: 'shop.elsewhere.example:8443' },
      },
    ],
    ['to an address', 'http://[2001:db8::1]/', { host: '2001:db8::1', port: 80 }],
  ])('%s', (_, to, ask) => {
    expect(led(SITE, edge, to)).toMatchObject(ask)
  })

  test.each([
    ['another host', 'https://shop.example/'],
    ['a host with that name in front', 'https://www.shop.example.elsewhere.example/'],
    ['another port', 'https://www.shop.example:8443/'],
    ['plain HTTP', 'http://www.shop.example/'],
  ])('and tells no secret to %s', (_, to) => {
    expect(led(SITE, edge, to)).toHaveProperty('headers.user-agent')
    expect(led(SITE, edge, to)).not.toHaveProperty('headers.x-gate')
  })

  test('and tells its secrets again where they belong', () => {
    const site: Site = { ...SITE, url: 'http://www.shop.example/cart' }
    expect(led(site, planOf(site).edge, 'https://www.shop.example/')).toMatchObject({ headers: secret })
  })
})

const at = (target: OriginTarget, to: string, changes: Partial<Site> = {}): ReturnType<typeof led> => {
  const site = { ...SITE, ...changes, origins: [target] }
  return led(site, planOf(site).origins[0], to)
}

describe('the direct probe follows it', () => {
  const same = { host: '203.0.113.10', headers: { host: 'www.shop.example', 'x-gate': 'open' } }

  test.each<[string, OriginTarget, string, object | string]>([
    ['to the same address', origin(443), '/a', { ...same, port: 443, path: '/a' }],
    [
      'to its plain port, and says that visitors use that',
      origin(443),
      'http://www.shop.example/a',
      { ...same, port: 80, headers: { ...same.headers, 'x-forwarded-proto': 'http' } },
    ],
    [
      'to a port of its own that Cloudflare dials for HTTPS',
      origin(8080, 'http:'),
      'https://www.shop.example/a',
      { ...same, port: 8080, path: '/a', headers: { ...same.headers, 'x-forwarded-proto': 'https' } },
    ],
    ['nowhere by a scheme whose port nobody knows', origin(8443), 'http://www.shop.example/', 'elsewhere'],
    ['not to another host', origin(443), 'https://shop.example/', 'elsewhere'],
    ['not to another port', origin(443), 'https://www.shop.example:8443/', 'elsewhere'],
  ])('%s', (_, target, to, ask) => {
    const asked = at(target, to)
    if (typeof ask === 'string') expect(asked).toBe(ask)
    else expect(asked).toMatchObject(ask)
  })

  test('under the name that it is asked by', () => {
    expect(at(origin(443), 'https://app.internal/a', { originHost: 'app.internal:443' })).toMatchObject({
      host: '203.0.113.10',
      path: '/a',
      headers: { host: 'app.internal:443' },
    })
  })

  test('over TLS too, where its plain port sends everybody there', () => {
    const site = { ...SITE, origins: [origin(80, 'http:')] }
    const [ask] = planOf(site).origins
    if (ask?.redirects === undefined) throw new TypeError('The plan follows no redirects.')
    const url = new URL(site.url)
    const steps = nextSteps({ request: ask, url }, ask, ask.redirects, url, [])
    expect(steps).toMatchObject([
      { request: { port: 80 } },
      { request: { port: 443, tls: { trust: 'cloudflare' } } },
    ])
  })
})
