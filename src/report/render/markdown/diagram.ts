import type { Hop } from '../../../domain/report.ts'
import { clean } from '../../../redact/visible.ts'
import { codeBlock } from './escape.ts'
import { failingHop } from '../../build/request-path.ts'
import { hopMark } from '../../words.ts'

/**
 * The request path as a Mermaid diagram (https://mermaid.js.org/syntax/flowchart.html). E-mails and GitHub's mobile app
 * show its source, so it is only for job summaries.
 */
export function diagramOf(path: readonly Hop[]): string {
  const failing = failingHop(path)
  const nodes = path.map((hop, index) => {
    const kind = hop === failing ? 'failing' : hop.state
    return `  n${index}(["${labelOf(hop, index)}"]):::${kind}`
  })
  const arrows = path.slice(1).map((hop, index) => {
    const arrow = hop.state === 'unknown' ? '-.->' : '-->'
    return `  n${index} ${arrow} n${index + 1}`
  })
  return codeBlock(['flowchart LR', ...nodes, ...arrows, ...STYLES].join('\n'), 'mermaid')
}

/** Strokes only, because no fill color suits both of GitHub's themes. */
const STYLES = [
  '  classDef ok stroke-width:1px',
  '  classDef broken stroke-width:1px',
  '  classDef unknown stroke-dasharray:4 3',
  '  classDef failing stroke:#d1242f,stroke-width:3px',
]

function labelOf(hop: Hop, index: number): string {
  const { name, detail } = hop
  const mark = index === 0 && hop.state === 'ok' ? '' : ` ${hopMark(hop)}`
  return [name + mark, detail]
    .filter((line) => line !== '')
    .map(escapeMermaid)
    .join('<br/>')
}

/** Escapes everything but letters and digits as Mermaid entities: `#35;`. */
function escapeMermaid(text: string): string {
  return clean(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`)
}
