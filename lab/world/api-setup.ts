import { ADDRESSES, HOST } from '../network/addresses.ts'
import type { ApiFault } from '../apis/api.ts'
import { DEFAULT_STATUS, type StatusSetup } from '../apis/status-page.ts'
import { withZone, DEFAULT_ZONE, type ApiSetup } from '../apis/defaults.ts'
import type { Pool, Tunnel, ZoneRecord } from '../apis/cloudflare/setup.ts'
import type { ServiceState, Setup } from './setup.ts'
import type { OriginAddress } from './zone.ts'

/** The state of the APIs for a setup. Cloudflare's API reports the zone that the edge serves. */
export function apiSetup(setup: Setup): ApiSetup {
  const others = DEFAULT_ZONE.records.filter(({ name }) => name !== HOST)
  const apis = withZone({
    records: [...zoneRecords(setup), ...others],
    settings: { ...DEFAULT_ZONE.settings, ssl: setup.ssl },
    loadBalancers:
      poolStates(setup).length > 0 ? [{ name: HOST, pools: pools(setup).map(({ id }) => id) }] : [],
    traffic: (setup.zone.traffic ?? []).map((line) => Object.assign({}, UNSPECIFIC_TRAFFIC, line)),
  })
  return {
    ...apis,
    cloudflare: {
      ...apis.cloudflare,
      pools: pools(setup),
      tunnels: tunnels(setup),
    },
    globalping: { ...apis.globalping, ...setup.globalping },
    status: setup.services['www.cloudflarestatus.com'] === 'data-center-out' ? SAN_JOSE_OUT : DEFAULT_STATUS,
    faults: Object.entries(setup.services).flatMap(([host, state]) => {
      const effect = SERVICE_FAULTS[state]
      return effect === undefined ? [] : [{ host, path: '', effect }]
    }),
  }
}

const UNSPECIFIC_TRAFFIC = {
  minutesAgo: 5,
  host: HOST,
  path: '/',
  colo: 'SJC',
  cacheStatus: 'dynamic',
} as const

const SERVICE_FAULTS: { readonly [state in ServiceState]: ApiFault['effect'] | undefined } = {
  silent: 'silence',
  reset: 'reset',
  error: { status: 500, body: 'Internal Server Error' },
  'data-center-out': undefined,
}

const SAN_JOSE_OUT: StatusSetup = {
  ...DEFAULT_STATUS,
  degraded: { SJC: 'major_outage' },
  incidents: [
    {
      name: 'Network problems in San Jose',
      status: 'investigating',
      impact: 'major',
      components: ['San Jose, CA, United States - (SJC)'],
      text: 'We are looking into elevated errors in San Jose.',
    },
  ],
}

/** The site's DNS records as its owner entered them. */
function zoneRecords({ record, pools, resolvesTo }: Setup): readonly ZoneRecord[] {
  const proxied = [resolvesTo].flat().some((host) => host.includes('edge'))
  const entry = (type: ZoneRecord['type'], content: string): ZoneRecord => ({
    type,
    name: HOST,
    content,
    proxied,
    ttl: proxied ? 1 : 300,
  })
  const address = (each: string): ZoneRecord => entry(each.includes(':') ? 'AAAA' : 'A', each)
  const named = ({ address: each, name: target }: OriginAddress): ZoneRecord =>
    target === undefined ? address(each) : entry('CNAME', target)
  if (record === 'unresolvable') return [entry('CNAME', 'gone.hosting.example')]
  // A load balancer replaces the DNS record.
  if (record === 'no-pool' || pools.length > 0) return []
  if (typeof record === 'string') return [address(ADDRESSES[record])]
  if ('tunnel' in record) return [entry('CNAME', `${TUNNEL_ID}.cfargotunnel.com`)]
  if ('pool' in record) return record.pool.map(named)
  if ('address' in record) return [named(record)]
  return record.map((host) => address(ADDRESSES[host]))
}

/** Without a usable pool, the only one is unhealthy. */
const poolStates = ({ record, pools: states }: Setup): Setup['pools'] =>
  record === 'no-pool' ? ['unhealthy'] : states

const pools = (setup: Setup): readonly Pool[] =>
  poolStates(setup).map((state, at) => poolOf(setup, state === 'healthy', at))

/** A failing health check doesn't depend on what the origin returns to other clients. */
const poolOf = ({ origin }: Setup, healthy: boolean, at: number): Pool => {
  const failure = origin === 'stopped' ? 'TCP connection failed' : 'Response code mismatch error'
  const responseCode = origin === 'stopped' ? 0 : 404
  return {
    id: `${POOL_ID.slice(0, -1)}${at}`,
    name: `shop-${at}`,
    enabled: true,
    origins: [
      {
        name: 'one',
        address: ADDRESSES.origin,
        enabled: true,
        healthy,
        failure: healthy ? 'No failures' : failure,
        responseCode: healthy ? 200 : responseCode,
      },
    ],
  }
}

const tunnels = ({ record, edgeBehavior }: Setup): readonly Tunnel[] => {
  if (typeof record !== 'object' || !('tunnel' in record)) return []
  const down = record.tunnel === 'down' || edgeBehavior === 'tunnel-down'
  return [{ id: TUNNEL_ID, name: 'shop', status: down ? 'down' : 'healthy' }]
}

const POOL_ID = '17b5962d775c646f3f9725cbc7a53df4'
const TUNNEL_ID = 'c1744f8b-faa1-48a4-9e5c-02ac921467fa'
