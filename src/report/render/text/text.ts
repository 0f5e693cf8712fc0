import { capital, wrap } from '../../../shared/text.ts'
import type { Verdict } from '../../../domain/diagnosis.ts'
import type { Hop, Report, SiteReport } from '../../../domain/report.ts'
import { failingHop } from '../../build/request-path.ts'
import { plainText } from '../../prose.ts'
import { hopWords, MARKS, OWNERS, seenFrom, distinguishWords } from '../../words.ts'
import { stepHints, stepText } from '../../steps.ts'
import { allChanges, changedWords, changeWords, baselineTime } from '../diff-words.ts'
import { measurementNotes, placesTable, placesTitle } from '../elsewhere.ts'
import { historyTitle } from '../history.ts'
import { remedyHeading, keyPointsOf, otherUnread } from '../key-points.ts'
import {
  isHealthySoFar,
  isUnchecked,
  runNotes,
  summaryLine,
  titleOf,
  withSameCause,
} from '../summary-line.ts'
import { aligned, stretchesOf, timelineLines } from '../timeline.ts'
import { historyLines, historySummary } from './history.ts'
import { sideBySideLines } from './table.ts'
import { INDENT, escapeTerminal } from './terminal.ts'
import { commandLines } from '../commands.ts'
import { type HistoryStatistics, statisticsOf } from '../../history/statistics.ts'

export interface TextOptions {
  /** ANSI colors. Nothing is expressed by color alone. */
  readonly color?: boolean
  readonly width?: number
  /** Rewords a text for the reader. The command names its flags, where the report names the inputs of the Action. */
  readonly reword?: (text: string) => string
}

const BOLD = '1'
const COLORS: Readonly<Record<Verdict, string>> = { healthy: '32', unhealthy: '31', inconclusive: '33' }

/** Narrower output would be unreadable. */
const MIN_WIDTH = 30

interface Page {
  readonly width: number
  /** `style` is a list of ANSI codes. */
  readonly paint: (text: string, style: string) => string
  /** A sentence or a step for a terminal, in the words of the reader. */
  readonly printed: (text: string) => string
  readonly wrap: (text: string, indent?: string) => readonly string[]
}

/** The report for a log or a terminal. */
export function textOf(report: Report, options?: TextOptions): string {
  return [...textPieces(report, options)].join('')
}

/** The same in pieces, each of which ends with a line break. */
export function* textPieces(
  report: Report,
  { color = false, width = 100, reword = (text) => text }: TextOptions = {},
): Iterable<string> {
  const columns = Math.max(width, MIN_WIDTH)
  const printed = (text: string): string => escapeTerminal(reword(text))
  const page: Page = {
    width: columns,
    paint: (text, style) => (color && text !== '' ? `\u001b[${style}m${text}\u001b[0m` : text),
    printed,
    wrap: (text, indent = INDENT) => wrap(printed(text), columns, indent),
  }
  const { sites, verdict } = report
  const notes = runNotes(report).flatMap(({ text }) => page.wrap(`Note: ${text}`))
  const history = statisticsOf(report)
  if (sites.length === 1) {
    const site = { ...sites[0], headline: titleOf(sites[0]) }
    yield `${[...siteLines(site, page, { history }), ...notes].join('\n')}\n`
    return
  }
  const title = wrap(`${MARKS[verdict]} ${escapeTerminal(summaryLine(report))}`, columns, '', INDENT)
  yield `${title.map((line) => page.paint(line, `${BOLD};${COLORS[verdict]}`)).join('\n')}\n`
  if (history !== undefined) {
    const events = section(historyTitle(history), historyLines(history, page), page)
    yield `${[...historySummary(history, page), ...events].join('\n')}\n`
  }
  for (const { site, ...options } of withSameCause(sites.filter((site) => site.verdict !== 'healthy')))
    yield `\n${siteLines(site, page, options).join('\n')}\n`
  const healthy = sites.filter((site) => site.verdict === 'healthy')
  for (const [index, site] of healthy.entries())
    yield `${index === 0 ? '\n' : ''}${siteLines(site, page).join('\n')}\n`
  if (notes.length > 0) yield `\n${notes.join('\n')}\n`
}

