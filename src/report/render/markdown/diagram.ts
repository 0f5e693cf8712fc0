import type { Hop } from '../../../domain/report.ts'
import { clean } from '../../../redact/visible.ts'
import { codeBlock } from './escape.ts'
import { failingHop } from '../../build/request-path.ts'
import { hopMark } from '../../words.ts'

/**
 * The request path as a Mermaid diagram (https://mermaid.js.org/syntax/flowchart.html). E-mails and GitHub's mobile app
 * show its source, so it is only for job summaries.
 */
export function diagramOf(path: readonly Hop[], route: readonly Hop[] = []): string {
  const lines = [...chain(path, 'n'), ...chain(route, 'r')]
  return codeBlock(['flowchart LR', ...lines, ...STYLES].join('\n'), 'mermaid')
}

/** Hops that follow each other. The path of the direct probe is a chain of its own. */
function chain(path: readonly Hop[], prefix: string): readonly string[] {
  const failing = failingHop(path)
  const nodes = path.map((hop, index) => {
    const kind = hop === failing ? 'failing' : hop.state
    return `  ${prefix}${index}(["${labelOf(hop, index)}"]):::${kind}`
  })
  const arrows = path.slice(1).map((hop, index) => {
    const arrow = hop.state === 'unknown' ? '-.->' : '-->'
    return `  ${prefix}${index} ${arrow} ${prefix}${index + 1}`
  })
  return [...nodes, ...arrows]
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
