import type { CauseId } from '../../domain/cause-id.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { HistoryChange, HistoryEntry } from '../../domain/history/entry.ts'
import type { Report } from '../../domain/report.ts'
import { MINUTE } from '../../shared/text.ts'
import { MAX_AGE, MAX_ENTRIES } from './entries.ts'

/** A time that the site was down. Times are ISO 8601 in UTC, durations milliseconds. */
export interface Outage {
  /** The first unhealthy run. */
  readonly from: string
  /** The site may have failed before `from`: no run was conclusive for too long. */
  readonly orEarlier: boolean
  /** The last unhealthy run. */
  readonly lastSeen: string
  /** The first healthy run after it. Absent: there is none yet. */
  readonly to?: string
  /**
   * `known`: at `to`. `vague`: between `lastSeen` and `to`, where no run was conclusive for too long. `unknown`: only
   * inconclusive runs since.
   */
  readonly end: 'known' | 'vague' | 'ongoing' | 'unknown'
  /** In the order in which they appeared. */
  readonly causes: readonly CauseId[]
  /** Unhealthy runs. */
  readonly checks: number
  /** The id of the workflow run that saw it first; empty outside GitHub Actions. */
  readonly run: string
  /** How long the site is known to have been down. */
  readonly down: number
  /** From the first unhealthy run to the end, or so far. */
  readonly atMost: number
}

/** A time without runs that is clearly longer than usual. */
export interface Gap {
  readonly from: string
  readonly to: string
}

/** A time in which no check was conclusive. */
export interface Unclear {
  /** The first inconclusive run. */
  readonly from: string
  /** The run after the last one. Without one, or if it is too far away: the last one. */
  readonly to: string
  /** In the order in which they appeared. */
  readonly causes: readonly CauseId[]
  readonly checks: number
  /** The id of the workflow run that was first; empty outside GitHub Actions. */
  readonly run: string
}

/** How long responses took, in milliseconds. */
export interface ResponseTimes {
  readonly usual: number
  readonly slowest: number
  /** When the slowest one was. */
  readonly slowestAt: string
}

export interface HistoryStatistics {
  /** The runs that are counted, oldest first. With a deploy, only those after it. */
  readonly entries: readonly HistoryEntry[]
  /** The first of them, or the deploy. */
  readonly from: string
  /** The last of them. */
  readonly to: string
  /** Whether `from` is the deploy. */
  readonly sinceDeploy: boolean
  /** Present from the end of the monitoring on: how long it lasted, in milliseconds. */
  readonly monitored?: number
  readonly counts: Readonly<Record<Verdict, number>>
  /** Percent of the conclusive runs, with one decimal. 100 only without an outage; absent when none was conclusive. */
  readonly availability?: number
  /** Oldest first, as are the others. */
  readonly outages: readonly Outage[]
  /** Milliseconds of all outages. */
  readonly down: number
  readonly atMost: number
  readonly unclear: readonly Unclear[]
  readonly gaps: readonly Gap[]
  readonly changes: readonly (HistoryChange & { readonly at: string })[]
  /** Through Cloudflare; absent without a response. */
  readonly edge?: ResponseTimes
  readonly origin?: ResponseTimes
}

/** GitHub starts scheduled runs up to half an hour late, and skips some. */
const TOLERANCE = 3
const SHORTEST_GAP = 15 * MINUTE

