import { clean } from '../../../../redact/visible.ts'
import { codeBlock } from '../escape.ts'

/** A diagram, which GitHub's website draws. E-mails and GitHub's mobile app show its source. */
export function mermaid(lines: readonly string[]): string {
  return codeBlock(lines.join('\n'), 'mermaid')
}

/** Escapes everything but letters and digits as Mermaid entities: `#35;`. */
export function escapeMermaid(text: string): string {
  return clean(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`)
}
