import type { Hop } from '../../../../domain/report.ts'
import { described, escapeLabel, mermaid } from './source.ts'
import { failingHop } from '../../../build/request-path.ts'
import { hopMark, hopWords } from '../../../words.ts'

/** The request path: https://mermaid.js.org/syntax/flowchart.html. */
export function requestPath(path: readonly Hop[], route: readonly Hop[] = []): string {
  const lines = [...chain(path, 'n'), ...chain(route, 'r')]
  const words = [path, route]
    .filter((hops) => hops.length > 0)
    .map((hops) => `${hops.map(hopWords).join(', ')}.`)
  return mermaid(['flowchart LR', ...described('Path of the request', words.join(' ')), ...lines, ...STYLES])
}

/** Hops that follow each other. The path of the direct probe is a chain of its own. */
function chain(path: readonly Hop[], prefix: string): readonly string[] {
  const failing = failingHop(path)
  const nodes = path.map((hop, index) => {
    const kind = hop === failing ? 'failing' : hop.state
    // Mermaid rejects an empty label.
    return `  ${prefix}${index}(["${labelOf(hop, index) || '…'}"]):::${kind}`
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
    .map(escapeLabel)
    .filter((line) => line !== '')
    .join('<br/>')
}