/** What the history of a report shows. Undefined without a deploy and without an earlier run. */
export function statisticsOf({
  history,
  monitoring,
}: Pick<Report, 'history' | 'monitoring'>): HistoryStatistics | undefined {
  const sorted = history.toSorted((a, b) => timeOf(a) - timeOf(b))
  const deployed = deployOf(sorted, monitoring)
  const entries = deployed === undefined ? sorted : sorted.filter((entry) => timeOf(entry) >= deployed)
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (entries.length === 1 && deployed === undefined) return undefined
  const longest = longestDistance(entries, deployed === undefined ? undefined : monitoring)
  const outages = outagesOf(entries, longest, deployed)
  const counts = countsOf(entries)
  const start = deployed === undefined ? first.at : new Date(deployed).toISOString()
  const until = monitoring === undefined ? Infinity : Date.parse(monitoring.until)
  const availability = availabilityOf(counts)
  const edge = timesOf(entries, ({ edgeTime }) => edgeTime)
  const origin = timesOf(entries, ({ originTime }) => originTime)
  return {
    entries,
    from: start,
    to: last.at,
    sinceDeploy: deployed !== undefined,
    ...(timeOf(last) >= until && { monitored: until - Date.parse(monitoring?.deployedAt ?? '') }),
    counts,
    ...(availability !== undefined && { availability }),
    outages,
    down: sum(outages.map(({ down }) => down)),
    atMost: sum(outages.map(({ atMost }) => atMost)),
    unclear: unclearOf(entries, longest),
    gaps: gapsOf([...(deployed === undefined ? [] : [start]), ...entries.map(({ at }) => at)], longest),
    changes: entries.flatMap(({ at, changes = [] }) =>
      changes.map((change) => Object.assign({ at }, change)),
    ),
    ...(edge !== undefined && { edge }),
    ...(origin !== undefined && { origin }),
  }
}

/** The time of the deploy, unless runs after it may be missing because the history has a limit. */
function deployOf(sorted: readonly HistoryEntry[], monitoring: Report['monitoring']): number | undefined {
  const last = sorted.at(-1)
  if (monitoring === undefined || last === undefined) return undefined
  const deployed = Date.parse(monitoring.deployedAt)
  const complete = timeOf(last) - deployed <= MAX_AGE && sorted.length < MAX_ENTRIES
  const older = sorted.some((entry) => timeOf(entry) < deployed)
  return timeOf(last) >= deployed && (complete || older) ? deployed : undefined
}

function countsOf(entries: readonly HistoryEntry[]): HistoryStatistics['counts'] {
  const count = (verdict: Verdict): number => entries.filter((entry) => entry.verdict === verdict).length
  return {
    healthy: count('healthy'),
    unhealthy: count('unhealthy'),
    inconclusive: count('inconclusive'),
  }
}

function availabilityOf({ healthy, unhealthy }: HistoryStatistics['counts']): number | undefined {
  const conclusive = healthy + unhealthy
  if (conclusive === 0) return undefined
  if (healthy === 0 || unhealthy === 0) return healthy === 0 ? 0 : 100
  return Math.min(99.9, Math.max(0.1, Math.round((healthy / conclusive) * 1000) / 10))
}

/**
 * The longest distance between runs that is not a gap, in milliseconds. It depends on a distance that two thirds don't
 * exceed, and not on the median, because runs may come in pairs. Two distances don't show what is usual. So after a
 * deploy, an eighth of the time to monitor is too long, and otherwise nothing is.
 */
function longestDistance(entries: readonly HistoryEntry[], monitoring: Report['monitoring']): number {
  const distances = entries.slice(1).map((entry, index) => timeOf(entry) - timeOf(entries[index] ?? entry))
  const usual = distances.toSorted((a, b) => a - b)[Math.ceil((distances.length * 2) / 3) - 1]
  if (usual !== undefined && distances.length > 2) return Math.max(usual * TOLERANCE, SHORTEST_GAP)
  if (monitoring === undefined) return Infinity
  return Math.max(between(monitoring.deployedAt, monitoring.until) / 8, SHORTEST_GAP)
}

function gapsOf(times: readonly string[], longest: number): readonly Gap[] {
  return times
    .slice(1)
    .map((to, index) => ({ from: times[index] ?? to, to }))
    .filter(({ from, to }) => between(from, to) > longest)
}

