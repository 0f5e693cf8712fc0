import { afterEach, describe, expect, test } from '@jest/globals'
import { NOT_ACCESSIBLE } from '../../lab/github/server.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World, type WorldOptions } from '../../lab/world/world.ts'
import { complaintsIn } from '../support/program.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function staged(options: WorldOptions): Promise<World> {
  world = await startWorld({ ...options, inputs: { wait: '0s', ...options.inputs } })
  return world
}

test('the comment on an outage is the one that turns green once it is over', async () => {
  const here = await staged({ fault: 'refused', inputs: { wait: '1s' } })
  const broken = await runAction(here)
  await here.repair()
  const mended = await runAction(here)
  const again = await runAction(here)

  expect(broken.outputs).toMatchObject({ verdict: 'unhealthy', promote: 'false', cause: 'origin-refused' })
  expect(mended.outputs).toMatchObject({ verdict: 'healthy', promote: 'true', cause: '', confidence: '' })
  expect(mended.outputs['comment-id']).toBe(broken.outputs['comment-id'])
  expect([mended.code, mended.comments.length, again.comments.length]).toEqual([0, 1, 1])
  expect(broken.comments[0]?.body).toContain('### ❌')
  expect(mended.comments[0]?.body).toContain('### ✅')
  expect(mended.comments[0]?.body).not.toContain('❌')
})

describe('when GitHub does not let us comment', () => {
  test('the verdict stands, and a warning has the line that mends it', async () => {
    const here = await staged({
      fault: 'refused',
      github: { fault: ({ method }) => (method === 'POST' ? NOT_ACCESSIBLE : undefined) },
    })
    const { outputs, code, comments, stdout, summary } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'unhealthy', promote: 'false', cause: 'origin-refused' })
    expect(outputs).toMatchObject({ 'comment-id': '', 'comment-url': '' })
    expect([code, comments]).toEqual([1, []])
    expect(complaintsIn(stdout).join('\n')).toContain('403 (Resource not accessible by integration)')
    expect(stdout).toMatch(/permissions:%0A {2}pull-requests: write/)
    expect(summary).not.toBe('')
  })

  test('a healthy site is promoted all the same', async () => {
    const here = await staged({ fault: 'healthy', github: { fault: () => NOT_ACCESSIBLE } })
    const { outputs, code } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true', 'comment-id': '' })
    expect(code).toBe(0)
  })
})

describe('comment', () => {
  test('never: GitHub is not asked at all, not even for its event', async () => {
    const here = await staged({
      fault: 'refused',
      inputs: { comment: 'never', 'github-token': '' },
      env: { GITHUB_EVENT_PATH: '/nonexistent/event.json' },
    })
    const { outputs } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'unhealthy', cause: 'origin-refused', 'comment-id': '' })
    expect(here.github.requests).toEqual([])
  })

  test('on-failure: none on a healthy site, one on a broken site, and then it is kept current', async () => {
    const calm = await staged({ fault: 'healthy', inputs: { comment: 'on-failure' } })
    expect((await runAction(calm)).comments).toEqual([])
    await calm.close()
    const here = await staged({ fault: 'refused', inputs: { comment: 'on-failure' } })
    expect((await runAction(here)).comments).toHaveLength(1)
    await here.repair()
    const { comments } = await runAction(here)
    expect(comments).toMatchObject([{ body: expect.stringContaining('### ✅') }])
  })
})

describe('fail-on', () => {
  test.each([
    ['refused', 'unhealthy', 1, 'unhealthy'],
    ['refused', 'never', 0, 'unhealthy'],
    ['refused', 'inconclusive, warning', 0, 'unhealthy'],
    ['challenged', 'unhealthy', 0, 'inconclusive'],
    ['challenged', 'inconclusive', 1, 'inconclusive'],
    ['not-proxied', 'unhealthy', 0, 'healthy'],
    ['not-proxied', 'warning', 1, 'healthy'],
  ] as const)('%s under %s: exit code %d', async (fault, failOn, code, verdict) => {
    const run = await runAction(await staged({ fault, inputs: { 'fail-on': failOn } }))
    // The gate does not depend on what fails the step.
    expect(run.outputs).toMatchObject({ verdict, promote: String(verdict === 'healthy') })
    expect(run.code).toBe(code)
  })
})
