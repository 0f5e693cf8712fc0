import type { Env } from '../event/event.ts'

// Workflow commands that are needed before and during the checks, without a library: loading one would delay the first
// check. What a report writes goes through toolkit.ts.

/** Annotates why the check can't run. */
export function fail(text: string, title: string): void {
  command('error', text, `title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
}

/** Warns about our own work, without loading `@actions/core`. */
export function warnEarly(text: string): void {
  command('warning', text, 'title=origin-gate')
}

/** The value of an input, without surrounding white space. Empty when it is not set. */
export function inputIn(env: Env, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** Masks the values in all later lines of the log, and each line of a value that is long enough to be recognizable. */
export function mask(values: Iterable<string>): void {
  const whole = [...values]
  const lines = whole.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length > 3)
  for (const secret of new Set([...whole, ...lines])) if (secret.trim() !== '') command('add-mask', secret)
}

/**
 * Writes text to the step's log. The runner takes a line that starts with `::`, after any .NET white space, or that
 * contains `##[`, for a command. Text from a site must not become one.
 */
export function log(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    process.stdout.write(`${line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [')}\n`)
  }
}

/** Starts a collapsed group in the log. It ends with `endGroup`. */
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
  process.stdout.write(`::${name}${property === '' ? '' : ` ${property}`}::${escaped(value)}\n`)
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
