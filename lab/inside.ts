import { createInterface } from 'node:readline'
import { scenarioOf } from './catalogue.ts'
import { openNamespace } from './namespace.ts'
import { performed } from './perform.ts'
import type { Scenario } from './scenario.ts'
import { showStage } from './shell.ts'

/**
 * The process in which scenarios happen, in a namespace whose keeper has the folder that ORIGIN_GATE_KEEPER names, or
 * on loopback. `inside.ts shell ID` gives the terminal to a shell in the midst of one; `inside.ts perform` reads a line
 * of JSON for each scenario from standard input, and answers with a line of JSON on standard output.
 */
const [what, id = ''] = process.argv.slice(2)
const folder = process.env['ORIGIN_GATE_KEEPER']
const ground = folder === undefined ? {} : { ground: openNamespace(folder) }

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

// Whatever a scenario left running ends here.
process.exit(what === 'shell' ? await showStage(known(id), ground) : await performEach())
