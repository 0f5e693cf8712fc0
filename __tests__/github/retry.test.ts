import { afterEach, describe, expect, test } from '@jest/globals'
import { startGithub, type Fault, type LabGithub } from '../../lab/github/server.ts'
import { connect } from '../../src/github/api/api.ts'
import { failureOf } from '../../src/github/api/failure.ts'
import { retry } from '../../src/github/api/retry.ts'
import { eventAt } from '../support/github-event.ts'

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

/** Asks who we are, of a GitHub that has these troubles first and is well afterwards. */
async function asked(troubles: readonly Fault[], longest = 20_000) {
  const ahead = [...troubles]
  const github = (server = await startGithub({ fault: () => ahead.shift() }))
  const api = await connect(eventAt(github), 'lab-token', AbortSignal.timeout(10_000))
  const answer = await retry(() => api.viewer(), { settle: 1, longest }).catch(failureOf)
  return { answer, requests: github.requests.length }
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
    ['that asks for a short pause', [limited({ 'retry-after': '0' })], 2],
    ['with its own status', [limited({ 'retry-after': '0' }, 429)], 2],
    ['twice', [limited({ 'retry-after': '0' }), limited({ 'retry-after': '0' })], 3],
    [
      'that is filled again at once, by the clock of GitHub',
      [limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOON), date: AT_NOON })],
      2,
    ],
    ['and a lost answer', [limited({ 'retry-after': '0' }), { status: 502 }], 3],
  ])('%s is waited for', async (_, troubles, requests) => {
    expect(await asked(troubles)).toEqual({ answer: BOT, requests })
  })

  test('is given the seconds that it asks for', async () => {
    const began = performance.now()
    expect(await asked([limited({ 'retry-after': '1' })])).toEqual({ answer: BOT, requests: 2 })
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  test.each<[string, Fault, number | undefined]>([
    ['that asks for an hour', limited({ 'retry-after': '3600' }), 3_600_000],
    ['that asks for nothing', limited({}), undefined],
    ['that asks for no number', limited({ 'retry-after': 'Wed, 02 Jan 2030 12:00:00 GMT' }), undefined],
    [
      'that is filled again in an hour',
      limited({
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOON + 3600),
        date: AT_NOON,
      }),
      3_600_000,
    ],
    ['that is not used up', limited({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1' }), undefined],
  ])('%s is given up at once', async (_, trouble, pause) => {
    const { answer, requests } = await asked([trouble, trouble])
    expect(answer).toMatchObject({ kind: 'rate-limited', pause })
    expect(requests).toBe(1)
  })

  test('without end is asked four times', async () => {
    const trouble = limited({ 'retry-after': '0' })
    const { answer, requests } = await asked([trouble, trouble, trouble, trouble, trouble])
    expect(answer).toMatchObject({ kind: 'rate-limited' })
    expect(requests).toBe(4)
  })
})

test('an outage that announces a long pause is not asked again before it is over', async () => {
  const { answer, requests } = await asked([{ status: 503, headers: { 'retry-after': '120' } }])
  expect(answer).toMatchObject({ kind: 'lost', status: 503 })
  expect(requests).toBe(1)
})

test.each<Fault>([{ status: 401 }, { status: 403 }, { status: 404 }, { status: 410 }, { status: 422 }])(
  'what GitHub refuses is not asked again: %j',
  async (trouble) => {
    expect(await asked([trouble])).toMatchObject({ requests: 1 })
  },
)
