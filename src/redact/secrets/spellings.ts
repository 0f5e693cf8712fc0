import { decode } from '../view/decode.ts'
import { foldedView } from '../view/normalize.ts'

/** Shorter values occur by chance, and hiding them would reveal them. */
export const MIN_SECRET_LENGTH = 4

/** A secret with more words is a text. Its short words are ordinary ones. */
const MAX_WORDS = 100
const MIN_WORD_OF_TEXT = 16

/** Authentication schemes and words that stand before a value. They are public. */
const SCHEME = /^(?:apikey|basic|bearer|digest|key|negotiate|token)$/i

/** A secret as texts are searched for it. */
export interface Spelling {
  readonly text: string
  /** Whether also its beginning is hidden where a text ends. */
  readonly atEdge: boolean
}

/**
 * What to search normalized texts for: the secrets, their words, and the user and password of Basic authentication. A
 * text is decoded before it is searched, so that encodings of a secret need no spelling of their own.
 */
export function spellingsOf(secrets: Iterable<string>): readonly Spelling[] {
  const found = new Map<string, Spelling>()
  const add = (secret: string, atEdge: boolean): void => {
    if (secret.length < MIN_SECRET_LENGTH) return
    for (const text of normalFormsOf(secret)) {
      if (text.length >= MIN_SECRET_LENGTH && !found.has(text)) found.set(text, { text, atEdge })
    }
  }
  for (const secret of new Set(secrets)) {
    const words = secret.split(/\s+/)
    // The beginning of `Bearer …` is public.
    add(secret, !SCHEME.test(words[0] ?? ''))
    if (words.length === 1 && !MAY_BE_CREDENTIALS.test(secret)) continue
    for (const word of words) {
      if (SCHEME.test(word) || (words.length > MAX_WORDS && word.length < MIN_WORD_OF_TEXT)) continue
      add(word, true)
      for (const part of credentialsIn(word)) add(part, true)
    }
  }
  return [...found.values()]
}

/** Folded, as it is and without escapes. */
export function normalFormsOf(value: string): ReadonlySet<string> {
  const folded = foldedView({ text: value })
  const { decoded } = decode(folded)
  return new Set([folded, decoded].map(({ text }) => text.toLowerCase().trim()))
}

const MAY_BE_CREDENTIALS = /^[A-Za-z0-9+/_-]{6,1024}={0,2}$/

/** `user:password` in base64, and the password. */
function credentialsIn(word: string): readonly string[] {
  if (!MAY_BE_CREDENTIALS.test(word)) return []
  const text = Buffer.from(word, 'base64').toString()
  const [, password = ''] = /^[^\p{Cc}\u{fffd}:]*:([^\p{Cc}\u{fffd}]+)$/u.exec(text) ?? []
  return password === '' ? [] : [text, password]
}
