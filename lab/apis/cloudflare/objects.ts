import type { CloudflareSetup, CloudflareZone, ZoneRecord } from './setup.ts'

/** The modification time of every object. */
export const CHANGED = '2026-10-01T12:00:00.000000Z'

export const zoneObject = (zone: CloudflareZone, account: CloudflareSetup['account']): unknown => ({
  id: zone.id,
  name: zone.name,
  status: zone.status,
  paused: zone.paused,
  type: 'full',
  development_mode: zone.developmentMode,
  name_servers: zone.nameServers,
  original_name_servers: [],
  original_registrar: null,
  original_dnshost: null,
  modified_on: CHANGED,
  created_on: CHANGED,
  activated_on: zone.status === 'active' ? CHANGED : null,
  account,
  owner: { id: null, type: 'user', email: null },
  plan: {
    id: '0feeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
    name: zone.plan,
    legacy_id: zone.plan.split(' ')[0]?.toLowerCase(),
  },
  permissions: ['#zone:read'],
})

/** 32 hexadecimal digits, always the same for the same object. */
export const stableId = (zone: string, kind: string, at: number): string =>
  Buffer.from(`${kind}${at}`).toString('hex').padEnd(24, '0').slice(0, 24) + zone.slice(0, 8)

export const recordObject = (zone: CloudflareZone, record: ZoneRecord, at: number): unknown => ({
  id: stableId(zone.id, 'record', at),
  name: record.name,
  type: record.type,
  content: record.content,
  proxiable: record.type === 'A' || record.type === 'AAAA' || record.type === 'CNAME',
  proxied: record.proxied,
  ttl: record.ttl,
  settings: {},
  meta: {},
  comment: null,
  tags: [],
  created_on: CHANGED,
  modified_on: CHANGED,
})

export const settingObject = (id: string, value: unknown): unknown => ({
  id,
  value,
  modified_on: CHANGED,
  editable: true,
})

export const balancerObject = (
  zone: CloudflareZone,
  { name, pools }: CloudflareZone['loadBalancers'][number],
  at: number,
): unknown => ({
  id: stableId(zone.id, 'balancer', at),
  name,
  enabled: true,
  proxied: true,
  fallback_pool: pools.at(-1),
  default_pools: pools,
  steering_policy: 'off',
  session_affinity: 'none',
  created_on: CHANGED,
  modified_on: CHANGED,
})

export const checkObject = (
  zone: CloudflareZone,
  check: CloudflareZone['healthChecks'][number],
  at: number,
): unknown => ({
  id: stableId(zone.id, 'check', at),
  name: check.name,
  address: check.address,
  type: 'HTTPS',
  suspended: check.status === 'suspended',
  status: check.status,
  failure_reason: check.failure,
  interval: 60,
  retries: 2,
  timeout: 5,
  created_on: CHANGED,
  modified_on: CHANGED,
})
