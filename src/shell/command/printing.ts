import { flagHelp, helpText, mergeHelp, shortHelp } from '../../config/command/help.ts'
import type { Subcommand } from '../../config/command/subcommand.ts'
import { completionScript } from '../../config/completion/script.ts'
import { columnsOf } from './terminal.ts'

/** Columns, if the output is not a terminal. */
const USUAL_WIDTH = 80

/** Prints what was requested in place of a check. Returns the exit code. */
export function runSubcommand(subcommand: Exclude<Subcommand, { readonly kind: 'merge' }>): number {
  const { stdout, stderr } = process
  switch (subcommand.kind) {
    case 'help':
      stdout.write(helpText(columnsOf(stdout) ?? USUAL_WIDTH))
      return 0
    case 'flag help':
      stdout.write(flagHelp(subcommand.row, columnsOf(stdout) ?? USUAL_WIDTH))
      return 0
    case 'merge help':
      stdout.write(mergeHelp(columnsOf(stdout) ?? USUAL_WIDTH))
      return 0
    case 'completion':
      stdout.write(completionScript(subcommand.shell))
      return 0
    case 'short help':
      stderr.write(shortHelp(columnsOf(stderr) ?? USUAL_WIDTH))
      return 2
    case 'unknown':
      stderr.write(`${subcommand.problem}\n`)
      return 2
    default:
      return subcommand satisfies never
  }
}
