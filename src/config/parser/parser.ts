import { type Result, succeed } from './result.ts'

/**
 * Why a text is not the value that it should be. `fault` and `accepted` never quote the text, since it may be secret:
 * only `given` and `meant` do, and they are left out for a secret.
 */
export interface Refusal {
  readonly given: string
  /** A predicate: `is no duration`, `has no scheme`. */
  readonly fault: string
  /** An imperative without its full stop: ``Give `true` or `false` ``. */
  readonly accepted: string
  /** The value that was probably meant. */
  readonly meant?: string | undefined
  /** Where in the input, counted from 1; absent when the input is a single value. */
  readonly line?: number
}

export type Parsed<T> = Result<T, Refusal>
export type Parser<T> = (text: string) => Parsed<T>

export const refuse = (refusal: Refusal): Parsed<never> => ({ ok: false, faults: [refusal] })

/** No slip of the hand is longer, and a guess costs more than the length of the text. */
export const LONGEST_GUESS = 200

/** The value of a parser that has one, for a guess at what was meant. */
export function valueOf<T>(parsed: Parsed<T>): T | undefined {
  return parsed.ok ? parsed.value : undefined
}

export function optional<T>(parse: Parser<T>): Parser<T | undefined> {
  return (text) => (text === '' ? succeed(undefined) : parse(text))
}

/** `a`, `b` or `c`, in code quotes. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** Refuses what `predicate` does not accept. */
export function textThat(
  predicate: (text: string) => boolean,
  refusal: Pick<Refusal, 'fault' | 'accepted'>,
): Parser<string> {
  return (text) => (predicate(text) ? succeed(text) : refuse({ given: text, ...refusal }))
}
