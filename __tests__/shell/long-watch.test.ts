import { afterEach, describe, expect, test } from '@jest/globals'
import { clockEnv, runAction } from '../../lab/runner/run-action.ts'
import { SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { command } from '../support/program.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

/** Tomorrow, when the lab's certificates are still valid. */
const START = new Date(new Date().setUTCHours(34, 0, 0, 0))

const lines = (output: string): readonly string[] =>
  output.split('\n').filter((line) => line.includes(' ✓ through Cloudflare 200'))

describe('the log of a long watch has a line per minute', () => {
  test('of the Action', async () => {
    const inputs = { wait: '10s', watch: '30m', interval: '10s', timeout: '20s' }
    const here = (world = await startWorld({ fault: 'healthy', inputs }))
    const { stdout, report } = await runAction(here, { now: START })
    const [site] = report?.sites ?? []
    // Each check takes some of the half hour too.
    expect(site?.timeline.length).toBeGreaterThan(100)
    const printed = lines(stdout)
    expect(printed.length).toBeGreaterThan(20)
    expect(printed.length).toBeLessThan(35)
    expect(printed.slice(2, 4)).toEqual([
      expect.stringMatching(/^10:01:01 ✓ .* · 8 in a row · next check in 10 s, watching for 2\d min/),
      expect.stringMatching(/^10:02:01 ✓ .* · 14 in a row · next check in 10 s, watching for 2\d min/),
    ])
  })

  test('of the command', async () => {
    const here = (world = await startWorld({ fault: 'healthy' }))
    const args = [SITE, '--origin', '203.0.113.10', '--wait', '10s', '--watch', '30m', '--interval', '10s']
    const { code, stderr } = await command(here, args, await clockEnv(here, START))
    expect(code).toBe(0)
    expect(lines(stderr).length).toBeGreaterThan(20)
    expect(lines(stderr).length).toBeLessThan(35)
  })
})
