import { VERDICTS } from '../../domain/diagnosis.ts'
import type { HistoryChange, HistoryEntry, VerdictHistory } from '../../domain/history/entry.ts'
import type { Report } from '../../domain/report.ts'
import { longestOf } from '../build/times.ts'
import { MAX_AGE, MAX_ENTRIES } from './entries.ts'
import { joinedChanges } from './same-changes.ts'

/**
 * The history of the reports of several jobs on different sites. What the jobs of one workflow run found becomes one
 * result, with the worst verdict. A run that not all of them know is left out, unless it was unhealthy and
 * later than the first run of each: before that, its healthy neighbors are left out too.
 *
 * @param own the merged report's own result
 */
export function mergedHistory(
  reports: readonly Report[],
  own: Pick<Report, 'at' | 'verdict' | 'cause'>,
): VerdictHistory {
  const newest = reports.map((report) => ownOf(report))
  const [last, ...others] = newest
  const run = others.every((entry) => entry.run === last?.run) ? (last?.run ?? '') : ''
  const before = reports.map(runsOf)
  const until = Date.parse(own.at)
  const start = Math.max(...reports.map(({ history }) => Date.parse(history[0].at)))
  const isSince = ({ verdict, at }: HistoryEntry): boolean =>
    verdict === 'unhealthy' && Date.parse(at) >= start
  const joined = [...new Set(before.flatMap((runs) => [...runs.keys()]))]
    .map((id) => before.map((runs) => runs.get(id) ?? []))
    .filter((found) => found.every(([first]) => first !== undefined) || found.flat().some(isSince))
    .map((found) => oneOf(found.flat()))
    .filter(({ at }) => Date.parse(at) < until && until - Date.parse(at) <= MAX_AGE)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(1 - MAX_ENTRIES)
  const { at, verdict, cause } = own
  const entry = { ...oneOf(newest), at, verdict, cause, run }
  const [first = entry, ...rest] = joined.concat(entry)
  return [first, ...rest]
}

/** Its last result, whose changes name their site. */
function ownOf(report: Report): HistoryEntry {
  return withSite(report.history.at(-1) ?? report.history[0], report)
}

/**
 * By the id of the workflow run, which may have several attempts. Outside GitHub Actions, nothing says which results
 * belong together.
 */
function runsOf(report: Report): ReadonlyMap<string, readonly HistoryEntry[]> {
  const entries = report.history.slice(0, -1).filter(({ run }) => run !== '')
  return Map.groupBy(
    entries.map((entry) => withSite(entry, report)),
    ({ run }) => run,
  )
}

function withSite(entry: HistoryEntry, { sites: [{ url }, ...others] }: Report): HistoryEntry {
  if (entry.changes === undefined || others.length > 0) return entry
  return { ...entry, changes: entry.changes.map((change) => Object.assign({ site: url }, change)) }
}

function oneOf(entries: readonly HistoryEntry[]): HistoryEntry {
  const sorted = entries.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
  const [worst] = sorted
  if (worst === undefined) throw new RangeError('A run has at least one result')
  const { changes: _changes, ...rest } = worst
  const at = entries.reduce((latest, entry) => (entry.at > latest ? entry.at : latest), worst.at)
  const edgeTime = longestOf(entries.map((entry) => entry.edgeTime))
  const originTime = longestOf(entries.map((entry) => entry.originTime))
  const changes = joinedChanges(sorted.flatMap((entry): readonly HistoryChange[] => entry.changes ?? []))
  return {
    ...rest,
    at,
    ...(edgeTime !== undefined && { edgeTime }),
    ...(originTime !== undefined && { originTime }),
    ...(changes.length > 0 && { changes }),
  }
}
