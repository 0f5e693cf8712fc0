import { plural } from '../../shared/text.ts'
import type { Remark, Report, SiteReport } from '../../domain/report.ts'
import { CANCELLED, isRunNote, missingText, stateCounts } from '../render/summary-line.ts'
import { dayOf, timeOfDay } from '../words.ts'
import { mergedHistory } from '../history/merged.ts'
import { byWeight } from './report.ts'

/**
 * One report on the sites of several, worst first, and otherwise in their order. Of a site that is in more than one of
 * them, the newest result counts; of equally new ones, the last. One report alone stays as it is.
 */
export function merged(reports: readonly [Report, ...Report[]]): Report {
  const newest = byTime(reports).at(-1) ?? reports[0]
  const { parts, replaced } = withoutReplaced(reports)
  const [worst, ...rest] = parts.flatMap(({ sites }) => sites).toSorted(byWeight)
  if (worst === undefined) throw new RangeError('The newest report always keeps its sites')
  const all = [worst, ...rest] as const
  const conclusion = conclusionOf(parts)
  const { monitoring, history, ...head } = newest
  const merging = parts.map(({ report }) => report)
  const isMonitored = merging.every((report) => isSame(report.monitoring, monitoring))
  return {
    ...head,
    ...conclusion,
    trend: worst.trend,
    warnings: all.flatMap(({ warnings }) => warnings),
    notes: [...all.flatMap(({ notes }) => notes), ...runNotesOf(parts, all), ...replaced],
    sites: all,
    history: merging.length === 1 ? history : mergedHistory(merging, { at: newest.at, ...conclusion }),
    ...(isMonitored && monitoring !== undefined && { monitoring }),
  }
}

function isSame(one: Report['monitoring'], other: Report['monitoring']): boolean {
  return one?.deployedAt === other?.deployedAt && one?.until === other?.until
}

function byTime(reports: readonly Report[]): readonly Report[] {
  return reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** A report, and those of its sites that no newer report has. */
interface Part {
  readonly report: Report
  readonly sites: readonly SiteReport[]
}

function withoutReplaced(reports: readonly Report[]): {
  readonly parts: readonly Part[]
  readonly replaced: readonly Remark[]
} {
  const numbered = numberedOf(reports)
  const sitesOf = new Map(numbered.map(({ report, sites }) => [report, sites]))
  const newest = new Map(
    byTime(reports).flatMap((report) => (sitesOf.get(report) ?? []).map(({ url }) => [url, report])),
  )
  const parts = numbered.map(({ report, sites }) => ({
    report,
    sites: sites.filter(({ url }) => newest.get(url) === report),
  }))
  const old = new Set(
    numbered.flatMap(({ report, sites }) =>
      sites.flatMap(({ url }) => (newest.get(url) === report ? [] : [url])),
    ),
  )
  return { parts: parts.filter(isRelevant), replaced: noteOnReplaced(old, newest) }
}

/**
 * URLs in which a value is hidden may belong to different sites, so each gets a number of its own. Otherwise, a site
 * that fails could be taken for one that works.
 */
function numberedOf(reports: readonly Report[]): readonly Part[] {
  if (reports.length === 1) return reports.map((report) => ({ report, sites: report.sites }))
  const counts = new Map<string, number>()
  const numbered = (site: SiteReport): SiteReport => {
    if (!site.url.includes('***')) return site
    const url = site.url.replace(/#\d+$/, '')
    const count = (counts.get(url) ?? 0) + 1
    counts.set(url, count)
    return { ...site, url: count === 1 ? url : `${url}#${count}` }
  }
  return reports.map((report) => ({ report, sites: report.sites.map(numbered) }))
}

function isRelevant({ report, sites }: Part): boolean {
  return sites.length > 0 || missingIn(report) > 0
}

function noteOnReplaced(urls: ReadonlySet<string>, newest: ReadonlyMap<string, Report>): readonly Remark[] {
  const [first] = urls
  if (first === undefined) return []
  const at = newest.get(first)?.at ?? ''
  const when = `${dayOf(at)} ${timeOfDay(at)} UTC`
  const text =
    urls.size === 1
      ? `${first} is in more than one report. The newest one counts, of ${when}.`
      : `${plural(urls.size, 'site')} are in more than one report, such as ${first}. The newest result of each counts.`
  return [{ id: 'merged', text }]
}

type Conclusion = Pick<Report, 'verdict' | 'promote' | 'cause' | 'category' | 'confidence'>

/** The worst site's. A cancelled run is inconclusive, but it doesn't hide the failure that another one has found. */
function conclusionOf(parts: readonly Part[]): Conclusion {
  const complete = parts.filter(({ report }) => !isInterrupted(report))
  const [worst] = complete.flatMap(({ sites }) => sites).toSorted(byWeight)
  if (worst === undefined || (complete.length < parts.length && worst.verdict !== 'unhealthy'))
    return CANCELLED
  const { verdict, cause, category, confidence } = worst
  return { verdict, promote: verdict === 'healthy', cause, category, confidence }
}

/** A merged report may have a note about a cancelled run and still know its verdict. */
function isInterrupted({ verdict, notes }: Report): boolean {
  return verdict === 'inconclusive' && notes.some(isOnCancelled)
}

const isOnCancelled = ({ id }: Remark): boolean => id === 'cancelled'

/** The notes that belong to a run, each once. Those about cancelled runs become one, because they count sites. */
function runNotesOf(parts: readonly Part[], sites: readonly SiteReport[]): readonly Remark[] {
  const own = parts.flatMap(({ report }) => report.notes.filter(({ id }) => isRunNote(id)))
  if (parts.length === 1) return own
  const others = new Map(own.filter((note) => !isOnCancelled(note)).map((note) => [note.text, note]))
  const cancelled = parts.filter(({ report }) => report.notes.some(isOnCancelled)).length
  if (cancelled === 0) return [...others.values()]
  const missing = parts.reduce((sum, { report }) => sum + missingIn(report), 0)
  const were = cancelled === 1 ? 'was' : 'were'
  const texts = [
    `${cancelled} of ${parts.length} runs ${were} cancelled. So far: ${stateCounts(sites)}`,
    ...(missing === 0 ? [] : [missingText(missing, sites.length + missing)]),
  ]
  return [...others.values(), ...texts.map((text): Remark => ({ id: 'cancelled', text }))]
}

/** In a text that `missingText` made. */
const MISSING = /^The run was cancelled, so (\d{1,6}) of the \d{1,6} sites are not in this report\.$/

/** How many sites the run had no time to report. */
function missingIn({ notes }: Report): number {
  return notes.reduce((sum, { text }) => sum + Number(MISSING.exec(text)?.[1] ?? 0), 0)
}
