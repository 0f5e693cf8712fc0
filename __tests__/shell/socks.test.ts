/** What the Action does behind a SOCKS proxy, on loopback. The lab's matrix has the same scenarios with a real one. */
import { afterEach, expect, test } from '@jest/globals'
import { runAction, type Run } from '../../lab/runner/run-action.ts'
import { findScenario } from '../../lab/scenarios/catalogue.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { leaksIn, ORIGIN_SPELLINGS } from '../support/leaks.ts'

let world: World | undefined
afterEach(() => world?.close())

async function runBehind(id: string): Promise<Run> {
  const scenario = findScenario(id)
  if (scenario === undefined) throw new Error(`no scenario ${id}`)
  // Each proxy responds or refuses. On a busy machine, the scenario's own timeout is too short for a healthy site.
  world = await startWorld({ scenario, inputs: { timeout: '20s' } })
  return runAction(world)
}

test('a locked origin is checked through the proxy, whose password appears nowhere', async () => {
  const run = await runBehind('healthy-socks-locked-origin')
  expect(run.outputs).toMatchObject({ verdict: 'healthy', 'edge-status': '200', 'origin-status': '200' })
  expect(leaksIn(run, ['c0rrect', ...ORIGIN_SPELLINGS])).toEqual([])
})

test('a connection that the origin refuses there is a fault of the origin', async () => {
  const run = await runBehind('origin-refused-behind-socks')
  expect(run.outputs).toMatchObject({ cause: 'origin-refused', confidence: 'certain' })
  expect(leaksIn(run, ['c0rrect', ...ORIGIN_SPELLINGS])).toEqual([])
})

test('a proxy that is down is not the fault of the site', async () => {
  const run = await runBehind('runner-offline-socks-closed')
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', cause: 'runner-offline', promote: 'false' })
  expect(run.summary).toContain("the check did not get past this runner's proxy")
  expect(leaksIn(run, ['c0rrect', ...ORIGIN_SPELLINGS])).toEqual([])
})
