import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { listen } from '../../lab/network/listen.ts'
import { createApi, type Api, type Comment } from '../../src/github/api/api.ts'
import { classifyError } from '../../src/github/api/failure.ts'
import { eventAt } from '../support/github-event.ts'

const MEBIBYTE = 1024 * 1024

/** Runs with an API whose server responds like this. */
async function withApi<T>(respond: RequestListener, use: (api: Api, url: string) => Promise<T>): Promise<T> {
  const server = await listen(createServer(respond))
  const url = `http://127.0.0.1:${server.port}`
  try {
    return await use(await createApi(eventAt({ url }), 'token', AbortSignal.timeout(20_000)), url)
  } finally {
    await server.close()
  }
}

const json = (response: ServerResponse, headers = {}, status = 200): ServerResponse =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })

async function comments(api: Api): Promise<readonly Comment[]> {
  const all: Comment[] = []
  for await (const page of api.listComments({ kind: 'pull', number: 7 })) all.push(...page)
  return all
}

/** Why the request failed; undefined if it did not. */
const reasonOf = (request: Promise<unknown>): Promise<string | undefined> =>
  request.then(
    () => undefined,
    (error: unknown) => classifyError(error).reason,
  )

/** How a response begins, what follows again and again, and how it ends. */
const LARGE: readonly (readonly [string, string, string, string])[] = [
  ['objects', '[', '{},', '{}]'],
  ['lists', '[', '[],', '[]]'],
  ['numbers', '[', '1,', '1]'],
  ['levels', '', '[', '1'],
  ['members', '{', '"a":1,', '"a":1}'],
  ['members of members', '{"a":', '{"a":[', '1'],
]

describe('a response that is too large is rejected before it is parsed', () => {
  test.each([...LARGE, ['white space', '', ' ', ''], ['text', '["', 'x', '"]']])(
    'an endless one of %s',
    async (_, start, more) => {
      const body = Buffer.alloc(MEBIBYTE, more)
      const endless: RequestListener = (_request, response) => {
        const send = (): void => {
          while (!response.destroyed && response.write(body));
        }
        json(response).on('drain', send).write(start)
        send()
      }
      const reason = await withApi(endless, (api) => reasonOf(api.pullHead(7)))
      expect(reason).toBe("GitHub's response is longer than 2 MiB")
    },
  )

  test.each(LARGE)('a page of comments with 150,000 %s', async (_, start, more, end) => {
    const body = start + more.repeat(150_000) + end
    const reason = await withApi(
      (_request, response) => json(response).end(body),
      (api) => reasonOf(comments(api)),
    )
    expect(reason).toBe("GitHub's response has more than 150,000 values, or is nested too deeply")
  })

  test.each([201, 403, 500])('also with status %s, which has nothing long', async (status) => {
    const reason = await withApi(
      (_request, response) => json(response, {}, status).end(Buffer.alloc(3 * MEBIBYTE, ' ')),
      (api) => reasonOf(api.createComment({ kind: 'pull', number: 7 }, 'x')),
    )
    expect(reason).toBe("GitHub's response is longer than 2 MiB")
  })

  test('a page of 100 long comments is not', async () => {
    const users = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key${index}`, index]))
    const all = Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      body: 'é'.repeat(65_536),
      user: users,
    }))
    const found = await withApi((_request, response) => json(response).end(JSON.stringify(all)), comments)
    expect(found.map(({ id, body }) => [id, body.length])).toEqual(all.map(({ id }) => [id, 65_536]))
  })
})

test('pages of comments without an end are an unexpected response', async () => {
  let requests = 0
  const respond: RequestListener = (request, response) => {
    requests += 1
    json(response, { link: `<http://${request.headers.host ?? ''}/next?page=${requests}>; rel="next"` }).end(
      '[]',
    )
  }
  expect(await withApi(respond, (api) => reasonOf(comments(api)))).toContain('more than 100 pages')
  expect(requests).toBe(100)
})

