import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import {
  response,
  unbrandedError,
  failedExchange,
  encodedResponse,
  cachedResponse,
  plainError,
  refusedConnection,
  evidenceWith,
  tlsSession,
  noResponse,
  edgeError,
  type Measurements,
} from '../support/evidence.ts'
import { HEADER_FAILURES } from './http-cases.ts'

const FINE = response(200, 'shop')
const WITHOUT = /without Cloudflare's request headers/i

describe("an origin that fails only on Cloudflare's request headers is reported as such: it", () => {
  test.each(HEADER_FAILURES)('%s', (_, edge, origin, cause) => {
    const [lead] = judge(
      evidenceWith({ edge, origin, recheck: { repeated: origin, withoutCloudflareHeaders: FINE } }),
    ).findings
    expect(lead?.cause.id).toBe(cause)
    expect(lead?.match.because).toMatch(WITHOUT)
    expect(lead?.match.clues.map(({ text }) => text)).toContain(
      "Without Cloudflare's request headers, it gets 200.",
    )
  })

  test.each(HEADER_FAILURES)('%s, but only sometimes: then it is not reported', (_, edge, origin, cause) => {
    const [lead] = judge(
      evidenceWith({ edge, origin, recheck: { repeated: FINE, withoutCloudflareHeaders: FINE } }),
    ).findings
    expect(lead?.cause.id).toBe(cause)
    expect(lead?.match.because).not.toMatch(WITHOUT)
    expect(JSON.stringify(lead?.match.clues)).not.toMatch(WITHOUT)
  })

  test.each(HEADER_FAILURES)(
    '%s, with and without the headers: then it is not reported',
    (_, edge, origin) => {
      const [lead] = judge(
        evidenceWith({ edge, origin, recheck: { repeated: origin, withoutCloudflareHeaders: origin } }),
      ).findings
      expect(lead?.match.because).not.toMatch(WITHOUT)
    },
  )
})

describe('the follow-up questions are', () => {
  const secure = response(200, 'shop', {}, tlsSession())
  const without: readonly FollowUpQuestion[] = [{ probe: 'withoutCloudflareHeaders', origin: 0 }]
  const again: readonly FollowUpQuestion[] = [...without, { probe: 'repeated', origin: 0 }]
  const onceMore: readonly FollowUpQuestion[] = [{ probe: 'keepAlive', origin: 0 }]
  const overHttp2: readonly FollowUpQuestion[] = [{ probe: 'http2', origin: 0 }, ...onceMore]

  test.each<[string, { readonly [K in keyof Measurements]?: Measurements[K] }, readonly FollowUpQuestion[]]>([
    ['none for a healthy site', {}, []],
    ['none, when the origin is closed to us', { origin: refusedConnection }, []],
    ['when the origin fails', { origin: plainError(500) }, without],
    ['when the origin compresses badly', { origin: encodedResponse('corrupt') }, without],
    ['when the origin hangs up', { origin: failedExchange('processing', 'closed') }, without],
    [
      'when the origin responds without the headers',
      { origin: plainError(500), recheck: { withoutCloudflareHeaders: FINE } },
      again,
    ],
    [
      'when the origin fails without the headers too',
      { origin: plainError(500), recheck: { withoutCloudflareHeaders: plainError(500) } },
      without,
    ],
    ['when a copy hides the origin', { edge: cachedResponse() }, [{ probe: 'uncached' }]],
    ['when Cloudflare fails, and HTTP/1.1 does not', { edge: edgeError(520), origin: secure }, overHttp2],
    ['when Cloudflare says 502 by itself', { edge: unbrandedError(502), origin: secure }, overHttp2],
    [
      'when visitors get half a page, and HTTP/1.1 gives a whole one',
      { edge: failedExchange('transfer', 'closed', { received: 9 }), origin: secure },
      overHttp2,
    ],
    ['none about HTTP/2 without TLS', { edge: edgeError(520), origin: FINE }, onceMore],
    ['none about HTTP/2 when Cloudflare got no connection', { edge: edgeError(522), origin: secure }, []],
    ['none about HTTP/2 when nothing answers', { edge: noResponse, origin: secure }, []],
  ])('%s', (_, changes, questions) => {
    const of = new Set<FollowUpQuestion['probe']>([
      'withoutCloudflareHeaders',
      'repeated',
      'http2',
      'keepAlive',
      'uncached',
    ])
    const ours = followUpQuestions(evidenceWith(changes)).filter(({ probe }) => of.has(probe))
    expect(ours).toEqual(questions)
  })
})
