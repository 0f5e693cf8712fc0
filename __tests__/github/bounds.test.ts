import { createServer, type RequestListener } from 'node:http'
import { expect, test } from '@jest/globals'
import { listen } from '../../lab/network/listen.ts'
import { createApi } from '../../src/github/api/api.ts'
import { boundedFetch } from '../../src/github/api/bounded-fetch.ts'
import { eventAt } from '../support/github-event.ts'

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ')

/** Sends white space, which JSON may begin with, until the client hangs up. */
const endless: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  const send = (): void => {
    while (!response.destroyed && response.write(MEGABYTE));
  }
  response.on('drain', send)
  send()
}

test('a response without an end fails, and is not kept', async () => {
  const server = await listen(createServer(endless))
  try {
    const response = await boundedFetch(fetch, 3 * MEGABYTE.length)(`http://127.0.0.1:${server.port}/`)
    await expect(response.text()).rejects.toThrow('longer than')
  } finally {
    await server.close()
  }
})

test('a short response is the same, with its URL', async () => {
  const server = await listen(createServer((_, response) => response.writeHead(201, { etag: 'x' }).end('{}')))
  try {
    const url = `http://127.0.0.1:${server.port}/path`
    const response = await boundedFetch(fetch)(url)
    expect([response.url, response.status, response.headers.get('etag'), await response.text()]).toEqual([
      url,
      201,
      'x',
      '{}',
    ])
  } finally {
    await server.close()
  }
})

test('pages of comments without an end are an unexpected response', async () => {
  let requests = 0
  const server = await listen(
    createServer((request, response) => {
      requests += 1
      const next = `<http://${request.headers.host ?? ''}/next?page=${requests}>; rel="next"`
      response.writeHead(200, { 'content-type': 'application/json', link: next }).end('[]')
    }),
  )
  try {
    const event = eventAt({ url: `http://127.0.0.1:${server.port}` })
    const api = await createApi(event, 'token', AbortSignal.timeout(20_000))
    const all = async (): Promise<void> => {
      for await (const page of api.listComments({ kind: 'pull', number: 7 })) expect(page).toEqual([])
    }
    await expect(all()).rejects.toThrow('more than 100 pages')
    expect(requests).toBe(100)
  } finally {
    await server.close()
  }
})