describe('a response cannot say where the next request goes', () => {
  /** What Octokit would take as options, if it got them. */
  const OPTIONS = {
    baseUrl: 'http://127.0.0.1:1/stolen',
    url: 'http://127.0.0.1:1/stolen',
    method: 'DELETE',
    owner: 'other',
    repo: 'other',
    issue_number: '8',
    commit_sha: 'other',
    headers: 'x',
    request: 'x',
    mediaType: 'x',
    body: 'x',
    data: 'x',
    per_page: '1',
    ['__proto__']: 'x',
  }

  test.each(['page=2', 'after=Y3Vyc29yOjE%3D', 'page=2&page=http%3A%2F%2Fx', 'page=000002'])(
    'with a link to the next page: %s',
    async (place) => {
      const requests: string[] = []
      const next = `<http://other.example/x?${new URLSearchParams(OPTIONS).toString()}&${place}>; rel="next"`
      await withApi(({ method, url }, response) => {
        requests.push(`${method ?? ''} ${url ?? ''}`)
        json(response, requests.length === 1 ? { link: next } : {}).end('[]')
      }, comments)
      const path = 'GET /repos/octo/site/issues/7/comments'
      const shown = place.startsWith('page') ? 'page=2' : place
      expect(requests.map((line) => line.split('?')[0])).toEqual([path, path])
      const queries = requests.map((line) => new URLSearchParams(line.split('?')[1]).toString())
      expect(queries[0]).toBe('per_page=100')
      expect([`per_page=100&${shown}`, `${shown}&per_page=100`]).toContain(queries[1])
    },
  )

  test.each(['', 'page=', 'page=x', 'page=-1', 'after=%0d%0a', 'baseUrl=http%3A%2F%2Fx'])(
    'and a link without a place is not followed: %s',
    async (place) => {
      let requests = 0
      await withApi((_request, response) => {
        requests += 1
        json(response, { link: `<http://other.example/x?${place}>; rel="next"` }).end('[]')
      }, comments)
      expect(requests).toBe(1)
    },
  )

  test.each([301, 302, 303, 307, 308])('with a redirect to another host: %s', async (status) => {
    const stolen: (string | undefined)[] = []
    const other = await listen(
      createServer((request, response) => {
        stolen.push(request.headers.authorization)
        response.end()
      }),
    )
    const location = `http://localhost:${other.port}/`
    const respond: RequestListener = (_request, response) => json(response, { location }, status).end()
    try {
      await withApi(respond, async (api) => {
        expect(await reasonOf(comments(api))).toContain('redirects to another host')
        const created = api.createComment({ kind: 'pull', number: 7 }, 'x')
        expect(await reasonOf(created)).toContain('redirects to another host')
      })
      expect(stolen).toEqual([])
    } finally {
      await other.close()
    }
  })

  test('after a renaming, a redirect on the same host is followed, with method and body', async () => {
    const seen: unknown[] = []
    const respond: RequestListener = (request, response) => {
      if (request.url?.startsWith('/repos/') === true) {
        json(response, { location: '/repositories/1/comments' }, 307).end('{"message":"Moved"}')
        return
      }
      seen.push(request.method, request.url, request.headers.authorization, text(request))
      json(response, {}, 201).end('{"id":5}')
    }
    const { id } = await withApi(respond, (api) => api.createComment({ kind: 'pull', number: 7 }, 'hello'))
    expect(id).toBe(5)
    expect(await Promise.all(seen)).toEqual([
      'POST',
      '/repositories/1/comments',
      'token token',
      '{"body":"hello"}',
    ])
  })

  test.each([
    ['a POST with 301', 301, '/elsewhere', 'a redirect (301)'],
    ['without an end', 307, '/repos/again', 'a redirect (307)'],
    ['to nothing', 307, 'http://[', 'redirects to another host'],
  ])('a redirect that cannot be followed ends: %s', async (_, status, location, reason) => {
    let requests = 0
    await withApi(
      (_request, response) => {
        requests += 1
        json(response, { location }, status).end()
      },
      async (api) => {
        expect(await reasonOf(api.createComment({ kind: 'pull', number: 7 }, 'x'))).toContain(reason)
      },
    )
    expect(requests).toBeLessThanOrEqual(4)
  })
})
