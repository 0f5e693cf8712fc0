import type { Sentence } from '../domain/untrusted.ts'
import type { Prose, Span } from '../domain/report.ts'

export function plain<Text extends Sentence>(text: Text): Span<Text> {
  return { text }
}

export function strong<Text extends Sentence>(text: Text): Span<Text> {
  return { text, strong: true }
}

/** For places without bold. */
export function plainText(prose: Prose): string {
  return prose.map(({ text }) => text).join('')
}

const SPACE: Span<Sentence> = plain(' ')

/** Sentences one after the other, a space apart. */
export function joinSentences(sentences: readonly Prose<Sentence>[]): Prose<Sentence> {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [SPACE].concat(sentence)))
}

/** Renders a text without the spaces at its ends, and puts them back: they separate it from its neighbors. */
export function betweenSpaces(text: string, render: (inner: string) => string): string {
  const inner = text.trim()
  if (inner === '') return text
  const start = text.indexOf(inner)
  return text.slice(0, start) + render(inner) + text.slice(start + inner.length)
}
