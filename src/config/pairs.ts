import type { InputName } from './inputs.ts'
import type { Problem } from './problems.ts'
import { type Result, succeed } from './result.ts'

/** An input that may be empty, and what became of it. */
export type Half<T> = readonly [name: InputName, parsed: Result<T | undefined, Problem>]

/** Two inputs that mean something only together: both, or neither, or what is wrong with them. */
export function pairOf<First, Second>(
  [firstName, first]: Half<First>,
  [secondName, second]: Half<Second>,
): Result<readonly [First, Second] | undefined, Problem> {
  if (!first.ok || !second.ok) {
    return { ok: false, faults: [first, second].flatMap((half) => (half.ok ? [] : half.faults)) }
  }
  if (first.value !== undefined && second.value !== undefined) return succeed([first.value, second.value])
  if (first.value === undefined && second.value === undefined) return succeed(undefined)
  const [missing, given] = first.value === undefined ? [firstName, secondName] : [secondName, firstName]
  return problem(
    missing,
    `is empty, but \`${given}\` is given. Give both or neither, and see that the secret it comes from is set.`,
  )
}

/** One problem that no parser of a single input could see. */
export function problem(input: InputName, text: string): Result<never, Problem> {
  return { ok: false, faults: [{ input, text: `\`${input}\` ${text}` }] }
}
