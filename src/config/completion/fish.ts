import { COMMAND_ROWS, MERGE_FLAGS } from '../command/rows.ts'
import type { Input } from '../inputs/inputs.ts'
import { FIRST_WORDS, HELP_TEXT, HELP_WORDS, SHELL_NAMES, VERSION_TEXT } from './words.ts'

export function fishScript(): string {
  const first = FIRST_WORDS.map(
    ([word, text]) =>
      `complete -c origin-gate -n 'test (count (commandline -opc)) -eq 1' -a ${word} -d ${quoted(text)}`,
  )
  return `${[
    '# Completion for origin-gate. Save it as ~/.config/fish/completions/origin-gate.fish',
    'complete -c origin-gate -f',
    ...first,
    `complete -c origin-gate -n '__fish_seen_subcommand_from completion' -a ${quoted(SHELL_NAMES)}`,
    `complete -c origin-gate -n '__fish_seen_subcommand_from help' -a ${quoted(HELP_WORDS)}`,
    `complete -c origin-gate -n '__fish_seen_subcommand_from merge' -F`,
    ...COMMAND_ROWS.map(lineOf),
    `complete -c origin-gate -s h -l help -d ${quoted(HELP_TEXT)}`,
    `complete -c origin-gate -s V -l version -d ${quoted(VERSION_TEXT)}`,
  ].join('\n')}\n`
}

function lineOf({ name, letter, short, takes, completes }: Input): string {
  const oneLetter = letter === undefined ? '' : ` -s ${letter}`
  const unlessMerge = MERGE_FLAGS.includes(name) ? '' : " -n 'not __fish_seen_subcommand_from merge'"
  return `complete -c origin-gate${unlessMerge}${oneLetter} -l ${name}${valueOf(takes, completes)} -d ${quoted(short)}`
}

function valueOf(takes: Input['takes'], completes: Input['completes']): string {
  if (takes === 'switch') return ''
  if (completes === 'files') return ' -r -F'
  if (completes.length === 0) return ' -x'
  const words = completes.join(' ')
  // A list may have several items in one word.
  return ` -x -a ${quoted(takes === 'list' ? `(__fish_append , ${words})` : words)}`
}

/** In single quotes, fish reads only \\ and \'. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}
