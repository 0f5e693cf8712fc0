import type { Analytics, HostRecord, ZoneFacts } from '../../src/domain/zone.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  response,
  unbrandedError,
  nginxError,
  refusedConnection,
  noResponse,
  edgeResponse,
  edgeError,
  failedExchange,
  timedOutConnection,
  type Case,
} from '../support/evidence.ts'
import { healthy, unhealthy } from '../support/judgments.ts'

/** Cases of the causes that only Cloudflare's API shows. */

const record = (kind: HostRecord['kind'], ...pointsToOrigins: readonly (boolean | null)[]): HostRecord => ({
  kind,
  proxied: true,
  pointsToOrigins,
})
const zone = (facts: Partial<ZoneFacts>): ZoneFacts => ({ unread: [], rules: NONE, worker: false, ...facts })
const NONE = { address: false, port: false, host: false }
const tunnel = zone({ record: record('tunnel', null), tunnel: untrusted('healthy') })
const elsewhere = zone({ record: record('address', false) })
const sick = zone({
  record: record('none', null),
  pools: [{ healthy: false, failures: [untrusted('TCP connection failed')] }],
})
const counted = (edge: number, origin: number): Analytics => ({
  minutes: 30,
  rows: [{ edge, origin, count: 40 }],
})

export const ZONE_CASES: Readonly<Record<string, readonly Case[]>> = {
  'cloudflare-tunnel-origin-unreachable': [
    [
      'a tunnel responds 502',
      { edge: edgeError(502), origin: undefined, zone: tunnel },
      unhealthy('cloudflare-tunnel-origin-unreachable', 'likely'),
    ],
    [
      'the service itself is fine',
      { edge: edgeError(502), zone: tunnel },
      unhealthy('cloudflare-tunnel-origin-unreachable', 'likely'),
    ],
    [
      'but not when the token cannot read the record',
      { edge: edgeError(502), origin: undefined },
      unhealthy('origin-app-down', 'possible'),
    ],
    [
      'but not when the record points to an address',
      { edge: edgeError(502), origin: undefined, zone: zone({ record: record('address') }) },
      unhealthy('origin-app-down', 'possible'),
    ],
    [
      'but not without a connector',
      { edge: edgeError(1033), origin: undefined, zone: tunnel },
      unhealthy('cloudflare-tunnel-down', 'certain'),
    ],
    [
      "but not on Cloudflare's own page",
      { edge: unbrandedError(502), origin: undefined, zone: tunnel },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    ['but not for a healthy site', { zone: tunnel }, healthy],
  ],
  'cloudflare-no-healthy-pool': [
    [
      'Cloudflare finds no origin',
      { edge: edgeError(1016), zone: sick },
      unhealthy('cloudflare-no-healthy-pool', 'certain'),
    ],
    [
      'and neither do we',
      { edge: edgeError(1016), origin: refusedConnection, zone: sick },
      unhealthy('cloudflare-no-healthy-pool', 'certain'),
    ],
    [
      'but not when a pool is healthy',
      {
        edge: edgeError(1016),
        zone: zone({
          pools: [
            { healthy: true, failures: [] },
            { healthy: false, failures: [] },
          ],
        }),
      },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'but not when the pools are not monitored',
      { edge: edgeError(1016), zone: zone({ pools: [{ failures: [] }] }) },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'but not when the token cannot read the pools',
      { edge: edgeError(1016) },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'but not when the record itself names the origin',
      { edge: edgeError(1016), zone: zone({ record: record('name', null) }) },
      unhealthy('dns-origin-unresolvable', 'certain'),
    ],
    [
      'a warning while visitors are served',
      { zone: sick },
      healthy.withWarning('cloudflare-no-healthy-pool'),
    ],
  ],
  'dns-origin-mismatch': [
    [
      'the old host is down',
      { edge: edgeError(521), zone: elsewhere },
      unhealthy('dns-origin-mismatch', 'certain'),
    ],
    ['the old host still serves', { zone: elsewhere }, unhealthy('dns-origin-mismatch', 'certain')],
    [
      'an alias may resolve otherwise for us',
      { zone: zone({ record: record('name', false) }) },
      unhealthy('dns-origin-mismatch', 'likely'),
    ],
    [
      'so may the name of the origin that was given',
      { origin: { ...response(200), timings: { resolve: 2, connect: 1, processing: 5 } }, zone: elsewhere },
      unhealthy('dns-origin-mismatch', 'likely'),
    ],
    [
      'the token cannot read the Origin Rules',
      { zone: { unread: [], record: record('address', false) } },
      unhealthy('dns-origin-mismatch', 'likely'),
    ],
    [
      'of two origins, none is in the record',
      { origin: [response(200), response(200)], zone: zone({ record: record('address', false, false) }) },
      unhealthy('dns-origin-mismatch', 'certain'),
    ],
    [
      'of two origins, one is not in the record',
      { origin: [response(200), response(200)], zone: zone({ record: record('address', true, false) }) },
      healthy.withWarning('dns-origin-mismatch'),
    ],
    ['but not when it points to the origin', { zone: zone({ record: record('address', true) }) }, healthy],
    ['but not when they cannot be compared', { zone: zone({ record: record('address', null) }) }, healthy],
    [
      'but not under a load balancer',
      { zone: zone({ record: record('address', false), pools: [{ healthy: true, failures: [] }] }) },
      healthy,
    ],
    ['but not under a Worker', { zone: zone({ record: record('address', false), worker: true }) }, healthy],
    [
      'but not under a rule that leads elsewhere',
      { zone: zone({ record: record('address', false), rules: { ...NONE, address: true } }) },
      healthy,
    ],
    [
      'but not when Cloudflare does not stand in between',
      { zone: zone({ record: { ...record('address', false), proxied: false } }) },
      healthy,
    ],
  ],
}

/** Cloudflare's analytics show whether the origin or Cloudflare made a 502, when the page does not. */
export const FIGURE_CASES: readonly Case[] = [
  [
    'a branded 502 that the origin gave',
    { edge: edgeError(502), analytics: counted(502, 502) },
    unhealthy('origin-app-down', 'likely'),
  ],
  [
    'a branded 502 that no origin gave',
    { edge: edgeError(502), analytics: counted(502, 0) },
    unhealthy('cloudflare-edge-error', 'likely'),
  ],
  [
    'and the origin was not probed',
    { edge: edgeError(502), origin: undefined, analytics: counted(502, 0) },
    unhealthy('cloudflare-edge-error', 'likely'),
  ],
  [
    'figures about another status say nothing',
    { edge: edgeError(502), analytics: counted(504, 504) },
    unhealthy('origin-app-down', 'possible'),
  ],
  [
    'an origin that reports it needs no figures',
    { edge: edgeError(502), origin: nginxError(502), analytics: counted(502, 0) },
    unhealthy('origin-app-down', 'certain'),
  ],
  [
    'a 520 for a response of the origin: its headers are at fault, and no firewall',
    { edge: edgeError(520), analytics: counted(520, 200) },
    unhealthy('origin-malformed-response', 'likely'),
  ],
  [
    'the same without a known origin',
    { edge: edgeError(520), origin: undefined, analytics: counted(520, 200) },
    unhealthy('origin-malformed-response', 'likely'),
  ],
  [
    'nor does an origin that drops this runner contradict it',
    { edge: edgeError(520), origin: timedOutConnection, analytics: counted(520, 200) },
    unhealthy('origin-malformed-response', 'likely'),
  ],
  [
    'but not a 520 without a response',
    { edge: edgeError(520), analytics: counted(520, 0) },
    unhealthy('cloudflare-blocked-by-origin', 'possible'),
  ],
  [
    'nor a 520 for an error of the origin',
    { edge: edgeError(520), analytics: counted(520, 503) },
    unhealthy('cloudflare-blocked-by-origin', 'possible'),
  ],
  [
    'and a broken HTTP/2 explains itself',
    {
      edge: edgeError(520),
      recheck: { http2: { agreed: true, exchange: failedExchange('processing', 'reset') } },
      analytics: counted(520, 0),
    },
    unhealthy('origin-http2-broken', 'likely'),
  ],
  [
    'nor one that times out',
    { edge: edgeError(524), origin: noResponse, analytics: counted(524, 0) },
    unhealthy('origin-response-timeout', 'certain'),
  ],
  [
    'and they do not make a healthy site unhealthy',
    { edge: edgeResponse(200), analytics: counted(502, 502) },
    healthy,
  ],
]
