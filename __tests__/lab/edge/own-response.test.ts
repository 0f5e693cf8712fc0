import { createServer } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { makeCertificate } from '../../../lab/tls/authorities.ts'
import { errorCode } from '../../../lab/network/routes.ts'
import type { EdgeBehavior, Zone } from '../../../lab/world/zone.ts'
import { authorities, credentials, HOST, SITE, startSite, type Site } from '../../support/lab-edge.ts'

let site: Site | undefined
afterEach(async () => {
  await site?.close()
  site = undefined
})

interface Setup extends Site {
  /** Headers of the requests to the origin, oldest first. */
  readonly received: readonly IncomingHttpHeaders[]
}

/** A zone with these settings, in front of an origin that always returns `status`. */
async function start(settings: Partial<Zone>, status = 200): Promise<Setup> {
  const received: IncomingHttpHeaders[] = []
  const origin = createServer({ ...credentials }, (request, response) => {
    received.push(request.headers)
    response.writeHead(status, { 'content-type': 'text/html' }).end('<p>from the origin')
  })
  const started = await startSite(origin, settings)
  site = started
  return { ...started, received }
}

describe('the edge responds by itself', () => {
  const behaviors: readonly [EdgeBehavior, number, RegExp][] = [
    ['bare-500', 500, /<h1>500 Internal Server Error<\/h1><\/center>\r\n<hr><center>cloudflare</],
    ['bare-504', 504, /<h1>504 Gateway Time-out<\/h1>/],
    ['error-500', 500, /id="cf-cloudflare-status" class="cf-error-source"/],
    ['error-522', 522, /Error code 522/],
    ['error-1014', 409, /<span>1014</],
    ['error-1020', 403, /Access denied \| www.shop.example used Cloudflare to restrict access/],
    ['error-1101', 500, /Worker threw exception/],
    ['error-1102', 503, /<span>1102</],
    ['challenge', 403, /challenge-platform/],
    ['legacy-challenge', 503, /cf-browser-verification cf-im-under-attack/],
    ['blocked', 403, /<title>Attention Required! \| Cloudflare<\/title>/],
    ['platform-502', 502, /^$/],
  ]
  test.each(behaviors)('%s with %d', async (behavior, status, pattern) => {
    const { visit, received } = await start({ behavior })
    const reply = await visit()
    expect(reply.status).toBe(status)
    expect(reply.body).toMatch(pattern)
    expect(reply.headers).toMatchObject({ server: 'cloudflare', 'cf-ray': expect.stringMatching(/-SJC$/) })
    expect(received).toEqual([])
  })

  test('a platform has its own headers, and a legacy challenge has none', async () => {
    const { visit, set } = await start({ behavior: 'platform-502' })
    expect((await visit()).headers).toMatchObject({
      'x-render-origin-server': 'Render',
      'content-length': '0',
    })
    set({ behavior: 'legacy-challenge' })
    expect((await visit()).headers['cf-mitigated']).toBeUndefined()
  })

  test('a blocking rule returns its code to clients that accept JSON', async () => {
    const { visit } = await start({ behavior: 'blocked' })
    expect(JSON.parse((await visit({ accept: 'application/json' })).body)).toMatchObject({
      status: 403,
      error_code: 1020,
      error_category: 'access_denied',
    })
  })

  test('its trace has all keys and the data center', async () => {
    const { visit } = await start({ behavior: 'error-522' })
    const { body } = await visit({ 'user-agent': 'probe' }, `${SITE}cdn-cgi/trace?x`, 'AMS')
    const lines = body.trimEnd().split('\n')
    expect(lines.map((line) => line.split('=')[0]).join(' ')).toBe(
      'fl h ip ts visit_scheme uag colo sliver http loc tls sni warp gateway rbi kex',
    )
    expect(lines).toEqual(expect.arrayContaining(['colo=AMS', 'uag=probe', `h=${HOST}`]))
  })

  test('an address instead of a host name, a URL over 16 KB, and a loop are errors', async () => {
    const { visit } = await start({})
    expect((await visit({ host: '104.16.10.10' })).body).toContain('<span>1003</span>')
    expect((await visit({}, `${SITE}${'x'.repeat(17_000)}`)).status).toBe(414)
    expect((await visit({ 'x-forwarded-for': '198.51.100.1, '.repeat(9) })).body).toContain('<span>1000<')
  })

  test('Always Use HTTPS redirects plain HTTP', async () => {
    const { visit } = await start({ alwaysHttps: true })
    const { status, headers } = await visit({}, `http://${HOST}/cart?x=1`)
    expect([status, headers.location]).toEqual([301, `https://${HOST}/cart?x=1`])
    expect((await visit()).status).toBe(200)
  })
})

