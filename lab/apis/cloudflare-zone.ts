import type { ApiAnswer } from './api.ts'
import { paged, refused, succeeded } from './cloudflare-envelope.ts'
import type { CloudflareStage, CloudflareZone, Permission, ZoneRecord } from './cloudflare-stage.ts'

/** One path below a zone or an account, and who may read it. */
export interface ApiRoute {
  readonly pattern: RegExp
  readonly permission: Permission
  /** `parts` are what the pattern found. */
  readonly answer: (parts: readonly string[], query: URLSearchParams) => ApiAnswer
}

/** When everything here was last changed. */
export const CHANGED = '2026-10-01T12:00:00.000000Z'

export const zoneObject = (zone: CloudflareZone, account: CloudflareStage['account']): unknown => ({
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

export const zoneRoutes = (
  zone: CloudflareZone,
  account: CloudflareStage['account'],
): readonly ApiRoute[] => [
  { pattern: /^$/, permission: 'Zone Read', answer: () => succeeded(zoneObject(zone, account)) },
  {
    pattern: /^\/dns_records$/,
    permission: 'DNS Read',
    answer: (_, query) => paged(recordsBy(zone, query), query, 100),
  },
  {
    pattern: /^\/settings$/,
    permission: 'Zone Settings Read',
    answer: () => succeeded(Object.entries(zone.settings).map(([id, value]) => settingObject(id, value))),
  },
  {
    pattern: /^\/settings\/(\w+)$/,
    permission: 'Zone Settings Read',
    answer: ([, id = '']) => settingAnswer(zone, id),
  },
  {
    pattern: /^\/rulesets\/phases\/(\w+)\/entrypoint$/,
    permission: 'Origin Rules Read',
    answer: ([, phase = '']) => rulesAnswer(zone, phase),
  },
  {
    pattern: /^\/workers\/routes$/,
    permission: 'Workers Routes Read',
    answer: () =>
      succeeded(zone.workerRoutes.map((route, at) => ({ id: idOf(zone.id, 'route', at), ...route }))),
  },
  {
    pattern: /^\/load_balancers$/,
    permission: 'Load Balancers Read',
    answer: () => succeeded(zone.loadBalancers.map((each, at) => balancerObject(zone, each, at))),
  },
  {
    pattern: /^\/healthchecks$/,
    permission: 'Health Checks Read',
    answer: (_, query) =>
      paged(
        zone.healthChecks.map((each, at) => checkObject(zone, each, at)),
        query,
        25,
      ),
  },
]

/** 32 hexadecimal digits that are always the same for the same thing. */
const idOf = (zone: string, kind: string, at: number): string =>
  Buffer.from(`${kind}${at}`).toString('hex').padEnd(24, '0').slice(0, 24) + zone.slice(0, 8)

function recordsBy(zone: CloudflareZone, query: URLSearchParams): readonly unknown[] {
  const allows = (name: string, value: string): boolean =>
    [value, null].includes(query.get(name)) && [value, null].includes(query.get(`${name}.exact`))
  return zone.records.flatMap((record, at) => {
    const { name, type, content, proxied } = record
    const wanted =
      allows('name', name) &&
      allows('type', type) &&
      allows('content', content) &&
      allows('proxied', String(proxied))
    return wanted ? [recordObject(zone, record, at)] : []
  })
}

const recordObject = (zone: CloudflareZone, record: ZoneRecord, at: number): unknown => ({
  id: idOf(zone.id, 'record', at),
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

const settingObject = (id: string, value: unknown): unknown => ({
  id,
  value,
  modified_on: CHANGED,
  editable: true,
})

function settingAnswer({ settings }: CloudflareZone, id: string): ApiAnswer {
  return Object.hasOwn(settings, id)
    ? succeeded(settingObject(id, settings[id]))
    : refused(400, { code: 1003, message: `Undefined zone setting: ${id}` })
}

/** A phase that never had a rule has no ruleset: that is an error, and means "none". */
function rulesAnswer(zone: CloudflareZone, phase: string): ApiAnswer {
  if (phase !== 'http_request_origin' || zone.originRules.length === 0) {
    return refused(404, {
      code: 10003,
      message: `could not find entrypoint ruleset in the ${phase} phase`,
    })
  }
  return succeeded({
    id: idOf(zone.id, 'ruleset', 0),
    name: 'default',
    description: '',
    kind: 'zone',
    version: '1',
    phase,
    last_updated: CHANGED,
    rules: zone.originRules.map(({ expression, enabled, parameters }, at) => ({
      id: idOf(zone.id, 'rule', at),
      version: '1',
      action: 'route',
      action_parameters: parameters,
      expression,
      description: '',
      enabled,
      last_updated: CHANGED,
      ref: idOf(zone.id, 'rule', at),
    })),
  })
}

const balancerObject = (
  zone: CloudflareZone,
  { name, pools }: CloudflareZone['loadBalancers'][number],
  at: number,
): unknown => ({
  id: idOf(zone.id, 'balancer', at),
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

const checkObject = (
  zone: CloudflareZone,
  check: CloudflareZone['healthChecks'][number],
  at: number,
): unknown => ({
  id: idOf(zone.id, 'check', at),
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
