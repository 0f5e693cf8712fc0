import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import {
  answer,
  bare,
  broken,
  coded,
  fromCache,
  plain,
  refused,
  seen,
  session,
  silent,
  told,
  type Seen,
} from '../support/evidence.ts'
import { CHOKES } from './http-cases.ts'

const FINE = answer(200, 'shop')
const WITHOUT = /without Cloudflare's request headers/i

describe('an origin that chokes on what only Cloudflare sends is told so: it', () => {
  test.each(CHOKES)('%s', (_, edge, origin, cause) => {
    const [lead] = judge(
      seen({ edge, origin, recheck: { repeated: origin, withoutCloudflareHeaders: FINE } }),
    ).findings
    expect(lead?.cause.id).toBe(cause)
    expect(lead?.match.because).toMatch(WITHOUT)
    expect(lead?.match.clues.map(({ text }) => text)).toContain(
      "Without Cloudflare's request headers, it gets 200.",
    )
  })

  test.each(CHOKES)('%s, and now and then only: then it is not said', (_, edge, origin, cause) => {
    const [lead] = judge(
      seen({ edge, origin, recheck: { repeated: FINE, withoutCloudflareHeaders: FINE } }),
    ).findings
    expect(lead?.cause.id).toBe(cause)
    expect(lead?.match.because).not.toMatch(WITHOUT)
    expect(JSON.stringify(lead?.match.clues)).not.toMatch(WITHOUT)
  })

  test.each(CHOKES)('%s, whatever it is asked: then it is not said', (_, edge, origin) => {
    const [lead] = judge(
      seen({ edge, origin, recheck: { repeated: origin, withoutCloudflareHeaders: origin } }),
    ).findings
    expect(lead?.match.because).not.toMatch(WITHOUT)
  })
})

describe('the first answers leave a question', () => {
  const secure = answer(200, 'shop', {}, session())
  const twice: readonly FollowUpQuestion[] = [
    { ask: 'withoutCloudflareHeaders', origin: 0 },
    { ask: 'repeated', origin: 0 },
  ]
  const onceMore: readonly FollowUpQuestion[] = [{ ask: 'keepAlive', origin: 0 }]
  const overHttp2: readonly FollowUpQuestion[] = [{ ask: 'http2', origin: 0 }, ...onceMore]

  test.each<[string, { readonly [K in keyof Seen]?: Seen[K] }, readonly FollowUpQuestion[]]>([
    ['none, when all is well', {}, []],
    ['none, when the origin is closed to us', { origin: refused }, []],
    ['when the origin fails', { origin: plain(500) }, twice],
    ['when the origin compresses badly', { origin: coded('corrupt') }, twice],
    ['when the origin hangs up', { origin: broken('processing', 'closed') }, twice],
    ['when a copy hides the origin', { edge: fromCache() }, [{ ask: 'uncached' }]],
    ['when Cloudflare fails, and HTTP/1.1 does not', { edge: told(520), origin: secure }, overHttp2],
    ['when Cloudflare says 502 by itself', { edge: bare(502), origin: secure }, overHttp2],
    [
      'when visitors get half a page, and HTTP/1.1 gives a whole one',
      { edge: broken('transfer', 'closed', { received: 9 }), origin: secure },
      overHttp2,
    ],
    ['none about HTTP/2 without TLS', { edge: told(520), origin: FINE }, onceMore],
    ['none about HTTP/2 when Cloudflare got no connection', { edge: told(522), origin: secure }, []],
    ['none about HTTP/2 when nothing answers', { edge: silent, origin: secure }, []],
  ])('%s', (_, changes, questions) => {
    const of = new Set<FollowUpQuestion['ask']>([
      'withoutCloudflareHeaders',
      'repeated',
      'http2',
      'keepAlive',
      'uncached',
    ])
    const ours = followUpQuestions(seen(changes)).filter(({ ask }) => of.has(ask))
    expect(ours).toEqual(questions)
  })
})
