import { describe, expect, test } from '@jest/globals'
import type { OriginTarget, Site } from '../../../src/domain/config.ts'
import type { Resolution } from '../../../src/domain/dns.ts'
import type { Exchange, RedirectChain } from '../../../src/domain/exchange.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import {
  edgeMeasurement,
  edgeTarget,
  originMeasurement,
  reasonToSendNothing,
} from '../../../src/probe/vantage/request.ts'
import { redactorOfSites } from '../../../src/redact/redactors.ts'
import { SITE } from '../../support/config.ts'
import { response } from '../../support/evidence.ts'
import { deviations } from '../../support/globalping-description.ts'
import { address } from '../../support/wire.ts'

const resolved = (...addresses: readonly [string, ...string[]]): Resolution => {
  const [first, ...others] = addresses
  return { kind: 'resolved', host: 'x', elapsed: 1, addresses: [address(first), ...others.map(address)] }
}
const POINTS = [
  { location: 'Europe', probes: 1 },
  { location: 'US+AS7018', probes: 3 },
]

const redirected = (to: string, end?: RedirectChain['end']): Exchange => ({
  ...response(200, 'Welcome'),
  redirectChain: {
    redirects: [
      {
        status: 301,
        from: untrusted('https://www.shop.example/'),
        to: untrusted(to),
        headers: {},
        elapsed: 1,
      },
    ],
    ...(end !== undefined && { end }),
  },
})

describe('the request for the edge', () => {
  const URL_WITH_ALL = 'https://www.shop.example:8443/a%20b;c/?q=%3Fx&y#top'

  test('has the URL, the method and the places, and is as Globalping describes it', () => {
    const request = edgeMeasurement(new URL(URL_WITH_ALL), { method: 'HEAD' }, POINTS)
    expect(request).toEqual({
      type: 'http',
      target: 'www.shop.example',
      inProgressUpdates: false,
      locations: [
        { magic: 'Europe', limit: 1 },
        { magic: 'US+AS7018', limit: 3 },
      ],
      measurementOptions: {
        protocol: 'HTTPS',
        port: 8443,
        request: {
          path: '/a%20b;c/',
          query: 'q=%3Fx&y',
          method: 'HEAD',
          headers: { accept: 'text/html,application/json;q=0.9,*/*;q=0.8' },
        },
      },
    })
    expect(deviations('request', request)).toEqual([])
  })

  test.each(['http://www.shop.example/', 'https://www.shop.example/?', 'https://[2606:4700::1]/'])(
    'of %s is as Globalping describes it, without an empty query',
    (url) => {
      const request = edgeMeasurement(new URL(url), { method: 'GET' }, POINTS)
      expect(deviations('request', request)).toEqual([])
      expect('query' in request.measurementOptions.request).toBe(false)
      expect(request.target).not.toContain('[')
    },
  )
})

describe('where the probes look', () => {
  const SITE_URL = 'https://www.shop.example/'
  const SECRETIVE: Site = {
    ...SITE,
    headers: [
      ['X-Gate', 'Gate 5e1f7c33'],
      ['Authorization', 'Bearer Hunter2-abc'],
    ],
    access: { id: 'a1b2c3.access', secret: 'e5f6a7b8' },
    origins: [{ scheme: 'https:', host: 'origin.hosting.example', port: 443 }],
  }
  const redact = redactorOfSites([{ site: SECRETIVE, addresses: ['203.0.113.10'] }], {
    showOrigin: false,
    tokens: [],
  })
  const hides = (text: string): boolean => redact(text) !== text

  test.each([
    ['https://www.shop.example/en/'],
    ['https://shop.example/'],
    ['http://www.shop.example:8080/x'],
  ])('is the end of the redirects on the own host: %s', (to) => {
    const { url, redirected: moved } = edgeTarget(SECRETIVE, redirected(to), hides)
    expect([url.href, moved]).toEqual([to, true])
  })

  test.each([
    ['another host', 'https://other.example/'],
    ['a subdomain', 'https://login.www.shop.example/'],
    ['a URL with a secret', 'https://www.shop.example/?access_token=5e1f7c33b1d04711'],
    ['a URL with another query', 'https://www.shop.example/?page=2'],
    ['a URL with a token', 'https://www.shop.example/ghp_0123456789abcdefghij/'],
    ['a URL with a header', 'https://www.shop.example/gate%205E1F7C33/'],
    ['a URL with a service token', 'https://www.shop.example/e5f6a7b8'],
    ['a URL with the credentials of a header', 'https://www.shop.example/hunter2-abc/'],
    ['a URL with a header in base64', 'https://www.shop.example/R2F0ZSA1ZTFmN2MzMw/'],
    ['a URL with an origin', 'https://www.shop.example/at/origin.hosting.example'],
    ["a URL with an origin's address", 'https://www.shop.example/at/203.0.113.10'],
    ["a URL with an origin's address in another notation", 'https://www.shop.example/at/203-0-113-10'],
    ['a URL with credentials', 'https://user:pass@www.shop.example/'],
    ['no web page', 'ftp://www.shop.example/'],
    ['no URL', '//['],
  ])("is the site's URL if the redirects end at %s", (_, to) => {
    expect(edgeTarget(SECRETIVE, redirected(to), hides)).toEqual({
      url: new URL(SITE_URL),
      redirected: false,
    })
  })

  test("is the site's URL if nothing decides what to hide", () => {
    const to = redirected('https://www.shop.example/en/')
    expect(edgeTarget(SECRETIVE, to, () => true).redirected).toBe(false)
  })

  test("is the site's URL if the redirects don't end, or aren't known", () => {
    for (const edge of [redirected('https://www.shop.example/en/', 'loop'), response(200, ''), undefined])
      expect(edgeTarget(SECRETIVE, edge, hides).url.href).toBe(SITE_URL)
  })
})

