import { COMMAND_ROWS } from './rows.ts'
import { usualVariableOf, wellKnownVariableOf } from './variables.ts'

/** Words that are also formats, files or programs, and that no sentence uses for the input. */
const OTHERS: ReadonlySet<string> = new Set([
  'badge',
  'config',
  'format',
  'html',
  'junit',
  'quiet',
  'record',
  'replay',
  'report',
])

const NAMES = COMMAND_ROWS.map(({ name }) => name)
  .filter((name) => !OTHERS.has(name))
  // The longest first: `origin-host` starts like `origin`.
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const SECRETS: ReadonlySet<string> = new Set(
  COMMAND_ROWS.filter(({ secret }) => secret).map(({ name }) => name),
)

const SWITCHES: ReadonlySet<string> = new Set(
  COMMAND_ROWS.filter(({ takes }) => takes === 'switch').map(({ name }) => name),
)

const NAME = new RegExp(String.raw`(?:the )?\`(${NAMES})\`(?: input)?`, 'g')
const SETTING = new RegExp(String.raw`\`(${NAMES}): ([^\`]+)\``, 'g')

/**
 * Rewords a text of a report, or an input's description, for a user of the command: flags in place of the Action's
 * inputs, variables in place of secrets, and no workflow. Remedies name inputs, because the documentation, the JSON
 * report and the comment do.
 */
export function flagWords(text: string): string {
  return text
    .replaceAll(/ (?:in|of) the workflow\b/g, '')
    .replaceAll(/\bthe workflow has\b/g, '`--origin` has')
    .replaceAll('to this step from secrets', 'in the environment')
    .replaceAll('`config` lists sites', '`--config` lists sites')
    .replaceAll('remove both inputs', 'unset both')
    .replaceAll('delete its line in `headers`', 'unset it')
    .replaceAll(/(?<=\b(?:restore|remove) (?:the|the old) )input(?=s?\b)/g, 'flag')
    .replaceAll('give this step a longer `wait`', 'use a longer `wait`')
    .replaceAll(/\$\{\{ secrets\.(\w+) \}\}/g, '$$$1')
    .replaceAll(/\bthe text of the secret `(\w+)`/g, 'the value of `$$$1`')
    .replaceAll(/(?<=\b(?:own|wrong) )`url`/g, 'URL')
    .replaceAll(/(?:the )?`url`(?: input)?/g, 'the URL')
    .replaceAll(SETTING, (_, name: string, value: string) => `\`${setting(name, value)}\``)
    .replaceAll(NAME, (_, name: string) => `\`${wellKnownVariableOf(name) ?? `--${name}`}\``)
}

function setting(name: string, value: string): string {
  // Other users can see the flags of a process.
  if (SECRETS.has(name)) return `${usualVariableOf(name)}=${quoted(value)}`
  if (SWITCHES.has(name)) return value === 'true' ? `--${name}` : `--${name}=${value}`
  return `--${name} ${quoted(value)}`
}

/** For a shell, unless it is one word or has quotes already. */
function quoted(value: string): string {
  return /^["']|^\$?[\w./%-]+$/.test(value) ? value : `'${value}'`
}
