/**
 * Text from the wire, a file, an API or another process, until it is redacted. Whatever looks like text is hostile: it
 * may hold a secret or the origin's address, whole or in part.
 *
 * At run time it is a string. To the compiler it is a kind of symbol, because TypeScript rejects symbols in templates,
 * in `+` and wherever a string is expected. So nothing here can be cut, joined, measured or printed by mistake.
 */
export type Untrusted = symbol & {
  readonly [untrustedText]: true
  readonly toString: never
  readonly description: never
}

declare const untrustedText: unique symbol

/**
 * Words of ours in which untrusted text is quoted. The quotes stay separate until a redactor puts them in: first each
 * is redacted as a whole, then its view cuts it.
 */
export type Phrase = symbol & {
  readonly [phraseOfOurs]: true
  readonly toString: never
  readonly description: never
}

declare const phraseOfOurs: unique symbol

/** A text of the report: words of ours, with or without quotes. */
export type Sentence = string | Phrase

/** What a quote shows of a text, once it is redacted: its beginning, its title. */
export type View = (redacted: string) => string

/** What may be derived from untrusted text without quoting it. A plain string is none of them. */
export type Fact<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends Untrusted | number | boolean | null | undefined
    ? T
    : string extends keyof T
      ? never
      : { readonly [K in keyof T]: Fact<T[K]> }

/** Marks a text as untrusted. Called where it enters. */
export function untrusted(text: string): Untrusted
export function untrusted(text: string): unknown {
  return text
}

/**
 * Derives facts from a text: whether it matches, a number in it, a word of ours, or a part that stays untrusted. An
 * absent text reads as empty.
 */
export function read<T>(text: Untrusted | undefined, reader: (text: string) => Fact<T>): Fact<T> {
  return reader(text === undefined ? '' : rawTextOf(text))
}

/** An absent text matches what an empty one does. */
export function matches(text: Untrusted | undefined, pattern: RegExp): boolean {
  return (text === undefined ? '' : rawTextOf(text)).search(pattern) >= 0
}

export function contains(text: Untrusted, part: string): boolean {
  return rawTextOf(text).includes(part)
}

/** The first group of a pattern, if it is so short that it reveals nothing. */
export function shortPart(text: Untrusted | undefined, pattern: RegExp): string | undefined {
  const part = text === undefined ? undefined : pattern.exec(rawTextOf(text))?.[1]
  return part !== undefined && part.length <= MAX_SHORT ? part : undefined
}

/** Characters. A part of a secret that is longer counts as revealed. */
const MAX_SHORT = 7

/** Whether the text is exactly one of these. An absent text is none. */
export function isAnyOf(text: Untrusted | undefined, ...values: readonly string[]): boolean {
  return text !== undefined && values.includes(rawTextOf(text))
}

export function isEmpty(text: Untrusted): boolean {
  return rawTextOf(text) === ''
}

/** Whether there is nothing but white space in it. */
export function isBlank(text: Untrusted): boolean {
  return rawTextOf(text).trim() === ''
}

/** Derives facts from an absolute URL; undefined for a text that isn't one. */
export function readUrl<T>(url: Untrusted | undefined, reader: (url: URL) => Fact<T>): Fact<T> | undefined {
  const parsed = url === undefined ? null : URL.parse(rawTextOf(url))
  return parsed === null ? undefined : reader(parsed)
}

/**
 * The first `max` characters, because memory is limited. What a text has after them is lost: the redactor hides a
 * secret that its end cuts off.
 */
export function beginning(text: Untrusted, max: number): Untrusted {
  const raw = rawTextOf(text)
  // Copied, because V8 keeps the whole original alive for a slice of it.
  return raw.length <= max
    ? text
    : untrusted(String(JSON.parse(JSON.stringify(raw.slice(0, max).toWellFormed()))))
}

/** Texts as one, which is redacted as a whole: `a, b`. */
export function enumerated(texts: readonly Untrusted[]): Untrusted {
  return untrusted(texts.map((text) => rawTextOf(text)).join(', '))
}

interface Quote {
  readonly text: Untrusted
  readonly view: View
}

type Piece = string | Quote

const whole: View = (redacted) => redacted

/** A text as a sentence quotes it: in whole, or what `view` shows of it. */
export function quote(text: Untrusted, view: View = whole): Phrase {
  return phraseOf([{ text, view }])
}

/** A sentence with quotes: phrase`redirects to ${quote(url, shortened)}`. */
export function phrase(words: TemplateStringsArray, ...values: readonly (Sentence | number)[]): Phrase {
  return phraseOf(
    words.flatMap((word, index) => {
      const value = values[index]
      return value === undefined ? [word] : [word, ...piecesOf(value)]
    }),
  )
}

/** Joins sentences. `separator` is written between two of them. */
export function joined(sentences: readonly Sentence[], separator = ''): Sentence {
  return phraseOf(
    sentences.flatMap((sentence, index) =>
      index === 0 ? piecesOf(sentence) : [separator, ...piecesOf(sentence)],
    ),
  )
}

/** The sentence with other words of ours. What it quotes stays as it is. */
export function reworded(sentence: Sentence, change: (words: string) => string): Sentence {
  return phraseOf(piecesOf(sentence).map((piece) => (typeof piece === 'string' ? change(piece) : piece)))
}

/** Whether both have the same words and quotes. */
export function isSameSentence(one: Sentence, other: Sentence): boolean {
  const whole = (sentence: Sentence): string => redactedSentence(sentence, (text) => text)
  return whole(one) === whole(other)
}

/** `a, b and c`. */
export function listed(sentences: readonly Sentence[]): Sentence {
  const last = sentences.at(-1)
  if (last === undefined || sentences.length === 1) return last ?? ''
  return joined([joined(sentences.slice(0, -1), ', '), last], ' and ')
}

/**
 * The text of a sentence, redacted. Each quote is redacted before its view cuts it, and the whole once more, because an
 * address may span a seam.
 *
 * @param redactWhole for the whole, with our own words
 */
export function redactedSentence(
  sentence: Sentence,
  redact: (text: string) => string,
  redactWhole: (text: string) => string = redact,
): string {
  const texts = piecesOf(sentence).map((piece) =>
    typeof piece === 'string' ? piece : piece.view(redact(rawTextOf(piece.text))),
  )
  return redactWhole(texts.join(''))
}

/**
 * The text itself, for the code that sends it back to the site or hides what is in it. An architecture test lists who
 * may import it.
 */
export function rawTextOf(text: Untrusted): string
export function rawTextOf(text: unknown): unknown {
  return text
}

/** A phrase without quotes is a string at run time. */
function phraseOf(pieces: readonly Piece[]): Phrase
function phraseOf(pieces: readonly Piece[]): unknown {
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : pieces
}

function piecesOf(value: Sentence | number): readonly Piece[]
function piecesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value
  return [String(value)]
}