describe('nothing is sent', () => {
  const PUBLIC = resolved('104.16.10.10')
  test.each([
    ['https://www.shop.example/cfut_0123456789abcdefghij', PUBLIC, 'secret-url'],
    ['https://www.shop.example/?sig=4f0c6f1b7a2d4e5f', PUBLIC, 'secret-url'],
    ['https://localhost/', PUBLIC, 'private'],
    ['https://intranet/', PUBLIC, 'private'],
    ['https://shop.internal/', PUBLIC, 'private'],
    ['https://10.0.0.7/', PUBLIC, 'private'],
    ['https://[fd00::7]/', PUBLIC, 'private'],
    ['https://169.254.169.254/', PUBLIC, 'private'],
    ['https://www.shop.example/', resolved('10.0.0.7'), 'private'],
    ['https://www.shop.example/', resolved('104.16.10.10', '192.168.0.7'), 'private'],
    ['https://10.0.0.7.nip.io/', resolved('10.0.0.7'), 'private'],
  ])('for %s', (url, resolution, reason) => {
    expect(reasonToSendNothing({ ...SITE, url }, resolution)).toBe(reason)
  })

  test('does not hold for a public name, even if it does not resolve here', () => {
    const failed: Resolution = { kind: 'failed', host: 'x', elapsed: 1, reason: 'no-such-host', code: 'E' }
    for (const resolution of [PUBLIC, failed])
      expect(
        reasonToSendNothing({ ...SITE, url: 'https://www.shop.example/?page=2' }, resolution),
      ).toBeUndefined()
  })
})

describe('the request for an origin', () => {
  const ORIGIN: OriginTarget = { scheme: 'https:', host: 'origin.hosting.example', port: 8443 }
  const requestFor = (
    site: Partial<Site> = {},
    target: Partial<OriginTarget> = {},
    resolution = resolved('203.0.113.10'),
  ) => {
    const whole: Site = {
      ...SITE,
      url: 'https://www.shop.example/a?b=1?c',
      originHost: 'www.shop.example',
      originSni: 'www.shop.example',
      origins: [{ ...ORIGIN, ...target }],
      headers: [['X-Gate', 'open']],
      ...site,
    }
    const [request] = planOf(whole).origins
    if (request === undefined) throw new Error('The site has an origin')
    return originMeasurement(whole, request, resolution, 'Earlier1')
  }

  test('goes to the address, with the Host header, from the probes of the first measurement', () => {
    const request = requestFor()
    expect(request).toMatchObject({
      target: '203.0.113.10',
      locations: 'Earlier1',
      measurementOptions: {
        protocol: 'HTTPS',
        port: 8443,
        request: { host: 'www.shop.example', path: '/a', query: 'b=1?c', method: 'GET' },
      },
    })
    expect(deviations('request', request)).toEqual([])
    expect(JSON.stringify(request)).not.toMatch(/gate|open|cf-|forwarded/i)
  })

  test('has the Host header without its port, and none if it is an address', () => {
    expect(requestFor({ originHost: 'www.shop.example:8443' })?.measurementOptions.request.host).toBe(
      'www.shop.example',
    )
    const plain = requestFor({ originHost: '203.0.113.10' }, { scheme: 'http:' })
    expect(plain?.measurementOptions).toMatchObject({ protocol: 'HTTP' })
    expect(plain?.measurementOptions.request).not.toHaveProperty('host')
  })

  test.each([
    ['behind a proxy command', { originProxyCommand: 'ssh -W %h:%p bastion' }, {}, undefined],
    ['at a private address', {}, { host: '10.0.0.7' }, undefined],
    ['whose name resolves to a private address', {}, {}, resolved('10.0.0.7')],
    ['with a private name', {}, { host: 'db.internal' }, undefined],
    ['with another TLS server name', { originSni: 'other.example' }, {}, undefined],
    ['that needs a client certificate', { clientCertificate: { cert: 'c', key: 'k' } }, {}, undefined],
  ])('is not made for one %s', (_, site, target, resolution) => {
    expect(requestFor(site, target, resolution)).toBeUndefined()
  })
})
