import { afterEach, describe, expect, test } from '@jest/globals'
import { startGithub, type LabGithub, type LabGithubOptions } from '../../lab/github/server.ts'
import type { LabRequest } from '../../lab/github/request.ts'
import { createApi } from '../../src/github/api/api.ts'
import { markerOf } from '../../src/github/publish/marker.ts'
import type { Draft } from '../../src/github/publish/own-comments.ts'
import { writeStickyComment } from '../../src/github/publish/sticky.ts'
import { eventAt, HEAD } from '../support/github-event.ts'

// With `contents: read`, GitHub lets a token create comments on commits, but neither update nor delete them.

const BOT = 'github-actions[bot]'
const FAILING: Draft = {
  key: 'deploy / check',
  runId: 100,
  attempt: 1,
  body: '### down',
  when: 'always',
  verdict: 'unhealthy',
}

let server: LabGithub | undefined
afterEach(async () => {
  await server?.close()
})

async function github(options: LabGithubOptions = {}): Promise<LabGithub> {
  server = await startGithub({ permissions: { contents: 'read' }, ...options })
  return server
}

async function publish(here: LabGithub, changes: Partial<Draft>) {
  const api = await createApi(eventAt(here), 'lab-token', AbortSignal.timeout(10_000))
  return writeStickyComment(api, { kind: 'commit', sha: HEAD }, { ...FAILING, ...changes }, { settle: 1 })
}

const failing = (runId: number): Partial<Draft> => ({ runId, body: `### down in ${runId}` })
const healthy = (runId: number): Partial<Draft> => ({ runId, verdict: 'healthy', body: `### up in ${runId}` })
const unclear = (runId: number): Partial<Draft> => ({ runId, verdict: 'inconclusive', body: '### unclear' })

const bodies = ({ comments }: LabGithub): readonly (string | undefined)[] =>
  comments.map(({ body }) => body.split('\n')[1])
const posts = ({ method, path }: LabRequest): boolean => method === 'POST' && path.endsWith('/comments')

describe('with contents: read, a commit gets', () => {
  test('one comment when the site fails, and one when it is fixed', async () => {
    const here = await github()
    const actions: string[] = []
    for (const draft of [failing(100), failing(101), healthy(102), healthy(103), failing(104)]) {
      const result = await publish(here, draft)
      actions.push(result.action)
      expect(result).toMatchObject({ id: here.comments.at(-1)?.id })
    }
    expect(actions).toEqual(['created', 'kept', 'created', 'kept', 'created'])
    expect(bodies(here)).toEqual(['### down in 100', '### up in 102', '### down in 104'])
  })

  test('no comment with on-failure until the site fails, and then one when it is fixed', async () => {
    const here = await github()
    const actions: string[] = []
    for (const draft of [healthy(100), failing(101), healthy(102), healthy(103)])
      actions.push((await publish(here, { ...draft, when: 'on-failure' })).action)
    expect(actions).toEqual(['unwanted', 'created', 'created', 'kept'])
  })

  test('no comment about a check that could not reach the site, unless it is the first', async () => {
    const here = await github()
    const actions: string[] = []
    for (const draft of [unclear(99), unclear(100), failing(101), unclear(102), healthy(103), unclear(104)])
      actions.push((await publish(here, draft)).action)
    expect(actions).toEqual(['created', 'kept', 'created', 'kept', 'created', 'kept'])
  })

  test('its own comments for each key', async () => {
    const here = await github()
    await publish(here, failing(100))
    expect(await publish(here, { ...failing(100), key: 'other' })).toMatchObject({ action: 'created' })
    expect(await publish(here, { ...healthy(101), key: 'other' })).toMatchObject({ action: 'created' })
    expect(await publish(here, failing(101))).toMatchObject({ action: 'kept', id: here.comments[0]?.id })
  })
})

