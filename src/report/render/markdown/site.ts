import type { Hop, SiteReport } from '../../../domain/report.ts'
import { type Cell, sideBySide } from '../side-by-side.ts'
import { betweenSpaces } from '../../prose.ts'
import { code, escapeMarkdown, withCode } from './escape.ts'
import { bold, withCodeAndLinks, link, proseMarkdown, remarkLine, table, unbroken } from './parts.ts'
import { historyLine } from './history.ts'
import { requestPath } from './mermaid/request-path.ts'
import { failingHop } from '../../build/request-path.ts'
import { referenceLabel } from '../links.ts'
import { remedyHeading, keyPointsOf } from '../key-points.ts'
import { effectOf, stepHints } from '../../steps.ts'
import { hopWords } from '../../words.ts'
import type { HistoryStatistics } from '../../history/statistics.ts'

export interface SiteOptions {
  /** A site above with the same cause: its steps are not repeated. */
  readonly sameCauseAs?: SiteReport
  /** Whether the path is also drawn as a diagram. */
  readonly diagram?: boolean
  /** Of the run, if this is its only site. */
  readonly history?: HistoryStatistics | undefined
}

/** The part of a site's report that is visible without unfolding anything. Ends with an empty line. */
export function visiblePart(
  site: SiteReport,
  { sameCauseAs, diagram = false, history }: SiteOptions = {},
): string {
  const past = history === undefined ? '' : historyLine(history)
  const remarks = [
    ...site.warnings.map((warning) => remarkLine('Warning', warning)),
    ...site.notes.map((note) => remarkLine('Note', note)),
  ]
  if (site.verdict === 'healthy') {
    const summary = site.trend === 'steady' ? '' : `${proseMarkdown(site.summary)}\n\n`
    return [summary, past === '' ? '' : `${past}\n\n`, ...remarks].join('')
  }
  const parts = [
    proseMarkdown(site.summary),
    `> ${pathLine(site.path)}${routeLine(site)}`,
    diagram ? requestPath(site.path, site.route) : '',
    [keyPoints(site, history), past].filter((part) => part !== '').join('  \n'),
    ...(sameCauseAs === undefined ? [steps(site), links(site)] : [referral(site, sameCauseAs)]),
  ]
  return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...remarks].join('')
}

/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: readable without color. */
export function pathLine(path: readonly Hop[]): string {
  const failing = failingHop(path)
  const hops = path.map((hop, index) => {
    const text = escapeMarkdown(hopWords(hop, index))
    // A short hop stays on one line. In a long one the mark stays with the word before it.
    const spaces = text.length <= MAX_UNBROKEN ? / /g : / (?=[✓✗?])/g
    const unbroken = text.replace(spaces, '\u00a0')
    return hop === failing ? `**${unbroken}**` : unbroken
  })
  return hops.join(' →\u00a0')
}

/** The route of the direct probe as a second line of the quote; empty without one. */
export function routeLine({ route }: SiteReport): string {
  return route === undefined ? '' : `  \n> ${pathLine(route)}`
}

/** A line on a phone has room for this many characters. */
const MAX_UNBROKEN = 30

/** One line each, in one paragraph. The two spaces at the end of a line are a line break. */
function keyPoints(site: SiteReport, history: HistoryStatistics | undefined): string {
  return keyPointsOf(site, history)
    .map(({ label, text, strip }) => {
      const marks = strip === undefined ? '' : ` ${code(strip)}`
      return `**${label}:** ${withCode(text)}${marks}`
    })
    .join('  \n')
}

function referral(site: SiteReport, { host }: SiteReport): string {
  return `**${remedyHeading(site)}:** same as for ${escapeMarkdown(host)} above.`
}

function steps(site: SiteReport): string {
  const { remedy } = site
  if (remedy === null) return ''
  const items = remedy.steps.map(
    (step, index) =>
      `${index + 1}. ${bold(step.action)}${betweenSpaces(step.details + effectOf(step), withCodeAndLinks)}`,
  )
  const hints = stepHints(remedy)
  const after = [
    ...(remedy.avoid === undefined ? [] : [withCodeAndLinks(remedy.avoid)]),
    ...(hints.length === 0 ? [] : [`<sub>${withCodeAndLinks(hints.join(' '))}</sub>`]),
  ]
  return [
    `**${remedyHeading(site)}** (${remedy.difficulty})`,
    ...items,
    ...after.map((paragraph) => `\n${paragraph}`),
  ].join('\n')
}

function links({ remedy, docs }: SiteReport): string {
  if (remedy === null) return ''
  const label = referenceLabel(remedy.reference)
  return [link('About this cause', docs), ...(label === '' ? [] : [link(label, remedy.reference)])].join(
    ' · ',
  )
}

export function measurements(site: SiteReport): string {
  const { columns, rows, others } = sideBySide(site)
  if (columns.length === 0) return ''
  const cells = rows.map(({ label, cells }) => [label].concat(cells.map(cellText)))
  return table(['', ...columns], cells) + (others === '' ? '' : `\n\nAnd ${escapeMarkdown(others)}.`)
}

function cellText({ text, verbatim }: Cell): string {
  return verbatim === true ? code(text) : unbroken(withCode(text, 'cell'))
}
