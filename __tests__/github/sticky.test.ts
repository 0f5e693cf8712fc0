import { afterEach, describe, expect, test } from '@jest/globals'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type Fault,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import type { LabRequest } from '../../lab/github/request.ts'
import { createApi, type Thread } from '../../src/github/api/api.ts'
import { classifyError } from '../../src/github/api/failure.ts'
import { markerOf } from '../../src/github/publish/marker.ts'
import type { Draft } from '../../src/github/publish/own-comments.ts'
import { writeStickyComment } from '../../src/github/publish/sticky.ts'
import { eventAt, HEAD } from '../support/github-event.ts'

const PULL: Thread = { kind: 'pull', number: 7 }
const DRAFT: Draft = {
  key: 'deploy / check',
  runId: 100,
  attempt: 1,
  body: '### down',
  when: 'always',
  verdict: 'unhealthy',
}
const BOT = 'github-actions[bot]'

const open: LabGithub[] = []

async function github(options: LabGithubOptions = {}): Promise<LabGithub> {
  const started = await startGithub(options)
  open.push(started)
  return started
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function publishTo(server: LabGithub, changes: Partial<Draft> = {}, thread: Thread = PULL) {
  const api = await createApi(eventAt(server), 'lab-token', AbortSignal.timeout(10_000))
  return writeStickyComment(api, thread, { ...DRAFT, ...changes }, { settle: 1 })
}

/** Applies the fault only to the first matching request. */
function once(
  matches: (request: LabRequest) => boolean,
  fault: Fault,
): (request: LabRequest) => Fault | undefined {
  let spent = false
  return (request) => {
    if (spent || !matches(request)) return undefined
    spent = true
    return fault
  }
}

/** Holds matching requests back until `count` of them have arrived. */
function together(
  count: number,
  matches: (request: LabRequest) => boolean,
): (request: LabRequest) => Fault | undefined {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return (request) => {
    if (!matches(request)) return undefined
    arrived += 1
    if (arrived === count) resolve()
    return { after: promise }
  }
}

const posts = (request: LabRequest) => request.method === 'POST' && request.path.endsWith('/comments')
const patches = (request: LabRequest) => request.method === 'PATCH'
const deletes = (request: LabRequest) => request.method === 'DELETE'

function ownBody(changes: Partial<Draft> = {}): string {
  const draft = { ...DRAFT, ...changes }
  return `${markerOf(draft)}\n${draft.body}`
}

describe('the sticky comment', () => {
  test('is created with the marker on its first line', async () => {
    const server = await github()
    const result = await publishTo(server)
    expect(server.comments).toEqual([{ id: expect.any(Number), thread: 7, author: BOT, body: ownBody() }])
    expect(result).toEqual({
      action: 'created',
      id: server.comments[0]?.id,
      url: `https://github.test/octo/site/pull/7#issuecomment-${server.comments[0]?.id}`,
    })
  })

  test('is updated in place by the next run', async () => {
    const server = await github()
    await publishTo(server)
    const result = await publishTo(server, { runId: 101, body: '### healthy', verdict: 'healthy' })
    expect(result).toMatchObject({ action: 'updated', id: server.comments[0]?.id })
    expect(server.comments.map(({ body }) => body)).toEqual([
      ownBody({ runId: 101, body: '### healthy', verdict: 'healthy' }),
    ])
  })

  test('is not written again when it has the same text', async () => {
    const server = await github()
    await publishTo(server, { body: '### down\r\n\nmore\n\n' })
    expect(await publishTo(server, { body: '### down\n\nmore' })).toMatchObject({ action: 'unchanged' })
    expect(server.requests.filter(patches)).toEqual([])
  })

  test('also works on a commit', async () => {
    const server = await github()
    const thread: Thread = { kind: 'commit', sha: HEAD }
    await publishTo(server, {}, thread)
    expect(await publishTo(server, { runId: 101 }, thread)).toMatchObject({ action: 'updated' })
    expect(server.comments).toMatchObject([{ thread: HEAD, body: ownBody({ runId: 101 }) }])
  })

  test('is found on the third page', async () => {
    const server = await github()
    for (let n = 0; n < 250; n++) server.seed({ thread: 7, author: 'octocat', body: `comment ${n}` })
    const own = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'updated', id: own.id })
    expect(server.comments).toHaveLength(251)
    const lists = server.requests.filter(({ method }) => method === 'GET')
    expect(lists.map(({ query }) => query.get('page') ?? '1')).toEqual(['1', '2', '3'])
  })

  test('is searched for only until it is found', async () => {
    const server = await github()
    const own = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    for (let n = 0; n < 250; n++) server.seed({ thread: 7, author: 'octocat', body: `comment ${n}` })
    expect(await publishTo(server)).toMatchObject({ action: 'updated', id: own.id })
    expect(server.requests.filter(({ method }) => method === 'GET')).toHaveLength(1)
  })

  test('stays single when two jobs race and the two comments are on different pages', async () => {
    const server = await github({ fault: together(2, posts) })
    for (let n = 0; n < 99; n++) server.seed({ thread: 7, author: 'octocat', body: `comment ${n}` })
    await Promise.all([publishTo(server), publishTo(server, { runId: 101 })])
    expect(server.comments.slice(99).map(({ body }) => body)).toEqual([ownBody({ runId: 101 })])
  })

  test("ignores another author's marker", async () => {
    const server = await github()
    const copied = server.seed({ thread: 7, author: 'mallory', body: ownBody({ runId: 999_999 }) })
    const result = await publishTo(server)
    expect(result).toMatchObject({ action: 'created' })
    expect(server.comments).toHaveLength(2)
    expect(copied.body).toBe(ownBody({ runId: 999_999 }))
  })

  test('with another key is another comment', async () => {
    const server = await github()
    await publishTo(server)
    expect(await publishTo(server, { key: 'deploy / check -->' })).toMatchObject({ action: 'created' })
    expect(await publishTo(server, { key: 'deploy / check -->', body: 'x' })).toMatchObject({
      action: 'updated',
    })
    expect(server.comments).toHaveLength(2)
  })

  test('is the oldest of several of our own; the others are deleted', async () => {
    const server = await github()
    const first = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 98 }) })
    server.seed({ thread: 7, author: 'mallory', body: ownBody({ runId: 98 }) })
    server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    server.seed({ thread: 7, author: BOT, body: ownBody({ key: 'another' }) })
    expect(await publishTo(server)).toMatchObject({ action: 'updated', id: first.id })
    expect(server.comments.map(({ author, body }) => [author, body])).toEqual([
      [BOT, ownBody()],
      ['mallory', ownBody({ runId: 98 })],
      [BOT, ownBody({ key: 'another' })],
    ])
  })

  test('stays as it is when any of several of our own is from a newer run', async () => {
    const server = await github()
    server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 98 }) })
    const newer = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 101 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'outdated', id: newer.id })
    expect(server.comments).toHaveLength(2)
  })

  test("is updated even if a duplicate can't be deleted", async () => {
    const server = await github({ fault: (request) => (deletes(request) ? NOT_ACCESSIBLE : undefined) })
    const first = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 98 }) })
    server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'updated', id: first.id })
  })

  test.each([
    ['an older run', { runId: 99, attempt: 5 }],
    ['an older attempt', { runId: 100, attempt: 1 }],
  ])('%s does not overwrite a newer one', async (_, older) => {
    const server = await github()
    const newer = server.seed({ thread: 7, author: BOT, body: ownBody({ attempt: 2 }) })
    expect(await publishTo(server, { ...older, body: '### old news' })).toMatchObject({
      action: 'outdated',
      id: newer.id,
    })
    expect(newer.body).toBe(ownBody({ attempt: 2 }))
  })

  test("belongs to the token's owner", async () => {
    const server = await github({ login: 'deploy-robot' })
    await publishTo(server)
    server.seed({ thread: 7, author: BOT, body: ownBody() })
    expect(await publishTo(server, { runId: 101 })).toMatchObject({
      action: 'updated',
      id: server.comments[0]?.id,
    })
  })

  test.each([
    [{ errors: [{}] }],
    [{ data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] }],
    [
      {
        errors: [
          { type: 'INSUFFICIENT_SCOPES', message: 'Your token has not been granted the required scopes' },
        ],
      },
    ],
    [{ data: { viewer: null } }],
    [{}],
  ])("belongs to the Actions bot when the token can't read its login: %j", async (body) => {
    const server = await github({
      fault: ({ path }) => (path === '/graphql' ? { status: 200, body } : undefined),
    })
    server.seed({ thread: 7, author: 'octocat', body: ownBody() })
    const own = server.seed({ thread: 7, author: BOT, body: ownBody() })
    expect(await publishTo(server, { runId: 101 })).toMatchObject({ action: 'updated', id: own.id })
  })

  const SORRY = 'Something went wrong while executing your query.'
  test.each([
    ['GitHub fails', { data: null, errors: [{ message: SORRY }] }, 'lost'],
    [
      'its rate limit is reached',
      { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }] },
      'rate-limited',
    ],
    [
      'its secondary rate limit is reached',
      { errors: [{ message: 'secondary rate limit' }] },
      'rate-limited',
    ],
  ])('has no owner for now when %s, so no second comment is created', async (_, body, kind) => {
    const server = await github({
      login: 'deploy-robot',
      fault: ({ path }) => (path === '/graphql' ? { status: 200, body } : undefined),
    })
    server.seed({ thread: 7, author: 'deploy-robot', body: ownBody() })
    const failure = await publishTo(server, { runId: 101 }).catch(classifyError)
    expect(failure).toMatchObject({ kind })
    expect(server.comments).toHaveLength(1)
  })

  test.each([
    { data: null, errors: [{ message: SORRY }] },
    { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }] },
  ])('is the first one, although GitHub does not name its owner: %j', async (body) => {
    const server = await github({
      login: 'deploy-robot',
      fault: ({ path }) => (path === '/graphql' ? { status: 200, body } : undefined),
    })
    expect(await publishTo(server)).toMatchObject({ action: 'created', id: server.comments[0]?.id })
    expect(server.comments).toHaveLength(1)
  })

  test('is created, although the list of comments fails afterward', async () => {
    const server = await github({
      fault: ({ method, path }) =>
        method === 'GET' && path.endsWith('/comments') && server.comments.length > 0
          ? { status: 502 }
          : undefined,
    })
    expect(await publishTo(server)).toMatchObject({ action: 'created', id: server.comments[0]?.id })
  })

  test('is updated once GitHub has recovered', async () => {
    let requests = 0
    const server = await github({
      login: 'deploy-robot',
      fault: ({ path }) =>
        path === '/graphql' && ++requests === 1
          ? { status: 200, body: { data: null, errors: [{ message: SORRY }] } }
          : undefined,
    })
    server.seed({ thread: 7, author: 'deploy-robot', body: ownBody() })
    expect(await publishTo(server, { runId: 101 })).toMatchObject({ action: 'updated' })
  })

  test("is truncated to GitHub's limit", async () => {
    const server = await github()
    await publishTo(server, { body: '| a row |\n'.repeat(10_000) })
    expect(server.comments[0]?.body).toMatch(/\| a row \|\n\n_The rest did not fit here/)
  })
})

