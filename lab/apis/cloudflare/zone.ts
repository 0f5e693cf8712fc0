import type { ApiAnswer } from '../api.ts'
import { paged, refused, succeeded } from './envelope.ts'
import {
  balancerObject,
  CHANGED,
  checkObject,
  idOf,
  recordObject,
  settingObject,
  zoneObject,
} from './objects.ts'
import type { CloudflareStage, CloudflareZone, Permission } from './setup.ts'

/** One path below a zone or an account, and who may read it. */
export interface ApiRoute {
  readonly pattern: RegExp
  readonly permission: Permission
  /** `parts` are what the pattern found. */
  readonly answer: (parts: readonly string[], query: URLSearchParams) => ApiAnswer
}

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