describe('the behavior may depend', () => {
  test('on the data center', async () => {
    const { visit } = await start({ colos: { AMS: 'bare-502' } })
    expect((await visit()).status).toBe(200)
    const bad = await visit({}, SITE, 'AMS')
    expect([bad.status, bad.headers['cf-ray']]).toEqual([502, expect.stringMatching(/-AMS$/)])
  })

  test('on the number of the request, where a trace does not count', async () => {
    const { visit } = await start({ intermittent: { every: 3, behavior: 'error-502' } })
    const statuses: number[] = []
    for (let visits = 0; visits < 6; visits += 1) {
      await visit({}, `${SITE}cdn-cgi/trace`)
      statuses.push((await visit()).status)
    }
    expect(statuses).toEqual([200, 200, 502, 200, 200, 502])
  })

  test('on the rate limit', async () => {
    const { visit } = await start({ rateLimit: { requests: 2, per: 60_000 } })
    expect([(await visit()).status, (await visit()).status]).toEqual([200, 200])
    const { status, headers, body } = await visit()
    expect([status, headers['retry-after']]).toEqual([429, '30'])
    expect(body).toContain('<span>1015</span>')
  })
})

describe('Access', () => {
  const token = { id: 'gate.access', secret: 's3cret' }
  const access = { team: 'shop', token }

  test('redirects clients without a token to its login page', async () => {
    const { visit, received } = await start({ access })
    const { status, headers } = await visit({ 'cf-access-client-id': token.id }, `${SITE}cart?x=1`)
    expect(status).toBe(302)
    expect(headers.location).toMatch(
      /^https:\/\/shop\.cloudflareaccess\.com\/cdn-cgi\/access\/login\/www\.shop\.example\?kid=/,
    )
    expect(new URL(String(headers.location)).searchParams.get('redirect_url')).toBe('/cart?x=1')
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^CF_AppSession=/),
      expect.stringMatching(/^CF_Session=/),
    ])
    expect(received).toEqual([])
  })

  test('accepts a service token and removes it from the request to the origin', async () => {
    const { visit, received } = await start({ access })
    const sent = { 'cf-access-client-id': token.id, 'cf-access-client-secret': token.secret }
    expect((await visit(sent)).status).toBe(200)
    expect(Object.keys(received[0] ?? {})).not.toContain('cf-access-client-secret')
  })
})

describe('the cache', () => {
  test.each([
    ['fresh', 200, 'HIT', 0],
    ['updating', 200, 'UPDATING', 0],
    ['revalidated', 200, 'REVALIDATED', 1],
    ['expired', 200, 'EXPIRED', 1],
    ['miss', 200, 'MISS', 1],
    ['bypass', 200, 'BYPASS', 1],
    ['stale-if-error', 200, 'EXPIRED', 1],
    ['fresh', 500, 'HIT', 0],
    ['expired', 500, 'EXPIRED', 1],
    ['revalidated', 500, 'EXPIRED', 1],
    ['stale-if-error', 500, 'STALE', 1],
    ['always-online', 500, 'HIT', 1],
  ] as const)('%s, with an origin that returns %d: %s', async (cache, origin, label, requests) => {
    const { visit, received } = await start({ cache }, origin)
    const { status, headers } = await visit()
    expect(headers['cf-cache-status']).toBe(label)
    expect(status).toBe(label === 'EXPIRED' ? origin : 200)
    expect(received).toHaveLength(requests)
  })

  test('is bypassed by a query string, and not by request headers', async () => {
    const cachedCopy = { body: 'the old build', age: 3600 }
    const { visit } = await start({ cache: 'fresh', cachedCopy })
    const cached = await visit({ 'cache-control': 'no-cache' })
    expect([cached.body, cached.headers.age]).toEqual(['the old build', '3600'])
    const passed = await visit({}, `${SITE}?fresh`)
    expect([passed.body, passed.headers['cf-cache-status']]).toEqual(['<p>from the origin', 'MISS'])
  })

  test('hides an unreachable origin', async () => {
    const { visit, set } = await start({ cache: 'stale-if-error', origin: { address: '203.0.113.20' } })
    expect((await visit()).headers['cf-cache-status']).toBe('STALE')
    set({ cache: 'expired' })
    const { status, headers } = await visit()
    expect([status, headers['cf-cache-status']]).toEqual([521, undefined])
  })
})

test('the certificate for visitors may be replaced or missing', async () => {
  let current: typeof credentials | undefined = credentials
  const started = await startSite(undefined, {}, { credentialsFor: () => current })
  site = started
  const outcome = (): Promise<unknown> =>
    started.visit({}, `${SITE}cdn-cgi/trace`).then(({ status }) => status, errorCode)
  expect(await outcome()).toBe(200)
  current = makeCertificate('expired', HOST, authorities)
  expect(await outcome()).toBe('CERT_HAS_EXPIRED')
  current = undefined
  expect(await outcome()).toBe('EPROTO')
})
