import type { Refusal } from './parser.ts'

/** Something wrong with an input, in a sentence or two. Safe to print; backquotes are its only markup. */
export interface Problem {
  readonly input: string
  readonly text: string
  /** The line of the input, counted from 1; absent where it has but one value. */
  readonly line?: number
}

/** How an input's text may be shown. */
export interface Showing {
  readonly secret: boolean
  /** Whether the input has several lines, so that their numbers matter. */
  readonly several: boolean
  /** Whether the reader can count them: what is a list elsewhere has its own places. */
  readonly numbered: boolean
  /** Values of other inputs that must not be shown either. */
  readonly secrets: readonly string[]
}

const LONGEST = 120

/** What was given, what is accepted, what was probably meant. Of a secret input only its shape is told. */
export function problemOf(input: string, refusal: Refusal, showing: Showing): Problem {
  const { given, fault, accepted, meant, line } = refusal
  const numbered = line !== undefined && showing.numbered && (showing.several || showing.secret)
  const place = numbered ? `\`${input}\`, line ${line},` : `\`${input}\``
  const quoted = !showing.secret && given !== '' ? ` is \`${printable(given, showing.secrets)}\`, which` : ''
  const guess = meant === undefined || showing.secret ? '' : guessOf(meant, showing.secrets)
  const text = `${place}${quoted} ${fault}. ${accepted}${guess}.`
  return { input, text, ...(line !== undefined && { line }) }
}

function guessOf(meant: string, secrets: readonly string[]): string {
  const safe = printable(meant, secrets)
  // A value that cannot be copied as it is helps nobody.
  return safe === meant ? `; \`${meant}\` was probably meant` : ''
}

/** Text that neither leaves its line nor its backquotes, nor fills a screen, nor tells a secret. */
export function printable(text: string, secrets: readonly string[]): string {
  // Before it is cut: half a secret is a secret.
  const open = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
  const escaped = open
    .toWellFormed()
    .replaceAll('`', "'")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => ESCAPES[character] ?? codeOf(character))
  if (escaped.length <= LONGEST) return escaped
  // The cut may leave the first half of a surrogate pair.
  return `${escaped.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function codeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`
}
