import { isIP } from '../../shared/ip.ts'
import { analyticsIn, analyticsQuery, ANALYTICS_MINUTES } from '../../cloudflare/api/analytics.ts'
import { originlessTarget } from '../../cloudflare/originless.ts'
import { apiResultOf, unreadWords, type ApiResult } from '../../cloudflare/api/result.ts'
import { tunnelIn, type RecordEntry, type ZoneHead } from '../../cloudflare/api/zone.ts'
import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import type { OriginTarget, Site } from '../../domain/config.ts'
import type { Analytics, HostRecord, ZoneFacts } from '../../domain/zone.ts'
import { rawTextOf, untrusted } from '../../domain/untrusted.ts'
import { orAborted } from '../../shared/abort.ts'
import { defaultPort } from '../../shared/authority.ts'
import { MAX_API_VALUES, parseJson } from '../../shared/json.ts'
import { cached, type CacheEntry } from '../cache.ts'
import { deadline } from '../network/clock.ts'
import type { ProbeContext } from '../types.ts'
import { jsonApi, type JsonApi } from '../api/json-api.ts'
import { recordsPointTo } from './record-target.ts'
import {
  findZone,
  readPools,
  readRecords,
  readRules,
  readSslMode,
  readTunnelStatus,
  readWorkerRoute,
  type ReadPath,
  type ReadResult,
} from './zone-resources.ts'

const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4'

/** Milliseconds for which a result is reused. */
const RESULT_MAX_AGE = 15_000
/** Milliseconds for reading the whole zone, whatever the site's timeout: the first round waits for it. */
const ZONE_TIMEOUT = 10_000

/** The Cloudflare zone of one site, read with the API. */
export interface Zone {
  /** The site, with origins from the zone's records if none were configured. Their addresses have been reported. */
  readonly site: () => Promise<Site>
  readonly facts: () => Promise<ZoneFacts>
  readonly analytics: (context: ProbeContext) => Promise<Analytics>
  /** Reads the zone again unless the last results are recent. For a site that is not healthy. */
  readonly refresh: () => void
}

/** API results by path, which all sites with the same token share. */
export type ApiResults = Map<string, CacheEntry<Promise<ApiResult>>>

/** Starts to read the zone of a site. Never throws for what the API does. */
export function openZone(
  site: Site,
  { token, id }: NonNullable<Site['zone']>,
  context: ProbeContext,
  shared: ApiResults = new Map(),
  { apiUrl = CLOUDFLARE_API, timeout = ZONE_TIMEOUT } = {},
): Zone {
  const api = jsonApi(apiUrl, { authorization: `Bearer ${token}` })
  const { clock } = context
  const read = (): ZoneReading & { readonly startedAt: number } => {
    const { signal, clear } = deadline(timeout, context.signal)
    const limited = { ...context, signal, timeout }
    const readPath: ReadPath = (path) =>
      cached(shared, path, RESULT_MAX_AGE, clock, () => api.get(path, limited).then(apiResultOf))
    const reading = readZone(site, id, readPath, limited)
    void reading.facts.then(clear)
    return { ...reading, startedAt: clock.monotonic() }
  }
  let current = read()
  return {
    site: async () => (site.origins.length > 0 ? site : { ...site, origins: await current.origins }),
    facts: () => current.facts,
    analytics: async (limited) => readAnalytics(api, await current.zone, new URL(site.url).host, limited),
    refresh: () => {
      if (clock.monotonic() - current.startedAt >= RESULT_MAX_AGE) current = read()
    },
  }
}

interface ZoneReading {
  readonly zone: Promise<ReadResult<ZoneHead>>
  readonly origins: Promise<readonly OriginTarget[]>
  readonly facts: Promise<ZoneFacts>
}

