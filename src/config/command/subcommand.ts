import { didYouMean } from '../parser/did-you-mean.ts'
import { didYouMeanText, printable } from '../parser/problems.ts'
import type { Input } from '../inputs/inputs.ts'
import { environmentName, ROWS } from './rows.ts'

/** Shells for which there is a completion script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** What to print in place of a check. */
export type Subcommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'short help' }
  | { readonly kind: 'flag help'; readonly row: Input }
  | { readonly kind: 'completion'; readonly shell: Shell }
  | { readonly kind: 'merge'; readonly args: readonly string[] }
  | { readonly kind: 'merge help' }
  | { readonly kind: 'unknown'; readonly problem: string }

const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])

/**
 * Reads `help`, `--help FLAG`, `completion SHELL` and `merge`; undefined if the arguments are those of a check. None of
 * these words can be a site, because a public host name has a dot.
 */
export function subcommandOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Subcommand | undefined {
  const [first, second, ...others] = args
  if (first === undefined) return namesSites(env) ? undefined : { kind: 'short help' }
  if (first === 'completion') return completionOf(second, others)
  if (first === 'merge') return { kind: 'merge', args: args.slice(1) }
  if (others.length > 0) return undefined
  if (HELP.has(first) && second === 'merge') return { kind: 'merge help' }
  if (HELP.has(first)) return second === undefined ? { kind: 'help' } : flagOf(second, first === 'help')
  if (first.startsWith('--help=')) return flagOf(first.slice('--help='.length), true)
  const row = second !== undefined && HELP.has(second) ? rowOf(first) : undefined
  return row === undefined ? undefined : { kind: 'flag help', row }
}

function namesSites(env: Readonly<Record<string, string | undefined>>): boolean {
  return (['url', 'config', 'replay'] as const).some((name) => (env[environmentName(name)] ?? '') !== '')
}

/** `strict`: any other word is a mistake. Otherwise it may be the URL of a check. */
function flagOf(text: string, strict: boolean): Subcommand {
  const row = rowOf(text)
  if (row !== undefined) return { kind: 'flag help', row }
  if (HELP.has(text) || (!strict && !text.startsWith('--') && text.includes('.'))) return { kind: 'help' }
  const meant = didYouMean(
    text.replace(DASHES, ''),
    ROWS.map((row) => row.name),
  )
  const guess = didYouMeanText(meant === undefined ? undefined : `--${meant}`)
  return {
    kind: 'unknown',
    problem: `\`${printable(text)}\` is not a known flag. \`origin-gate --help\` lists all flags.${guess}`,
  }
}

const DASHES = /^--?/

function rowOf(text: string): Input | undefined {
  const name = text.replace(DASHES, '')
  return ROWS.find((row) => row.name === name)
}

function completionOf(shell: string | undefined, others: readonly string[]): Subcommand {
  const found = SHELLS.find((name) => name === shell)
  if (found !== undefined && others.length === 0) return { kind: 'completion', shell: found }
  const usage = 'Use `origin-gate completion bash`, `zsh` or `fish`.'
  if (shell === undefined)
    return { kind: 'unknown', problem: `\`completion\` needs the name of a shell. ${usage}` }
  const [further] = others
  return {
    kind: 'unknown',
    problem:
      found === undefined || further === undefined
        ? `There is no completion for \`${printable(shell)}\`. ${usage}`
        : `\`completion ${found}\` takes no further argument. Remove \`${printable(further)}\`.`,
  }
}
