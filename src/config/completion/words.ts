import { SHELLS } from '../command/subcommand.ts'
import { COMMAND_ROWS, MERGE_FLAGS } from '../command/rows.ts'

/** The words that may be in the place of the first URL, with what they do. */
export const FIRST_WORDS = [
  ['help', 'Print help on one flag'],
  ['completion', 'Print a completion script for a shell'],
  ['merge', 'Make one report of several JSON reports'],
] as const

export const HELP_TEXT = 'Print help'
export const VERSION_TEXT = 'Print the version'

/** Separated by spaces. */
export const SHELL_NAMES = SHELLS.join(' ')
/** What `help` explains. */
export const HELP_WORDS = [...COMMAND_ROWS.map(({ name }) => name), 'merge'].join(' ')

/** The flags of a check, and those of `merge`. */
export const FLAGS = dashed(COMMAND_ROWS.map(({ name }) => name).concat('help', 'version'))
export const FLAGS_OF_MERGE = dashed(MERGE_FLAGS.concat('help'))

function dashed(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(' ')
}
