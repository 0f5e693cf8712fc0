import type { InputName } from '../inputs/inputs.ts'
import type { Problem } from '../parser/problems.ts'
import { combined, type Result, succeed } from '../parser/result.ts'

/** An input that may be empty, and what became of it. */
export type Half<T> = readonly [name: InputName, parsed: Result<T | undefined, Problem>]

/** Two inputs that mean something only together: both, or neither, or all that is wrong with them. */
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

/** A half whose other half is given, though it may be bad. */
function present<T>(
  name: InputName,
  parsed: Result<T | undefined, Problem>,
  other: InputName,
): Result<T, Problem> {
  if (!parsed.ok) return parsed
  if (parsed.value !== undefined) return succeed(parsed.value)
  return problem(
    name,
    `is empty, but \`${other}\` is given. Give both or neither, and see that the secret it comes from is set.`,
  )
}

/** One problem that no parser of a single input could see. */
export function problem(input: InputName, text: string): Result<never, Problem> {
  return { ok: false, faults: [{ input, text: `\`${input}\` ${text}` }] }
}
