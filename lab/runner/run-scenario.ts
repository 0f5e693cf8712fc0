import { join } from 'node:path'
import { pendingReason } from '../scenarios/catalogue.ts'
import { mergeProblems } from './check-merge.ts'
import { strayRequests } from './check-recipients.ts'
import { recordingProblems } from './check-recording.ts'
import { checkSetup } from './check-with-curl.ts'
import { differences } from './expectation.ts'
import type { LabNetwork } from '../network/network.ts'
import { runAction } from './run-action.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorld } from '../world/world.ts'

/** The result of a scenario. Plain JSON. */
export interface ScenarioResult {
  readonly id: string
  /**
   * - `right`: as expected.
   * - `wrong`: the Action reported something else.
   * - `unstaged`: curl shows that the setup isn't what the scenario declares.
   * - `pending`: the setup is right, but the Action can't report the cause yet.
   * - `unavailable`: this machine can't run it.
   */
  readonly result: 'right' | 'wrong' | 'unstaged' | 'pending' | 'unavailable'
  /** One line per difference, or what a pending scenario waits for. */
  readonly remarks: readonly string[]
  /** What the Action reported. Absent if it did not run. */
  readonly got?: { readonly verdict: string; readonly cause: string }
  /** Milliseconds for setup, checks and the Action. */
  readonly took: number
  /** Remarks of the parallel run before it was repeated alone. */
  readonly parallelRemarks?: readonly string[]
}

export interface RunScenarioOptions {
  /** Loopback by default. */
  readonly network?: LabNetwork
  /** Runs the Action even if the scenario is pending. */
  readonly runPending?: boolean
}

/**
 * Sets up a scenario, checks the setup with curl, runs the Action and compares the result. Also checks the recording of
 * the run, its report once it is merged, and what others received.
 */
export async function runScenario(
  scenario: Scenario,
  { network, runPending = false }: RunScenarioOptions,
): Promise<ScenarioResult> {
  const start = performance.now()
  const finish = (rest: Omit<ScenarioResult, 'id' | 'took'>): ScenarioResult => ({
    id: scenario.id,
    ...rest,
    took: Math.round(performance.now() - start),
  })
  const world = await startWorld({ scenario, records: true, ...(network && { network }) })
  try {
    const problems = await checkSetup(scenario, world.internet.network, join(world.folder, 'ca.pem'))
    if (problems.length > 0) return finish({ result: 'unstaged', remarks: problems })
    const pending = pendingReason(scenario)
    if (pending !== undefined && !runPending) return finish({ result: 'pending', remarks: [pending] })

    const run = await runAction(world)
    const remarks = [
      ...differences(scenario.expected, run, scenario.not),
      ...(await recordingProblems(world, run.report)),
      ...mergeProblems(run.report),
      ...strayRequests({ ...world.internet, env: world.env }),
    ]
    const { verdict = '', cause = '' } = run.outputs
    const status = remarks.length === 0 ? 'right' : pending === undefined ? 'wrong' : 'pending'
    return finish({ result: status, remarks, got: { verdict, cause } })
  } finally {
    await world.close()
  }
}
