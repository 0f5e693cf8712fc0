import { list } from '../../shared/text.ts'

/** A value, or everything that is wrong with it. */
export type Result<T, Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/**
 * One value of many parts, without those that are undefined; or the faults of all parts, in the order of the keys.
 */
export function combined<T extends object, Fault>(parts: {
  readonly [Key in keyof Required<T>]: Result<T[Key], Fault>
}): Result<T, Fault> {
  const value: Partial<T> = {}
  const faults: Fault[] = []
  let valid = true
  const complete = (candidate: Partial<T>): candidate is T => valid && candidate === value
  for (const key in parts) {
    const part = parts[key]
    valid &&= part.ok
    if (!part.ok) faults.push(...part.faults)
    else if (part.value !== undefined) value[key] = part.value
  }
  return complete(value) ? succeed(value) : { ok: false, faults }
}

/**
 * Why a text is not a valid value. `fault` and `accepted` never quote the text, because it may be secret. `given` and
 * `meant` do, and are not printed for a secret.
 */
export interface Refusal {
  readonly given: string
  /** A predicate: `is not a valid duration`, `has no scheme`. */
  readonly fault: string
  /** An imperative without its period: ``Use `true` or `false` ``. */
  readonly accepted: string
  readonly meant?: Meant | (() => Meant) | undefined
  /** The line of the input, from 1; absent when the input is a single value. */
  readonly line?: number
}

/** The value that was probably meant, or several that belong on separate lines. A function searches for it. */
export type Meant = string | readonly string[] | undefined

export type Parsed<T> = Result<T, Refusal>
export type Parser<T> = (text: string) => Parsed<T>

export const refuse = (refusal: Refusal): Parsed<never> => ({ ok: false, faults: [refusal] })

/** Characters of the longest text for which a suggestion is made. Its cost grows faster than its length. */
export const MAX_SUGGESTION_LENGTH = 200

/** The value, if there is one: to check a suggestion. */
export function valueOf<T>(parsed: Parsed<T>): T | undefined {
  return parsed.ok ? parsed.value : undefined
}

export function optional<T>(parse: Parser<T>): Parser<T | undefined> {
  return (text) => (text === '' ? succeed(undefined) : parse(text))
}

/** `a`, `b` or `c`, each in backquotes. */
export function alternatives(names: readonly string[]): string {
  return list(
    names.map((name) => `\`${name}\``),
    'or',
  )
}

/** Refuses what `predicate` does not accept. */
export function textThat(
  predicate: (text: string) => boolean,
  refusal: Pick<Refusal, 'fault' | 'accepted'>,
): Parser<string> {
  return (text) => (predicate(text) ? succeed(text) : refuse({ given: text, ...refusal }))
}

/** Most of a thousand sites have equal values. Of the wrong ones, only the last is kept. */
export function memo<T>(parse: Parser<T>): Parser<T> {
  const known = new Map<string, Parsed<T>>()
  let refused: readonly [text: string, parsed: Parsed<T>] | undefined
  return (text) => {
    const before = refused?.[0] === text ? refused[1] : known.get(text)
    if (before !== undefined) return before
    const parsed = parse(text)
    if (parsed.ok) known.set(text, parsed)
    else refused = [text, parsed]
    return parsed
  }
}
