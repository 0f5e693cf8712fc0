import { expect, test } from '@jest/globals'
import type { Site } from '../../src/domain/config.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { networkOf } from '../../src/probe/network/network.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { runChecks } from '../../src/run/run.ts'
import { CONFIG, SITE } from '../support/config.ts'

const site = (index: number): Site => ({ ...SITE, url: `https://www${index}.shop.example/` })
const sitesOf = (count: number): readonly [Site, ...Site[]] => [
  site(0),
  ...Array.from({ length: count - 1 }, (_, index) => site(index + 1)),
]

/** A run that was cancelled before its first check, with time to report some of its sites. */
const cancelled = async (count: number, reported: number) => {
  let calls = 0
  return runChecks(
    { ...CONFIG, sites: sitesOf(count) },
    {
      network: networkOf({}),
      clock: systemClock,
      signal: AbortSignal.abort(),
      isLate: () => (calls += 1) >= reported,
      onAddresses: () => undefined,
      onProgress: () => undefined,
    },
  )
}

test('a cancelled run reports as many sites as it has time for, and says how many are missing', async () => {
  const report = await cancelled(60, 7)
  expect([report.verdict, report.promote, report.sites.length]).toEqual(['inconclusive', false, 7])
  const words = 'The run was cancelled, so 53 of the 60 sites are not in this report.'
  for (const render of Object.values(RENDERERS)) expect(render(report)).toContain(words)
})

test('it reports one site even when it has no time', async () => {
  const { sites, notes } = await cancelled(3, 0)
  expect(sites).toHaveLength(1)
  expect(notes.map(({ id }) => id)).toEqual(['cancelled', 'cancelled'])
})
