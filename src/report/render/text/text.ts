import { wrap } from '../../../shared/text.ts'
import type { Verdict } from '../../../domain/diagnosis.ts'
import type { Report, SiteReport } from '../../../domain/report.ts'
import { allChanges, changedWords, changeWords, momentOf } from '../diff-words.ts'
import { terminal } from './terminal.ts'
import { failingHop } from '../../build/request-path.ts'
import { stretchesOf, timelineLines } from '../timeline.ts'
import { remedyHeading, keyPointsOf } from '../key-points.ts'
import { summaryLine, withLike } from '../summary-line.ts'
import { comparisonLines } from './table.ts'
import { capital, hopWords, MARKS, SEEN_FROM, stepText, distinguishWords } from '../../words.ts'
import { INDENT } from './wrap.ts'

export interface TextOptions {
  /** ANSI colors; nothing is told by color alone. */
  readonly color?: boolean
  readonly width?: number
}

const BOLD = '1'
const COLOURS: Readonly<Record<Verdict, string>> = { healthy: '32', unhealthy: '31', inconclusive: '33' }

/** The report for a log or a terminal. */
export function textOf(report: Report, { color = false, width = 100 }: TextOptions = {}): string {
  const page: Page = {
    width: Math.max(width, NARROWEST),
    paint: (text, style) => (color && text !== '' ? `\u001b[${style}m${text}\u001b[0m` : text),
  }
  const { sites, verdict, notes } = report
  const ofTheRun = notes
    .filter(({ id }) => id === 'baseline')
    .flatMap(({ text }) => wrap(terminal(`Note: ${text}`), page.width, INDENT))
  if (sites.length === 1) return `${[...siteLines(sites[0], page), ...ofTheRun].join('\n')}\n`
  const troubled = sites.filter((site) => site.verdict !== 'healthy')
  const calm = sites.filter((site) => site.verdict === 'healthy')
  const blocks = [
    [page.paint(`${MARKS[verdict]} ${summaryLine(report)}`, `${BOLD};${COLOURS[verdict]}`)],
    ...withLike(troubled).map(({ site, like }) => siteLines(site, page, like)),
    calm.flatMap((site) => siteLines(site, page)),
    ofTheRun,
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** In fewer columns than this, nothing can be read anyway. */
const NARROWEST = 30

interface Page {
  readonly width: number
  /** `style` is a list of ANSI's numbers. */
  readonly paint: (text: string, style: string) => string
}

/** @param like another that fails for the same cause and has been told: what would be told again is left out */
function siteLines(site: SiteReport, page: Page, like?: SiteReport): readonly string[] {
  const { paint, width } = page
  const text = (words: string, indent = INDENT): readonly string[] => wrap(terminal(words), width, indent)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', INDENT + paint(`${title}:`, BOLD), ...lines]
  const remarks = [
    ...site.warnings.map((warning) => `Warning: ${warning.text}`),
    ...site.notes.map((note) => `Note: ${note.text}`),
    ...(site.unread ?? []),
  ].flatMap((remark) => text(remark))
  const headline = wrap(`${MARKS[site.verdict]} ${terminal(site.headline)}`, width, '', INDENT).map((line) =>
    paint(line, `${BOLD};${COLOURS[site.verdict]}`),
  )
  const changed = site.changes === undefined ? [] : allChanges(site.changes)
  if (site.verdict === 'healthy') {
    const unasked = site.probes.origins.length === 0
    return [
      ...headline,
      ...(site.trend === 'steady' && !unasked ? [] : text(site.summary)),
      ...(site.changes === undefined || changed.length === 0
        ? []
        : text(`Changed ${changedWords(site.changes)}.`)),
      ...remarks,
    ]
  }
  const top = [...headline, ...text(site.summary), ...pathLines(site, page), '', ...standingLines(site, text)]
  if (like !== undefined) {
    return [...top, '', ...text(`${remedyHeading(site)}: as for ${like.host} above.`), ...remarks]
  }
  return [
    ...top,
    ...remedyLines(site, page, text),
    ...section('What was measured', comparisonLines(site, width)),
    ...section(
      `What changed since ${site.changes === undefined ? '' : momentOf(site.changes)}`,
      changed.flatMap((change) => text(capital(changeWords(change)), `${INDENT}- `)),
    ),
    ...section(
      'How we know',
      [...site.clues.map((clue) => `${SEEN_FROM[clue.from]}: ${clue.text}`), ...rayOf(site)].flatMap(
        (words) => text(words, `${INDENT}- `),
      ),
    ),
    ...section(
      'What else it could be',
      [
        ...site.alternatives.map(
          ({ title, because, told }) => `${capital(title)}. ${because}${distinguishWords(told)}`,
        ),
        ...(site.lookalikes ?? []).map(({ what, told }) => `${capital(what)}.${distinguishWords(told)}`),
      ].flatMap((words) => text(words, `${INDENT}- `)),
    ),
    ...section(
      'Looks',
      stretchesOf(site.timeline).length > 1
        ? timelineLines(site.timeline).flatMap((line) =>
            INDENT.length + line.length > width ? text(line) : INDENT + terminal(line),
          )
        : [],
    ),
    // A command that is broken over two lines cannot be pasted.
    ...section(
      'Ask again by hand',
      site.reproduce.map((command) => INDENT + terminal(command)),
    ),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
    ...(site.docs === '' ? [] : ['', `${INDENT}More: ${terminal(site.docs)}`]),
  ]
}

function rayOf({ probes: { edge } }: SiteReport): readonly string[] {
  if (edge?.rayId === undefined) return []
  return [`Ray ID: ${edge.rayId}${edge.colo === undefined ? '' : `, in ${edge.colo}`}`]
}

type Wrap = (words: string, indent?: string) => readonly string[]

/** The way of a request, broken between its joints. */
function pathLines({ path, verdict }: SiteReport, { width, paint }: Page): readonly string[] {
  const culprit = failingHop(path)
  const lines: string[] = []
  let [line, length] = ['', 0]
  path.forEach((joint, index) => {
    const words = terminal(hopWords(joint, index))
    const painted = joint === culprit ? paint(words, `${BOLD};${COLOURS[verdict]}`) : words
    if (line !== '' && INDENT.length + length + 5 + words.length > width) {
      lines.push(`${INDENT}${line} →`)
      line = painted
      length = words.length
    } else {
      line = line === '' ? painted : `${line} → ${painted}`
      length += words.length + 3
    }
  })
  return [...lines, INDENT + line]
}

function standingLines(site: SiteReport, text: Wrap): readonly string[] {
  const lines = keyPointsOf(site)
  const column = Math.max(...lines.map(({ label }) => label.length))
  return lines.flatMap(({ label, words, strip }) =>
    text(strip === undefined ? words : `${words} ${strip}`, `${INDENT}${label.padEnd(column)}  `),
  )
}

function remedyLines(site: SiteReport, { paint }: Page, text: Wrap): readonly string[] {
  const { remedy } = site
  if (remedy === null) return []
  const heading = `${remedyHeading(site)} (${remedy.difficulty}):`
  return [
    '',
    ...text(`${heading} ${remedy.summary}`).map((line) => line.replace(heading, paint(heading, BOLD))),
    ...remedy.steps.flatMap((step, index) => text(stepText(step), `${INDENT}${index + 1}. `)),
  ]
}
