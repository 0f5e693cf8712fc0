/**
 * The part of `@actions/core` that annotates. Its index also loads an OIDC client and all of undici, which would slow
 * every run. The package exports only its index, and Node allows no `imports` alias into `node_modules`: hence the
 * path.
 */
import { issueCommand } from '../../../node_modules/@actions/core/lib/command.js'

export function issueAnnotation(level: 'error' | 'warning', text: string, title: string): void {
  issueCommand(level, { title }, text)
}
