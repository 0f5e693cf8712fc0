import type { Prose, Span } from '../domain/report.ts'

export function plain(text: string): Span {
  return { text }
}

export function strong(text: string): Span {
  return { text, strong: true }
}

/** For places without bold. */
export function plainText(prose: Prose): string {
  return prose.map(({ text }) => text).join('')
}

/** Sentences one after the other, a space apart. */
export function joinSentences(sentences: readonly Prose[]): Prose {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [plain(' ')].concat(sentence)))
}
