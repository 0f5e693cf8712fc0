import type { Verdict } from '../domain/diagnosis.ts'
import type { Report, SiteReport } from '../domain/report.ts'
import { comparisonOf } from './comparison.ts'
import { terminal } from './escape.ts'
import { aligned, spanOf, stripOf, timelineLines } from './span.ts'
import { capital, jointWords, MARKS, OWNERS, SEEN_FROM, toTell } from './words.ts'

export interface TextOptions {
  /** ANSI colours; nothing is told by colour alone. */
  readonly colour?: boolean
  readonly width?: number
}

const INDENT = '  '
const COLOURS: Readonly<Record<Verdict, string>> = { healthy: '32', unhealthy: '31', inconclusive: '33' }

/** The report for a log or a terminal. */
export function textOf(report: Report, { colour = false, width = 100 }: TextOptions = {}): string {
  const paint = (text: string, style: string): string => (colour ? `\u001b[${style}m${text}\u001b[0m` : text)
  const blocks = report.sites.map((site) => {
    const [headline = '', ...rest] = siteLines(site, width)
    return [paint(headline, `1;${COLOURS[site.verdict]}`), ...rest].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

function siteLines(site: SiteReport, width: number): readonly string[] {
  const text = (words: string, indent = INDENT): readonly string[] => wrapped(terminal(words), width, indent)
  const remarks = [
    ...site.warnings.map((warning) => `Warning: ${warning.text}`),
    ...site.notes.map((note) => `Note: ${note.text}`),
    ...(site.unread ?? []),
  ].flatMap((remark) => text(remark))
  const headline = `${MARKS[site.verdict]} ${terminal(site.headline)}`
  if (site.verdict === 'healthy') {
    const unasked = site.probes.origins.length === 0
    return [headline, ...(site.trend === 'steady' && !unasked ? [] : text(site.summary)), ...remarks]
  }
  return [
    headline,
    ...text(site.summary),
    ...text(site.path.map(jointWords).join(' → ')),
    '',
    ...standing(site).flatMap(([label, words]) => text(words, `${INDENT}${label.padEnd(10)}`)),
    ...remedyLines(site, text),
    ...section('What was measured', comparisonLines(site)),
    ...section(
      'Evidence',
      site.clues.flatMap((clue) => text(`${SEEN_FROM[clue.from]}: ${clue.text}`, `${INDENT}- `)),
    ),
    ...section(
      'What looks like it',
      [
        ...site.alternatives.map(
          ({ title, because, told }) => `${capital(title)}, since ${because}.${toTell(told)}`,
        ),
        ...(site.lookalikes ?? []).map(({ what, told }) => `${capital(what)}.${toTell(told)}`),
      ].flatMap((words) => text(words, `${INDENT}- `)),
    ),
    ...section(
      'Looks',
      site.timeline.length > 1 ? timelineLines(site.timeline).map((line) => INDENT + terminal(line)) : [],
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

function standing(site: SiteReport): readonly (readonly [label: string, words: string])[] {
  const span = spanOf(site)
  const strip = site.timeline.length > 1 ? ` ${stripOf(site.timeline)}` : ''
  return [
    ...(site.owner === '' ? [] : [['Whose', OWNERS[site.owner]] as const]),
    ...(site.confidence === '' ? [] : [['How sure', `${site.confidence}, since ${site.because}`] as const]),
    ...(span === undefined ? [] : [[span.label, span.text + strip] as const]),
  ]
}

function remedyLines(
  { remedy, verdict }: SiteReport,
  text: (words: string, indent?: string) => readonly string[],
): readonly string[] {
  if (remedy === null) return []
  const heading = verdict === 'inconclusive' ? 'To let us look' : 'Do next'
  return [
    '',
    ...text(`${heading} (${remedy.difficulty}): ${remedy.summary}`),
    ...remedy.steps.flatMap((step, index) => text(step, `${INDENT}${index + 1}. `)),
  ]
}

function comparisonLines(site: SiteReport): readonly string[] {
  const { columns, rows, others } = comparisonOf(site)
  if (columns.length === 0) return []
  const cells = rows.map(({ label, cells }) =>
    [label].concat(
      cells.map((cell) => terminal(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', ''))),
    ),
  )
  const lines = aligned([['', ...columns], ...cells])
  return [...lines, ...(others === '' ? [] : [`and ${terminal(others)}`])].map((line) => INDENT + line)
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${INDENT}${title}:`, ...lines]
}

/** Breaks between words; the first line begins with `indent`, the others are as far to the right. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((word) => word !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((line, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + line)
}
