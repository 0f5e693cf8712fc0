/** Compares the messages that docs/troubleshooting.md quotes with the texts that messages are made of. */

/** The quoted messages of a page: each paragraph of a block quote, on one line. */
export function quotesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^> ?.*(?:\n> ?.*)*/gm)].flatMap(([block]) =>
    block
      .replaceAll(/^> ?/gm, '')
      .split(/\n\s*\n/)
      .map((text) => text.replaceAll(/\s+/g, ' ').trim()),
  )
}

/** Stands for anything in a quoted message. */
const ANYTHING = '…'

/** Between two texts: punctuation, numbers, and names in backquotes. */
const BETWEEN = /[\s.,:;?()"`]+|\d+|`-{0,2}[\w-]+`/y

/** In a part with more words, one text must have enough of them: a few words could be a coincidence. */
const MANY_WORDS = 5
const ENOUGH_WORDS = 3

export interface Texts {
  /** By their first three characters. */
  readonly whole: ReadonlyMap<string, readonly string[]>
  /** Their ends that start with a word, and of these the ones that start a sentence. */
  readonly ends: ReadonlySet<string>
  readonly sentenceEnds: ReadonlySet<string>
  /** Their beginnings that end with a word, and of these the ones that end a sentence. */
  readonly beginnings: ReadonlySet<string>
  readonly sentenceBeginnings: ReadonlySet<string>
  readonly joined: string
}

/** @param texts with single spaces */
export function indexed(texts: readonly string[]): Texts {
  const whole = new Map<string, string[]>()
  const ends = new Set<string>()
  const beginnings = new Set<string>()
  const sentenceEnds = new Set<string>()
  const sentenceBeginnings = new Set<string>()
  for (const text of texts) {
    whole.set(text.slice(0, 3), [...(whole.get(text.slice(0, 3)) ?? []), text])
    for (const { index } of text.matchAll(/(?<!\S)(?=\S)|(?<![\w'])(?=\w)/g)) {
      ends.add(text.slice(index))
      if (index === 0 || /[.:?!] $/.test(text.slice(0, index))) sentenceEnds.add(text.slice(index))
    }
    for (const { index } of text.matchAll(/(?<=\S)(?=\s|$)|(?<=\w)(?=\W)/g)) {
      beginnings.add(text.slice(0, index))
      if (/[.:?!]$/.test(text.slice(0, index))) sentenceBeginnings.add(text.slice(0, index))
    }
  }
  return { whole, ends, beginnings, sentenceEnds, sentenceBeginnings, joined: texts.join('\n') }
}

/** Whether the source can print the message: whether each part between two `…` is made of its texts. */
export function existsIn(texts: Texts, message: string): boolean {
  const parts = message.split(ANYTHING)
  return parts.every((part, at) => isMadeOf(texts, part, at > 0, at < parts.length - 1))
}

/**
 * @param open whether anything may precede the part
 * @param continues whether anything may follow it
 */
function isMadeOf(texts: Texts, part: string, open: boolean, continues: boolean): boolean {
  if (open && continues && part.trim() !== '' && texts.joined.includes(part)) return true
  const needed = wordsIn(part) > MANY_WORDS ? ENOUGH_WORDS : 0
  /** For each position that texts reach, the most words that one of them has. */
  const reached = new Map([[0, 0]])
  const reach = (to: number, words: number): void =>
    void reached.set(to, Math.max(words, reached.get(to) ?? 0))
  const starts = open ? texts.ends : texts.sentenceEnds
  const from = part.length - part.trimStart().length
  for (let to = from + 1; to <= part.length; to += 1)
    if (starts.has(part.slice(from, to))) reach(to, wordsIn(part.slice(from, to)))
  const stops = continues ? texts.beginnings : texts.sentenceBeginnings
  for (let at = 0; at < part.length; at += 1) {
    const words = reached.get(at)
    if (words === undefined) continue
    const rest = part.slice(at)
    if (stops.has(rest.trimEnd())) reach(part.length, Math.max(words, wordsIn(rest)))
    BETWEEN.lastIndex = at
    const between = BETWEEN.exec(part)?.[0] ?? ''
    for (let to = at + 1; to <= at + between.length; to += 1)
      if (!/\w/.test(part.slice(at, to))) reach(to, words)
    reach(at + between.length, words)
    for (const size of [1, 2, 3])
      for (const text of texts.whole.get(rest.slice(0, size)) ?? [])
        if (rest.startsWith(text) && !splitsWord(part, at) && !splitsWord(part, at + text.length))
          reach(at + text.length, Math.max(words, wordsIn(text)))
  }
  return (reached.get(part.length) ?? -1) >= needed
}

const splitsWord = (text: string, at: number): boolean =>
  /\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at))

function wordsIn(text: string): number {
  return text.match(/[A-Za-z][\w'-]*/g)?.length ?? 0
}
