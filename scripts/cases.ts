/**
 * Makes cases of `__tests__/cases/`: what the command saw, what is to be said of it, and the comment, to be read by a person.
 *
 *   npm run cases -- 'origin-refused-*'    records these scenarios of the lab; build first
 *   npm run cases -- --missing             one for each cause that has none
 *   npm run cases -- --again               all that there are, anew
 *   npm run cases -- --from run.json --as odd-port    of what a user's `--record` wrote, as it is judged now
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'
import { caseNames, CASES, commentOf, reportOf, type Case } from '../__tests__/support/cases.ts'
import { namespaceProblem } from '../lab/network/namespace-support.ts'
import { pendingReason, SCENARIOS } from '../lab/scenarios/catalogue.ts'
import { namespaceCommand } from '../lab/network/namespace.ts'
import { networkFor } from '../lab/runner/pool.ts'
import { runProgram } from '../lab/network/programs.ts'
import type { Scenario } from '../lab/scenarios/scenario.ts'
import { WORKER_ENTRY } from '../lab/runner/worker.ts'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import { recordingIn } from '../src/recording/read.ts'
import type { Recording } from '../src/recording/recording.ts'

/** Milliseconds for one scenario. */
const LIMIT = 90_000

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    missing: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    from: { type: 'string' },
    as: { type: 'string', default: 'reported' },
  },
})

if (values.from !== undefined) await keep(await reported(values.from), values.as)
else await recordAll(chosen())

/** The causes that a scenario is about, the first being the one that it is filed under. */
function causesOf({ expected }: Scenario): readonly string[] {
  const ids = [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])].filter(
    (id) => id !== '',
  )
  return ids.length === 0 ? ['healthy'] : ids
}

function chosen(): readonly Scenario[] {
  const ready = SCENARIOS.filter((scenario) => pendingReason(scenario) === undefined)
  const names = caseNames()
  if (values.again) return ready.filter(({ id }) => names.some((name) => basename(name) === id))
  if (values.missing) {
    const bare = CAUSES.filter(({ id }) => !names.some((name) => name.startsWith(`${id}/`)))
    return bare.flatMap(({ id }) => ready.find((scenario) => causesOf(scenario)[0] === id) ?? unstaged(id))
  }
  return ready.filter(({ id }) => positionals.some((glob) => matchesGlob(id, glob)))
}

function unstaged(id: string): readonly Scenario[] {
  console.error(`✗ The lab stages nothing that is ${id}. Add a scenario, or a case by hand.`)
  process.exitCode = 1
  return []
}

async function recordAll(scenarios: readonly Scenario[]): Promise<void> {
  if (scenarios.length === 0) console.log('Nothing to record.')
  const namespaces = (await namespaceProblem()) === undefined
  for (const scenario of scenarios) {
    try {
      await keep(await staged(scenario, namespaces), scenario.id)
    } catch (error) {
      console.error(`✗ ${scenario.id}: ${Error.isError(error) ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
}

async function staged(scenario: Scenario, namespaces: boolean): Promise<Case> {
  const network = networkFor(scenario, namespaces)
  if (network === undefined) throw new Error('it needs a network namespace')
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-keeper-'))
  try {
    const path = join(folder, 'recording.json')
    const inside = [process.execPath, WORKER_ENTRY, 'record', scenario.id, path] as const
    const spacious = network === 'namespace'
    const { stderr } = await runProgram(spacious ? await namespaceCommand(folder, inside) : inside, {
      limit: LIMIT,
      env: spacious ? { ORIGIN_GATE_KEEPER: folder } : {},
    })
    const recording = recordingIn(await readFile(path, 'utf8').catch(() => ''))
    if (recording === undefined) throw new Error(stderr.trim())
    const { verdict, cause, warnings = [], notes = [] } = scenario.expected
    return { sentence: scenario.sentence, expected: { verdict, cause, warnings, notes }, recording }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A user's recording, expected to be judged as it is at present: correct that by hand where it is the bug. */
async function reported(path: string): Promise<Case> {
  const recording: Recording | undefined = recordingIn(await readFile(path, 'utf8'))
  if (recording === undefined) throw new Error(`${path} was not written by --record`)
  const { verdict, cause } = reportOf({ recording })
  const sentence = `was reported of ${recording.sites[0].site.url}`
  return { sentence, expected: { verdict, cause, warnings: [], notes: [] }, recording }
}

function ids(remarks: readonly { readonly id: string }[]): readonly string[] {
  return remarks.map(({ id }) => id)
}

async function keep(found: Case, name: string): Promise<void> {
  const { expected } = found
  const report = reportOf(found)
  const lacks = [
    ...(report.verdict === expected.verdict && report.cause === expected.cause
      ? []
      : [`${expected.verdict} ${expected.cause}`]),
    ...expected.warnings.filter((id) => !ids(report.warnings).includes(id)),
    ...expected.notes.filter((id) => !ids(report.notes).includes(id)),
  ]
  if (lacks.length > 0) {
    throw new Error(`it should be ${lacks.join(', ')}, and was judged ${report.verdict} ${report.cause}`)
  }
  const filed = [expected.cause, ...expected.warnings, ...expected.notes].find((id) => id !== '') ?? 'healthy'
  const path = join(CASES, filed, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.json`, `${JSON.stringify(found, null, 1)}\n`)
  await writeFile(`${path}.md`, commentOf(report))
  console.log(`✓ ${filed}/${name}: now read its comment`)
}
