import { parseArgs } from 'node:util'
import { FOREIGN_FLAGS } from './foreign-flags.ts'
import { isPem } from '../files/pem-files.ts'
import type { Input } from '../inputs/inputs.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { didYouMeanText, type Problem, printable } from '../parser/problems.ts'
import { COMMAND_ROWS, ROWS } from './rows.ts'

/** What the command line requests. */
export type Flags =
  | { readonly kind: 'run'; readonly given: GivenFlags }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** There are unknown or incomplete flags. Values may be invalid too. */
  | {
      readonly kind: 'refused'
      readonly problems: readonly Problem[]
      readonly given: GivenFlags
    }

/** The flags on the command line with their values, by name. An empty value was given too. */
export type GivenFlags = ReadonlyMap<string, string>

const NAMES = [...COMMAND_ROWS.map(({ name }) => name), 'help', 'version']

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  ...Object.fromEntries(
    Object.entries(FOREIGN_FLAGS).map(([name, { takes, short }]) => [name, optionOf(takes, short)] as const),
  ),
  ...Object.fromEntries(ROWS.map(({ name, takes, letter }) => [name, optionOf(takes, letter)] as const)),
} as const

function optionOf(
  takes: Input['takes'],
  short: string | undefined,
): { readonly type: 'boolean' | 'string'; readonly multiple: true; readonly short?: string } {
  const type = takes === 'switch' ? 'boolean' : 'string'
  return { type, multiple: true, ...(short !== undefined && { short }) }
}

/**
 * Parses the command's arguments, without the interpreter and the script. Positional arguments are URLs. A repeated
 * list flag adds items; of any other repeated flag, the last one counts.
 *
 * @param positional the name under which positional arguments are given, one per line
 */
export function parseFlags(args: readonly string[], positional = 'url'): Flags {
  // Strict parsing throws on the first error. The tokens contain all of them.
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true })
  const given = new Map<string, string>()
  const problems: Problem[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const name = token.kind === 'positional' ? positional : token.name
    const row = ROWS.find((row) => row.name === name)
    if (token.kind === 'option') {
      const problem = problemOf(token, row)
      if (problem !== undefined) problems.push(problem)
    }
    const value = token.value ?? 'true'
    const isList = token.kind === 'positional' || row?.takes === 'list'
    const earlier = isList ? given.get(name) : undefined
    given.set(name, earlier === undefined ? value : `${earlier}\n${value}`)
  }
  if (given.has('help')) return { kind: 'help' }
  if (given.has('version')) return { kind: 'version' }
  return problems.length > 0 ? { kind: 'refused', problems, given } : { kind: 'run', given }
}

interface Option {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function problemOf(
  { name, rawName, value, inlineValue }: Option,
  row: Input | undefined,
): Problem | undefined {
  const flag = printable(rawName)
  const problem = (text: string): Problem => ({ input: name, text: `\`${flag}\` ${text}` })
  if (row === undefined) {
    if (name === 'help' || name === 'version') {
      return value === undefined ? undefined : problem('takes no value.')
    }
    const foreign = Object.hasOwn(FOREIGN_FLAGS, name) ? FOREIGN_FLAGS[name] : undefined
    if (foreign !== undefined) return problem(`is not a known flag. ${foreign.instead}`)
    const meant = didYouMean(name, NAMES)
    const guess = didYouMeanText(meant === undefined ? undefined : `--${meant}`)
    return problem(`is not a known flag. \`--help\` lists all flags.${guess}`)
  }
  if (row.shells === 'action') return problem('works only in the Action. Remove it from the command.')
  if (row.takes === 'switch') return undefined
  // A value that starts with a dash is probably the next flag, unless it follows `=` or is PEM text.
  if (value === undefined || (inlineValue !== true && /^-./su.test(value) && !isPem(value))) {
    return problem(`has no value. Use \`${flag} ${row.placeholder}\`.`)
  }
  return undefined
}
