import { defaultPort } from '../../shared/authority.ts'
import { orAborted } from '../../shared/abort.ts'
import { isIP } from 'node:net'
import { apiResultOf, unreadWords, type ApiResult } from '../../cloudflare/api/result.ts'
import { analyticsIn, analyticsQuery, ANALYTICS_MINUTES } from '../../cloudflare/api/analytics.ts'
import { parseJson } from '../../shared/json.ts'
import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import { tunnelIn, type RecordEntry, type ZoneHead } from '../../cloudflare/api/zone.ts'
import type { OriginTarget, Site } from '../../domain/config.ts'
import type { Analytics, HostRecord, ZoneFacts } from '../../domain/zone.ts'
import { apiAt, type Api } from './json-api.ts'
import { deadline } from '../network/clock.ts'
import type { ProbeContext } from '../http/exchange.ts'
import { pointsToOrigins } from './record-target.ts'
import {
  headOf,
  poolsOf,
  recordsOf,
  rulesOf,
  sslOf,
  tunnelOf,
  workerOf,
  type Found,
  type Read,
} from './zone-resources.ts'

const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4'

/** Milliseconds for which what was read is taken to be still so. */
const FRESH = 15_000
/** Milliseconds for all that is read, whatever the site is given: the first look waits no longer for an API than that. */
const PATIENCE = 10_000

/** What the API tells of the zone of one site. */
export interface Zone {
  /** The site, with the origins that the zone's records name where none were given; their addresses have been revealed. */
  readonly site: () => Promise<Site>
  readonly facts: () => Promise<ZoneFacts>
  readonly figures: (way: ProbeContext) => Promise<Analytics>
  /** The site was not well: what was read is read anew, if some time has passed. */
  readonly again: () => void
}

/** Answers to one token that the sites of a zone share. */
export type Readings = Map<string, { readonly at: number; readonly reading: Promise<ApiResult> }>

/** Begins to read the zone of a site. Never throws for what the API does. */
export function zoneOf(
  site: Site,
  { token, id }: NonNullable<Site['zone']>,
  way: ProbeContext,
  shared: Readings = new Map(),
  { address = CLOUDFLARE_API, patience = PATIENCE } = {},
): Zone {
  const api = apiAt(address, { authorization: `Bearer ${token}` })
  const begin = (): Reader => {
    const { signal, clear } = deadline(patience, way.signal)
    const within = { ...way, signal, timeout: patience }
    const reader = readerOf(site, id, (path) => shareOf(shared, path, api, within), within)
    void reader.facts.then(clear)
    return { ...reader, at: way.clock.monotonic() }
  }
  let current = begin()
  return {
    site: async () => (site.origins.length > 0 ? site : { ...site, origins: await current.origins }),
    facts: () => current.facts,
    figures: async (within) => figuresOf(api, await current.head, new URL(site.url).host, within),
    again: () => {
      if (way.clock.monotonic() - current.at >= FRESH) current = begin()
    },
  }
}

function shareOf(shared: Readings, path: string, api: Api, way: ProbeContext): Promise<ApiResult> {
  const now = way.clock.monotonic()
  const before = shared.get(path)
  if (before !== undefined && now - before.at < FRESH) return before.reading
  const reading = api.get(path, way).then(apiResultOf)
  shared.set(path, { at: now, reading })
  return reading
}

interface Reader {
  readonly at: number
  readonly head: Promise<Found<ZoneHead>>
  readonly origins: Promise<readonly OriginTarget[]>
  readonly facts: Promise<ZoneFacts>
}

