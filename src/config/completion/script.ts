import type { Shell } from '../command/subcommand.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { zshScript } from './zsh.ts'

const SCRIPTS: Readonly<Record<Shell, () => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** A script that lets the shell complete the command. Ends with a line break. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell]()
}
