import { COMMAND_FLAGS } from '../inputs/command-flags.ts'
import { type Input, INPUTS } from '../inputs/inputs.ts'

const WIDTH = 80
const INDENT = '      '

/** What `--help` prints; no line is wider than 80 columns. Ends with a line break. */
export function helpText(): string {
  const rows: readonly Input[] = [...INPUTS, ...COMMAND_FLAGS]
  const options = rows.filter((row) => row.shells === 'both').map(optionText)
  return `${[
    'Usage: origin-gate [options] URL...',
    '',
    ...wrapped(
      'Asks for a site through Cloudflare and directly at its origin, and names the cause when it answers 502 or 52x.',
      '',
    ),
    '',
    'Options:',
    ...options,
    '  -h, --help',
    `${INDENT}Print this text.`,
    '  -V, --version',
    `${INDENT}Print the version.`,
    '',
    ...wrapped('Lists take one item a line, and their flags may be repeated.', ''),
    ...wrapped('Durations are 500ms, 10s, 2m, 1h or a whole number of seconds.', ''),
    '',
    'Exit codes: 0 healthy, or not in --fail-on; 1 failed by --fail-on; 2 the check',
    'could not run.',
  ].join('\n')}\n`
}

function optionText(row: Input): string {
  const flag = `  --${row.name} ${row.placeholder}`.trimEnd()
  const fallback = row.default === '' ? row.fallback : row.default
  const usual = row.takes === 'switch' || fallback === '' ? '' : ` Default: ${fallback}.`
  return [flag, ...wrapped(`${row.description}${usual}`.replaceAll('`', ''), INDENT)].join('\n')
}

/** Breaks a text between words. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, indent + line]
}
