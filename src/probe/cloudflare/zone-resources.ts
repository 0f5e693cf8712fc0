import { unreadWords, type ApiResult } from '../../cloudflare/api/result.ts'
import {
  poolHealthIn,
  poolsFor,
  recordsIn,
  rulesIn,
  settingIn,
  tunnelIn,
  tunnelStatusIn,
  workerFor,
  zoneHeadIn,
  zoneNamesOf,
  type RecordEntry,
  type ZoneHead,
} from '../../cloudflare/api/zone.ts'
import type { PoolHealth, ZoneFacts } from '../../domain/zone.ts'

/** A value, or the sentence that says why it could not be read; empty if another result already says it. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly unread: string }

/** Reads one path of the API. */
export type ReadPath = (path: string) => Promise<ApiResult>

/** One resource of the API. `what` and `permission` are for the sentence when it can't be read. */
interface Resource<T> {
  readonly what: string
  readonly permission: string
  readonly path: string
  readonly parse: (result: unknown) => T
  /** The value when the resource doesn't exist. */
  readonly absent?: T
}

const ok = <T>(value: T): ReadResult<T> => ({ ok: true, value })

async function readResource<T>(
  read: ReadPath,
  { what, permission, path, parse, absent }: Resource<T>,
): Promise<ReadResult<T>> {
  const response = await read(path)
  if (response.ok) return ok(parse(response.result))
  if (response.why === 'absent' && absent !== undefined) return ok(absent)
  return { ok: false, unread: unreadWords(what, response.why, permission) }
}

const ZONE = { what: 'The zone', permission: 'Zone Read' } as const

/** The zone with that id, else the one with the longest name that is the host or a parent of it. */
export async function findZone(
  host: string,
  id: string | undefined,
  read: ReadPath,
): Promise<ReadResult<ZoneHead>> {
  if (id !== undefined) {
    const zone = await readResource(read, { ...ZONE, path: `/zones/${id}`, parse: zoneHeadIn })
    // A token without Zone Read may still read resources of the zone.
    const idOnly: ZoneHead = { id, name: '', account: '', status: '', paused: false, type: '' }
    return ok((zone.ok ? zone.value : undefined) ?? idOnly)
  }
  const candidates = await Promise.all(
    zoneNamesOf(host).map((name) =>
      readResource(read, { ...ZONE, path: `/zones?name=${encodeURIComponent(name)}`, parse: firstZoneIn }),
    ),
  )
  const zone = candidates.flatMap((each) => (each.ok && each.value !== undefined ? [each.value] : []))[0]
  if (zone !== undefined) return ok(zone)
  const failed = candidates.find((each) => !each.ok)
  const unread = 'The zone could not be read: the token sees no zone with the name of this site.'
  return failed !== undefined && !failed.ok ? failed : { ok: false, unread }
}

const firstZoneIn = (result: unknown): ZoneHead | undefined =>
  Array.isArray(result) ? zoneHeadIn(result[0]) : undefined

type Records = ReadResult<readonly RecordEntry[]>

/** CNAMEs to follow within the zone. */
const MAX_CNAMES = 4

/**
 * The records at the end of the host's CNAME chain, which Cloudflare follows within the zone. A host without records
 * has those of the wildcard.
 */
export async function readRecords({ id, name }: ZoneHead, host: string, read: ReadPath): Promise<Records> {
  const recordsFor = (recordName: string): Promise<Records> =>
    readResource(read, {
      what: 'The DNS records',
      permission: 'DNS Read',
      path: `/zones/${id}/dns_records?name=${encodeURIComponent(recordName)}&per_page=100`,
      parse: recordsIn,
    })
  const exact = await recordsFor(host)
  const first = exact.ok && exact.value.length === 0 ? await recordsFor(host.replace(/^[^.]+/, '*')) : exact
  let records = first
  for (let followed = 0; followed < MAX_CNAMES && records.ok; followed += 1) {
    const [cname] = records.value
    if (cname?.type !== 'CNAME' || name === '' || !`.${cname.content}`.endsWith(`.${name}`)) break
    const next = await recordsFor(cname.content)
    if (!next.ok || next.value.length === 0) break
    records = next
  }
  if (!records.ok || !first.ok) return records
  // Whether Cloudflare proxies the host depends on the host's own record.
  const proxied = first.value.some((record) => record.proxied)
  return ok(records.value.map(({ type, content }) => ({ type, content, proxied })))
}

export const readSslMode = ({ id }: ZoneHead, read: ReadPath): Promise<ReadResult<string>> =>
  readResource(read, {
    what: 'The SSL mode',
    permission: 'Zone Settings Read',
    path: `/zones/${id}/settings/ssl`,
    parse: settingIn,
  })

/** A zone that never had an origin rule has no ruleset. */
export const readRules = (
  { id }: ZoneHead,
  read: ReadPath,
): Promise<ReadResult<NonNullable<ZoneFacts['rules']>>> =>
  readResource(read, {
    what: 'The Origin Rules',
    permission: 'Origin Rules Read',
    path: `/zones/${id}/rulesets/phases/http_request_origin/entrypoint`,
    parse: rulesIn,
    absent: rulesIn(undefined),
  })

/** Whether a Worker route matches the page. */
export const readWorkerRoute = (
  { id }: ZoneHead,
  page: string,
  read: ReadPath,
): Promise<ReadResult<boolean>> =>
  readResource(read, {
    what: 'The Worker routes',
    permission: 'Workers Routes Read',
    path: `/zones/${id}/workers/routes`,
    parse: (result) => workerFor(result, page),
  })

/** The pools of the host's load balancer; undefined if it has none. */
export async function readPools(
  { id, account }: ZoneHead,
  host: string,
  read: ReadPath,
): Promise<ReadResult<readonly PoolHealth[] | undefined>> {
  const balancer = await readResource(read, {
    what: 'The load balancers',
    permission: 'Load Balancers Read',
    path: `/zones/${id}/load_balancers`,
    parse: (result) => poolsFor(result, host) ?? [],
  })
  if (!balancer.ok || balancer.value.length === 0) return balancer.ok ? ok(undefined) : balancer
  const pools = await Promise.all(
    balancer.value.map((pool) =>
      readResource(read, {
        what: 'The health of the load balancer pools',
        permission: 'Load Balancing: Monitors and Pools Read',
        path: `/accounts/${account}/load_balancers/pools/${pool}/health`,
        parse: poolHealthIn,
      }),
    ),
  )
  const failed = pools.find((pool) => !pool.ok)
  if (failed !== undefined && !failed.ok) return failed
  return ok(pools.flatMap((pool) => (pool.ok ? [pool.value] : [])))
}

/** The status of the Cloudflare Tunnel that the records point to; empty if they don't. */
export async function readTunnelStatus(
  { account }: ZoneHead,
  records: readonly RecordEntry[],
  read: ReadPath,
): Promise<ReadResult<string>> {
  const id = tunnelIn(records)
  if (id === undefined) return ok('')
  return readResource(read, {
    what: 'The status of the tunnel',
    permission: 'Cloudflare Tunnel Read',
    path: `/accounts/${account}/cfd_tunnel/${id}`,
    parse: tunnelStatusIn,
  })
}
