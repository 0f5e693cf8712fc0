import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import { nextSteps, redirectTarget, type RedirectRequest } from '../../src/probe/page/redirect-policy.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import type { ProbeRequest } from '../../src/probe/types.ts'
import { SITE as ANY_SITE } from '../support/config.ts'

const SITE: Site = { ...ANY_SITE, url: 'https://www.shop.example/cart', headers: [['X-Gate', 'open']] }
const origin = (port: number, scheme: OriginTarget['scheme'] = 'https:'): OriginTarget => ({
  scheme,
  host: '203.0.113.10',
  port,
})

/** The request that follows a redirect from the site's page to that location. */
function followRedirect(
  site: Site,
  request: ProbeRequest | undefined,
  to: string,
): ProbeRequest | 'elsewhere' | undefined {
  const url = new URL(site.url)
  const target = redirectTarget(302, to, url)
  if (request?.redirects === undefined || target === undefined) return undefined
  const step: RedirectRequest = { request, url }
  const steps = nextSteps(step, request, request.redirects, target, [])
  return steps === 'elsewhere' ? steps : steps[0]?.request
}

describe('the target of a redirect', () => {
  test.each<[string, number, string | undefined, string | undefined]>([
    ['is an absolute URL', 301, 'https://a.example/b', 'https://a.example/b'],
    ['is a path', 308, '/b?c#d', 'https://www.shop.example/b?c'],
    ['is a relative path', 302, 'pay', 'https://www.shop.example/pay'],
    ['is a host with the same scheme', 307, '//a.example/', 'https://a.example/'],
    ['is missing without a Location', 302, undefined, undefined],
    ['is missing with an empty Location', 302, ' ', undefined],
    ['is missing with another status', 304, '/b', undefined],
    ['is missing with another scheme', 302, 'mailto:a@a.example', undefined],
    ['is missing with an invalid URL', 302, 'https://:0:0/', undefined],
    ['is missing with an overlong URL', 302, `/${'a'.repeat(9000)}`, undefined],
  ])('%s', (_, status, location, url) => {
    expect(redirectTarget(status, location, new URL(SITE.url))?.href).toBe(url)
  })

  test('is missing or uses http(s), whatever a site sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (location) => {
        expect(redirectTarget(302, location, new URL(SITE.url))?.protocol ?? 'https:').toMatch(/^https?:$/)
      }),
    )
  })
})

describe('a visitor follows a redirect', () => {
  const { edge } = planOf(SITE)
  const secret = { 'x-gate': 'open' }

  test.each<[string, string, object]>([
    ['on the same host, with all headers', '/a', { path: '/a', headers: secret }],
    [
      'to another host, under its own name',
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
  ])('%s', (_, location, expected) => {
    expect(followRedirect(SITE, edge, location)).toMatchObject(expected)
  })

  test.each([
    ['another host', 'https://shop.example/'],
    ['a host that starts with its name', 'https://www.shop.example.elsewhere.example/'],
    ['another port', 'https://www.shop.example:8443/'],
    ['plain HTTP', 'http://www.shop.example/'],
  ])('and sends no secret to %s', (_, location) => {
    expect(followRedirect(SITE, edge, location)).toHaveProperty('headers.user-agent')
    expect(followRedirect(SITE, edge, location)).not.toHaveProperty('headers.x-gate')
  })

  test('and sends its secrets again after an upgrade to HTTPS', () => {
    const site: Site = { ...SITE, url: 'http://www.shop.example/cart' }
    expect(followRedirect(site, planOf(site).edge, 'https://www.shop.example/')).toMatchObject({
      headers: secret,
    })
  })
})

const followDirectly = (
  target: OriginTarget,
  location: string,
  changes: Partial<Site> = {},
): ReturnType<typeof followRedirect> => {
  const site = { ...SITE, ...changes, origins: [target] }
  return followRedirect(site, planOf(site).origins[0], location)
}

describe('the direct probe follows a redirect', () => {
  const same = { host: '203.0.113.10', headers: { host: 'www.shop.example', 'x-gate': 'open' } }

  test.each<[string, OriginTarget, string, object | string]>([
    ['to the same address', origin(443), '/a', { ...same, port: 443, path: '/a' }],
    [
      'to its HTTP port, with headers for the HTTP scheme',
      origin(443),
      'http://www.shop.example/a',
      { ...same, port: 80, headers: { ...same.headers, 'x-forwarded-proto': 'http' } },
    ],
    [
      'to its nonstandard port, which Cloudflare also uses for HTTPS',
      origin(8080, 'http:'),
      'https://www.shop.example/a',
      { ...same, port: 8080, path: '/a', headers: { ...same.headers, 'x-forwarded-proto': 'https' } },
    ],
    ['but not to a scheme whose port is unknown', origin(8443), 'http://www.shop.example/', 'elsewhere'],
    ['but not to another host', origin(443), 'https://shop.example/', 'elsewhere'],
    ['but not to another port', origin(443), 'https://www.shop.example:8443/', 'elsewhere'],
  ])('%s', (_, target, location, expected) => {
    const next = followDirectly(target, location)
    if (typeof expected === 'string') expect(next).toBe(expected)
    else expect(next).toMatchObject(expected)
  })

  test('under its own Host header', () => {
    expect(
      followDirectly(origin(443), 'https://app.internal/a', { originHost: 'app.internal:443' }),
    ).toMatchObject({
      host: '203.0.113.10',
      path: '/a',
      headers: { host: 'app.internal:443' },
    })
  })

  test('over TLS too if its HTTP port redirects to HTTPS', () => {
    const site = { ...SITE, origins: [origin(80, 'http:')] }
    const [request] = planOf(site).origins
    if (request?.redirects === undefined) throw new TypeError('The plan follows no redirects')
    const url = new URL(site.url)
    const steps = nextSteps({ request, url }, request, request.redirects, url, [])
    expect(steps).toMatchObject([
      { request: { port: 80 } },
      { request: { port: 443, tls: { trust: 'cloudflare' } } },
    ])
  })
})
