import type { SiteReport } from '../../domain/report.ts'
import { changedWords } from './diff-words.ts'
import { timeSpan, stripOf } from './timeline.ts'
import { OWNERS } from '../words.ts'

/** One line of where the site stands. The words are ours, with backquotes around values in them. */
export interface KeyPoint {
  readonly label: string
  readonly words: string
  /** A mark for each look. */
  readonly strip?: string
}

/** Whose problem it is, how sure we are and why, since when. */
export function keyPointsOf(site: SiteReport): readonly KeyPoint[] {
  const { owner, timeline } = site
  const span = timeSpan(site)
  return [
    ...(owner === '' ? [] : [{ label: 'Where it lies', words: OWNERS[owner] }]),
    ...sureness(site),
    ...(span === undefined
      ? []
      : [
          {
            label: span.label,
            words: span.text,
            ...(timeline.length > 1 && { strip: stripOf(timeline) }),
          },
        ]),
    ...(site.changes === undefined ? [] : [{ label: 'Changed', words: changedWords(site.changes) }]),
  ]
}

function sureness({ verdict, cause, confidence, because }: SiteReport): readonly KeyPoint[] {
  if (confidence === '') return []
  if (verdict === 'inconclusive') return [{ label: 'What stood in the way', words: because }]
  if (cause === 'unexplained') return [{ label: 'Why no cause is named', words: because }]
  return [{ label: 'How sure', words: `${confidence}. ${because}` }]
}

/** What the steps are for. */
export function remedyHeading({ verdict }: SiteReport): string {
  return verdict === 'inconclusive' ? 'To let us look' : 'Do next'
}
