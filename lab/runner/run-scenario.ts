import { join } from 'node:path'
import { pendingReason } from '../scenarios/catalogue.ts'
import { checkSetup } from './check-with-curl.ts'
import { differences } from './expectation.ts'
import type { LabNetwork } from '../network/network.ts'
import { runAction } from './run-action.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorld } from '../world/world.ts'

/** What came of a scenario. Plain JSON. */
export interface ScenarioResult {
  readonly id: string
  /**
   * `right`: as expected; `wrong`: the Action says something else; `unstaged`: the stage is not what it claims to be;
   * `pending`: the stage is, and what the Action should say of it is still to be built; `unavailable`: not on this machine.
   */
  readonly result: 'right' | 'wrong' | 'unstaged' | 'pending' | 'unavailable'
  /** One line for each thing that is not as it should be, or what is awaited. */
  readonly remarks: readonly string[]
  /** What the Action said; absent when it was not asked. */
  readonly got?: { readonly verdict: string; readonly cause: string }
  /** Milliseconds from the first server to the last comparison. */
  readonly took: number
  /** What was not as it should be when it was performed beside others; now it was performed alone. */
  readonly parallelRemarks?: readonly string[]
}

export interface RunScenarioOptions {
  /** Loopback unless given. */
  readonly network?: LabNetwork
  /** Whether the Action is asked even where something is awaited. */
  readonly runPending?: boolean
}

/** Stages a scenario, checks that it is what it claims to be, runs the Action on it and compares. */
export async function runScenario(
  scenario: Scenario,
  { network, runPending = false }: RunScenarioOptions,
): Promise<ScenarioResult> {
  const start = performance.now()
  const told = (rest: Omit<ScenarioResult, 'id' | 'took'>): ScenarioResult => ({
    id: scenario.id,
    ...rest,
    took: Math.round(performance.now() - start),
  })
  const world = await startWorld({ scenario, ...(network && { network }) })
  try {
    const complaints = await checkSetup(scenario, world.internet.network, join(world.folder, 'ca.pem'))
    if (complaints.length > 0) return told({ result: 'unstaged', remarks: complaints })
    const pending = pendingReason(scenario)
    if (pending !== undefined && !runPending) return told({ result: 'pending', remarks: [pending] })

    const run = await runAction(world)
    const remarks = differences(scenario.expected, run, scenario.not)
    const { verdict = '', cause = '' } = run.outputs
    const result = remarks.length === 0 ? 'right' : pending === undefined ? 'wrong' : 'pending'
    return told({ result, remarks, got: { verdict, cause } })
  } finally {
    await world.close()
  }
}
