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

async function worldWith(options: WorldOptions): Promise<World> {
  world = await startWorld({ ...options, inputs: { wait: '0s', ...options.inputs } })
  return world
}

test('the comment on an outage turns green when the site is healthy again', async () => {
  const here = await worldWith({ fault: 'refused', inputs: { wait: '1s' } })
  const broken = await runAction(here)
  await here.repair()
  const repaired = await runAction(here)
  const again = await runAction(here)

  expect(broken.outputs).toMatchObject({ verdict: 'unhealthy', promote: 'false', cause: 'origin-refused' })
  expect(repaired.outputs).toMatchObject({ verdict: 'healthy', promote: 'true', cause: '', confidence: '' })
  expect(repaired.outputs['comment-id']).toBe(broken.outputs['comment-id'])
  expect([repaired.code, repaired.comments.length, again.comments.length]).toEqual([0, 1, 1])
  expect(broken.comments[0]?.body).toContain('### ❌')
  expect(repaired.comments[0]?.body).toContain('### ✅')
  expect(repaired.comments[0]?.body).not.toContain('❌')
})

test('with contents: read, a commit gets one comment on the outage and one when it is over', async () => {
  const here = await worldWith({
    fault: 'refused',
    inputs: { wait: '1s', 'comment-target': 'commit' },
    github: { permissions: { contents: 'read' } },
  })
  const broken = await runAction(here)
  const still = await runAction(here)
  await here.repair()
  const repaired = await runAction(here)

  expect(repaired.comments.map(({ body }) => /### (?:❌|✅)/u.exec(body)?.[0])).toEqual(['### ❌', '### ✅'])
  const [first, second] = repaired.comments.map(({ id }) => String(id))
  expect([broken, still, repaired].map(({ outputs }) => outputs['comment-id'])).toEqual([
    first,
    first,
    second,
  ])
  expect(still.stdout).toMatch(/^Comment left unchanged, because .*`contents: write`: https:/m)
  expect(complaintsIn(still.stdout).join('\n')).not.toContain('could not be written')
  expect(repaired.code).toBe(0)
})

describe('when GitHub rejects the comment', () => {
  test('the verdict stands, and a warning has the missing permission', async () => {
    const here = await worldWith({
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

  // Only the bundle shows whether the bound is in place there.
  test('a response without an end is not read for as long as publishing may take', async () => {
    const here = await worldWith({ fault: 'healthy', github: { fault: () => 'flood' } })
    const { outputs, stdout } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true', 'comment-id': '' })
    expect(stdout).toContain('could not be written')
    expect(stdout).not.toContain('did not respond in time')
  })

  test('a healthy site is still promoted', async () => {
    const here = await worldWith({ fault: 'healthy', github: { fault: () => NOT_ACCESSIBLE } })
    const { outputs, code } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true', 'comment-id': '' })
    expect(code).toBe(0)
  })
})

describe('comment', () => {
  test('never: no request goes to GitHub, and the event file is not needed', async () => {
    const here = await worldWith({
      fault: 'refused',
      inputs: { comment: 'never', 'github-token': '' },
      env: { GITHUB_EVENT_PATH: '/nonexistent/event.json' },
    })
    const { outputs } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'unhealthy', cause: 'origin-refused', 'comment-id': '' })
    expect(here.github.requests).toEqual([])
  })

  test('on-failure: none for a healthy site, one for a broken site, then kept up to date', async () => {
    const calm = await worldWith({ fault: 'healthy', inputs: { comment: 'on-failure' } })
    expect((await runAction(calm)).comments).toEqual([])
    await calm.close()
    const here = await worldWith({ fault: 'refused', inputs: { comment: 'on-failure' } })
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
    const run = await runAction(await worldWith({ fault, inputs: { 'fail-on': failOn } }))
    // `promote` does not depend on `fail-on`.
    expect(run.outputs).toMatchObject({ verdict, promote: String(verdict === 'healthy') })
    expect(run.code).toBe(code)
  })
})
