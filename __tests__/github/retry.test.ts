import { afterEach, describe, expect, test } from '@jest/globals'
import { startGithub, type Fault, type LabGithub } from '../../lab/github/server.ts'
import { createApi } from '../../src/github/api/api.ts'
import { classifyError } from '../../src/github/api/failure.ts'
import { retry } from '../../src/github/api/retry.ts'
import { eventAt } from '../support/github-event.ts'

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

/** Requests the token's login from a GitHub that fails with these faults, one per request, and then recovers. */
async function viewerAfter(faults: readonly Fault[], limit = 20_000) {
  const pending = [...faults]
  const github = (server = await startGithub({ fault: () => pending.shift() }))
  const api = await createApi(eventAt(github), 'lab-token', AbortSignal.timeout(10_000))
  const result = await retry(() => api.viewer(), { settle: 1, limit }).catch(classifyError)
  return { result, requests: github.requests.length }
}

const BOT = 'github-actions[bot]'
const limited = (headers: Readonly<Record<string, string>>, status = 403): Fault => ({
  status,
  headers,
  body: { message: 'You have exceeded a secondary rate limit' },
})
const AT_NOON = 'Wed, 02 Jan 2030 12:00:00 GMT'
const NOON = Date.parse(AT_NOON) / 1000

describe('a rate limit', () => {
  test.each<[string, readonly Fault[], number]>([
    ['with a short pause', [limited({ 'retry-after': '0' })], 2],
    ['with status 429', [limited({ 'retry-after': '0' }, 429)], 2],
    ['twice', [limited({ 'retry-after': '0' }), limited({ 'retry-after': '0' })], 3],
    [
      "that resets at once, by GitHub's clock",
      [limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOON), date: AT_NOON })],
      2,
    ],
    ['and a lost response', [limited({ 'retry-after': '0' }), { status: 502 }], 3],
  ])('%s is retried', async (_, faults, requests) => {
    expect(await viewerAfter(faults)).toEqual({ result: BOT, requests })
  })

  test('is retried after the seconds that it names', async () => {
    const began = performance.now()
    expect(await viewerAfter([limited({ 'retry-after': '1' })])).toEqual({ result: BOT, requests: 2 })
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  test.each<[string, Fault, number | undefined]>([
    ['of an hour', limited({ 'retry-after': '3600' }), 3_600_000],
    ['without a pause', limited({}), undefined],
    ['whose pause is not a number', limited({ 'retry-after': 'Wed, 02 Jan 2030 12:00:00 GMT' }), undefined],
    [
      'that resets in an hour',
      limited({
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOON + 3600),
        date: AT_NOON,
      }),
      3_600_000,
    ],
    ['that is not exhausted', limited({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1' }), undefined],
  ])('%s is not retried', async (_, fault, retryAfter) => {
    const { result, requests } = await viewerAfter([fault, fault])
    expect(result).toMatchObject({ kind: 'rate-limited', retryAfter })
    expect(requests).toBe(1)
  })

  test('that never ends is requested four times', async () => {
    const fault = limited({ 'retry-after': '0' })
    const { result, requests } = await viewerAfter([fault, fault, fault, fault, fault])
    expect(result).toMatchObject({ kind: 'rate-limited' })
    expect(requests).toBe(4)
  })
})

test('an outage with a long pause is not retried', async () => {
  const { result, requests } = await viewerAfter([{ status: 503, headers: { 'retry-after': '120' } }])
  expect(result).toMatchObject({ kind: 'lost', status: 503 })
  expect(requests).toBe(1)
})

test.each<Fault>([{ status: 401 }, { status: 403 }, { status: 404 }, { status: 410 }, { status: 422 }])(
  'a rejected request is not retried: %j',
  async (fault) => {
    expect(await viewerAfter([fault])).toMatchObject({ requests: 1 })
  },
)

test('a lost request has the URL that was requested, without its query', () => {
  const error = {
    status: 500,
    request: { url: 'https://ghe.test/api/graphql?a=b' },
    cause: { code: 'ECONNRESET' },
  }
  expect(classifyError(error)).toEqual({
    kind: 'lost',
    status: undefined,
    message: 'ECONNRESET',
    url: 'https://ghe.test/api/graphql',
  })
})
