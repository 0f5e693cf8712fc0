import type { Analytics, HostRecord, ZoneFacts } from '../../src/domain/zone.ts'
import { answer, bare, nginx, refused, silent, through, told, type Case } from '../support/evidence.ts'

/** Cases of the causes that only Cloudflare's API can tell. */

const record = (kind: HostRecord['kind'], ...pointsToOrigins: readonly (boolean | null)[]): HostRecord => ({
  kind,
  proxied: true,
  pointsToOrigins,
})
const zone = (facts: Partial<ZoneFacts>): ZoneFacts => ({ unread: [], rules: NONE, worker: false, ...facts })
const NONE = { address: false, port: false, host: false }
const tunnel = zone({ record: record('tunnel', null), tunnel: 'healthy' })
const elsewhere = zone({ record: record('address', false) })
const sick = zone({
  record: record('none', null),
  pools: [{ healthy: false, failures: ['TCP connection failed'] }],
})
const counted = (edge: number, origin: number): Analytics => ({
  minutes: 30,
  rows: [{ edge, origin, count: 40 }],
})

export const ZONE_CASES: Readonly<Record<string, readonly Case[]>> = {
  'cloudflare-tunnel-origin-unreachable': [
    [
      'a tunnel answers 502',
      { edge: told(502), origin: undefined, zone: tunnel },
      'unhealthy cloudflare-tunnel-origin-unreachable likely',
    ],
    [
      'the service itself is fine',
      { edge: told(502), zone: tunnel },
      'unhealthy cloudflare-tunnel-origin-unreachable likely',
    ],
    [
      'but not when nobody may read the record',
      { edge: told(502), origin: undefined },
      'unhealthy origin-app-down possible',
    ],
    [
      'but not when the record leads to an address',
      { edge: told(502), origin: undefined, zone: zone({ record: record('address') }) },
      'unhealthy origin-app-down possible',
    ],
    [
      'but not without a connector',
      { edge: told(1033), origin: undefined, zone: tunnel },
      'unhealthy cloudflare-tunnel-down certain',
    ],
    [
      "but not on Cloudflare's own page",
      { edge: bare(502), origin: undefined, zone: tunnel },
      'unhealthy cloudflare-edge-error possible',
    ],
    ['but not when all is well', { zone: tunnel }, 'healthy'],
  ],
  'cloudflare-no-healthy-pool': [
    [
      'Cloudflare finds no origin',
      { edge: told(1016), zone: sick },
      'unhealthy cloudflare-no-healthy-pool certain',
    ],
    [
      'and neither do we',
      { edge: told(1016), origin: refused, zone: sick },
      'unhealthy cloudflare-no-healthy-pool certain',
    ],
    [
      'but not when a pool is healthy',
      {
        edge: told(1016),
        zone: zone({
          pools: [
            { healthy: true, failures: [] },
            { healthy: false, failures: [] },
          ],
        }),
      },
      'unhealthy dns-origin-unresolvable likely',
    ],
    [
      'but not when nobody monitors it',
      { edge: told(1016), zone: zone({ pools: [{ failures: [] }] }) },
      'unhealthy dns-origin-unresolvable likely',
    ],
    ['but not when nobody may read it', { edge: told(1016) }, 'unhealthy dns-origin-unresolvable likely'],
    [
      'but not when the record itself names the origin',
      { edge: told(1016), zone: zone({ record: record('name', null) }) },
      'unhealthy dns-origin-unresolvable certain',
    ],
    ['but not while visitors are served', { zone: sick }, 'healthy'],
  ],
  'dns-origin-mismatch': [
    ['the old host is down', { edge: told(521), zone: elsewhere }, 'unhealthy dns-origin-mismatch certain'],
    ['the old host still serves', { zone: elsewhere }, 'unhealthy dns-origin-mismatch certain'],
    [
      'an alias may resolve otherwise for us',
      { zone: zone({ record: record('name', false) }) },
      'unhealthy dns-origin-mismatch likely',
    ],
    [
      'so may the name of the origin that was given',
      { origin: { ...answer(200), timings: { resolve: 2, connect: 1, processing: 5 } }, zone: elsewhere },
      'unhealthy dns-origin-mismatch likely',
    ],
    [
      'nobody may read the Origin Rules',
      { zone: { unread: [], record: record('address', false) } },
      'unhealthy dns-origin-mismatch likely',
    ],
    [
      'of two origins, none is in the record',
      { origin: [answer(200), answer(200)], zone: zone({ record: record('address', false, false) }) },
      'unhealthy dns-origin-mismatch certain',
    ],
    [
      'of two origins, one is not in the record',
      { origin: [answer(200), answer(200)], zone: zone({ record: record('address', true, false) }) },
      'healthy + dns-origin-mismatch',
    ],
    ['but not when it leads there', { zone: zone({ record: record('address', true) }) }, 'healthy'],
    ['but not when they cannot be compared', { zone: zone({ record: record('address', null) }) }, 'healthy'],
    [
      'but not under a load balancer',
      { zone: zone({ record: record('address', false), pools: [{ healthy: true, failures: [] }] }) },
      'healthy',
    ],
    ['but not under a Worker', { zone: zone({ record: record('address', false), worker: true }) }, 'healthy'],
    [
      'but not under a rule that leads elsewhere',
      { zone: zone({ record: record('address', false), rules: { ...NONE, address: true } }) },
      'healthy',
    ],
    [
      'but not when Cloudflare does not stand in between',
      { zone: zone({ record: { ...record('address', false), proxied: false } }) },
      'healthy',
    ],
  ],
}

/** What Cloudflare counted tells whose a 502 is, when the page does not. */
export const FIGURE_CASES: readonly Case[] = [
  [
    'a branded 502 that the origin gave',
    { edge: told(502), analytics: counted(502, 502) },
    'unhealthy origin-app-down likely',
  ],
  [
    'a branded 502 that no origin gave',
    { edge: told(502), analytics: counted(502, 0) },
    'unhealthy cloudflare-edge-error likely',
  ],
  [
    'and nobody asked an origin',
    { edge: told(502), origin: undefined, analytics: counted(502, 0) },
    'unhealthy cloudflare-edge-error likely',
  ],
  [
    'figures about another status say nothing',
    { edge: told(502), analytics: counted(504, 504) },
    'unhealthy origin-app-down possible',
  ],
  [
    'an origin that says so needs no figures',
    { edge: told(502), origin: nginx(502), analytics: counted(502, 0) },
    'unhealthy origin-app-down certain',
  ],
  [
    'nor one that stays silent',
    { edge: told(524), origin: silent, analytics: counted(524, 0) },
    'unhealthy origin-response-timeout certain',
  ],
  ['and they do not make anybody ill', { edge: through(200), analytics: counted(502, 502) }, 'healthy'],
]
