import { combined, type Result, succeed } from '../parser/parser.ts'
import type { InputName } from '../inputs/inputs.ts'
import type { Problem } from '../parser/problems.ts'

/** An optional input, parsed. */
export type Half<T> = readonly [name: InputName, parsed: Result<T | undefined, Problem>]

/** Two inputs that need each other: both values, undefined for neither, or the problems of both. */
export function pairOf<First, Second>(
  [firstName, first]: Half<First>,
  [secondName, second]: Half<Second>,
): Result<readonly [First, Second] | undefined, Problem> {
  if (isEmpty(first) && isEmpty(second)) return succeed(undefined)
  const both = combined<{ first: First; second: Second }, Problem>({
    first: present(firstName, first, secondName),
    second: present(secondName, second, firstName),
  })
  return both.ok ? succeed([both.value.first, both.value.second]) : both
}

const isEmpty = (parsed: Result<unknown, Problem>): boolean => parsed.ok && parsed.value === undefined

/** A half whose other half is set, validly or not. */
function present<T>(
  name: InputName,
  parsed: Result<T | undefined, Problem>,
  other: InputName,
): Result<T, Problem> {
  if (!parsed.ok) return parsed
  if (parsed.value !== undefined) return succeed(parsed.value)
  return problem(
    name,
    `is empty, but \`${other}\` is set. Set both or neither, and check that the secret it comes from exists.`,
  )
}

/** A problem that involves more than one input. */
export function problem(input: InputName, text: string): Result<never, Problem> {
  return { ok: false, faults: [{ input, text: `\`${input}\` ${text}` }] }
}
