import { findScenario } from '../../lab/scenarios/catalogue.ts'
import { openNamespace } from '../../lab/network/namespace.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld } from '../../lab/world/world.ts'

/** Runs a scenario inside a namespace, and prints its verdict and the names that the DNS servers were queried for. */
const scenario = findScenario(process.argv[2] ?? '')
if (scenario === undefined) throw new Error('There is no such scenario')
const network = openNamespace(process.env['ORIGIN_GATE_NAMESPACE'] ?? '')
const world = await startWorld({ scenario, network })
const run = await runAction(world)
const names = [...new Set(world.internet.queries.map(({ name }) => name.toLowerCase()))].toSorted()
await world.close()
console.log(JSON.stringify({ verdict: run.outputs['verdict'], names }))
process.exit(0)