function readerOf(site: Site, id: string | undefined, read: Read, way: ProbeContext): Omit<Reader, 'at'> {
  const { hostname, pathname } = new URL(site.url)
  const head = headOf(hostname, id, read)
  const within = async <T>(part: (head: ZoneHead) => Promise<Found<T>>): Promise<Found<T>> => {
    const found = await head
    return found.ok ? part(found.value) : { ok: false, unread: '' }
  }
  const records = within((zone) => recordsOf(zone, hostname, read))
  const ssl = within((zone) => sslOf(zone, read))
  const origins = Promise.all([records, ssl]).then(([found, mode]) =>
    found.ok ? targetsOf(site, found.value, mode.ok ? mode.value : '', way) : [],
  )
  const compose = async (): Promise<ZoneFacts> => {
    const [zone, found, mode, rules, worker, pools, tunnel] = await Promise.all([
      head,
      records,
      ssl,
      within((each) => rulesOf(each, read)),
      within((each) => workerOf(each, hostname + pathname, read)),
      within((each) => poolsOf(each, hostname, read)),
      records.then((all) => within((each) => tunnelOf(each, all.ok ? all.value : [], read))),
    ])
    const given = site.origins.length > 0 ? site.origins : await origins
    const record = found.ok ? await recordFacts(found.value, given, way) : undefined
    return {
      ...(zone.ok && zone.value.status !== '' && { status: zone.value.status, paused: zone.value.paused }),
      ...(mode.ok && mode.value !== '' && { ssl: mode.value }),
      ...(record !== undefined && { record }),
      ...(rules.ok && { rules: rules.value }),
      ...(worker.ok && { worker: worker.value }),
      ...(tunnel.ok && tunnel.value !== '' && { tunnel: tunnel.value }),
      ...(pools.ok && pools.value !== undefined && { pools: pools.value }),
      unread: [zone, found, mode, rules, worker, pools, tunnel].flatMap((part) =>
        part.ok || part.unread === '' ? [] : [part.unread],
      ),
    }
  }
  return { head, origins, facts: compose() }
}

/** What to dial where the records are all that is known of the origins. */
function targetsOf(
  site: Site,
  records: readonly RecordEntry[],
  ssl: string,
  way: ProbeContext,
): readonly OriginTarget[] {
  if (tunnelIn(records) !== undefined) return []
  const { protocol, port } = new URL(site.url)
  const { mode } = sslModeOf(site, ssl)
  const http = protocol === 'http:' && mode !== 'origin_pull'
  const plain = http || mode === 'off' || (mode === 'flexible' && port === '')
  const hosts = [...new Set(records.map(({ content }) => content))]
  way.onAddresses(hosts)
  return hosts.map((host) => ({
    scheme: plain ? 'http:' : 'https:',
    host,
    port: port === '' || plain !== (protocol === 'http:') ? defaultPort(!plain) : Number(port),
  }))
}

async function recordFacts(
  records: readonly RecordEntry[],
  given: readonly OriginTarget[],
  way: ProbeContext,
): Promise<HostRecord> {
  const proxied = records.some((record) => record.proxied)
  if (tunnelIn(records) !== undefined)
    return { kind: 'tunnel', proxied, pointsToOrigins: given.map(() => null) }
  if (records.length === 0) return { kind: 'none', proxied, pointsToOrigins: given.map(() => null) }
  way.onAddresses(records.map(({ content }) => content))
  const compared = Promise.all(given.map((origin) => pointsToOrigins(origin, records, way)))
  // A resolver that stays silent may not hold the facts up.
  const leads = await orAborted(compared, way.signal).catch(() => given.map(() => null))
  return {
    kind: records.every(({ content }) => isIP(content) !== 0) ? 'address' : 'name',
    proxied,
    pointsToOrigins: leads,
  }
}

async function figuresOf(
  api: Api,
  head: Found<ZoneHead>,
  host: string,
  way: ProbeContext,
): Promise<Analytics> {
  const none = { minutes: ANALYTICS_MINUTES, rows: [] }
  if (!head.ok) return none
  const answer = await api.post('/graphql', analyticsQuery(head.value.id, host, way.clock.now()), way)
  const body = answer.kind === 'completed' ? parseJson(answer.body.text) : undefined
  const figures = analyticsIn(body, host)
  if (figures !== undefined) return figures
  const why = answer.kind === 'failed' ? 'unreachable' : answer.head.status === 429 ? 'busy' : 'permission'
  return { ...none, unread: unreadWords('The figures of the zone', why, 'Analytics Read') }
}
