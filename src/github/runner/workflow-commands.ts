import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'
import type { Env } from '../event/event.ts'

// What the runner is told before and while we look, and when we do not look at all: as little as possible stands between
// the start and the first look. A report goes through the library, see core.ts.

/** To be called before anything else, so that a crash leaves the gate shut. */
export function promoteFalse(env: Env): void {
  output(env, 'promote', 'false')
}

/** The outputs of a run that has no report: the check could not run, or was told to stop before it had judged. */
export function publishNothing(env: Env, verdict: 'error' | 'inconclusive'): void {
  output(env, 'verdict', verdict)
  promoteFalse(env)
}

/** What keeps the check from running, as an annotation: something that its user, or we, have to mend. */
export function fail(text: string, title: string): void {
  command('error', text, `title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
}

/** A warning of our own work, while `@actions/core` may not be loaded. */
export function warnEarly(text: string): void {
  command('warning', text, 'title=origin-gate')
}

/** An input as the runner hands it over, without the white space around it. Empty when it is not given. */
export function inputIn(env: Env, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** Has the runner blot the values out of every later line of the log; of a value with many lines, each that is long enough to tell. */
export function mask(values: Iterable<string>): void {
  const whole = [...values]
  const lines = whole.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length > 3)
  for (const secret of new Set([...whole, ...lines])) if (secret.trim() !== '') command('add-mask', secret)
}

/**
 * Writes text to the step's log. The runner takes a line that begins with `::`, or has `##[` in it, for a command:
 * what a site sends must not become one. What .NET calls white space before it makes no difference to the runner.
 */
export function log(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    process.stdout.write(`${line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [')}${EOL}`)
  }
}

/** Folds what follows, until `endGroup`. */
export function group(title: string): void {
  command('group', title)
}

export function endGroup(): void {
  command('endgroup', '')
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function command(
  name: 'add-mask' | 'group' | 'endgroup' | 'error' | 'warning',
  value: string,
  property = '',
): void {
  process.stdout.write(`::${name}${property === '' ? '' : ` ${property}`}::${escaped(value)}${EOL}`)
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Only for our own words, which need no delimiter. */
function output(env: Env, name: string, word: string): void {
  const file = env['GITHUB_OUTPUT'] ?? ''
  if (file !== '') appendFileSync(file, `${name}=${word}${EOL}`)
}
