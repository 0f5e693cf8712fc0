/** Words of a sentence, and of the parts of one that a colon or a semicolon separates. */
export const MAX_WORDS = 25

export interface LongSentence {
  /** Of its first letter, in the text. */
  readonly index: number
  readonly words: number
}

/** The sentences of Markdown that are too long. Tables, quotes, headings and code are none. */
export function longSentences(markdown: string): readonly LongSentence[] {
  return paragraphsOf(prose(markdown)).flatMap(({ text, start }) => {
    const ends = [...text.matchAll(/[.!?:;]["”)*_]*(?=\s)/g)].map(({ index }) => index)
    return [...ends, text.length].flatMap((end, at) => {
      const from = at === 0 ? 0 : (ends[at - 1] ?? 0)
      const sentence = text.slice(from, end)
      const words = sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
      return words > MAX_WORDS ? [{ index: start + from + sentence.search(/\p{L}|x/u), words }] : []
    })
  })
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

/** Of the same length. Code in backquotes is one word, and so is a link. */
function prose(markdown: string): string {
  return markdown
    .replaceAll(/^ *(```|~~~)[\s\S]*?^ *\1.*$/gm, blank)
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(/^ *(?:\||>|#|<).*$/gm, blank)
    .replaceAll(/`[^`]*`|\[[^\]]*\]\([^)]*\)/g, (name) => name.replaceAll(/[\s\S]/g, 'x'))
}

/** Each item of a list is a paragraph, too. */
function paragraphsOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const found = text.matchAll(/(?:(?!\n[ \t]*\n|\n[ \t]*(?:[-*]|\d+\.) )[\s\S])+/g)
  return Array.from(found, ({ 0: paragraph, index }) => ({ text: paragraph, start: index }))
}
