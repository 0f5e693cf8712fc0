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
  ranges: {
    // https://www.cloudflare.com/ips/, August 2026.
    v4: [
      '173.245.48.0/20',
      '103.21.244.0/22',
      '103.22.200.0/22',
      '103.31.4.0/22',
      '141.101.64.0/18',
      '108.162.192.0/18',
      '190.93.240.0/20',
      '188.114.96.0/20',
      '197.234.240.0/22',
      '198.41.128.0/17',
      '162.158.0.0/15',
      '104.16.0.0/13',
      '104.24.0.0/14',
      '172.64.0.0/13',
      '131.0.72.0/22',
    ],
    v6: [
      '2400:cb00::/32',
      '2606:4700::/32',
      '2803:f800::/32',
      '2405:b500::/32',
      '2405:8100::/32',
      '2a06:98c0::/29',
      '2c0f:f248::/32',
    ],
  },
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
