import { isPem } from '../files/pem-files.ts'
import { COMMAND_ROWS, environmentName } from './rows.ts'
import { usualVariableOf, WELL_KNOWN_VARIABLES, wellKnownVariableOf } from './variables.ts'
import { type Input, INPUTS } from '../inputs/inputs.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { didYouMeanText, type Problem, printable } from '../parser/problems.ts'
import { itemsOf } from '../parser/lists.ts'
import { list, plural } from '../../shared/text.ts'
import type { GivenFlags } from './flags.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What the command got, by the names of its flags: from the command line, or else from the environment. */
export interface Given {
  /** The value as typed; empty when it is not set. */
  readonly read: (name: string) => string
  /** Where the value comes from: a flag or a variable. Undefined when it is not set. */
  readonly sourceOf: (name: string) => Source | undefined
}

type Source = { readonly kind: 'flag' | 'variable' | 'well-known'; readonly name: string }

interface Found {
  readonly text: string
  readonly source: Source
}

const ROWS: ReadonlyMap<string, Input> = new Map(COMMAND_ROWS.map((row) => [row.name, row]))

/** The two halves of a credential. Half of one that another tool left in the environment is not used. */
const PARTNERS: Readonly<Record<string, string>> = {
  'access-client-id': 'access-client-secret',
  'access-client-secret': 'access-client-id',
}

/**
 * A flag takes precedence over its own variable `ORIGIN_GATE_…`, and that over the variable of other tools. So an empty
 * flag unsets a variable. An empty variable is not set.
 */
export function givenBy(flags: GivenFlags, env: Env): Given {
  const read = (name: string): Found | undefined => {
    const found = explicit(flags, env, name)
    if (found !== undefined) return found
    const partner = PARTNERS[name]
    if (partner !== undefined && explicit(flags, env, partner) === undefined && !wellKnown(env, partner))
      return
    return wellKnown(env, name)
  }
  return { read: (name) => read(name)?.text ?? '', sourceOf: (name) => read(name)?.source }
}

function explicit(flags: GivenFlags, env: Env, name: string): Found | undefined {
  const flag = flags.get(name)
  if (flag !== undefined) return { text: flag, source: { kind: 'flag', name: `--${name}` } }
  const row = ROWS.get(name)
  const variable = environmentName(name)
  const text = env[variable] ?? ''
  if (row === undefined || text.trim() === '') return
  return {
    text: row.takes === 'switch' ? booleanOf(text) : text,
    source: { kind: 'variable', name: variable },
  }
}

function wellKnown(env: Env, name: string): Found | undefined {
  const variable = wellKnownVariableOf(name)
  const text = variable === undefined ? '' : (env[variable] ?? '')
  if (variable === undefined || text.trim() === '') return
  return { text, source: { kind: 'well-known', name: variable } }
}

/** `1` and `0` are usual in variables. */
function booleanOf(text: string): string {
  const value = text.trim()
  return value === '1' ? 'true' : value === '0' ? 'false' : value
}

/** A problem that names the flag or the variable of the value. Most URLs have no flag. */
export function withSource(problem: Problem, { sourceOf }: Given): Problem {
  const source = sourceOf(problem.input)
  const subject = `\`${problem.input}\``
  const { text } = problem
  return source === undefined ||
    !text.startsWith(subject) ||
    (problem.input === 'url' && source.kind === 'flag')
    ? problem
    : { ...problem, text: `\`${source.name}\`${text.slice(subject.length)}` }
}

/** Variables with this prefix that aren't inputs: those of the lab and the tests, and `ORIGIN_GATE_DEBUG`. */
const RESERVED = /^ORIGIN_GATE_(?:LAB|RECORD|DEBUG|CORPUS|NAMESPACE|NAMESPACE_ROOT|TEST_\w+|MUTA\w+)$/

const PREFIX = 'ORIGIN_GATE_'
const MAX_UNKNOWN = 10

/** Notes about variables that have no effect. Values are not printed. */
export function unknownVariables(env: Env): readonly string[] {
  const known = COMMAND_ROWS.map(({ name }) => environmentName(name))
  const unknown = Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !RESERVED.test(name) && !known.includes(name))
    .toSorted()
  const rest = unknown.length - MAX_UNKNOWN
  return [
    ...unknown.slice(0, MAX_UNKNOWN).map((name) => {
      const action = INPUTS.some((row) => row.shells === 'action' && environmentName(row.name) === name)
      const reason = action ? 'its input works only in the Action' : 'no flag has this name'
      const guess = action ? undefined : didYouMean(name, known)
      return `\`${printable(name)}\` has no effect, because ${reason}.${didYouMeanText(guess)}`
    }),
    ...(rest > 0 ? [`${plural(rest, 'more variable has', 'more variables have')} no effect.`] : []),
  ]
}

/** Notes about secrets: which ones come from another tool's variables, and which ones other users can see. */
export function secretNotes(given: Given): readonly string[] {
  return [...wellKnownNotes(given), ...exposedSecretsNote(given)]
}

function wellKnownNotes({ sourceOf }: Given): readonly string[] {
  const used = WELL_KNOWN_VARIABLES.filter(([name]) => sourceOf(name)?.kind === 'well-known')
  const access = used.filter(([name]) => name in PARTNERS)
  const others = used.filter(([name]) => !(name in PARTNERS))
  return [
    ...others.map(([name, variable]) => {
      const use = name === 'cloudflare-api-token' ? 'Reading the zone with' : 'Using the token in'
      return `${use} \`${variable}\`. To check without it, add \`--${name} ''\`.`
    }),
    ...(access.length === 0
      ? []
      : [
          `Sending the Access credentials in ${codes(access.map(([, variable]) => variable))} to Cloudflare. To check without them, add \`${access.map(([name]) => `--${name} ''`).join(' ')}\`.`,
        ]),
  ]
}

/** The process list shows flags to all users of the machine. An origin is often public, and a path is not a secret. */
function exposedSecretsNote({ read, sourceOf }: Given): readonly string[] {
  const names = INPUTS.flatMap(({ name, secret }) =>
    secret && sourceOf(name)?.kind === 'flag' && isCredential(name, read(name)) ? [name] : [],
  )
  if (names.length === 0) return []
  const variables = codes(names.map(usualVariableOf))
  return [
    `Other users of this machine can see ${codes(names.map((name) => `--${name}`))} in the process list. Use ${
      names.length === 1 ? 'the environment variable' : 'the environment variables'
    } ${variables} instead.`,
  ]
}

/** Names of headers whose values are usually credentials. */
const CREDENTIAL_HEADER = /auth|cookie|token|secret|password|key|signature|credential/i

function isCredential(name: string, value: string): boolean {
  if (value.trim() === '' || name === 'origin') return false
  if (name === 'origin-client-key') return isPem(value)
  if (name !== 'headers') return true
  return itemsOf(value).some(({ text }) => CREDENTIAL_HEADER.test(text.split(':', 1)[0] ?? ''))
}

function codes(names: readonly string[]): string {
  return list(names.map((name) => `\`${name}\``))
}
