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

/** A thing that was read, or the sentence why it was not; empty where another sentence tells already. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly unread: string }

/** Reads one path of the API. */
export type Read = (path: string) => Promise<ApiResult>

/** One thing that the API tells, under the name of the permission that it takes. */
interface Part<T> {
  readonly what: string
  readonly permission: string
  readonly path: string
  readonly take: (result: unknown) => T
  /** What it means that there is no such thing. */
  readonly none?: T
}

const found = <T>(value: T): Found<T> => ({ ok: true, value })

async function partOf<T>(read: Read, { what, permission, path, take, none }: Part<T>): Promise<Found<T>> {
  const reading = await read(path)
  if (reading.ok) return found(take(reading.result))
  if (reading.why === 'absent' && none !== undefined) return found(none)
  return { ok: false, unread: unreadWords(what, reading.why, permission) }
}

const ZONE = { what: 'The zone', permission: 'Zone Read' } as const

/** The zone under an id, or the one with the longest name that the host ends in. */
export async function headOf(host: string, id: string | undefined, read: Read): Promise<Found<ZoneHead>> {
  if (id !== undefined) {
    const given = await partOf(read, { ...ZONE, path: `/zones/${id}`, take: zoneHeadIn })
    // Who may not read the zone itself may still read what is in it.
    const bare: ZoneHead = { id, name: '', account: '', status: '', paused: false }
    return found((given.ok ? given.value : undefined) ?? bare)
  }
  const candidates = await Promise.all(
    zoneNamesOf(host).map((name) =>
      partOf(read, { ...ZONE, path: `/zones?name=${encodeURIComponent(name)}`, take: firstHeadIn }),
    ),
  )
  const head = candidates.flatMap((each) => (each.ok && each.value !== undefined ? [each.value] : []))[0]
  if (head !== undefined) return found(head)
  const failed = candidates.find((each) => !each.ok)
  const unread = 'The zone could not be read: the token sees no zone with the name of this site.'
  return failed !== undefined && !failed.ok ? failed : { ok: false, unread }
}

const firstHeadIn = (result: unknown): ZoneHead | undefined =>
  Array.isArray(result) ? zoneHeadIn(result[0]) : undefined

type Records = Found<readonly RecordEntry[]>

/** Links of a chain of aliases that are followed. */
const LONGEST = 4

/**
 * Whither the records of a host lead in the end: an alias of another host of the zone is followed, as Cloudflare does. A host
 * without records has those for every host of its level.
 */
export async function recordsOf({ id, name }: ZoneHead, host: string, read: Read): Promise<Records> {
  const named = (wanted: string): Promise<Records> =>
    partOf(read, {
      what: 'The DNS records',
      permission: 'DNS Read',
      path: `/zones/${id}/dns_records?name=${encodeURIComponent(wanted)}&per_page=100`,
      take: recordsIn,
    })
  const own = await named(host)
  const first = own.ok && own.value.length === 0 ? await named(host.replace(/^[^.]+/, '*')) : own
  let records = first
  for (let links = 0; links < LONGEST && records.ok; links += 1) {
    const [alias] = records.value
    if (alias?.type !== 'CNAME' || name === '' || !`.${alias.content}`.endsWith(`.${name}`)) break
    const next = await named(alias.content)
    if (!next.ok || next.value.length === 0) break
    records = next
  }
  if (!records.ok || !first.ok) return records
  // Whether Cloudflare stands in between is the business of the host's own record.
  const proxied = first.value.some((record) => record.proxied)
  return found(records.value.map(({ type, content }) => ({ type, content, proxied })))
}

export const sslOf = ({ id }: ZoneHead, read: Read): Promise<Found<string>> =>
  partOf(read, {
    what: 'The SSL mode',
    permission: 'Zone Settings Read',
    path: `/zones/${id}/settings/ssl`,
    take: settingIn,
  })

/** A zone that never had such a rule has no ruleset. */
export const rulesOf = ({ id }: ZoneHead, read: Read): Promise<Found<NonNullable<ZoneFacts['rules']>>> =>
  partOf(read, {
    what: 'The Origin Rules',
    permission: 'Origin Rules Read',
    path: `/zones/${id}/rulesets/phases/http_request_origin/entrypoint`,
    take: rulesIn,
    none: rulesIn(undefined),
  })

export const workerOf = ({ id }: ZoneHead, page: string, read: Read): Promise<Found<boolean>> =>
  partOf(read, {
    what: "The Workers' routes",
    permission: 'Workers Routes Read',
    path: `/zones/${id}/workers/routes`,
    take: (result) => workerFor(result, page),
  })

/** The pools of the host's load balancer; none when it has no balancer. */
export async function poolsOf(
  { id, account }: ZoneHead,
  host: string,
  read: Read,
): Promise<Found<readonly PoolHealth[] | undefined>> {
  const balancer = await partOf(read, {
    what: 'The load balancers',
    permission: 'Load Balancers Read',
    path: `/zones/${id}/load_balancers`,
    take: (result) => poolsFor(result, host) ?? [],
  })
  if (!balancer.ok || balancer.value.length === 0) return balancer.ok ? found(undefined) : balancer
  const pools = await Promise.all(
    balancer.value.map((pool) =>
      partOf(read, {
        what: "The health of the load balancer's pools",
        permission: 'Load Balancing: Monitors and Pools Read',
        path: `/accounts/${account}/load_balancers/pools/${pool}/health`,
        take: poolHealthIn,
      }),
    ),
  )
  const failed = pools.find((pool) => !pool.ok)
  if (failed !== undefined && !failed.ok) return failed
  return found(pools.flatMap((pool) => (pool.ok ? [pool.value] : [])))
}

/** The state of the tunnel to which the host leads; empty when it leads to none. */
export async function tunnelOf(
  { account }: ZoneHead,
  records: readonly RecordEntry[],
  read: Read,
): Promise<Found<string>> {
  const id = tunnelIn(records)
  if (id === undefined) return found('')
  return partOf(read, {
    what: 'The state of the tunnel',
    permission: 'Cloudflare Tunnel Read',
    path: `/accounts/${account}/cfd_tunnel/${id}`,
    take: tunnelStatusIn,
  })
}
