import { parseFlags } from '../../config/command/flags.ts'
import { helpText } from '../../config/command/help.ts'
import { VERSION } from '../../version.ts'
import { runWith } from './command.ts'
import type { Lifecycle } from '../process/lifecycle.ts'

/**
 * Runs the command. Returns its exit code: 0 healthy or not in `fail-on`, 1 unhealthy or a warning that `fail-on`
 * names, 2 the check could not run, 3 inconclusive. After a signal, the process ends with another one.
 */
export async function run(life: Lifecycle): Promise<number> {
  const flags = parseFlags(process.argv.slice(2))
  switch (flags.kind) {
    case 'help':
      process.stdout.write(helpText())
      return 0
    case 'version':
      process.stdout.write(`origin-gate ${VERSION}\n`)
      return 0
    case 'refused':
      return runWith(flags, flags.problems, life)
    case 'run':
      return runWith(flags, [], life)
    default:
      return flags satisfies never
  }
}
