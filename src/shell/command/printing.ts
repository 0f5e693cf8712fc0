import { flagHelp, helpText, shortHelp } from '../../config/command/help.ts'
import type { Question } from '../../config/command/question.ts'
import { completionScript } from '../../config/completion/script.ts'
import { columnsOf } from './terminal.ts'

/** Columns, if the output is not a terminal. */
const USUAL_WIDTH = 80

/** Prints what was requested in place of a check. Returns the exit code. */
export function respond(question: Question): number {
  const { stdout, stderr } = process
  switch (question.kind) {
    case 'help':
      stdout.write(helpText(columnsOf(stdout) ?? USUAL_WIDTH))
      return 0
    case 'flag help':
      stdout.write(flagHelp(question.row, columnsOf(stdout) ?? USUAL_WIDTH))
      return 0
    case 'completion':
      stdout.write(completionScript(question.shell))
      return 0
    case 'short help':
      stderr.write(shortHelp(columnsOf(stderr) ?? USUAL_WIDTH))
      return 2
    case 'unknown':
      stderr.write(`${question.problem}\n`)
      return 2
    default:
      return question satisfies never
  }
}
