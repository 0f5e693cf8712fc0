import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { differences } from '../../lab/runner/expectation.ts'
import { FAULT_IDS, type FaultId } from '../../lab/scenarios/faults.ts'
import { ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { leadingMasks, leaksIn, ORIGIN_SPELLINGS, SECRET, readableTexts } from '../support/leaks.ts'

/** The keys of the contract. More are allowed. */
const REPORT_KEYS = 'schema verdict promote cause category confidence trend warnings notes sites'.split(' ')
const SITE_KEYS =
  'url verdict cause category confidence trend clues alternatives remedy warnings notes probes timeline'.split(
    ' ',
  )
const OUTPUTS =
  'verdict promote cause category confidence trend warnings edge-status origin-status ray-id colo report comment-id comment-url'.split(
    ' ',
  )

/** The name and value of the first output. */
async function firstOutput({ env }: World): Promise<readonly (string | undefined)[]> {
  const file = await readFile(env['GITHUB_OUTPUT'] ?? '', 'utf8')
  return /^(\w+)=(.*)\r?\n/.exec(file)?.slice(1) ?? []
}

describe('dist, run as the runner does', () => {
  // Each run mostly waits.
  test.concurrent.each(FAULT_IDS)('%s', async (id) => {
    try {
      await check(id)
    } catch (error) {
      // A busy machine can miss the lab's time limits once. A real bug fails twice.
      console.warn(error)
      await check(id)
    }
  })
})

async function check(id: FaultId): Promise<void> {
  const world = await startWorld({
    fault: id,
    inputs: { wait: '1s', headers: `X-Gate: ${SECRET}\nAuthorization: Bearer ${SECRET}-too` },
  })
  try {
    const run = await runAction(world)
    const { report, outputs } = run
    expect(differences(world.scenario.expected, run)).toEqual([])

    // No secret is printed, and each was masked before any other output.
    const token = world.env['INPUT_GITHUB-TOKEN'] ?? ''
    expect(leaksIn(run, [SECRET, token, ...ORIGIN_SPELLINGS])).toEqual([])
    const address = world.env['INPUT_ORIGIN'] === '' ? [] : [ORIGIN_ADDRESS]
    expect(leadingMasks(run)).toEqual(expect.arrayContaining([SECRET, token, ...address]))
    expect(await firstOutput(world)).toEqual(['promote', 'false'])

    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(OUTPUTS))
    expect(report).toMatchObject({ schema: 1, verdict: outputs['verdict'], cause: outputs['cause'] })
    expect(Object.keys(report ?? {})).toEqual(expect.arrayContaining(REPORT_KEYS))
    expect(Object.keys(report?.sites[0] ?? {})).toEqual(expect.arrayContaining(SITE_KEYS))

    expect(run.comments).toHaveLength(1)
    expect(outputs['comment-id']).toBe(String(run.comments[0]?.id))
    expect(run.comments[0]?.body.split('\n')[0]).toMatch(/^<!-- origin-gate .*-->$/)
    expect(run.summary).not.toBe('')
    expect(run.stderr).toBe('')
    // Signs of a formatting bug.
    for (const text of Object.values(readableTexts(run)))
      expect(text).not.toMatch(/\bNaN\b|\[object |\bundefined\b/)
  } finally {
    await world.close()
  }
}
