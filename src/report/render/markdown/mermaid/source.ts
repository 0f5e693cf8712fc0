import { clean } from '../../../../redact/visible.ts'
import { codeBlock } from '../escape.ts'

/** A diagram, which GitHub's website draws. E-mails and GitHub's mobile app show its source. */
export function mermaid(lines: readonly string[]): string {
  return codeBlock(lines.join('\n'), 'mermaid')
}

/** What a screen reader reads instead of the drawing. */
export function described(title: string, text: string): readonly string[] {
  return [`  accTitle: ${escapeLine(title)}`, `  accDescr: ${escapeLine(text)}`]
}

/**
 * The first lines of a chart with a time axis.
 *
 * @param names of its sections, for which it leaves room at the left
 */
export function gantt(title: string, names: readonly string[]): readonly string[] {
  const longest = Math.max(...names.map((name) => name.length))
  return `---
config:
  gantt:
    leftPadding: ${Math.round(26 + 5.2 * Math.min(longest, 20))}
---
gantt
  title ${escapeLine(title)}
  todayMarker off`.split('\n')
}

/** A line of text: of a chart, or for screen readers. It keeps marks that mean nothing there. */
export function escapeLine(text: string): string {
  return withEntities(text, /[^\p{L}\p{N} .,…()✓✗/-]/gu)
}

/** The label of a node, which Mermaid also reads as Markdown: only letters, digits and our own marks stay. */
export function escapeLabel(text: string): string {
  return withEntities(text, /[^\p{L}\p{N} ✓✗]/gu)
}

/** `#35;`. Mermaid measures an entity before it decodes it, so that each one makes a text wider. */
function withEntities(text: string, unsafe: RegExp): string {
  return clean(text).replace(unsafe, (character) => `#${character.codePointAt(0)};`)
}
