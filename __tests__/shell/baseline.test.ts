import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { complaintsIn } from '../support/program.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A workflow that keeps the last run's report: the same file is read, then written. */
function inputs(name: string): Readonly<Record<string, string>> {
  const path = join(folder, name)
  return { wait: '0s', report: path, baseline: path }
}

test("the comment says what changed since the last run, without the origin's address", async () => {
  world = await startWorld({ fault: 'app-down', inputs: inputs('down.json') })
  const first = await runAction(world)
  expect(first.comments[0]?.body).toContain('**Note:** Nothing to compare with')
  // A first run has no baseline, so there is no warning.
  expect(complaintsIn(first.stdout).join()).not.toContain('baseline')

  const second = await runAction(world)
  const [comment] = second.comments
  expect(comment?.body).toMatch(/\*\*Changed:\*\* since .* UTC, when it was unhealthy: nothing /)
  expect(comment?.body).not.toContain('Nothing to compare with')

  await world.repair()
  const third = await runAction(world)
  expect(third.report?.sites[0].changes).toMatchObject({ verdict: 'unhealthy' })
  expect(third.comments[0]?.body).toContain('<summary>Changes since ')
  for (const spelling of ORIGIN_SPELLINGS) expect(third.comments[0]?.body).not.toMatch(spelling)
})

test('an invalid baseline changes neither verdict nor outputs', async () => {
  world = await startWorld({ fault: 'healthy', inputs: inputs('invalid.json') })
  await writeFile(join(folder, 'invalid.json'), '{"schema":1,')
  const { code, outputs, report } = await runAction(world)
  expect([code, outputs['verdict'], outputs['promote'], outputs['warnings']]).toEqual([
    0,
    'healthy',
    'true',
    '0',
  ])
  expect(report?.notes).toEqual([{ id: 'baseline', text: expect.stringContaining('is not valid JSON') }])
})
