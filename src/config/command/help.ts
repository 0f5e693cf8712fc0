import { wrap } from '../../shared/text.ts'
import { defaultIn, type Group, GROUPS, type Input } from '../inputs/inputs.ts'
import {
  DOCS,
  type Entry,
  ENVIRONMENT,
  EXAMPLES,
  EXIT_CODES,
  HELP_FLAGS,
  MERGE_EXAMPLES,
  MERGE_EXIT_CODES,
  MERGE_FILES,
  MERGE_PURPOSE,
  MERGE_USAGE,
  PURPOSE,
  REPETITION,
  SCALE_DOCS,
  SECRETS_HINT,
  VALUES,
} from './reference.ts'
import { flagWords } from './flag-words.ts'
import { COMMAND_ROWS, environmentName, MERGE_FLAGS } from './rows.ts'
import { wellKnownVariableOf } from './variables.ts'

/** Columns. Longer lines are hard to read, and shorter ones have no room for a flag. */
const WIDEST = 100
const NARROWEST = 48
/** Where the texts of a list start, by the width of the terminal. A narrower one has no room for two columns. */
const TEXT_COLUMNS = [
  { from: 92, column: 34 },
  { from: 72, column: 31 },
] as const
const INDENT = '      '

const USAGE = 'Usage: origin-gate [options] URL...'
const OTHER_USAGES = [MERGE_USAGE, 'origin-gate help FLAG', 'origin-gate completion bash|zsh|fish'] as const

/** The text of `--help` for a terminal with this many columns. Ends with a line break. */
export function helpText(columns: number): string {
  const width = within(columns)
  const groups = groupNames().map((group) => {
    const rows = COMMAND_ROWS.filter((row) => row.group === group)
    return headed(GROUPS[group], listed(rows.map(entryOf), width))
  })
  return sections([
    [USAGE, ...OTHER_USAGES.map((usage) => `       ${usage}`)],
    wrap(PURPOSE, width, ''),
    examples(width),
    ...groups,
    headed('Help', listed(HELP_FLAGS, width)),
    headed('Values', [...listed(VALUES, width, 12), ...wrap(plain(REPETITION), width, '  ')]),
    ['Environment:', ...listed(ENVIRONMENT, width), ...wrap(SECRETS_HINT, width, '  ')],
    headed('Exit codes', listed(EXIT_CODES, width, 12)),
    [`Docs: ${DOCS}`],
  ])
}

/** What the command prints without arguments. Ends with a line break. */
export function shortHelp(columns: number): string {
  const width = within(columns)
  return sections([
    [USAGE],
    wrap(PURPOSE, width, ''),
    examples(width),
    wrap('`origin-gate --help` lists all flags.', width, ''),
  ])
}

/** The text of `merge --help`. Ends with a line break. */
export function mergeHelp(columns: number): string {
  const width = within(columns)
  const flags = COMMAND_ROWS.filter(({ name }) => MERGE_FLAGS.includes(name)).map(entryOf)
  return sections([
    [`Usage: ${MERGE_USAGE}`],
    ...MERGE_PURPOSE.map((text) => wrap(text, width, '')),
    examples(width, MERGE_EXAMPLES),
    headed('Files', listed(MERGE_FILES, width, 12)),
    headed('Flags', listed([...flags, { name: '-h, --help', text: 'Print this text' }], width)),
    headed('Exit codes', listed(MERGE_EXIT_CODES, width, 12)),
    [`Docs: ${SCALE_DOCS}`],
  ])
}

/** The help on one flag, or on an input of the Action. Ends with a line break. */
export function flagHelp(row: Input, columns: number): string {
  const width = within(columns)
  const usual = usualValue(row)
  return sections([
    [flagOf(row)],
    wrap(row.shells === 'action' ? row.description : flagWords(row.description), width, ''),
    row.shells === 'action'
      ? ['It works only in the Action.']
      : [
          ...(usual === '' ? [] : wrap(`Default: ${usual}.`, width, '')),
          ...wrap(`Environment: ${variablesOf(row.name)}`, width, ''),
          ...(row.takes === 'list' ? ['The flag can be repeated.'] : []),
          ...(row.scope === 'site' && row.name !== 'url'
            ? wrap('It can differ between the sites of `--config`.', width, '')
            : []),
        ],
  ])
}

function groupNames(): readonly Group[] {
  return [...new Set(COMMAND_ROWS.map(({ group }) => group))].toSorted(
    (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
  )
}

const ORDER: readonly string[] = Object.keys(GROUPS)

function within(columns: number): number {
  return Math.min(Math.max(columns, NARROWEST), WIDEST)
}

function headed(heading: string, lines: readonly string[]): readonly string[] {
  return [`${heading}:`, ...lines]
}

function sections(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function examples(width: number, all: readonly Entry[] = EXAMPLES): readonly string[] {
  // A command is never wrapped, so that it can be copied.
  const lines = all.flatMap(({ name, text }) => wrap(text, width, '  ').concat(`    ${name}`))
  return headed('Examples', lines)
}

function entryOf(row: Input): Entry {
  const usual = plain(usualValue(row))
  return { name: flagOf(row), text: usual === '' ? row.short : `${row.short} (default: ${usual})` }
}

function flagOf(row: Input): string {
  const letter = row.letter === undefined ? '' : `-${row.letter}, `
  return `${letter}--${row.name} ${row.placeholder}`.trimEnd()
}

/** The command's default in words; empty if there is none. */
export function usualValue(row: Input): string {
  if (row.takes === 'switch') return ''
  return flagWords(row.commandDefault ?? (defaultIn('command', row) || row.fallback))
}

function listed(
  entries: readonly Entry[],
  width: number,
  column: number | undefined = TEXT_COLUMNS.find(({ from }) => width >= from)?.column,
): readonly string[] {
  return entries.flatMap(({ name, text }) => {
    const first = `  ${name}`
    if (column === undefined) return [first, ...wrap(plain(text), width, INDENT)]
    const indent = ' '.repeat(column)
    return first.length + 2 > column
      ? [first, ...wrap(plain(text), width, indent)]
      : wrap(plain(text), width, first.padEnd(column), indent)
  })
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}

/** `GLOBALPING_TOKEN or ORIGIN_GATE_GLOBALPING_TOKEN`. */
function variablesOf(flag: string): string {
  const usual = wellKnownVariableOf(flag)
  return [...(usual === undefined ? [] : [usual]), environmentName(flag)].join(' or ')
}