describe('jobs that race end with one comment', () => {
  test.each<[string, Partial<Draft>, Partial<Draft>]>([
    ['two runs: that of the newer', { runId: 100 }, { runId: 101, body: '### newer' }],
    [
      'two runs: that of the newer, even if it started first',
      { runId: 101, body: '### newer' },
      { runId: 100 },
    ],
    ['two attempts: that of the later', { attempt: 1 }, { attempt: 2, body: '### later' }],
    ['two jobs of a matrix: that of either', { body: '### one' }, { body: '### two' }],
  ])('%s', async (_, one, other) => {
    const server = await github({ fault: together(2, posts) })
    const ended = await Promise.all([publishTo(server, one), publishTo(server, other)])
    const left = server.comments.map(({ id, body }) => [id, body])
    const newest = [one, other].toSorted(
      (a, b) => (b.runId ?? 100) - (a.runId ?? 100) || (b.attempt ?? 1) - (a.attempt ?? 1),
    )
    const expected =
      newest[0]?.runId === undefined && newest[0]?.attempt === undefined ? newest : newest.slice(0, 1)
    expect(left).toHaveLength(1)
    expect(expected.map(ownBody)).toContain(left[0]?.[1])
    expect(ended.map((result) => 'id' in result && result.id)).toEqual([left[0]?.[0], left[0]?.[0]])
  })

  test('five at once, and a stranger with the same marker', async () => {
    const server = await github({ fault: together(5, posts) })
    server.seed({ thread: 7, author: 'mallory', body: ownBody({ runId: 999 }) })
    const runs = [103, 101, 105, 102, 104]
    await Promise.all(runs.map((runId) => publishTo(server, { runId })))
    expect(server.comments.map(({ author, body }) => [author, body])).toEqual([
      ['mallory', ownBody({ runId: 999 })],
      [BOT, ownBody({ runId: 105 })],
    ])
  })

  test('on a commit too, and when the response to a DELETE is lost', async () => {
    const thread: Thread = { kind: 'commit', sha: HEAD }
    const barrier = together(2, posts)
    const lost = once(deletes, 'reset-after-write')
    const server = await github({ fault: (request) => barrier(request) ?? lost(request) })
    await Promise.all([publishTo(server, {}, thread), publishTo(server, { runId: 101 }, thread)])
    expect(server.comments).toMatchObject([{ thread: HEAD, body: ownBody({ runId: 101 }) }])
  })
})

