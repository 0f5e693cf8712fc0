/**
 * What of `@actions/core` writes to the runner. Its index also brings a client of GitHub's OIDC provider, and with that all of
 * undici: time that every run would pay at its end.
 */
import { issueCommand } from '../../../node_modules/@actions/core/lib/command.js'
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../../node_modules/@actions/core/lib/file-command.js'
import type { Env } from '../event/event.ts'

export { summary } from '../../../node_modules/@actions/core/lib/summary.js'

/** Nothing is written where the runner named no file for it. */
export function setOutput(env: Env, name: string, value: string): void {
  if ((env['GITHUB_OUTPUT'] ?? '') === '') return
  issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
}

export function issueAnnotation(level: 'error' | 'warning', text: string, title: string): void {
  issueCommand(level, { title }, text)
}
