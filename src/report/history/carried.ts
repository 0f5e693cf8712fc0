import type { HistoryChange, HistoryEntry, VerdictHistory } from '../../domain/history/entry.ts'
import type { Report, SiteReport } from '../../domain/report.ts'
import { longestOf } from '../build/times.ts'
import { MAX_ENTRIES, MAX_SKEW } from './entries.ts'

type Head = Pick<Report, 'at' | 'verdict' | 'cause'>

/** What an earlier report contributes: its history, oldest first, and what changed since. */
interface Earlier {
  readonly history: readonly HistoryEntry[]
  readonly changes: readonly HistoryChange[]
}

/**
 * The history of a report: what it keeps of an earlier one, and its own entry.
 *
 * @param from milliseconds since the epoch. What was before is too old, or belongs to another deploy
 */
export function historyOf(
  head: Head,
  sites: readonly SiteReport[],
  run: string,
  from: number,
  { history, changes }: Earlier,
): VerdictHistory {
  const kept = before(
    head.at,
    history.filter(({ at }) => Date.parse(at) >= from),
  ).slice(1 - MAX_ENTRIES)
  const entry = entryOf(head, sites, run)
  // The first result after a deploy has nothing in front of it that could have changed.
  const own = kept.length === 0 || changes.length === 0 ? entry : { ...entry, changes }
  const [first = own, ...rest] = kept.concat(own)
  return [first, ...rest]
}

/**
 * Entries up to a moment. Those of a runner whose clock is ahead get a time before it: left out, an outage would be
 * forgotten.
 */
function before(moment: string, history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const now = Date.parse(moment)
  let next = now
  return history
    .filter(({ at }) => Date.parse(at) - now <= MAX_SKEW)
    .toReversed()
    .map((entry) => {
      next = Math.min(next - 1, Date.parse(entry.at))
      return Object.assign({}, entry, { at: new Date(next).toISOString() })
    })
    .toReversed()
}

function entryOf({ at, verdict, cause }: Head, sites: readonly SiteReport[], run: string): HistoryEntry {
  const edgeTime = slowest(sites.map(({ probes }) => probes.edge))
  const originTime = slowest(sites.flatMap(({ probes }) => probes.origins))
  return {
    at,
    verdict,
    cause,
    run,
    ...(edgeTime !== undefined && { edgeTime }),
    ...(originTime !== undefined && { originTime }),
  }
}

function slowest(probes: readonly (SiteReport['probes']['edge'] | undefined)[]): number | undefined {
  return longestOf(
    probes.map((probe) =>
      probe === undefined || probe.failure !== undefined
        ? undefined
        : Math.round(probe.median ?? probe.total),
    ),
  )
}
