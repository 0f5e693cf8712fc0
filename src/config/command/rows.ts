import { COMMAND_FLAGS } from '../inputs/command-flags.ts'
import { type Input, INPUTS } from '../inputs/inputs.ts'

/** All inputs, including those that only the Action has. */
export const ROWS: readonly Input[] = [...INPUTS, ...COMMAND_FLAGS]

/** The flags of the command, except `--help` and `--version`. */
export const COMMAND_ROWS: readonly Input[] = ROWS.filter((row) => row.shells === 'both')

/** The flags of `origin-gate merge`. They mean what they mean for a check. */
export const MERGE_FLAGS: readonly string[] = [
  'fail-on',
  'format',
  'quiet',
  'report',
  'junit',
  'html',
  'badge',
]

/** The environment variable that sets a flag. */
export function environmentName(flag: string): string {
  return `ORIGIN_GATE_${flag.toUpperCase().replaceAll('-', '_')}`
}