interface SiteOptions {
  /** A site above with the same cause: steps and details are not repeated. */
  readonly sameCauseAs?: SiteReport
  /** Of the run, if this is its only site. */
  readonly history?: HistoryStatistics | undefined
}

function siteLines(
  site: SiteReport,
  page: Page,
  { sameCauseAs, history }: SiteOptions = {},
): readonly string[] {
  const headline = wrap(
    `${MARKS[site.verdict]} ${escapeTerminal(site.headline)}`,
    page.width,
    '',
    INDENT,
  ).map((line) => page.paint(line, `${BOLD};${COLORS[site.verdict]}`))
  const hasKeyPoints = site.verdict !== 'healthy' && !isHealthySoFar(site) && !isUnchecked(site)
  const remarks = [
    ...site.warnings.map(({ text }) => `Warning: ${text}`),
    ...site.notes.map(({ text }) => `Note: ${text}`),
    ...(hasKeyPoints ? otherUnread(site) : (site.unread ?? [])),
  ].flatMap((remark) => page.wrap(remark))
  const past = history === undefined ? [] : historySummary(history, page)
  const events =
    history === undefined ? [] : section(historyTitle(history), historyLines(history, page), page)
  if (site.verdict === 'healthy')
    return [...headline, ...healthyLines(site, page), ...past, ...remarks, ...events]
  if (!hasKeyPoints)
    return [...headline, ...page.wrap(plainText(site.summary)), ...past, ...remarks, ...events]
  const top = [
    ...headline,
    ...page.wrap(plainText(site.summary)),
    ...pathLines(site.path, site, page),
    ...routeLines(site, page),
    '',
    ...keyPointLines(site, page, history),
    ...(past.length === 0 ? [] : ['', ...past]),
  ]
  if (sameCauseAs !== undefined) {
    return [
      ...top,
      '',
      ...page.wrap(`${remedyHeading(site)}: same as for ${sameCauseAs.host} above.`),
      ...remarks,
    ]
  }
  return [
    ...top,
    ...stepLines(site, page),
    ...detailLines(site, page),
    ...events,
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
    ...(site.docs === '' ? [] : ['', `${INDENT}About this cause: ${escapeTerminal(site.docs)}`]),
  ]
}

function healthyLines(site: SiteReport, page: Page): readonly string[] {
  const { trend, probes, summary, changes, vantage } = site
  const complete = trend === 'steady' && probes.origins.length > 0
  return [
    ...(complete ? [] : page.wrap(plainText(summary))),
    ...routeLines(site, page),
    ...(vantage === undefined || vantage.summary === ''
      ? []
      : page.wrap(`From elsewhere: ${vantage.summary}.`)),
    ...(changes === undefined || allChanges(changes).length === 0
      ? []
      : page.wrap(`Changed ${changedWords(changes)}.`)),
  ]
}

/** What each vantage point got: a table, or one line under the other if it is too wide. */
function placeLines({ vantage }: SiteReport, page: Page): readonly string[] {
  if (vantage === undefined || vantage.places.length === 0) return []
  const { columns, rows } = placesTable(vantage)
  const cells = rows.map((row) => row.map((cell) => escapeTerminal(cell)))
  const lines = aligned([columns, ...cells]).map((line) => INDENT + line)
  const isWide = lines.some((line) => line.length > page.width)
  const items = isWide ? rows.flatMap((row) => page.wrap(row.join(', '), `${INDENT}- `)) : lines
  return [...items, ...page.wrap(measurementNotes(vantage))]
}

/** The request path, broken only between hops. */
function pathLines(path: readonly Hop[], { verdict }: SiteReport, { width, paint }: Page): readonly string[] {
  const failing = failingHop(path)
  const lines: string[] = []
  let [line, length] = ['', 0]
  path.forEach((hop, index) => {
    const text = escapeTerminal(hopWords(hop, index))
    const painted = hop === failing ? paint(text, `${BOLD};${COLORS[verdict]}`) : text
    if (line !== '' && INDENT.length + length + 5 + text.length > width) {
      lines.push(`${INDENT}${line} →`)
      line = painted
      length = text.length
    } else {
      line = line === '' ? painted : `${line} → ${painted}`
      length += text.length + 3
    }
  })
  return [...lines, INDENT + line]
}