/** The conclusive runs decide. Between two of them that are too far apart, the site is not known to be down. */
function outagesOf(
  entries: readonly HistoryEntry[],
  longest: number,
  deployed: number | undefined,
): readonly Outage[] {
  const outages: Outage[] = []
  let before = deployed === undefined ? undefined : new Date(deployed).toISOString()
  let open = false
  for (const { at, verdict, cause, run } of entries) {
    if (verdict === 'inconclusive') continue
    const isNear = before !== undefined && between(before, at) <= longest
    const current = open ? outages.pop() : undefined
    if (verdict === 'unhealthy') outages.push(withUnhealthy(current, { at, cause, run, isNear }))
    else if (current !== undefined) outages.push(ended(current, at, isNear))
    open = verdict === 'unhealthy'
    before = at
  }
  const [last, newest] = [outages.at(-1), entries.at(-1)]
  if (!open || last === undefined || newest === undefined || newest.at === last.lastSeen) return outages
  return [...outages.slice(0, -1), { ...last, end: 'unknown', atMost: between(last.from, newest.at) }]
}

/** Consecutive inconclusive runs, unless a gap is between them. */
function unclearOf(entries: readonly HistoryEntry[], longest: number): readonly Unclear[] {
  const found: Unclear[] = []
  let before: HistoryEntry | undefined
  for (const entry of entries) {
    const { at, cause, run, verdict } = entry
    const continues = before?.verdict === 'inconclusive' && between(before.at, at) <= longest
    const current = continues ? found.pop() : undefined
    if (current !== undefined) {
      const isNew = verdict === 'inconclusive' && cause !== '' && !current.causes.includes(cause)
      found.push({
        ...current,
        to: at,
        ...(isNew && { causes: [...current.causes, cause] }),
        ...(verdict === 'inconclusive' && { checks: current.checks + 1 }),
      })
    } else if (verdict === 'inconclusive') {
      found.push({ from: at, to: at, causes: cause === '' ? [] : [cause], checks: 1, run })
    }
    before = entry
  }
  return found
}

interface UnhealthyRun extends Pick<HistoryEntry, 'at' | 'cause' | 'run'> {
  /** Whether the last conclusive run was not too long ago. */
  readonly isNear: boolean
}

function withUnhealthy(outage: Outage | undefined, run: UnhealthyRun): Outage {
  const { at, cause, isNear } = run
  const causes = outage?.causes ?? []
  return {
    from: outage?.from ?? at,
    orEarlier: outage?.orEarlier ?? !isNear,
    lastSeen: at,
    end: 'ongoing',
    causes: cause === '' || causes.includes(cause) ? causes : [...causes, cause],
    checks: (outage?.checks ?? 0) + 1,
    run: outage?.run ?? run.run,
    down: outage === undefined ? 0 : outage.down + (isNear ? between(outage.lastSeen, at) : 0),
    atMost: outage === undefined ? 0 : between(outage.from, at),
  }
}

function ended(outage: Outage, to: string, isKnown: boolean): Outage {
  const atMost = between(outage.from, to)
  return isKnown
    ? { ...outage, to, end: 'known', atMost, down: outage.down + between(outage.lastSeen, to) }
    : { ...outage, to, end: 'vague', atMost }
}

function timesOf(
  entries: readonly HistoryEntry[],
  timeIn: (entry: HistoryEntry) => number | undefined,
): ResponseTimes | undefined {
  const times = entries.flatMap((entry) => {
    const time = timeIn(entry)
    return time === undefined ? [] : [{ at: entry.at, time }]
  })
  const ordered = times.toSorted((a, b) => a.time - b.time)
  const [middle, slowest] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered.at(-1)]
  if (middle === undefined || slowest === undefined) return undefined
  const slowestAt = times.find(({ time }) => time === slowest.time)?.at ?? slowest.at
  return { usual: middle.time, slowest: slowest.time, slowestAt }
}

function timeOf({ at }: HistoryEntry): number {
  return Date.parse(at)
}

/** Milliseconds. */
export function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
