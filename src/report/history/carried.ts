import type { HistoryEntry, VerdictHistory } from '../../domain/history/entry.ts'
import type { Report, SiteReport } from '../../domain/report.ts'
import { MAX_AGE, MAX_ENTRIES } from './entries.ts'

type Head = Pick<Report, 'at' | 'verdict' | 'cause'>

/**
 * The history of a report: what it keeps of an earlier one, and its own entry.
 *
 * @param before oldest first
 * @param deployedAt in milliseconds since the epoch. The history of another deploy is not this one's
 */
export function historyOf(
  head: Head,
  sites: readonly SiteReport[],
  run: string,
  before: readonly HistoryEntry[],
  deployedAt = -Infinity,
): VerdictHistory {
  const now = Date.parse(head.at)
  const from = Math.max(now - MAX_AGE, deployedAt)
  const kept = before
    .filter(({ at }) => Date.parse(at) < now && Date.parse(at) >= from)
    .slice(1 - MAX_ENTRIES)
  const own = entryOf(head, sites, run)
  const [first = own, ...rest] = kept.concat(own)
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
