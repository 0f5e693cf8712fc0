import { wrap } from '../../shared/text.ts'
import { COMMAND_FLAGS } from '../inputs/command-flags.ts'
import { defaultIn, type Input, INPUTS } from '../inputs/inputs.ts'

const WIDTH = 80
const INDENT = '      '
const PURPOSE =
  'Requests a site through Cloudflare and directly from its origin, and names the cause when it returns 502 or 52x.'

/** The text of `--help`, at most 80 columns wide. Ends with a line break. */
export function helpText(): string {
  const rows: readonly Input[] = [...INPUTS, ...COMMAND_FLAGS]
  const options = rows.filter((row) => row.shells === 'both').map(optionText)
  return `${[
    'Usage: origin-gate [options] URL...',
    '',
    ...wrap(PURPOSE, WIDTH, ''),
    '',
    'Options:',
    ...options,
    '  -h, --help',
    `${INDENT}Print this text.`,
    '  -V, --version',
    `${INDENT}Print the version.`,
    '',
    ...wrap('Lists take one item per line, and their flags can be repeated.', WIDTH, ''),
    ...wrap('Durations are 500ms, 10s, 2m, 1h or a whole number of seconds.', WIDTH, ''),
    '',
    'Exit codes: 0 healthy, or not in --fail-on; 1 unhealthy, or a warning that',
    '--fail-on names; 2 the check could not run; 3 inconclusive; 130 and 143 after',
    'SIGINT and SIGTERM.',
  ].join('\n')}\n`
}

function optionText(row: Input): string {
  const flag = `  --${row.name} ${row.placeholder}`.trimEnd()
  const fallback = defaultIn('command', row) || row.fallback
  const usual = row.takes === 'switch' || fallback === '' ? '' : ` Default: ${fallback}.`
  return [flag, ...wrap(`${row.description}${usual}`.replaceAll('`', ''), WIDTH, INDENT)].join('\n')
}
