import { ADDRESSES, HOST } from '../network/addresses.ts'
import type { Trouble } from '../apis/api.ts'
import { STATUS_WELL, type StatusStage } from '../apis/status-page.ts'
import { withZone, ZONE_WELL, type ApiStage } from '../apis/defaults.ts'
import type { Pool, Tunnel, ZoneRecord } from '../apis/cloudflare/setup.ts'
import type { ServiceState, Stage } from './setup.ts'
import type { OriginAddress } from './zone.ts'

/** The APIs as they are on a stage: Cloudflare's tells of the zone what the edge makes of it. */
export function apisOf(stage: Stage): ApiStage {
  const others = ZONE_WELL.records.filter(({ name }) => name !== HOST)
  const apis = withZone({
    records: [...recordsOf(stage), ...others],
    settings: { ...ZONE_WELL.settings, ssl: stage.ssl },
    loadBalancers: stage.record === 'no-pool' ? [{ name: HOST, pools: [POOL] }] : [],
  })
  return {
    ...apis,
    cloudflare: {
      ...apis.cloudflare,
      pools: stage.record === 'no-pool' ? [sickPool(stage)] : [],
      tunnels: tunnelsOf(stage),
    },
    status: stage.services['www.cloudflarestatus.com'] === 'data-center-out' ? SAN_JOSE_OUT : STATUS_WELL,
    troubles: Object.entries(stage.services).flatMap(([host, state]) => {
      const what = TROUBLES[state]
      return what === undefined ? [] : [{ host, path: '', what }]
    }),
  }
}

const TROUBLES: { readonly [state in ServiceState]: Trouble['what'] | undefined } = {
  silent: 'silence',
  reset: 'reset',
  error: { status: 500, body: 'Internal Server Error' },
  'data-center-out': undefined,
}

const SAN_JOSE_OUT: StatusStage = {
  ...STATUS_WELL,
  ailing: { SJC: 'major_outage' },
  incidents: [
    {
      name: 'Network problems in San Jose',
      status: 'investigating',
      impact: 'major',
      concerns: ['San Jose, CA, United States - (SJC)'],
      text: 'We are looking into elevated errors in San Jose.',
    },
  ],
}

/** The site's records, as the zone's owner wrote them. */
function recordsOf({ record, name }: Stage): readonly ZoneRecord[] {
  const proxied = [name].flat().some((host) => host.includes('edge'))
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
  // A load balancer stands in the place of a record.
  if (record === 'no-pool') return []
  if (typeof record === 'string') return [address(ADDRESSES[record])]
  if ('tunnel' in record) return [entry('CNAME', `${TUNNEL}.cfargotunnel.com`)]
  if ('pool' in record) return record.pool.map(named)
  if ('address' in record) return [named(record)]
  return record.map((host) => address(ADDRESSES[host]))
}

/** Nobody's health check succeeds, whatever the origins say to others. */
const sickPool = ({ origin }: Stage): Pool => ({
  id: POOL,
  name: 'shop',
  enabled: true,
  origins: [
    {
      name: 'one',
      address: ADDRESSES.origin,
      enabled: true,
      healthy: false,
      failure: origin === 'stopped' ? 'TCP connection failed' : 'Response code mismatch error',
      responseCode: origin === 'stopped' ? 0 : 404,
    },
  ],
})

const tunnelsOf = ({ record, conduct }: Stage): readonly Tunnel[] => {
  if (typeof record !== 'object' || !('tunnel' in record)) return []
  const down = record.tunnel === 'down' || conduct === 'tunnel-down'
  return [{ id: TUNNEL, name: 'shop', status: down ? 'down' : 'healthy' }]
}

const POOL = '17b5962d775c646f3f9725cbc7a53df4'
const TUNNEL = 'c1744f8b-faa1-48a4-9e5c-02ac921467fa'
