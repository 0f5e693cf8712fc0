/** What a token may read, in the words of Cloudflare's dashboard. */
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
  /** Names of the zones it is for; `all` of the account. */
  readonly zones: 'all' | readonly string[]
}

/** A record as the dashboard shows it. `ttl` 1 is "automatic", as with every proxied record. */
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
  /** Such as `TCP connection failed`; `No failures` when healthy. */
  readonly failure: string
  /** 0: it gave none. */
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

/** One line of the figures: how many requests had these answers. */
export interface Traffic {
  readonly count: number
  readonly minutesAgo: number
  readonly host: string
  readonly path: string
  readonly colo: string
  readonly edgeStatus: number
  /** 0: the origin gave none. */
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
  /** Seconds that are left of it; 0: off. */
  readonly developmentMode: number
  readonly plan: 'Free Website' | 'Pro Website' | 'Business Website' | 'Enterprise Website'
  readonly nameServers: readonly string[]
  readonly records: readonly ZoneRecord[]
  /** By their ids, such as `ssl`. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Rules of the phase `http_request_origin`. Empty: the phase never had a ruleset. */
  readonly originRules: readonly OriginRule[]
  readonly workerRoutes: readonly { readonly pattern: string; readonly script: string }[]
  readonly loadBalancers: readonly { readonly name: string; readonly pools: readonly string[] }[]
  readonly healthChecks: readonly HealthCheck[]
  readonly traffic: readonly Traffic[]
}

/** `parameters` as the API has them: `{ host_header: … }`, `{ sni: { value: … } }`, `{ origin: { host: …, port: … } }`. */
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
  /** Requests that are answered before the limit says 429. */
  readonly requestLimit: number
  /** What `/ips` and www.cloudflare.com tell. */
  readonly ranges: { readonly v4: readonly string[]; readonly v6: readonly string[] }
}
