/**
 * The parts of `@actions/core` that write to the runner. Its index also loads an OIDC client and all of undici, which
 * would slow every run. The package exports only its index, and Node allows no `imports` alias into `node_modules`:
 * hence the paths.
 */
import { issueCommand } from '../../../node_modules/@actions/core/lib/command.js'
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../../node_modules/@actions/core/lib/file-command.js'
import type { Env } from '../event/event.ts'

export { summary } from '../../../node_modules/@actions/core/lib/summary.js'

/** Writes nothing if the runner has no output file. */
export function setOutput(env: Env, name: string, value: string): void {
  if ((env['GITHUB_OUTPUT'] ?? '') === '') return
  issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
}

export function issueAnnotation(level: 'error' | 'warning', text: string, title: string): void {
  issueCommand(level, { title }, text)
}
