import type { SiteReport } from '../../domain/report.ts'
import type { HistoryStatistics } from '../history/statistics.ts'
import { problemSentence } from '../vantage-problem.ts'
import { changedWords } from './diff-words.ts'
import { timeSpan, stripOf } from './timeline.ts'

/** One labeled line under the path: "**Confidence:** likely. …". Text in backquotes is a value. */
export interface KeyPoint {
  readonly label: string
  readonly text: string
  /** One mark per round. */
  readonly strip?: string
}

/**
 * How sure the cause is and why, since when the site fails, and what changed since the baseline.
 *
 * @param history of the run, if this is its only site. It is shown next to these points
 */
export function keyPointsOf(site: SiteReport, history?: HistoryStatistics): readonly KeyPoint[] {
  const { timeline } = site
  const changes = isSameAsBefore(site, history) ? undefined : site.changes
  const span = timeSpan(site, history?.outages.at(-1))
  return [
    ...confidencePoint(site),
    ...(span === undefined ? [] : [{ ...span, ...(timeline.length > 1 && { strip: stripOf(timeline) }) }]),
    ...elsewherePoint(site),
    ...(changes === undefined ? [] : [{ label: 'Changed', text: changedWords(changes) }]),
  ]
}

/** Whether nothing changed since an earlier check that failed, too. The history shows that check. */
function isSameAsBefore({ changes }: SiteReport, history: HistoryStatistics | undefined): boolean {
  return (
    history !== undefined &&
    history.entries.length > 1 &&
    changes !== undefined &&
    changes.verdict !== 'healthy' &&
    changes.changes.length + changes.responses.length === 0
  )
}

function elsewherePoint(site: SiteReport): readonly KeyPoint[] {
  const text = notMeasured(site) ?? site.vantage?.summary ?? ''
  return text === '' ? [] : [{ label: 'From elsewhere', text }]
}

/** Why nothing was measured at the vantage points, which could have shown more of a site that is not healthy. */
function notMeasured({ verdict, vantage }: SiteReport): string | undefined {
  return verdict === 'healthy' || vantage === undefined || vantage.summary !== ''
    ? undefined
    : problemSentence(vantage)
}

/** What could not be read, without what is a key point already. */
export function otherUnread(site: SiteReport): readonly string[] {
  const shown = notMeasured(site)
  return (site.unread ?? []).filter((sentence) => sentence !== shown)
}

function confidencePoint({ verdict, cause, confidence, because }: SiteReport): readonly KeyPoint[] {
  if (confidence === '') return []
  if (verdict === 'inconclusive') return [{ label: "Why the check can't tell", text: because }]
  if (cause === 'unexplained') return [{ label: 'Why no cause is named', text: because }]
  return [{ label: 'Confidence', text: `${confidence}. ${because}` }]
}

/** Heading of the remedy's steps. */
export function remedyHeading({ verdict, category }: SiteReport): string {
  const blocked = verdict === 'inconclusive' && category !== 'runner'
  return blocked ? 'To let the check through' : 'Next steps'
}
