import { type Input, type InputName, INPUTS } from '../inputs/inputs.ts'
import { itemsOf } from './lists.ts'
import type { Parser } from './parser.ts'
import { type Problem, problemOf, type Showing } from './problems.ts'
import type { Result } from './result.ts'

/** Reads an input, or its default where it is empty or not for this shell, and says what is wrong with it. */
export type Checker = <T>(name: InputName, parse: Parser<T>) => Result<T, Problem>

/** What a checker has to know of all inputs. */
export interface Checking {
  readonly shell: 'action' | 'cli'
  readonly showOrigin: boolean
  /** What no problem may quote. */
  readonly secrets: readonly string[]
}

/** `numbered`: whether a problem tells its line in an input of several. */
type Options = Pick<Showing, 'numbered'>

export function checkerOf(
  input: (name: InputName) => string,
  { shell, showOrigin, secrets }: Checking,
  { numbered }: Options = { numbered: true },
): Checker {
  return (name, parse) => {
    const row = ROWS.get(name)
    const given = row?.shells === 'action' && shell === 'cli' ? '' : input(name).trim()
    const text = given === '' ? literal(row?.default ?? '') : given
    const parsed = parse(text)
    if (parsed.ok) return parsed
    const secret = row?.secret === true && !(name === 'origin' && showOrigin)
    const showing = { secret, several: itemsOf(text).length > 1, numbered, secrets }
    return { ok: false, faults: parsed.faults.map((refusal) => problemOf(name, refusal, showing)) }
  }
}

const ROWS: ReadonlyMap<InputName, Input> = new Map(INPUTS.map((row) => [row.name, row]))

/** The runner fills in an expression. Where there is no runner, nothing does. */
function literal(value: string): string {
  return value.startsWith('${{') ? '' : value
}