function readZone(site: Site, id: string | undefined, read: ReadPath, context: ProbeContext): ZoneReading {
  const { hostname, pathname } = new URL(site.url)
  const zone = findZone(hostname, id, read)
  const inZone = async <T>(part: (zone: ZoneHead) => Promise<ReadResult<T>>): Promise<ReadResult<T>> => {
    const found = await zone
    return found.ok ? part(found.value) : { ok: false, unread: '' }
  }
  const records = inZone((head) => readRecords(head, hostname, read))
  const sslMode = inZone((head) => readSslMode(head, read))
  const origins = Promise.all([records, sslMode]).then(([found, mode]) =>
    found.ok ? originsIn(site, found.value, mode.ok ? mode.value : '', context) : [],
  )
  const readFacts = async (): Promise<ZoneFacts> => {
    const [head, found, mode, rules, worker, pools, tunnel] = await Promise.all([
      zone,
      records,
      sslMode,
      inZone((each) => readRules(each, read)),
      inZone((each) => readWorkerRoute(each, hostname + pathname, read)),
      inZone((each) => readPools(each, hostname, read)),
      records.then((all) => inZone((each) => readTunnelStatus(each, all.ok ? all.value : [], read))),
    ])
    const targets = site.origins.length > 0 ? site.origins : await origins
    const record = found.ok ? await recordFacts(found.value, targets, context) : undefined
    return {
      ...(head.ok &&
        head.value.status !== '' && { status: untrusted(head.value.status), paused: head.value.paused }),
      ...(head.ok && head.value.type === 'partial' && { partial: true }),
      ...(mode.ok && mode.value !== '' && { ssl: mode.value }),
      ...(record !== undefined && { record }),
      ...(rules.ok && { rules: rules.value }),
      ...(worker.ok && { worker: worker.value }),
      ...(tunnel.ok && tunnel.value !== '' && { tunnel: untrusted(tunnel.value) }),
      ...(pools.ok && pools.value !== undefined && { pools: pools.value }),
      unread: [head, found, mode, rules, worker, pools, tunnel].flatMap((part) =>
        part.ok || part.unread === '' ? [] : [untrusted(part.unread)],
      ),
    }
  }
  return { zone, origins, facts: readFacts() }
}

/** The origins that the records point to, with the scheme and port that Cloudflare would use. */
function originsIn(
  site: Site,
  records: readonly RecordEntry[],
  ssl: string,
  context: ProbeContext,
): readonly OriginTarget[] {
  if (tunnelIn(records) !== undefined) return []
  const { protocol, port } = new URL(site.url)
  const { mode } = sslModeOf(site, ssl)
  const visitorsUseHttp = protocol === 'http:' && mode !== 'origin_pull'
  const plain = visitorsUseHttp || mode === 'off' || (mode === 'flexible' && port === '')
  // There is nothing to request at these: Cloudflare itself would respond, or no server.
  const hosts = [...new Set(records.map(({ content }) => content))].filter(
    (host) => originlessTarget(host) === undefined,
  )
  context.onAddresses(hosts)
  return hosts.map((host) => ({
    scheme: plain ? 'http:' : 'https:',
    host,
    port: port === '' || plain !== (protocol === 'http:') ? defaultPort(!plain) : Number(port),
  }))
}

async function recordFacts(
  records: readonly RecordEntry[],
  origins: readonly OriginTarget[],
  context: ProbeContext,
): Promise<HostRecord> {
  const proxied = records.some((record) => record.proxied)
  const unknown = origins.map(() => null)
  if (tunnelIn(records) !== undefined) return { kind: 'tunnel', proxied, pointsToOrigins: unknown }
  if (records.length === 0) return { kind: 'none', proxied, pointsToOrigins: unknown }
  context.onAddresses(records.map(({ content }) => content))
  const targets = records.map(({ content }) => originlessTarget(content))
  const [originless] = targets
  const compared = Promise.all(origins.map((origin) => recordsPointTo(origin, records, context)))
  // A resolver that doesn't respond must not delay the facts.
  const pointsToOrigins = await orAborted(compared, context.signal).catch(() => unknown)
  return {
    kind: records.every(({ content }) => isIP(content) !== 0) ? 'address' : 'name',
    proxied,
    ...(originless !== undefined && targets.every((target) => target !== undefined) && { originless }),
    pointsToOrigins,
  }
}

async function readAnalytics(
  api: JsonApi,
  zone: ReadResult<ZoneHead>,
  host: string,
  context: ProbeContext,
): Promise<Analytics> {
  const none = { minutes: ANALYTICS_MINUTES, rows: [] }
  if (!zone.ok) return none
  const query = analyticsQuery(zone.value.id, host, context.clock.now())
  const response = await api.post('/graphql', query, context)
  const body =
    response.kind === 'completed' ? parseJson(rawTextOf(response.body.text), MAX_API_VALUES) : undefined
  const analytics = analyticsIn(body, host)
  if (analytics !== undefined) return analytics
  const why =
    response.kind === 'failed' ? 'unreachable' : response.head.status === 429 ? 'busy' : 'permission'
  return { ...none, unread: untrusted(unreadWords("The zone's analytics", why, 'Analytics Read')) }
}
