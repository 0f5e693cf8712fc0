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
 * The process in which scenarios happen, in a namespace whose keeper has the folder that ORIGIN_GATE_KEEPER names, or
 * on loopback. `inside.ts shell ID` gives the terminal to a shell in the midst of one; `inside.ts record ID FILE` writes
 * what the command records of it; `inside.ts perform` reads a line of JSON for each scenario from standard input, and answers
 * with a line of JSON on standard output.
 */
const [what, id = '', path = ''] = process.argv.slice(2)
const folder = process.env['ORIGIN_GATE_KEEPER']
const network: { readonly network?: LabNetwork } =
  folder === undefined ? {} : { network: openNamespace(folder) }

function known(id: string): Scenario {
  const scenario = findScenario(id)
  if (scenario === undefined) throw new Error(`There is no scenario ${id}`)
  return scenario
}

async function performEach(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, runPending }: { id: string; runPending: boolean } = JSON.parse(line)
    console.log(JSON.stringify(await runScenario(known(id), { ...network, runPending })))
  }
  return 0
}

async function record(scenario: Scenario): Promise<number> {
  await writeFile(path, await recordScenario(scenario, network.network))
  return 0
}

async function asked(): Promise<number> {
  if (what === 'shell') return openScenarioShell(known(id), network)
  return what === 'record' ? record(known(id)) : performEach()
}

// Whatever a scenario left running ends here.
process.exit(await asked())
