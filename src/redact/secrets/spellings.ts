import { decode } from '../view/decode.ts'
import { foldedView } from '../view/normalize.ts'
import { isOrdinary, partsOf } from './parts.ts'

/** Shorter values occur by chance, and hiding them would reveal them. */
export const MIN_SECRET_LENGTH = 4

/** A secret with more words is a text. Its short words are ordinary ones. */
const MAX_WORDS = 100
const MIN_WORD_OF_TEXT = 16

/** Authentication schemes and words that stand before a value. They are public. */
const SCHEME = /^(?:apikey|basic|bearer|digest|key|negotiate|token)$/i

/**
 * What to search normalized texts for: the secrets, their words and parts, and the user and password of Basic
 * authentication. A text is decoded before it is searched, so that encodings of a secret need no spelling of their own.
 *
 * @returns of each spelling whether also its beginning is hidden where a text ends
 */
export function spellingsOf(secrets: Iterable<string>): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>()
  const add = (secret: string, atEdge: boolean): void => {
    if (secret.length < MIN_SECRET_LENGTH) return
    for (const text of [secret, ...uuidsIn(secret)].flatMap(normalFormsOf)) {
      if (text.length >= MIN_SECRET_LENGTH && !found.has(text)) found.set(text, atEdge)
    }
  }
  for (const secret of new Set(secrets)) {
    const words = /\s/.test(secret) ? secret.split(/\s+/) : [secret]
    const [first = ''] = words
    const isBasic = /^basic$/i.test(first)
    const isSentence = !SCHEME.test(first) && isSentenceOf(words)
    // The beginning of `Bearer …` is public.
    add(secret, words.length === 1 || !(SCHEME.test(first) || isOrdinaryElement(first)))
    for (const word of words) {
      if (isSentence && PLAIN_WORD.test(word)) continue
      if (words.length > 1 && SCHEME.test(word)) continue
      if (words.length > MAX_WORDS && word.length < MIN_WORD_OF_TEXT) continue
      if (words.length > 1 && !isOrdinaryElement(word)) add(word, true)
      if (words.length === 1 || isBasic) for (const part of credentialsIn(word)) add(part, true)
    }
    if (isSentence) for (const phrase of phrasesIn(words)) add(phrase, true)
    for (const part of partsOf(secret)) {
      if (words.length > MAX_WORDS && part.length < MIN_WORD_OF_TEXT) continue
      add(part, true)
      for (const credential of credentialsIn(part)) add(credential, true)
    }
  }
  return found
}

/** A UUID in the other of its two common notations: with hyphens or without. */
function uuidsIn(secret: string): readonly string[] {
  if (/^[0-9a-f]{32}$/i.test(secret)) return [secret.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')]
  return UUID.test(secret) ? [secret.replaceAll('-', '')] : []
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Alone, a word of a sentence is not secret, as in `AcmeBot/1.0 deploy check`. */
function isSentenceOf(words: readonly string[]): boolean {
  const others = words.filter((word) => !PRODUCT.test(word))
  const plain = others.filter((word) => PLAIN_WORD.test(word))
  return words.length > 1 && plain.length > others.length / 2
}

/** A name with a version, as in User-Agent. */
const PRODUCT = /^[\w.-]+\/v?\d[\w.-]*[;,)]*$/

/** Three words in a row of a passphrase. With a word such as `the`, they may be anyone's. */
function phrasesIn(words: readonly string[]): readonly string[] {
  if (words.length > MAX_WORDS) return []
  return words
    .map((_, index) => words.slice(index, index + 3))
    .filter((phrase) => phrase.length === 3 && !phrase.some((word) => COMMON_WORD.test(word)))
    .map((phrase) => phrase.join(' '))
}

const COMMON_WORD =
  /^(?:an?|and|are|as|at|by|cloudflare|for|from|in|is|it|not|of|on|or|origin|site|that|the|this|to|with)[;,.:!?)"']*$/i

const PLAIN_WORD = /^[("']?[a-z]{1,15}[;,.:!?)"']*$/i

/** One of a list, such as `gzip,`. */
function isOrdinaryElement(word: string): boolean {
  return isOrdinary(word.replace(/[;,]$/, ''))
}

/** Folded, as it is and without escapes. */
export function normalFormsOf(value: string): readonly string[] {
  const folded = foldedView({ text: value })
  const { decoded } = decode(folded)
  const form = folded.text.toLowerCase().trim()
  return decoded === folded ? [form] : [form, decoded.text.toLowerCase().trim()]
}

const MAY_BE_CREDENTIALS = /^[A-Za-z0-9+/_-]{6,1024}={0,2}$/

/** `user:password` in base64, and the password. */
function credentialsIn(word: string): readonly string[] {
  if (!MAY_BE_CREDENTIALS.test(word)) return []
  const text = Buffer.from(word, 'base64').toString()
  const [, password = ''] = /^[^\p{Cc}\u{fffd}:]*:([^\p{Cc}\u{fffd}]+)$/u.exec(text) ?? []
  return password === '' ? [] : [text, password]
}
