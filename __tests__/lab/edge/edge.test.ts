import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hostAndPort } from '../../../src/shared/authority.ts'
import { requestThroughLab, type ClientResponse } from '../../../lab/http/client.ts'
import { makeCertificate } from '../../../lab/tls/authorities.ts'
import { startEdge } from '../../../lab/edge/edge.ts'
import {
  DEFAULT_SETUP,
  HOST,
  SITE,
  startInternet,
  type Internet,
  type Setup,
} from '../../../lab/world/internet.ts'

let internet: Internet
beforeAll(async () => {
  internet = await startInternet(DEFAULT_SETUP)
})
afterAll(() => internet.close())

/** A visitor's response through the edge, for this setup. */
async function visit(
  setup: Partial<Setup>,
  headers: Readonly<Record<string, string>> = {},
  url = SITE,
): Promise<ClientResponse> {
  await internet.apply({ ...DEFAULT_SETUP, ...setup })
  return requestThroughLab(internet.labFile(), { url, headers, limit: 2000 })
}

const RAY = /^[0-9a-f]{16}-SJC$/

describe('the edge forwards', () => {
  test('a response, with its own headers', async () => {
    const { status, headers, body } = await visit({})
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      server: 'cloudflare',
      'cf-ray': expect.stringMatching(RAY),
      'cf-cache-status': 'DYNAMIC',
    })
    expect(body).toContain('Welcome to the shop')
  })

  test('a request, with the headers that Cloudflare adds', async () => {
    await visit({}, { 'x-own': 'kept', 'accept-encoding': 'zstd' })
    expect(internet.origin.requests.at(-1)?.headers).toMatchObject({
      host: HOST,
      'x-own': 'kept',
      'accept-encoding': 'gzip, br',
      'cdn-loop': 'cloudflare',
      'cf-connecting-ip': '198.51.100.7',
      'cf-ipcountry': 'US',
      'cf-ray': expect.stringMatching(RAY),
      'cf-visitor': '{"scheme":"https"}',
      'x-forwarded-for': '198.51.100.7',
      'x-forwarded-proto': 'https',
    })
  })

  test.each([
    [500, 'app-error'],
    [404, 'not-found'],
  ] as const)("the origin's own page of a %d", async (status, origin) => {
    const reply = await visit({ origin })
    expect(reply.status).toBe(status)
    expect(reply.headers['server']).toBe('cloudflare')
    expect(reply.body).toContain('<hr><center>nginx</center>')
  })
})

describe('the edge replaces', () => {
  test.each([
    [502, 'app-down', 'Bad gateway'],
    [504, 'app-timeout', 'Gateway time-out'],
  ] as const)("the origin's %d", async (status, origin, title) => {
    const { status: got, headers, body } = await visit({ origin })
    expect(got).toBe(status)
    expect(headers['cf-cache-status']).toBeUndefined()
    expect(headers['cache-control']).toContain('no-store')
    expect(body).toContain(`<title>${HOST} | ${status}: ${title}</title>`)
    expect(body).not.toContain('nginx')
  })

  test('a connection timeout by its 522 page with Retry-After', async () => {
    const { headers, body } = await visit({ edgeToOrigin: 'drop' })
    expect(headers['retry-after']).toBe('120')
    expect(body).toContain(`<title>${HOST} | 522: Connection timed out</title>`)
    expect(body).toContain('id="cf-error-details"')
    expect(body).toContain('<span class="code-label">Error code 522</span>')
    expect(body).toContain(`Cloudflare Ray ID: <strong class="font-semibold">${rayIn(headers)}</strong>`)
  })

  test('an unreachable origin by its 523 page', async () => {
    expect((await visit({ edgeToOrigin: 'host-unreachable' })).status).toBe(523)
  })

  test('a reset by its 520 page', async () => {
    expect((await visit({ origin: 'reset' })).status).toBe(520)
  })

  test('a refused connection by JSON for clients that accept JSON', async () => {
    const { headers, body } = await visit({ origin: 'stopped' }, { accept: 'application/json, */*' })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({
      title: 'Error 521: Web server is down',
      status: 521,
      error_code: 521,
      error_category: 'origin',
      ray_id: rayIn(headers),
      zone: HOST,
      cloudflare_error: true,
      retry_after: 120,
    })
  })

  test('a refused connection by HTML for clients that accept anything', async () => {
    const { headers } = await visit({ origin: 'stopped' }, { accept: '*/*' })
    expect(headers['content-type']).toBe('text/html; charset=UTF-8')
  })
})

