import { ENVIRONMENT, EXIT_CODES } from '../../src/config/command/reference.ts'
import { COMMAND_ROWS } from '../../src/config/command/rows.ts'
import { COMMAND_FLAGS } from '../../src/config/inputs/command-flags.ts'
import type { Input } from '../../src/config/inputs/inputs.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

/** The generated parts of docs/command.md, except the report that it quotes. */
export function commandParts(table: Table): readonly (readonly [marker: string, content: string])[] {
  const flags: readonly Input[] = COMMAND_FLAGS
  const differing = COMMAND_ROWS.filter(({ commandDefault }) => commandDefault !== undefined)
  return [
    [
      'flags',
      table(
        ['flag', 'meaning'],
        flags.map((row) => [spelled(row), row.description]),
      ),
    ],
    [
      'defaults',
      table(
        ['flag', 'in the command', 'in the Action'],
        differing.map((row) => [
          `\`--${row.name}\``,
          inWords(row.commandDefault ?? '', 'none'),
          inWords(row.default, row.fallback),
        ]),
      ),
    ],
    [
      'exit codes',
      table(
        ['code', 'meaning'],
        EXIT_CODES.map(({ name, text }) => [name, text]),
      ),
    ],
    [
      'environment',
      table(
        ['variable', 'meaning'],
        ENVIRONMENT.map(({ name, text }) => [
          name
            .split(', ')
            .map((each) => `\`${each}\``)
            .join(', '),
          text,
        ]),
      ),
    ],
  ]
}

function inWords(value: string, otherwise: string): string {
  return value === '' ? otherwise : `\`${value}\``
}

function spelled({ name, letter, placeholder }: Input): string {
  const long = `\`${`--${name} ${placeholder}`.trimEnd()}\``
  return letter === undefined ? long : `\`-${letter}\`, ${long}`
}
