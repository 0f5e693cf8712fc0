import type { Joint, SiteReport } from '../domain/report.ts'
import { type Cell, comparisonOf } from './comparison.ts'
import { code, md, spans } from './escape.ts'
import { bullets, link, prose, remarkLine, table } from './markdown-parts.ts'
import { spanOf, stripOf } from './span.ts'
import { jointWords, OWNERS } from './words.ts'

/** What is told of a site without unfolding anything. Ends with an empty line. */
export function siteInFull(site: SiteReport): string {
  const warnings = site.warnings.map((warning) => remarkLine('Warning', warning))
  const notes = site.notes.map((note) => remarkLine('Note', note))
  if (site.verdict === 'healthy') {
    const recovered = site.trend === 'steady' ? '' : `${emphasised(site.summary)}\n\n`
    return [recovered, ...warnings, ...notes].join('')
  }
  const parts = [
    emphasised(site.summary),
    `> ${pathLine(site.path)}`,
    standing(site),
    remedy(site),
    comparison(site),
  ]
  return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...warnings, ...notes].join('')
}

/** What makes the difference in a sentence of ours is printed bold: statuses, and what a server does wrong. */
export function emphasised(summary: string): string {
  return md(summary)
    .replace(/\b(get|gets|answers) ([1-5]\d\d)\b/g, '$1 **$2**')
    .replace(WRONG, '**$&**')
}

const WRONG =
  /refuses the connection|does not answer the connection|stays silent|never ends it|(?:resets|closes) the connection(?: without an answer)?|cannot be (?:found|reached)|(?<=certificate that )(?:expired on [\d-]+|is not for|is valid only from [\d-]+|no known authority signed)|(?<=no answer: )[^.,]+/g

/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: each mark is read without colour. */
export function pathLine(path: readonly Joint[]): string {
  const joints = path.map((joint, index) => {
    // A mark stays on the line of what it marks.
    const words = md(jointWords(joint, index)).replace(/ (?=[✓✗?])/g, '\u00a0')
    return joint.state === 'broken' ? `**${words}**` : words
  })
  return joints.join(' → ')
}

/** Whose it is, how sure we are, since when. */
function standing(site: SiteReport): string {
  const { owner, confidence, because, timeline, verdict } = site
  const span = spanOf(site)
  const strip = timeline.length > 1 ? ` ${code(stripOf(timeline))}` : ''
  const sure =
    confidence === ''
      ? []
      : [
          verdict === 'inconclusive'
            ? `**What stood in the way:** ${spans(because)}`
            : `**How sure:** ${confidence}, since ${spans(because)}`,
        ]
  const whose = owner === '' ? [] : [`**Whose:** ${OWNERS[owner]}`]
  return bullets([
    ...whose,
    ...sure,
    ...(span === undefined ? [] : [`**${span.label}:** ${md(span.text)}${strip}`]),
  ])
}

function remedy({ remedy, docs, verdict }: SiteReport): string {
  if (remedy === null) return ''
  const heading = verdict === 'inconclusive' ? 'To let us look' : 'Do next'
  const steps = remedy.steps.map((step, index) => `${index + 1}. ${prose(step)}`)
  const more = [
    link('What this means', docs),
    link(URL.parse(remedy.reference)?.hostname ?? 'Reference', remedy.reference),
  ].join(' · ')
  return `**${heading}** (${remedy.difficulty}): ${prose(remedy.summary)}\n\n${steps.join('\n')}\n\n${more}`
}

export function comparison(site: SiteReport): string {
  const { columns, rows, others } = comparisonOf(site)
  if (columns.length === 0) return ''
  const cells = rows.map(({ label, cells }) => [label].concat(cells.map(cellText)))
  return table(['', ...columns], cells) + (others === '' ? '' : `\n\nAnd ${md(others)}.`)
}

function cellText({ text, verbatim }: Cell): string {
  return verbatim === true ? code(text) : spans(text, 'cell')
}
