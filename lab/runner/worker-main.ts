import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { scenarioOf } from '../scenarios/catalogue.ts'
import type { Ground } from '../network/network.ts'
import { openNamespace } from '../network/namespace.ts'
import { performed } from './run-scenario.ts'
import { recorded } from './record-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { showStage } from './scenario-shell.ts'

/**
 * The process in which scenarios happen, in a namespace whose keeper has the folder that ORIGIN_GATE_KEEPER names, or
 * on loopback. `inside.ts shell ID` gives the terminal to a shell in the midst of one; `inside.ts record ID FILE` writes
 * what the command records of it; `inside.ts perform` reads a line of JSON for each scenario from standard input, and answers
 * with a line of JSON on standard output.
 */
const [what, id = '', path = ''] = process.argv.slice(2)
const folder = process.env['ORIGIN_GATE_KEEPER']
const ground: { readonly ground?: Ground } = folder === undefined ? {} : { ground: openNamespace(folder) }

function known(id: string): Scenario {
  const scenario = scenarioOf(id)
  if (scenario === undefined) throw new Error(`There is no scenario ${id}`)
  return scenario
}

async function performEach(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, eager }: { id: string; eager: boolean } = JSON.parse(line)
    console.log(JSON.stringify(await performed(known(id), { ...ground, eager })))
  }
  return 0
}

async function record(scenario: Scenario): Promise<number> {
  await writeFile(path, await recorded(scenario, ground.ground))
  return 0
}

async function asked(): Promise<number> {
  if (what === 'shell') return showStage(known(id), ground)
  return what === 'record' ? record(known(id)) : performEach()
}

// Whatever a scenario left running ends here.
process.exit(await asked())