describe('on-failure', () => {
  test('creates nothing while the site is healthy', async () => {
    const server = await github()
    expect(await publishTo(server, { when: 'on-failure', verdict: 'healthy' })).toEqual({
      action: 'unwanted',
    })
    expect(server.comments).toEqual([])
  })

  test('is created on the first failure and turns green afterwards', async () => {
    const server = await github()
    expect(await publishTo(server, { when: 'on-failure' })).toMatchObject({ action: 'created' })
    const green = { when: 'on-failure', verdict: 'healthy', body: '### healthy', runId: 101 } as const
    expect(await publishTo(server, green)).toMatchObject({ action: 'updated' })
    expect(server.comments[0]?.body).toContain('### healthy')
  })
})

describe('a lost response', () => {
  test.each<[string, Fault]>([
    ['the connection broke after the write', 'reset-after-write'],
    ['the connection broke before the write', 'reset'],
    ['a gateway error', { status: 502, body: '<html>' }],
    ['a truncated body', { status: 201, headers: { 'content-type': 'application/json' }, body: '' }],
  ])('to the POST creates no second comment: %s', async (_, fault) => {
    const server = await github({ fault: once(posts, fault) })
    await publishTo(server)
    expect(server.comments.map(({ body }) => body)).toEqual([ownBody()])
  })

  test('to the list is retried, and is not an empty list', async () => {
    const server = await github({
      fault: once(({ method }) => method === 'GET', { status: 200, body: '' }),
    })
    const own = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'updated', id: own.id })
    expect(server.comments).toHaveLength(1)
  })

  test('to the PATCH is retried', async () => {
    const server = await github({ fault: once(patches, 'reset-after-write') })
    server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'unchanged' })
    expect(server.comments.map(({ body }) => body)).toEqual([ownBody()])
  })

  test('twice ends the attempts', async () => {
    const server = await github({ fault: (request) => (posts(request) ? 'reset' : undefined) })
    await expect(publishTo(server)).rejects.toMatchObject({ status: 500 })
    expect(server.requests.filter(posts)).toHaveLength(2)
  })
})

describe('a comment that was deleted in the meantime', () => {
  test('is created again', async () => {
    const server = await github({
      fault: (request) => {
        if (patches(request)) server.remove(own.id)
        return undefined
      },
    })
    const own = server.seed({ thread: 7, author: BOT, body: ownBody({ runId: 99 }) })
    expect(await publishTo(server)).toMatchObject({ action: 'created' })
    expect(server.comments.map(({ body }) => body)).toEqual([ownBody()])
  })
})
