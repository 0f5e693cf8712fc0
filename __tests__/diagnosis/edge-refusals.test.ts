import { describe, expect, test } from '@jest/globals'
import { nginxStylePage } from '../../lab/http/page.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { waitingWontHelp } from '../../src/diagnosis/next/schedule.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import {
  dnsElsewhere,
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  plainError,
  refusedConnection,
  response,
  timedOutConnection,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy } from '../support/judgments.ts'

/** A response that Cloudflare made without an origin. */
const made = (status: number, body = 'no', headers: Readonly<Record<string, string>> = {}): Exchange =>
  response(status, body, { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC', ...headers })
const bare = (status: number): Exchange => made(status, nginxStylePage(status, 'cloudflare').body)
const token = { serviceToken: true } as const
const json = { 'content-type': 'application/json' }
const aud = 'a1b2c3d4'.repeat(8)

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'a rule in its own words': [
    ...[400, 401, 403, 404, 406, 410, 418, 451, 499].map((status): Case => [
      `any 4xx while the origin is fine: ${status}`,
      { edge: made(status, '{"error":"blocked"}', json) },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ]),
    ['429 is a rate limit', { edge: made(429) }, inconclusive('cloudflare-rate-limited', 'likely')],
    [
      'a rejection without a known origin',
      { edge: made(403), origin: undefined },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
    [
      'a rejection before an origin that drops the probe',
      { edge: made(403), origin: timedOutConnection },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
    [
      'a rejection before an origin with another 403',
      { edge: made(403), origin: nginxError(403) },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
    [
      'the value that the logs have',
      { edge: made(403, 'no', { 'cf-cache-status': 'NONE' }) },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
    [
      'but not a 404 without a known origin: the site may be a Worker',
      { edge: made(404), origin: undefined },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      "but not the origin's own 403 to Cloudflare",
      { edge: edgeResponse(403, '{"error":"blocked"}') },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      "but not the origin's own 429 to Cloudflare",
      { edge: edgeResponse(429) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not a page that every client gets',
      { edge: made(403, 'Sorry.'), origin: plainError(403) },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      "but not another server's page",
      { edge: made(403, nginxStylePage(403, 'nginx').body) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when the origin itself fails',
      { edge: made(403), origin: plainError(500) },
      unhealthy('origin-app-error', 'likely'),
    ],
    ['but not when it is expected', { edge: made(403), request: { expectedStatus: [[200, 403]] } }, healthy],
    ['but not a success', { edge: made(200) }, healthy],
    [
      'but not a cached error',
      { edge: edgeResponse(403, 'no', { 'cf-cache-status': 'HIT' }), origin: plainError(403) },
      unhealthy('unexpected-status', 'likely'),
    ],
  ],
  'Access without its redirect': [
    [
      'a challenge',
      { edge: made(401, '', { 'www-authenticate': 'Cloudflare-Access resource_metadata="x"' }) },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'the headers that name the application',
      { edge: made(403, '', { 'cf-access-domain': 'www.shop.example' }) },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'its page',
      { edge: made(403, '<title>Error ・ Cloudflare Access</title>') },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'the same as JSON',
      { edge: made(403, `{"message":"Forbidden.","status_code":403,"aud":"${aud}","ray_id":"8f2a"}`, json) },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
    [
      'a 401 to a service token',
      { edge: made(401), request: token },
      inconclusive('cloudflare-access-required', 'likely'),
    ],
    [
      'a 403 to a service token, and no origin is known',
      { edge: made(403), origin: undefined, request: token },
      inconclusive('cloudflare-access-required', 'likely'),
    ],
    [
      "but not the application's own 401",
      { edge: edgeResponse(401), origin: plainError(401), request: token },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'but not another status',
      { edge: made(451), request: token },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
    [
      'but not what an origin behind Access returns',
      {
        edge: edgeResponse(403, '', { 'cf-access-domain': 'api.other.example' }),
        origin: response(403, '', { 'cf-access-domain': 'api.other.example' }),
      },
      unhealthy('unexpected-status', 'likely'),
    ],
  ],
  "Cloudflare's unbranded 4xx": [
    ...[400, 405, 408, 411, 413, 414, 416, 431].map((status): Case => [
      `it does not accept the request: ${status}`,
      { edge: bare(status) },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ]),
    ['a block', { edge: bare(403) }, inconclusive('cloudflare-waf-blocked', 'likely')],
    ['a limit', { edge: bare(429) }, inconclusive('cloudflare-rate-limited', 'likely')],
    ['a path of its own', { edge: bare(404) }, unhealthy('unexpected-status', 'likely')],
    [
      'plain HTTP on an HTTPS port',
      {
        edge: made(
          400,
          nginxStylePage(400, 'cloudflare').body.replace(
            '<hr>',
            '<center>The plain HTTP request was sent to HTTPS port</center>\r\n<hr>',
          ),
        ),
        request: { url: 'http://www.shop.example:8443/', port: 8443 },
      },
      unhealthy('cloudflare-zone-misconfigured', 'certain'),
    ],
    [
      "but not nginx's at the origin",
      { edge: edgeResponse(400, nginxStylePage(400, 'nginx').body), origin: nginxError(400) },
      unhealthy('unexpected-status', 'certain'),
    ],
  ],
  "a Worker's own 5xx": [
    ['a 500', { edge: made(500, '{"error":"x"}') }, unhealthy('cloudflare-worker-failed', 'likely')],
    ['a 503', { edge: made(503, 'try later') }, unhealthy('cloudflare-worker-failed', 'likely')],
    [
      'a Container that starts',
      {
        edge: edgeResponse(503, 'There is no Container instance available at this time.\nThis is likely'),
        origin: undefined,
      },
      unhealthy('cloudflare-worker-failed', 'likely'),
    ],
    [
      'but not when the origin fails too',
      { edge: made(500, '{"error":"x"}'), origin: plainError(500) },
      unhealthy('origin-app-error', 'certain'),
    ],
    [
      'but not when the origin is unknown',
      { edge: made(500, '{"error":"x"}'), origin: undefined },
      unhealthy('origin-app-error', 'likely'),
    ],
    [
      'but not with a cache status',
      { edge: edgeResponse(500, '{"error":"x"}') },
      unhealthy('origin-app-error', 'possible'),
    ],
    [
      'but not an announcement of maintenance',
      { edge: made(503, 'Scheduled maintenance') },
      unhealthy('origin-maintenance', 'possible'),
    ],
  ],
  'connections to Cloudflare': [
    [
      'a port that is not proxied',
      { edge: timedOutConnection, trace: timedOutConnection, request: onPort(3053) },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'the same, refused, and no origin is known',
      { edge: refusedConnection, trace: refusedConnection, origin: undefined, request: onPort(3000) },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'the same, and the origin is down too',
      {
        edge: timedOutConnection,
        trace: timedOutConnection,
        origin: refusedConnection,
        request: onPort(9443),
      },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'HTTPS on a port for plain HTTP',
      { edge: failedExchange('tls', 'protocol'), request: onPort(8080) },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'no edge certificate',
      {
        edge: failedExchange('tls', 'protocol', { alert: 40 }),
        trace: failedExchange('tls', 'protocol', { alert: 40 }),
      },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'no edge certificate, by name',
      { edge: failedExchange('tls', 'protocol', { alert: 112 }), origin: undefined },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'but not a port that is proxied',
      { edge: timedOutConnection, trace: timedOutConnection, request: onPort(8443) },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'but not when the runner is offline',
      {
        edge: timedOutConnection,
        trace: timedOutConnection,
        origin: timedOutConnection,
        request: onPort(3053),
        followUps: { connectivity: timedOutConnection },
      },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'but not a name that points elsewhere',
      {
        edge: failedExchange('tls', 'protocol', { alert: 40 }),
        trace: failedExchange('tls', 'protocol', { alert: 40 }),
        dns: dnsElsewhere,
        origin: undefined,
      },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
  ],
  'codes without a page of their own': [
    ['unknown', { edge: edgeError(1099) }, unhealthy('unexplained', 'possible')],
    ['a ban', { edge: edgeError(1106) }, inconclusive('cloudflare-waf-blocked', 'certain')],
    ['a full queue', { edge: edgeError(1200) }, unhealthy('origin-overloaded', 'likely')],
    ['a Snippet', { edge: edgeError(1206) }, unhealthy('cloudflare-worker-failed', 'certain')],
    ['the runtime', { edge: edgeError(1199) }, unhealthy('cloudflare-worker-failed', 'certain')],
    ['530 alone', { edge: made(530) }, unhealthy('cloudflare-tunnel-down', 'possible')],
  ],
}

function onPort(port: number): { readonly url: string; readonly port: number } {
  return { url: `https://www.shop.example:${port}/`, port }
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

test.each([
  [1013, true],
  [1035, true],
  [1001, false],
  [1018, false],
  [1205, false],
  [1206, false],
] as const)('waiting helps with code %i unless someone has to act', (code, hopeless) => {
  const evidence = evidenceWith({ edge: code === 1035 ? made(409, 'error code: 1035') : edgeError(code) })
  expect(waitingWontHelp(judge(evidence))).toBe(hopeless)
})
