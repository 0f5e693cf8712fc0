import { beforeAll, expect, test } from '@jest/globals'
import { collectSnippets } from './collected.ts'
import { isCommand } from './commands.ts'
import type { Job, Outcome } from './machine/job.ts'
import { machineProblem, ORIGINS, runOnMachine } from './machine/machine.ts'
import { RUNNABLE, VALUES, type Runnable } from './machine/runnable.ts'
import { UNRUNNABLE } from './machine/unrunnable.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const snippets = collectSnippets()
const commands = [...snippets]
  .filter(([snippet]) => isCommand(snippet))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))

const reasonNotToRun = (command: string): string | undefined =>
  UNRUNNABLE.find(([pattern]) => pattern.test(command))?.[1]

/** With a value in the place of each placeholder, except `$ORIGIN`, which the shell replaces. */
const filledIn = (command: string): string =>
  Object.entries(VALUES).reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(String.raw`(?<![\w$])${name}(?!\w)`, 'g'), value),
    command,
  )

interface Run {
  readonly command: string
  readonly from: string
  readonly origin: string
  readonly prints: RegExp
  readonly codes: readonly (number | null)[]
  readonly job: Job
}

function runsOf(command: string, from: string): readonly Run[] {
  if (reasonNotToRun(command) !== undefined) return []
  const kind = RUNNABLE.find((each) => each.command.test(command))
  if (kind === undefined) return []
  const origins = ORIGINS.map((origin) => [origin, kind] as const)
  const at = command.includes('$ORIGIN')
    ? [...origins, ...Object.entries(kind.at ?? {})]
    : [['', kind] as const]
  return at.map(([origin, { prints, codes = [0] }]) => {
    const pattern = typeof prints === 'function' ? prints(command) : prints
    const job = jobOf(command, origin, kind, pattern)
    return { command, from, origin, prints: pattern, codes: job.during === undefined ? codes : [null], job }
  })
}

function jobOf(command: string, origin: string, kind: Runnable, pattern: RegExp): Job {
  const { setUp, after, during, alone, whole } = kind
  const line = filledIn(command)
  return {
    line: whole === undefined ? line : whole(line),
    ...(origin !== '' && { origin }),
    ...(setUp !== undefined && { setUp }),
    ...(after !== undefined && { after: typeof after === 'string' ? after : after(line) }),
    ...(during !== undefined && { during: { line: during, until: pattern.source } }),
    ...(alone !== undefined && { alone }),
  }
}

const runs = commands.flatMap(([command, from]) => runsOf(command, from))

test.each(commands)('`%s` of %s either runs here or is listed with the reason why it cannot', (command) => {
  const known = reasonNotToRun(command) !== undefined || runs.some((run) => run.command === command)
  // If this fails, add the command to RUNNABLE with what it prints, or to UNRUNNABLE.
  expect({ command, known }).toEqual({ command, known: true })
})

const problem = await machineProblem()
const here = onLinux(NEEDS_PROGRAMS, problem)

here.describe(`on a machine${here.because}`, () => {
  let outcomes: readonly Outcome[] = []
  beforeAll(async () => {
    outcomes = await runOnMachine(runs.map(({ job }) => job))
  }, 90_000)

  const numbered = [...runs.entries()].map(([index, { command, from, origin }]) => ({
    index,
    command,
    from,
    origin,
  }))
  test.each(numbered)('`$command` of $from prints what it promises $origin', ({ index }) => {
    const { code, output } = outcomes[index] ?? { code: 0, output: '' }
    expect(output.replaceAll('\r', '')).toMatch(runs[index]?.prints ?? '')
    expect(runs[index]?.codes).toContain(code)
  })
})
