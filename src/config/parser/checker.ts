import { defaultIn, type Input, type InputName, type InputReader, INPUTS } from '../inputs/inputs.ts'
import type { Hide } from './hide.ts'
import { excessOf } from './limits.ts'
import { itemsOf } from './lists.ts'
import { type Parser, refuse, type Result } from './parser.ts'
import { type Problem, problemOf, type DisplayOptions } from './problems.ts'

/** Parses an input, or its default when it is empty or does not apply to this shell. */
export type Checker = <T>(name: InputName, parse: Parser<T>) => Result<T, Problem>

/** What a checker needs to know about all inputs. */
export interface CheckerContext {
  readonly shell: 'action' | 'command'
  readonly showOrigin: boolean
  /** Hides values that no problem may quote. */
  readonly hide: Hide
}

/** `numbered`: whether a problem names its line in an input with several. */
type Options = Pick<DisplayOptions, 'numbered'>

export function checkerOf(
  input: InputReader,
  { shell, showOrigin, hide }: CheckerContext,
  { numbered }: Options = { numbered: true },
): Checker {
  return (name, parse) => {
    const row = ROWS.get(name)
    const given = row?.shells === 'action' && shell === 'command' ? '' : input(name).trim()
    const text = given === '' ? literal(row === undefined ? '' : defaultIn(shell, row)) : given
    const excess = excessOf(name, text)
    const parsed =
      excess === undefined
        ? parse(text)
        : refuse({ given: '', fault: excess, accepted: 'Use a shorter one, or several runs' })
    if (parsed.ok) return parsed
    const secret = row?.secret === true && !(name === 'origin' && showOrigin)
    const showing = { secret, several: excess === undefined && itemsOf(text).length > 1, numbered, hide }
    return { ok: false, faults: parsed.faults.map((refusal) => problemOf(name, refusal, showing)) }
  }
}

const ROWS: ReadonlyMap<InputName, Input> = new Map(INPUTS.map((row) => [row.name, row]))

/** An expression such as `${{ github.token }}` has a value only on a runner. */
function literal(value: string): string {
  return value.startsWith('${{') ? '' : value
}