describe('the SSL mode', () => {
  test('full accepts any certificate', async () => {
    expect((await visit({ ssl: 'full', certificate: 'self-signed' })).status).toBe(200)
  })

  test.each(['flexible', 'off'] as const)('%s connects to the plain port', async (ssl) => {
    expect((await visit({ ssl })).status).toBe(200)
    expect(internet.origin.requests.at(-1)?.headers['x-forwarded-proto']).toBe('https')
  })

  test('full uses plain HTTP for a visitor on plain HTTP', async () => {
    const { status } = await visit({ ssl: 'full', certificate: 'expired' }, {}, `http://${HOST}/`)
    expect(status).toBe(200)
    expect(internet.origin.requests.at(-1)?.headers['cf-visitor']).toBe('{"scheme":"http"}')
  })
})

describe('the edge responds by itself with', () => {
  test('its trace, while the origin is down', async () => {
    const { status, headers, body } = await visit({ origin: 'stopped' }, {}, `${SITE}cdn-cgi/trace`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/plain')
    expect(body).toMatch(/^fl=.+\nh=www\.shop\.example\nip=198\.51\.100\.7\n/)
    expect(body).toMatch(/^colo=SJC$/m)
  })

  test('its own 502 on the unbranded page', async () => {
    const { status, headers, body } = await visit({ edgeBehavior: 'bare-502' })
    expect(status).toBe(502)
    expect(headers['server']).toBe('cloudflare')
    expect(body).toBe(
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n' +
        '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n',
    )
  })

  test('a challenge', async () => {
    const { status, headers, body } = await visit({ edgeBehavior: 'challenge' })
    expect(status).toBe(403)
    expect(headers['cf-mitigated']).toBe('challenge')
    expect(body).toContain('<title>Just a moment...</title>')
  })

  test('1033 for a tunnel without a connector', async () => {
    const { status, body } = await visit({ edgeBehavior: 'tunnel-down' })
    expect(status).toBe(530)
    expect(body).toContain(`<title>Cloudflare Tunnel error | ${HOST} | Cloudflare</title>`)
    expect(body).toContain('<span>1033</span>')
  })

  test('a cached copy, whatever the origin does', async () => {
    const { status, headers } = await visit({ edgeBehavior: 'cached', origin: 'stopped' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'cf-cache-status': 'HIT', age: '86' })
  })

  test('1000 for a request that already went through Cloudflare', async () => {
    const { status, body } = await visit({}, { 'cf-connecting-ip': '198.51.100.7' })
    expect(status).toBe(403)
    expect(body).toContain('<span>1000</span>')
  })

  test('1001 for a host without a zone, with its name escaped', async () => {
    const { status, body } = await visit({}, { host: '<b>elsewhere' })
    expect(status).toBe(409)
    expect(body).toContain('DNS resolution error | &#60;b&#62;elsewhere | Cloudflare')
  })
})

test('a plain HTTP port where TLS is expected is a 525', async () => {
  const { ports } = internet.origin
  const edge = await startEdge({
    credentials: makeCertificate('valid', HOST, internet.authorities),
    zoneFor: (host) => ({
      host,
      ssl: 'full',
      origin: { address: '2001:db8::1', port: 8443 },
      behavior: 'proxy',
    }),
    routes: () => ({ '[2001:db8::1]:8443': ports.http }),
    trusted: [],
    limits: { connect: 300, read: 300 },
    visitor: '198.51.100.7',
  })
  const labFile = {
    names: { [HOST]: ['104.16.0.1'] },
    routes: { [hostAndPort('104.16.0.1', 443)]: edge.ports.https },
  }
  expect((await requestThroughLab(labFile, { url: SITE, limit: 1000 })).status).toBe(525)
  await edge.close()
})

const rayIn = (headers: ClientResponse['headers']): string => String(headers['cf-ray']).slice(0, 16)
