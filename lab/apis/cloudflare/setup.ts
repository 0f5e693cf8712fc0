/** Permissions of a token, as Cloudflare's dashboard names them. */
export const PERMISSIONS = [
  'Zone Read',
  'DNS Read',
  'Zone Settings Read',
  'Origin Rules Read',
  'Workers Routes Read',
  'Load Balancers Read',
  'Load Balancing: Monitors and Pools Read',
  'Health Checks Read',
  'Cloudflare Tunnel Read',
  'Analytics Read',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export interface Token {
  readonly permissions: readonly Permission[]
  /** Names of its zones, or `all` of the account. */
  readonly zones: 'all' | readonly string[]
}

/** A record as in the dashboard. `ttl` 1 is "automatic", which every proxied record has. */
export interface ZoneRecord {
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'MX'
  readonly name: string
  readonly content: string
  readonly proxied: boolean
  readonly ttl: number
}

export interface Pool {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly origins: readonly PoolOrigin[]
}

export interface PoolOrigin {
  readonly name: string
  readonly address: string
  readonly enabled: boolean
  readonly healthy: boolean
  /** Such as `TCP connection failed`, or `No failures` when healthy. */
  readonly failure: string
  /** 0: no response. */
  readonly responseCode: number
}

export interface Tunnel {
  /** A UUID. */
  readonly id: string
  readonly name: string
  readonly status: 'healthy' | 'degraded' | 'down' | 'inactive'
}

export interface HealthCheck {
  readonly name: string
  readonly address: string
  readonly status: 'unknown' | 'healthy' | 'unhealthy' | 'suspended'
  readonly failure: string
}

/** One line of analytics: how many requests had these responses. */
export interface Traffic {
  readonly count: number
  readonly minutesAgo: number
  readonly host: string
  readonly path: string
  readonly colo: string
  readonly edgeStatus: number
  /** 0: no response from the origin. */
  readonly originStatus: number
  /** Such as `dynamic`, `hit`, `none`. */
  readonly cacheStatus: string
}

export interface CloudflareZone {
  /** 32 hexadecimal digits. */
  readonly id: string
  readonly name: string
  readonly status: 'initializing' | 'pending' | 'active' | 'moved'
  readonly paused: boolean
  /** Remaining seconds. 0: off. */
  readonly developmentMode: number
  readonly plan: 'Free Website' | 'Pro Website' | 'Business Website' | 'Enterprise Website'
  readonly nameServers: readonly string[]
  readonly records: readonly ZoneRecord[]
  /** By id, such as `ssl`. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Rules of the phase `http_request_origin`. Empty: the phase has no ruleset. */
  readonly originRules: readonly OriginRule[]
  readonly workerRoutes: readonly { readonly pattern: string; readonly script: string }[]
  readonly loadBalancers: readonly { readonly name: string; readonly pools: readonly string[] }[]
  readonly healthChecks: readonly HealthCheck[]
  readonly traffic: readonly Traffic[]
}

/**
 * `parameters` as in the API: `{ host_header: … }`, `{ sni: { value: … } }`, `{ origin: { host: …, port: … } }`.
 */
export interface OriginRule {
  readonly expression: string
  readonly enabled: boolean
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface CloudflareSetup {
  readonly account: { readonly id: string; readonly name: string }
  readonly tokens: Readonly<Record<string, Token>>
  readonly zones: readonly CloudflareZone[]
  readonly pools: readonly Pool[]
  readonly tunnels: readonly Tunnel[]
  /** Requests until the rate limit returns 429. */
  readonly requestLimit: number
  /** The ranges at `/ips` and on www.cloudflare.com. */
  readonly ranges: { readonly v4: readonly string[]; readonly v6: readonly string[] }
}