/** The path of the request that a command carries. A healthy site may have a broken one. */
function routeLines(site: SiteReport, page: Page): readonly string[] {
  return site.route === undefined ? [] : pathLines(site.route, site, page)
}

function keyPointLines(
  site: SiteReport,
  { wrap }: Page,
  history: HistoryStatistics | undefined,
): readonly string[] {
  const points = keyPointsOf(site, history)
  const column = Math.max(...points.map(({ label }) => label.length))
  return points.flatMap(({ label, text, strip }) =>
    wrap(strip === undefined ? text : `${text} ${strip}`, `${INDENT}${label.padEnd(column)}  `),
  )
}

function stepLines(site: SiteReport, page: Page): readonly string[] {
  const { remedy } = site
  if (remedy === null) return []
  const steps = remedy.steps.flatMap((step, index) => {
    const indent = `${INDENT}${index + 1}. `
    // A no-break space keeps each mark on the line of its word.
    const text = page.printed(stepText(step)).replaceAll(/([↩⚠]) /g, '$1\u00a0')
    return wrap(text, page.width, indent, ' '.repeat(indent.length), 'whole')
  })
  const hints = stepHints(remedy)
  return section(
    `${remedyHeading(site)} (${remedy.difficulty})`,
    [
      ...steps.map((line) => line.replaceAll('\u00a0', ' ')),
      ...(remedy.avoid === undefined ? [] : page.wrap(remedy.avoid)),
      ...(hints.length === 0 ? [] : page.wrap(hints.join(' '))),
    ],
    page,
  )
}

function detailLines(site: SiteReport, page: Page): readonly string[] {
  const { changes, timeline } = site
  const bullets = (items: readonly string[]): readonly string[] =>
    items.flatMap((item) => page.wrap(item, `${INDENT}- `))
  return [
    ...section('Measurements', sideBySideLines(site, page.width), page),
    ...section(site.vantage === undefined ? '' : placesTitle(site.vantage), placeLines(site, page), page),
    ...section('Evidence', bullets(evidenceItems(site)), page),
    ...section('What else it could be', bullets(otherCauses(site)), page),
    // A command is never wrapped, so that it can be pasted.
    ...section(
      'Reproduce it with curl',
      commandLines(site).map(
        (line) => INDENT + (line.startsWith('#') ? page.printed(line) : escapeTerminal(line)),
      ),
      page,
    ),
    ...section('Timeline', stretchesOf(timeline).length > 1 ? timelineTable(site, page) : [], page),
    ...(changes === undefined
      ? []
      : section(
          `Changes since ${baselineTime(changes)}`,
          bullets(allChanges(changes).map((change) => capital(changeWords(change)))),
          page,
        )),
  ]
}

function section(title: string, lines: readonly string[], { paint }: Page): readonly string[] {
  return lines.length === 0 ? [] : ['', INDENT + paint(`${title}:`, BOLD), ...lines]
}

function evidenceItems({ owner, clues, probes }: SiteReport): readonly string[] {
  const { edge } = probes
  return [
    ...(owner === '' ? [] : [`Where the problem is: ${OWNERS[owner]}`]),
    ...clues.map(({ from, text }) => `${seenFrom(from, probes)}: ${text}`),
    ...(edge?.rayId === undefined
      ? []
      : [`Ray ID: ${edge.rayId}${edge.colo === undefined ? '' : `, in ${edge.colo}`}`]),
  ]
}

function otherCauses({ alternatives, lookalikes = [] }: SiteReport): readonly string[] {
  return [
    ...alternatives.map(
      ({ title, confidence, because, distinguishedBy }) =>
        `${capital(title)} (${confidence}). ${because}${distinguishWords(distinguishedBy)}`,
    ),
    ...lookalikes.map(
      ({ title, distinguishedBy }) => `${capital(title)}.${distinguishWords(distinguishedBy)}`,
    ),
  ]
}

function timelineTable({ timeline }: SiteReport, { width, wrap }: Page): readonly string[] {
  return timelineLines(timeline).flatMap((line) =>
    INDENT.length + line.length > width ? wrap(line) : INDENT + escapeTerminal(line),
  )
}
