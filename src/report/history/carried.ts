import type { HistoryEntry, VerdictHistory } from '../../domain/history/entry.ts'
import type { Report, SiteReport } from '../../domain/report.ts'
import type { EarlierReport } from '../baseline/baseline.ts'

/** Entries of a history, and the time that it spans in milliseconds. */
export const MAX_ENTRIES = 500
export const MAX_AGE = 72 * 3_600_000

type Head = Pick<Report, 'at' | 'verdict' | 'cause'>

/** The history of a report: what it keeps of an earlier one, and its own entry. */
export function historyOf(
  head: Head,
  sites: readonly SiteReport[],
  run: string,
  earlier: EarlierReport | undefined,
): VerdictHistory {
  const now = Date.parse(head.at)
  const before = earlier === undefined || 'missing' in earlier ? [] : earlier.history
  const kept = before
    .filter(({ at }) => Date.parse(at) < now && now - Date.parse(at) <= MAX_AGE)
    .slice(1 - MAX_ENTRIES)
  const [first, ...rest] = [...kept, entryOf(head, sites, run)]
  if (first === undefined) throw new RangeError('A history has at least its own entry')
  return [first, ...rest]
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
  const times = probes.flatMap((probe) =>
    probe === undefined || probe.failure !== undefined ? [] : [Math.round(probe.median ?? probe.total)],
  )
  return times.length === 0 ? undefined : Math.max(...times)
}