test('an older run writes nothing after a newer one', async () => {
  const here = await github()
  await publish(here, failing(100))
  await publish(here, healthy(102))
  expect(await publish(here, failing(101))).toMatchObject({ action: 'outdated', id: here.comments[1]?.id })
  expect(here.comments).toHaveLength(2)
})

test('the newest comment counts, on whatever page it is', async () => {
  const here = await github()
  await publish(here, failing(100))
  for (let n = 0; n < 120; n++) here.seed({ thread: HEAD, author: 'octocat', body: `comment ${n}` })
  await publish(here, healthy(101))
  expect(await publish(here, healthy(102))).toMatchObject({ action: 'kept', id: here.comments.at(-1)?.id })
})

test('a lost response to the POST creates no second comment', async () => {
  let lost = 0
  const here = await github({
    fault: (request) =>
      posts(request) && here.comments.length > 0 && ++lost === 1 ? 'reset-after-write' : undefined,
  })
  await publish(here, failing(100))
  expect(await publish(here, healthy(101))).toMatchObject({
    action: 'unchanged',
    id: here.comments.at(-1)?.id,
  })
  expect(bodies(here)).toEqual(['### down in 100', '### up in 101'])
})

test('a comment that does not say its verdict is followed by one that does', async () => {
  const here = await github()
  const body = `${markerOf({ key: FAILING.key, runId: 99, attempt: 1 })}\n### from an earlier version`
  here.seed({ thread: HEAD, author: BOT, body })
  expect(await publish(here, failing(100))).toMatchObject({ action: 'created' })
  expect(await publish(here, failing(101))).toMatchObject({ action: 'kept' })
})

test('costs two requests that GitHub rejects or answers with a list, and no DELETE', async () => {
  const here = await github()
  await publish(here, failing(100))
  await publish(here, healthy(101))
  const before = here.requests.length
  await publish(here, healthy(102))
  const sent = here.requests.slice(before).filter(({ path }) => path !== '/graphql')
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET'])
})

test('once the token may write, there is one comment again', async () => {
  const permissions: { contents: 'read' | 'write' } = { contents: 'read' }
  const here = await github({ permissions })
  await publish(here, failing(100))
  await publish(here, healthy(101))
  permissions.contents = 'write'
  expect(await publish(here, failing(102))).toMatchObject({ action: 'updated' })
  expect(bodies(here)).toEqual(['### down in 102'])
})

test('jobs that race leave what they created', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let waiting = 0
  const here = await github({
    fault: (request) => {
      if (!posts(request)) return undefined
      waiting += 1
      if (waiting === 2) resolve()
      return { after: promise }
    },
  })
  await Promise.all([publish(here, failing(100)), publish(here, failing(101))])
  expect(here.comments).toHaveLength(2)
  expect(await publish(here, failing(102))).toMatchObject({ action: 'kept', id: here.comments[1]?.id })
})

test.each(['Repository was archived so is read-only.', 'Unable to update comment because it is locked.'])(
  'another reason to reject the update is an error: %s',
  async (message) => {
    const here = await github({
      fault: ({ method }) => (method === 'PATCH' ? { status: 403, body: { message } } : undefined),
    })
    await publish(here, failing(100))
    await expect(publish(here, healthy(101))).rejects.toMatchObject({ status: 403 })
    expect(here.comments).toHaveLength(1)
  },
)

test('a pull request is not commented on again instead of an update', async () => {
  const here = await github({
    permissions: { 'pull-requests': 'write' },
    fault: ({ method }) =>
      method === 'PATCH' ? { status: 403, body: { message: 'Resource not accessible' } } : undefined,
  })
  const api = await createApi(eventAt(here), 'lab-token', AbortSignal.timeout(10_000))
  const write = (draft: Partial<Draft>) =>
    writeStickyComment(api, { kind: 'pull', number: 7 }, { ...FAILING, ...draft }, { settle: 1 })
  await write(failing(100))
  await expect(write(healthy(101))).rejects.toMatchObject({ status: 403 })
  expect(here.comments).toHaveLength(1)
})
