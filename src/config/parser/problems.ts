import { list } from '../../shared/text.ts'
import { type Hide, HIDE_TOKENS } from './hide.ts'
import type { Meant, Refusal } from './parser.ts'

/** An error in an input, in a sentence or two. Safe to print; backquotes are its only markup. */
export interface Problem {
  readonly input: string
  readonly text: string
  /** The line of the input, from 1; absent when the input is not a list. */
  readonly line?: number
}

/** How much of an input may be shown. */
export interface DisplayOptions {
  readonly secret: boolean
  /** Whether the input has several lines, so that line numbers help. */
  readonly several: boolean
  /** Whether line numbers mean something to the reader. Items of a YAML list have positions of their own. */
  readonly numbered: boolean
  /** Hides values of any input that must not be shown. */
  readonly hide: Hide
}

/** Characters of a value that are shown. */
const MAX_SHOWN = 120

/** Characters of a value that is quoted: all of it is searched for secrets before it is cut. */
const MAX_QUOTED = 2000

/**
 * The value, what is wrong with it, what is accepted, and a suggestion. Secret values are not quoted. The text is made
 * when it is read: of thousands of problems, a hundred are printed.
 */
export function problemOf(input: string, refusal: Refusal, showing: DisplayOptions): Problem {
  const { line } = refusal
  return {
    input,
    get text() {
      return textOf(input, refusal, showing)
    },
    ...(line !== undefined && { line }),
  }
}

function textOf(
  input: string,
  { given, fault, accepted, meant, line }: Refusal,
  showing: DisplayOptions,
): string {
  const numbered = line !== undefined && showing.numbered && (showing.several || showing.secret)
  const place = numbered ? `\`${input}\`, line ${line}` : `\`${input}\``
  const quote = showing.secret ? '' : quoted(given, showing.hide)
  const subject = quote === '' && numbered ? `${place},` : `${place}${quote}`
  const suggestion = showing.secret
    ? ''
    : suggestionOf(typeof meant === 'function' ? meant() : meant, showing.hide)
  return `${subject} ${fault}. ${accepted}.${suggestion}`
}

function suggestionOf(meant: Meant, hide: Hide): string {
  if (meant === undefined) return ''
  const values = typeof meant === 'string' ? [meant] : meant
  // A value that had to be changed can't be copied.
  if (!values.every((value) => printable(value, hide) === value)) return ''
  if (values.length === 1) return didYouMeanText(values[0])
  return ` Did you mean ${list(values.map((value) => `\`${value}\``))}, each on its own line?`
}

/** Problems that are printed. More would fill the log. */
const MAX_PROBLEMS = 100

/** The first problems, and how many more there are. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  // The last one may only say how many more there are.
  if (problems.length <= MAX_PROBLEMS + 1) return problems
  const rest = problems.length - MAX_PROBLEMS
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { input: 'inputs', text: `There are ${rest} more problems. Fix these first.` },
  ]
}

/** ` Did you mean …?`, to follow a sentence. */
export function didYouMeanText(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`
}

/** A value after its name. Empty if it has no text, or too much of it. */
export function quoted(text: string, hide: Hide): string {
  return text === '' || text.length > MAX_QUOTED ? '' : `: \`${printable(text, hide)}\``
}

/** Text on one line, of limited length, without backquotes, control characters and secrets. */
export function printable(text: string, hide: Hide = HIDE_TOKENS): string {
  // Before the text is cut: half a secret is a secret.
  const escaped = hide(text, MAX_SHOWN + 1)
    .toWellFormed()
    .replaceAll('`', "'")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => ESCAPES[character] ?? codePoint(character))
  if (escaped.length <= MAX_SHOWN) return escaped
  // The cut may leave the first half of a surrogate pair.
  return `${escaped.slice(0, MAX_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function codePoint(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`
}
