import { IPV4_RANGES, IPV6_RANGES } from '../../src/cloudflare/published-ranges.ts'
import { PERMISSIONS, type CloudflareSetup, type CloudflareZone } from './cloudflare/setup.ts'
import { DEFAULT_GLOBALPING, type GlobalpingSetup } from './globalping.ts'
import { DEFAULT_STATUS, type StatusSetup } from './status-page.ts'
import type { RangesBehavior } from './ip-ranges.ts'
import type { ApiFault } from './api.ts'

/** The state of all APIs at one moment. */
export interface ApiSetup {
  readonly cloudflare: CloudflareSetup
  readonly ranges: RangesBehavior
  readonly status: StatusSetup
  readonly globalping: GlobalpingSetup
  readonly faults: readonly ApiFault[]
}

export const API_TOKEN = 'lab-0123456789abcdefghijklmnopqrstuvwxyzABC'
export const ACCOUNT_ID = '699d98642c564d2e855e9661899b7252'
export const ZONE_ID = '023e105f4ecef8ad9ca31a8372d0c353'

/** The site's zone, proxied to its origin. */
export const DEFAULT_ZONE: CloudflareZone = {
  id: ZONE_ID,
  name: 'shop.example',
  status: 'active',
  paused: false,
  developmentMode: 0,
  plan: 'Free Website',
  nameServers: ['ns1.lab-dns.example', 'ns2.lab-dns.example'],
  records: [
    { type: 'A', name: 'shop.example', content: '203.0.113.10', proxied: true, ttl: 1 },
    { type: 'A', name: 'www.shop.example', content: '203.0.113.10', proxied: true, ttl: 1 },
    { type: 'TXT', name: 'shop.example', content: '"v=spf1 -all"', proxied: false, ttl: 3600 },
  ],
  settings: {
    ssl: 'strict',
    ssl_automatic_mode: 'auto',
    always_online: 'off',
    always_use_https: 'off',
    development_mode: 'off',
    origin_max_http_version: '2',
    tls_client_auth: 'off',
    proxy_read_timeout: '125',
    origin_error_page_pass_thru: 'off',
    security_level: 'medium',
  },
  originRules: [],
  workerRoutes: [],
  loadBalancers: [],
  healthChecks: [],
  traffic: [],
}

export const DEFAULT_CLOUDFLARE: CloudflareSetup = {
  account: { id: ACCOUNT_ID, name: 'Shop' },
  tokens: { [API_TOKEN]: { permissions: PERMISSIONS, zones: 'all' } },
  zones: [DEFAULT_ZONE],
  pools: [],
  tunnels: [],
  requestLimit: 1200,
  ranges: { v4: IPV4_RANGES, v6: IPV6_RANGES },
}

export const DEFAULT_APIS: ApiSetup = {
  cloudflare: DEFAULT_CLOUDFLARE,
  ranges: 'lists',
  status: DEFAULT_STATUS,
  globalping: DEFAULT_GLOBALPING,
  faults: [],
}

/** The default setup with changes to the site's zone. */
export const withZone = (change: Partial<CloudflareZone>): ApiSetup => ({
  ...DEFAULT_APIS,
  cloudflare: { ...DEFAULT_CLOUDFLARE, zones: [{ ...DEFAULT_ZONE, ...change }] },
})
