import type { ApiResponse } from '../api.ts'
import { paged, failed, succeeded } from './envelope.ts'
import {
  balancerObject,
  CHANGED,
  checkObject,
  stableId,
  recordObject,
  settingObject,
  zoneObject,
} from './objects.ts'
import type { CloudflareSetup, CloudflareZone, Permission } from './setup.ts'

/** A path below a zone or an account, and its permission. */
export interface ApiRoute {
  readonly pattern: RegExp
  readonly permission: Permission
  /** `parts` is the pattern's match. */
  readonly respond: (parts: readonly string[], query: URLSearchParams) => ApiResponse
}

export const zoneRoutes = (
  zone: CloudflareZone,
  account: CloudflareSetup['account'],
): readonly ApiRoute[] => [
  { pattern: /^$/, permission: 'Zone Read', respond: () => succeeded(zoneObject(zone, account)) },
  {
    pattern: /^\/dns_records$/,
    permission: 'DNS Read',
    respond: (_, query) => paged(filterRecords(zone, query), query, 100),
  },
  {
    pattern: /^\/settings$/,
    permission: 'Zone Settings Read',
    respond: () => succeeded(Object.entries(zone.settings).map(([id, value]) => settingObject(id, value))),
  },
  {
    pattern: /^\/settings\/(\w+)$/,
    permission: 'Zone Settings Read',
    respond: ([, id = '']) => settingResponse(zone, id),
  },
  {
    pattern: /^\/rulesets\/phases\/(\w+)\/entrypoint$/,
    permission: 'Origin Rules Read',
    respond: ([, phase = '']) => rulesResponse(zone, phase),
  },
  {
    pattern: /^\/workers\/routes$/,
    permission: 'Workers Routes Read',
    respond: () =>
      succeeded(zone.workerRoutes.map((route, at) => ({ id: stableId(zone.id, 'route', at), ...route }))),
  },
  {
    pattern: /^\/load_balancers$/,
    permission: 'Load Balancers Read',
    respond: () => succeeded(zone.loadBalancers.map((each, at) => balancerObject(zone, each, at))),
  },
  {
    pattern: /^\/healthchecks$/,
    permission: 'Health Checks Read',
    respond: (_, query) =>
      paged(
        zone.healthChecks.map((each, at) => checkObject(zone, each, at)),
        query,
        25,
      ),
  },
]

function filterRecords(zone: CloudflareZone, query: URLSearchParams): readonly unknown[] {
  const allows = (name: string, value: string): boolean =>
    [value, null].includes(query.get(name)) && [value, null].includes(query.get(`${name}.exact`))
  return zone.records.flatMap((record, at) => {
    const { name, type, content, proxied } = record
    const matches =
      allows('name', name) &&
      allows('type', type) &&
      allows('content', content) &&
      allows('proxied', String(proxied))
    return matches ? [recordObject(zone, record, at)] : []
  })
}

function settingResponse({ settings }: CloudflareZone, id: string): ApiResponse {
  return Object.hasOwn(settings, id)
    ? succeeded(settingObject(id, settings[id]))
    : failed(400, { code: 1003, message: `Undefined zone setting: ${id}` })
}

/** A phase that never had a rule returns an error for its missing ruleset. */
function rulesResponse(zone: CloudflareZone, phase: string): ApiResponse {
  if (phase !== 'http_request_origin' || zone.originRules.length === 0) {
    return failed(404, {
      code: 10003,
      message: `could not find entrypoint ruleset in the ${phase} phase`,
    })
  }
  return succeeded({
    id: stableId(zone.id, 'ruleset', 0),
    name: 'default',
    description: '',
    kind: 'zone',
    version: '1',
    phase,
    last_updated: CHANGED,
    rules: zone.originRules.map(({ expression, enabled, parameters }, at) => ({
      id: stableId(zone.id, 'rule', at),
      version: '1',
      action: 'route',
      action_parameters: parameters,
      expression,
      description: '',
      enabled,
      last_updated: CHANGED,
      ref: stableId(zone.id, 'rule', at),
    })),
  })
}
