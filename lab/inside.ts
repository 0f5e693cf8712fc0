import { scenarioOf } from './catalogue.ts'
import { openNamespace } from './namespace.ts'
import { performed } from './perform.ts'
import { showStage } from './shell.ts'

/**
 * The process in which one scenario happens: `inside.ts perform|shell ID [--eager]`, in a namespace whose keeper has
 * the folder that ORIGIN_GATE_KEEPER names, or on loopback. What came of a performance goes to standard output as JSON.
 */
const [what, id = '', ...flags] = process.argv.slice(2)
const folder = process.env['ORIGIN_GATE_KEEPER']
const ground = folder === undefined ? {} : { ground: openNamespace(folder) }
const scenario = scenarioOf(id)
if (scenario === undefined) throw new Error(`There is no scenario ${id}`)

if (what === 'shell') process.exitCode = await showStage(scenario, ground)
else console.log(JSON.stringify(await performed(scenario, { ...ground, eager: flags.includes('--eager') })))
