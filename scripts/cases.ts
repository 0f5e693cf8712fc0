/**
 * Writes cases to `__tests__/cases/`: a recording, the expected verdict, and the comment, which a person should read.
 *
 *   npm run cases -- 'origin-refused-*'    records these scenarios of the lab; run the build first
 *   npm run cases -- --missing             records one for every cause that has none
 *   npm run cases -- --again               records all existing cases again
 *   npm run cases -- --from run.json --as odd-port    imports a user's recording, with its present verdict
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

/** Milliseconds for one scenario. */
const TIMEOUT = 90_000

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    missing: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    from: { type: 'string' },
    as: { type: 'string', default: 'reported' },
  },
})

if (values.from !== undefined) await save(await importedCase(values.from), values.as)
else await recordAll(selected())

/** The causes that a scenario is about. Its case is stored under the first one. */
function causesOf({ expected }: Scenario): readonly string[] {
  const ids = [expected.cause, ...(expected.warnings ?? []), ...(expected.notes ?? [])].filter(
    (id) => id !== '',
  )
  return ids.length === 0 ? ['healthy'] : ids
}

function selected(): readonly Scenario[] {
  const ready = SCENARIOS.filter((scenario) => pendingReason(scenario) === undefined)
  const names = caseNames()
  if (values.again) return ready.filter(({ id }) => names.some((name) => basename(name) === id))
  if (values.missing) {
    const missing = CAUSES.filter(({ id }) => !names.some((name) => name.startsWith(`${id}/`)))
    return missing.flatMap(
      ({ id }) => ready.find((scenario) => causesOf(scenario)[0] === id) ?? noScenario(id),
    )
  }
  return ready.filter(({ id }) => positionals.some((glob) => matchesGlob(id, glob)))
}

function noScenario(id: string): readonly Scenario[] {
  console.error(`✗ The lab has no scenario for ${id}. Add one, or write a case by hand.`)
  process.exitCode = 1
  return []
}

async function recordAll(scenarios: readonly Scenario[]): Promise<void> {
  if (scenarios.length === 0) console.log('Nothing to record.')
  const namespaces = (await namespaceProblem()) === undefined
  for (const scenario of scenarios) {
    try {
      await save(await recordedCase(scenario, namespaces), scenario.id)
    } catch (error) {
      console.error(`✗ ${scenario.id}: ${Error.isError(error) ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
}

async function recordedCase(scenario: Scenario, namespaces: boolean): Promise<Case> {
  const network = networkFor(scenario, namespaces)
  if (network === undefined) throw new Error('this scenario needs a network namespace')
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-namespace-'))
  try {
    const path = join(folder, 'recording.json')
    const command = [process.execPath, WORKER_ENTRY, 'record', scenario.id, path] as const
    const inNamespace = network === 'namespace'
    const { stderr } = await runProgram(inNamespace ? await namespaceCommand(folder, command) : command, {
      limit: TIMEOUT,
      env: inNamespace ? { ORIGIN_GATE_NAMESPACE: folder } : {},
    })
    const recording = recordingIn(await readFile(path, 'utf8').catch(() => ''))
    if (typeof recording === 'string') throw new Error(stderr.trim())
    const { verdict, cause, warnings = [], notes = [] } = scenario.expected
    return { sentence: scenario.sentence, expected: { verdict, cause, warnings, notes }, recording }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A user's recording. It expects the present verdict: if that is the bug, correct it by hand. */
async function importedCase(path: string): Promise<Case> {
  const recording = recordingIn(await readFile(path, 'utf8'))
  if (typeof recording === 'string') throw new Error(`${path} ${recording}`)
  const { verdict, cause } = reportOf({ recording })
  const sentence = `a user reported for ${recording.sites[0].site.url}`
  return { sentence, expected: { verdict, cause, warnings: [], notes: [] }, recording }
}

function ids(messages: readonly { readonly id: string }[]): readonly string[] {
  return messages.map(({ id }) => id)
}

async function save(newCase: Case, name: string): Promise<void> {
  const { expected } = newCase
  const report = reportOf(newCase)
  const missing = [
    ...(report.verdict === expected.verdict && report.cause === expected.cause
      ? []
      : [`${expected.verdict} ${expected.cause}`]),
    ...expected.warnings.filter((id) => !ids(report.warnings).includes(id)),
    ...expected.notes.filter((id) => !ids(report.notes).includes(id)),
  ]
  if (missing.length > 0) {
    throw new Error(`expected ${missing.join(', ')}, got ${report.verdict} ${report.cause}`)
  }
  const group = [expected.cause, ...expected.warnings, ...expected.notes].find((id) => id !== '') ?? 'healthy'
  const path = join(CASES, group, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.json`, `${JSON.stringify(newCase, null, 1)}\n`)
  await writeFile(`${path}.md`, commentOf(report))
  console.log(`✓ ${group}/${name}: now read its comment`)
}
