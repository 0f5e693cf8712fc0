import { beforeAll, describe, expect, test } from '@jest/globals'
import { collectSnippets } from './collected.ts'
import { isCommand } from './commands.ts'
import type { Job, Outcome } from './machine/job.ts'
import { machineProblem, ORIGINS, runOnMachine } from './machine/machine.ts'
import { RUNNABLE, VALUES, type Runnable } from './machine/runnable.ts'
import { UNRUNNABLE } from './machine/unrunnable.ts'

const snippets = collectSnippets()
const commands = [...snippets]
  .filter(([snippet]) => isCommand(snippet))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Commands that don't work on this machine. Their causes have to be corrected. */
const WRONG: readonly RegExp[] = [
  // curl stops at a certificate of Origin CA and at a self-signed one.
  /^curl -s(?!\w*k)\w* .*'https:.*\$ORIGIN/,
  // The kernel has no such counter.
  /TCPAbortOnOverflow/,
  // A server with an ECDSA certificate needs P-256 too.
  /-groups X25519$/,
  // They want an IPv6 address without brackets.
  /\bnc "\$ORIGIN"/,
  /^traceroute .*\$ORIGIN/,
]

const reasonNotToRun = (command: string): string | undefined =>
  UNRUNNABLE.find(([pattern]) => pattern.test(command))?.[1]

/** With a value in the place of each placeholder, except `$ORIGIN`, which the shell replaces. */
const filledIn = (command: string): string =>
  Object.entries(VALUES).reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(String.raw`(?<![\w$])${name}(?!\w)`, 'g'), value),
    command,
  )

const printedBy = ({ prints }: Runnable, command: string): RegExp =>
  typeof prints === 'function' ? prints(command) : prints

const runs = commands.flatMap(([command, from]) => {
  if (reasonNotToRun(command) !== undefined) return []
  const kind = RUNNABLE.find((each) => each.command.test(command))
  if (kind === undefined) return []
  if (WRONG.some((pattern) => pattern.test(command))) return []
  const origins = command.includes('$ORIGIN') ? ORIGINS : ['']
  return origins.map((origin) => ({ command, from, origin, kind, job: jobOf(command, origin, kind) }))
})

function jobOf(command: string, origin: string, kind: Runnable): Job {
  const { setUp, after, alone, during } = kind
  return {
    line: filledIn(command),
    ...(origin !== '' && { origin }),
    ...(setUp !== undefined && { setUp }),
    ...(after !== undefined && { after }),
    ...(alone !== undefined && { alone }),
    ...(during !== undefined && { during: { line: during, until: printedBy(kind, command).source } }),
  }
}

test.each(commands)('`%s` of %s either runs here or is listed with the reason why it cannot', (command) => {
  const known =
    reasonNotToRun(command) !== undefined ||
    WRONG.some((pattern) => pattern.test(command)) ||
    runs.some((run) => run.command === command)
  // If this fails, add the command to RUNNABLE with what it prints, or to UNRUNNABLE.
  expect({ command, known }).toEqual({ command, known: true })
})

const problem = await machineProblem()
const here = problem === undefined || process.env['CI'] === 'true' ? describe : describe.skip

here(`on a machine${problem === undefined ? '' : ` (not here: ${problem})`}`, () => {
  let outcomes: readonly Outcome[] = []
  beforeAll(async () => {
    outcomes = await runOnMachine(runs.map(({ job }) => job))
  }, 90_000)

  test.each(
    [...runs.entries()].map(([index, { command, from, origin, kind }]) => ({
      index,
      command,
      from,
      origin,
      kind,
    })),
  )('`$command` of $from prints what it promises $origin', ({ kind, command, index }) => {
    const { code, output } = outcomes[index] ?? { code: 0, output: '' }
    expect(output.replaceAll('\r', '')).toMatch(printedBy(kind, command))
    expect(kind.during === undefined ? (kind.codes ?? [0]) : [null]).toContain(code)
  })
})
