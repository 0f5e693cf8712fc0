import { paged, failed, succeeded } from './envelope.ts'
import { CHANGED } from './objects.ts'
import type { CloudflareSetup, Pool, PoolOrigin, Tunnel } from './setup.ts'
import type { ApiRoute } from './zone.ts'

const POOLS = 'Load Balancing: Monitors and Pools Read'
const TUNNELS = 'Cloudflare Tunnel Read'

/** Resources of the account rather than a zone. */
export const accountRoutes = ({ account, pools, tunnels }: CloudflareSetup): readonly ApiRoute[] => {
  const pool = (id: string | undefined): Pool | undefined => pools.find((each) => each.id === id)
  const tunnel = (id: string | undefined): Tunnel | undefined => tunnels.find((each) => each.id === id)
  return [
    {
      pattern: /^\/load_balancers\/pools$/,
      permission: POOLS,
      respond: (_, query) => paged(pools.map(poolObject), query, 25),
    },
    {
      pattern: /^\/load_balancers\/pools\/([^/]+)$/,
      permission: POOLS,
      respond: ([, id]) => orNotFound(pool(id), poolObject),
    },
    {
      pattern: /^\/load_balancers\/pools\/([^/]+)\/health$/,
      permission: POOLS,
      respond: ([, id]) => orNotFound(pool(id), healthObject),
    },
    {
      pattern: /^\/cfd_tunnel$/,
      permission: TUNNELS,
      respond: (_, query) =>
        paged(
          tunnels
            .filter(({ name }) => [null, name].includes(query.get('name')))
            .map((each) => tunnelObject(each, account.id)),
          query,
          100,
        ),
    },
    {
      pattern: /^\/cfd_tunnel\/([^/]+)$/,
      permission: TUNNELS,
      respond: ([, id]) => orNotFound(tunnel(id), (each) => tunnelObject(each, account.id)),
    },
    {
      pattern: /^\/cfd_tunnel\/([^/]+)\/connections$/,
      permission: TUNNELS,
      respond: ([, id]) => orNotFound(tunnel(id), connectorObjects),
    },
  ]
}

const orNotFound = <T>(
  thing: T | undefined,
  object: (thing: T) => unknown,
): ReturnType<ApiRoute['respond']> =>
  thing === undefined ? failed(404, { code: 1001, message: 'resource not found' }) : succeeded(object(thing))

const isHealthy = ({ enabled, healthy }: PoolOrigin): boolean => enabled && healthy

const poolObject = (pool: Pool): unknown => ({
  id: pool.id,
  name: pool.name,
  description: '',
  enabled: pool.enabled,
  healthy: pool.origins.some(isHealthy),
  minimum_origins: 1,
  monitor: 'f1aba936b94213e5b8dca0c0dbf1f9cc',
  origins: pool.origins.map(({ name, address, enabled }) => ({ name, address, enabled, weight: 1 })),
  created_on: CHANGED,
  modified_on: CHANGED,
})

/** Data centers by city, each with its health check of every origin, by the origin's address. */
const healthObject = (pool: Pool): unknown => ({
  pool_id: pool.id,
  pop_health: Object.fromEntries(
    ['San Jose, CA', 'Frankfurt, DE'].map((city) => [
      city,
      {
        healthy: pool.origins.some(isHealthy),
        origins: pool.origins.map(({ address, healthy, failure, responseCode }) => ({
          [address]: { healthy, rtt: '12.1ms', failure_reason: failure, response_code: responseCode },
        })),
      },
    ]),
  ),
})

const isConnected = ({ status }: Tunnel): boolean => status === 'healthy' || status === 'degraded'

function tunnelObject(tunnel: Tunnel, account: string): unknown {
  return {
    id: tunnel.id,
    account_tag: account,
    name: tunnel.name,
    status: tunnel.status,
    tun_type: 'cfd_tunnel',
    remote_config: true,
    config_src: 'cloudflare',
    connections: isConnected(tunnel) ? [connectionObject(tunnel)] : [],
    conns_active_at: isConnected(tunnel) ? CHANGED : null,
    conns_inactive_at: tunnel.status === 'down' ? CHANGED : null,
    created_at: CHANGED,
    deleted_at: null,
    metadata: {},
  }
}

const connectorObjects = (tunnel: Tunnel): unknown =>
  isConnected(tunnel)
    ? [
        {
          id: '1bedc50d-42b3-473c-b108-ff3d10c0d925',
          features: [],
          version: '2026.7.1',
          arch: 'linux_amd64',
          run_at: CHANGED,
          conns: [connectionObject(tunnel)],
        },
      ]
    : []

const connectionObject = ({ id }: Tunnel): unknown => ({
  id,
  client_id: '1bedc50d-42b3-473c-b108-ff3d10c0d925',
  client_version: '2026.7.1',
  colo_name: 'sjc07',
  is_pending_reconnect: false,
  opened_at: CHANGED,
  origin_ip: '203.0.113.10',
  uuid: id,
})
