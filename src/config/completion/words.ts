import { SHELLS } from '../command/subcommand.ts'
import { COMMAND_ROWS } from '../command/rows.ts'

/** The words that may be in the place of the first URL, with what they do. */
export const FIRST_WORDS = [
  ['help', 'Print help on one flag'],
  ['completion', 'Print a completion script for a shell'],
] as const

export const HELP_TEXT = 'Print help'
export const VERSION_TEXT = 'Print the version'

/** Separated by spaces. */
export const SHELL_NAMES = SHELLS.join(' ')
export const FLAG_NAMES = COMMAND_ROWS.map(({ name }) => name).join(' ')
