import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { clockEnv, runAction } from '../../lab/runner/run-action.ts'
import { SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { clockOf } from '../../src/probe/network/network.ts'
import { command, startCommand } from '../support/program.ts'
import { NO_SIGNALS, onPosix } from '../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

/** Tomorrow, when the lab's certificates are still valid. */
const START = new Date(new Date().setUTCHours(34, 0, 0, 0))
/** Half an hour of simulated time. No real run of the tests lasts that long. */
const WATCH = { wait: '10s', watch: '30m', interval: '30s', timeout: '20s' }

test('the clock is simulated only if the file of ORIGIN_GATE_LAB has one', async () => {
  const here = (world = await startWorld({ fault: 'healthy' }))
  expect(clockOf({})).toBe(systemClock)
  expect(clockOf({ ...here.env })).toBe(systemClock)
  const clock = clockOf(await clockEnv(here, START))
  expect([clock.now(), clock.simulated === undefined]).toEqual([START.getTime(), false])
})

test('half an hour of watch takes as long as its checks', async () => {
  const here = (world = await startWorld({ fault: 'healthy', inputs: WATCH }))
  const { report, outputs } = await runAction(here, { now: START })
  const [site] = report?.sites ?? []
  expect(outputs['verdict']).toBe('healthy')
  const times = site?.timeline.map(({ at }) => (Date.parse(at) - START.getTime()) / 1000) ?? []
  expect(times.slice(0, 4)).toEqual([0, 1, 31, 61])
  expect(times.length).toBeGreaterThan(50)
  // What the checks take counts too, so the last pause is shorter.
  expect(times.at(-1)).toBeGreaterThan(1700)
  expect(times.at(-1)).toBeLessThanOrEqual(1801)
})

test('several sites share the time, and each is checked when it is due', async () => {
  const urls = [SITE, `${SITE}?second`, `${SITE}?third`]
  const here = (world = await startWorld({ fault: 'healthy', inputs: { ...WATCH, url: urls.join('\n') } }))
  const { report } = await runAction(here, { now: START })
  const all = report?.sites.map(({ timeline }) => timeline.map(({ at }) => at)) ?? []
  expect(all.map((times) => times.length > 50)).toEqual([true, true, true])
  for (const times of all) expect(times.slice(2, 50)).toEqual(all[0]?.slice(2, 50))
})

posix('a simulated watch can be cancelled', async () => {
  const here = (world = await startWorld({ fault: 'healthy' }))
  const inputs = ['--wait', '10s', '--watch', '2h', '--interval', '1s', '--origin', '203.0.113.10']
  const program = startCommand(here, [SITE, ...inputs], await clockEnv(here, START))
  await program.printed('watching for')
  program.signal('SIGINT')
  const { code, stdout } = await program.ended
  expect(code).toBe(130)
  expect(stdout).toContain('Stopped after ')
})

test.each(['"clock": {}', '"clock": { "now": "yesterday" }', '"clock": 1767261600000'])(
  'a file with %s ends the run before anything is checked',
  async (clock) => {
    const here = (world = await startWorld({ fault: 'healthy' }))
    const file = join(here.folder, 'broken.json')
    await writeFile(file, `{ "names": {}, "routes": {}, ${clock} }`)
    const { code, stderr } = await command(here, [SITE], { ORIGIN_GATE_LAB: file })
    expect(code).toBe(2)
    expect(stderr).toContain('The file that `ORIGIN_GATE_LAB` names is not a valid network.')
  },
)
