import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { findScenario } from '../scenarios/catalogue.ts'
import type { LabNetwork } from '../network/network.ts'
import { openNamespace } from '../network/namespace.ts'
import { runScenario } from './run-scenario.ts'
import { recordScenario } from './record-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { openScenarioShell } from './scenario-shell.ts'

/**
 * The process that runs scenarios: on loopback, or in the namespace whose folder ORIGIN_GATE_NAMESPACE names.
 * - `shell ID` opens a shell in a scenario.
 * - `record ID FILE` records a scenario with the command.
 * - `run` reads one line of JSON per scenario from standard input, and writes one line of JSON per result.
 */
const [command, id = '', path = ''] = process.argv.slice(2)
const folder = process.env['ORIGIN_GATE_NAMESPACE']
const network: { readonly network?: LabNetwork } =
  folder === undefined ? {} : { network: openNamespace(folder) }

function scenarioWithId(id: string): Scenario {
  const scenario = findScenario(id)
  if (scenario === undefined) throw new Error(`No scenario has the id ${id}`)
  return scenario
}

async function runEach(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, runPending }: { id: string; runPending: boolean } = JSON.parse(line)
    console.log(JSON.stringify(await runScenario(scenarioWithId(id), { ...network, runPending })))
  }
  return 0
}

async function record(scenario: Scenario): Promise<number> {
  await writeFile(path, await recordScenario(scenario, network.network))
  return 0
}

async function main(): Promise<number> {
  if (command === 'shell') return openScenarioShell(scenarioWithId(id), network)
  return command === 'record' ? record(scenarioWithId(id)) : runEach()
}

// Ends servers and timers that a scenario left behind.
process.exit(await main())
