import type { Hop, SiteReport } from '../../../domain/report.ts'
import { type Cell, comparisonOf } from '../side-by-side.ts'
import { diagramOf } from './diagram.ts'
import { code, md, spans } from './escape.ts'
import { bullets, link, prose, remarkLine, table, unbroken } from './parts.ts'
import { failingHop } from '../../build/request-path.ts'
import { remedyHeading, keyPointsOf } from '../key-points.ts'
import { hopWords, stepText } from '../../words.ts'

/** In what way a site is told. */
export interface SiteOptions {
  /** Another that fails for the same cause and has been told: its steps are not told again. */
  readonly like?: SiteReport
  /** The path is drawn, too. */
  readonly drawn?: boolean
}

/** What is told of a site without unfolding anything. Ends with an empty line. */
export function siteInFull(site: SiteReport, { like, drawn = false }: SiteOptions = {}): string {
  const warnings = site.warnings.map((warning) => remarkLine('Warning', warning))
  const notes = site.notes.map((note) => remarkLine('Note', note))
  if (site.verdict === 'healthy') {
    const recovered = site.trend === 'steady' ? '' : `${emphasised(site.summary)}\n\n`
    return [recovered, ...warnings, ...notes].join('')
  }
  const parts = [
    emphasised(site.summary),
    `> ${pathLine(site.path)}`,
    drawn ? diagramOf(site.path) : '',
    standing(site),
    ...(like === undefined ? [remedy(site), comparison(site)] : [referral(site, like)]),
  ]
  return [...parts.filter((part) => part !== '').map((part) => `${part}\n\n`), ...warnings, ...notes].join('')
}

/** What makes the difference in a sentence of ours is printed bold: statuses, and what a server does wrong. */
function emphasised(summary: string): string {
  return md(summary)
    .replace(/\b(get|gets|answers) ([1-5]\d\d)\b/g, '$1 **$2**')
    .replace(WRONG, '**$&**')
}

const WRONG =
  /refuses the connection|does not answer the connection|stays silent|never ends it|(?:resets|closes) the connection(?: without an answer)?|cannot be (?:found|reached)|(?<=certificate that )(?:expired on [\d-]+|is not for|is valid only from [\d-]+|no known authority signed)|(?<=no answer: )[^.,]+/g

/** `visitor → DNS ✓ → origin ✗ connection refused → application ?`: each mark is read without color. */
export function pathLine(path: readonly Hop[]): string {
  const culprit = failingHop(path)
  const joints = path.map((joint, index) => {
    const words = md(hopWords(joint, index))
    // What is short stays on one line; of the rest a mark stays with what it marks.
    const bound = words.length <= LONGEST_BOUND ? / /g : / (?=[✓✗?])/g
    const kept = words.replace(bound, '\u00a0')
    return joint === culprit ? `**${kept}**` : kept
  })
  return joints.join(' →\u00a0')
}

/** On a phone, a line has room for this many characters. */
const LONGEST_BOUND = 30

/** Whose it is, how sure we are, since when. */
function standing(site: SiteReport): string {
  return bullets(
    keyPointsOf(site).map(
      ({ label, words, strip }) =>
        `**${label}:** ${spans(words)}${strip === undefined ? '' : ` ${code(strip)}`}`,
    ),
  )
}

function referral(site: SiteReport, like: SiteReport): string {
  return `**${remedyHeading(site)}:** as for ${md(like.host)} above.`
}

function remedy(site: SiteReport): string {
  const { remedy, docs } = site
  if (remedy === null) return ''
  const heading = remedyHeading(site)
  const steps = remedy.steps.map((step, index) => `${index + 1}. ${prose(stepText(step))}`)
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
  return verbatim === true ? code(text) : unbroken(spans(text, 'cell'))
}
