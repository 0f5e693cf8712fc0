import type { Hop } from '../../../domain/report.ts'
import { clean } from '../../../redact/visible.ts'
import { codeBlock } from './escape.ts'
import { failingHop } from '../../build/request-path.ts'
import { hopMark } from '../../words.ts'

/**
 * The path as a diagram that GitHub draws, of Mermaid's source (https://mermaid.js.org/syntax/flowchart.html). An e-mail and
 * the mobile app show that source: it goes only where neither does.
 */
export function diagramOf(path: readonly Hop[]): string {
  const culprit = failingHop(path)
  const nodes = path.map((joint, index) => {
    const kind = joint === culprit ? 'culprit' : joint.state
    return `  n${index}(["${labelOf(joint, index)}"]):::${kind}`
  })
  const arrows = path.slice(1).map((joint, index) => {
    const arrow = joint.state === 'unknown' ? '-.->' : '-->'
    return `  n${index} ${arrow} n${index + 1}`
  })
  return codeBlock(['flowchart LR', ...nodes, ...arrows, ...STYLES].join('\n'), 'mermaid')
}

/** Lines only: what fills a node would not fit both of GitHub's themes. */
const STYLES = [
  '  classDef ok stroke-width:1px',
  '  classDef broken stroke-width:1px',
  '  classDef unknown stroke-dasharray:4 3',
  '  classDef culprit stroke:#d1242f,stroke-width:3px',
]

function labelOf(joint: Hop, index: number): string {
  const { name, detail } = joint
  const mark = index === 0 && joint.state === 'ok' ? '' : ` ${hopMark(joint)}`
  return [name + mark, detail]
    .filter((line) => line !== '')
    .map(plain)
    .join('<br/>')
}

/** Mermaid's entities: a hash, the number of the character, a semicolon. Letters and figures alone mean nothing to it. */
function plain(text: string): string {
  return clean(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`)
}
