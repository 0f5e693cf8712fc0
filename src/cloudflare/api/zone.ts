import type { PoolHealth, ZoneFacts } from '../../domain/zone.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { flagIn, listIn, member, textIn } from '../../shared/json.ts'

/** Parsers for the API's results. Each accepts untrusted JSON and returns the part that it understands. */

/** The most candidates for a host's zone. */
const MAX_ZONE_NAMES = 5

/** `a.b.example.org` → itself, `b.example.org` and `example.org`: the possible names of its zone, longest first. */
export function zoneNamesOf(host: string): readonly string[] {
  const labels = host.toLowerCase().split('.')
  return labels
    .slice(0, -1)
    .map((_, at) => labels.slice(at).join('.'))
    .slice(0, MAX_ZONE_NAMES)
}

export interface ZoneHead {
  readonly id: string
  /** Empty if it can't be read. */
  readonly name: string
  readonly account: string
  readonly status: string
  readonly paused: boolean
  /** `full`, `partial`, `secondary`. */
  readonly type: string
}

export function zoneHeadIn(result: unknown): ZoneHead | undefined {
  const id = idIn(result)
  if (id === undefined) return
  return {
    id,
    name: (textIn(result, 'name') ?? '').slice(0, 255).toLowerCase(),
    account: idIn(member(result, 'account')) ?? '',
    status: wordIn(result, 'status'),
    paused: flagIn(result, 'paused') === true,
    type: wordIn(result, 'type'),
  }
}

export interface RecordEntry {
  readonly type: 'A' | 'AAAA' | 'CNAME'
  readonly content: string
  readonly proxied: boolean
}

/** Records in one response: so many are requested. Each is resolved, and may be an origin. */
const MAX_RECORDS = 100

/** A host's records with an address or a target. */
export function recordsIn(result: unknown): readonly RecordEntry[] {
  return listIn(result, [], MAX_RECORDS).flatMap((record) => {
    const [type, content] = [textIn(record, 'type'), textIn(record, 'content')]
    if (content === undefined || content.length > 255) return []
    if (type !== 'A' && type !== 'AAAA' && type !== 'CNAME') return []
    return [
      {
        type,
        content: content.toLowerCase().replace(/\.$/, ''),
        proxied: flagIn(record, 'proxied') === true,
      },
    ]
  })
}

/** The id of the tunnel that a CNAME points to. */
export function tunnelIn(records: readonly RecordEntry[]): string | undefined {
  const targets = records.map(({ content }) => /^([0-9a-f-]{36})\.cfargotunnel\.com$/.exec(content)?.[1])
  return targets.find((target) => target !== undefined)
}

export function tunnelStatusIn(result: unknown): string {
  return wordIn(result, 'status')
}

/** A setting's value, if it is a word. */
export function settingIn(result: unknown): string {
  return wordIn(result, 'value')
}

/** What the rules in the phase `http_request_origin` change. */
export function rulesIn(result: unknown): NonNullable<ZoneFacts['rules']> {
  const parameters = listIn(result, 'rules')
    .filter((rule) => flagIn(rule, 'enabled') !== false)
    .map((rule) => member(rule, 'action_parameters'))
  const some = (is: (parameter: unknown) => boolean): boolean => parameters.some(is)
  return {
    address: some((each) => textIn(member(each, 'origin'), 'host') !== undefined),
    port: some((each) => member(member(each, 'origin'), 'port') !== undefined),
    host: some((each) => textIn(each, 'host_header') !== undefined || member(each, 'sni') !== undefined),
  }
}

/**
 * Whether a route sends the page to a Worker. The most specific route counts; without a script it turns Workers off.
 */
export function workerFor(result: unknown, page: string): boolean {
  const fitting = listOf(result).filter((route) => globFits(textIn(route, 'pattern') ?? '', page))
  const [best] = fitting.toSorted(
    (a, b) => (textIn(b, 'pattern') ?? '').length - (textIn(a, 'pattern') ?? '').length,
  )
  return (textIn(best, 'script') ?? '') !== ''
}

/** `*` matches anything. A pattern without a scheme matches both. */
function globFits(pattern: string, page: string): boolean {
  const [first = '', ...rest] = pattern.replace(/^https?:\/\//, '').split('*')
  if (pattern === '' || !page.startsWith(first)) return false
  if (rest.length === 0) return page === first
  const last = rest.at(-1) ?? ''
  let at = first.length
  for (const part of rest.slice(0, -1)) {
    const found = page.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return page.length - last.length >= at && page.endsWith(last)
}

/** The pools of a host's load balancer; undefined without one. */
export function poolsFor(result: unknown, host: string): readonly string[] | undefined {
  const balancer = listOf(result).find(
    (each) => textIn(each, 'name')?.toLowerCase() === host && flagIn(each, 'enabled') !== false,
  )
  if (balancer === undefined) return
  const ids = [...listIn(balancer, 'default_pools'), member(balancer, 'fallback_pool')]
  return [
    ...new Set(ids.flatMap((id) => (typeof id === 'string' && /^[0-9a-f]{17,32}$/.test(id) ? [id] : []))),
  ].slice(0, 8)
}

/** A pool's health. It is healthy if one of the monitoring data centers reports that. */
export function poolHealthIn(result: unknown): PoolHealth {
  const places = member(result, 'pop_health')
  const seen = typeof places === 'object' && places !== null ? Object.values(places).slice(0, 500) : []
  const failures = seen.flatMap((place) =>
    listIn(place, 'origins').flatMap((origin) =>
      typeof origin === 'object' && origin !== null ? Object.values(origin).map(failureIn) : [],
    ),
  )
  return {
    ...(seen.length > 0 && { healthy: seen.some((place) => flagIn(place, 'healthy') === true) }),
    failures: [...new Set(failures)]
      .filter((failure) => failure !== '')
      .slice(0, 3)
      .map(untrusted),
  }
}

/** Fixed phrases only: other text could contain an address. */
function failureIn(health: unknown): string {
  const failure = textIn(health, 'failure_reason') ?? ''
  return /^[A-Za-z][A-Za-z '-]{2,60}$/.test(failure) && failure !== 'No failures' ? failure : ''
}

function listOf(result: unknown): readonly unknown[] {
  return Array.isArray(result) ? result.slice(0, 2000) : []
}

function idIn(value: unknown): string | undefined {
  const id = textIn(value, 'id')
  return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : undefined
}

function wordIn(value: unknown, name: string): string {
  const word = textIn(value, name) ?? ''
  return /^[a-z_]{1,30}$/.test(word) ? word : ''
}
