import { run as runAction } from './shell/action/action.ts'
import { run as runCommand } from './shell/command/cli.ts'
import { ENTRY } from './shell/library/entry.ts'
import { lifecycle } from './shell/process/lifecycle.ts'

// Both shells are in one file: they share the inputs and their parsers, and each additional file takes time to load.

/** Loads the library. Nothing runs until it is called. */
export async function loadLibrary() {
  const checking = await import('./shell/checking.ts')
  const { libraryWith } = await checking.loadLibrary()
  return libraryWith(ENTRY)
}

/** Runs the Action or the command, and ends the process. */
export function main(shell: 'action' | 'command'): Promise<never> {
  if (shell === 'action') {
    const life = lifecycle({ failed: 1, signalled: () => 1 })
    return life.end(runAction(life))
  }
  // The exit code with which shells report a process that a signal ended.
  const life = lifecycle({ failed: 2, signalled: (number) => 128 + number })
  return life.end(runCommand(life))
}
