import { parseFlags } from '../../config/command/flags.ts'
import { subcommandOf } from '../../config/command/subcommand.ts'
import { VERSION } from '../../version.ts'
import { runWith } from './command.ts'
import type { Lifecycle } from '../process/lifecycle.ts'

// Loaded late: a check needs none of its texts.
const loadPrinting = () => import('./printing.ts')
const loadMerge = () => import('./merge.ts')

/**
 * Runs the command. Returns its exit code: 0 healthy or not in `fail-on`, 1 unhealthy or a warning that `fail-on`
 * names, 2 the check could not run, 3 inconclusive. After a signal, the process ends with another one.
 */
export async function run(life: Lifecycle): Promise<number> {
  const args = process.argv.slice(2)
  const subcommand = subcommandOf(args, process.env)
  if (subcommand?.kind === 'merge')
    return (await loadMerge()).runMerge(subcommand.args, life, async () =>
      (await loadPrinting()).runSubcommand({ kind: 'merge help' }),
    )
  if (subcommand !== undefined) return (await loadPrinting()).runSubcommand(subcommand)
  const flags = parseFlags(args)
  switch (flags.kind) {
    case 'help':
      return (await loadPrinting()).runSubcommand({ kind: 'help' })
    case 'version':
      process.stdout.write(`origin-gate ${VERSION}\n`)
      return 0
    case 'refused':
      return runWith(flags.given, flags.problems, life)
    case 'run':
      return runWith(flags.given, [], life)
    default:
      return flags satisfies never
  }
}
