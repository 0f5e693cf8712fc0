import { describe, expect, test } from '@jest/globals'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { unfollowedRedirect } from '../support/redirects.ts'
import {
  response,
  failedExchange,
  cachedResponse,
  plainError,
  refusedConnection,
  evidenceWith,
  tlsSession,
  edgeError,
  edgeResponse,
  malformedResponse,
  type Measurements,
} from '../support/evidence.ts'

const questionsFor = (changes: {
  readonly [K in keyof Measurements]?: Measurements[K] | undefined
}): readonly FollowUpQuestion[] => followUpQuestions(evidenceWith(changes))
const PLAIN_PORT = { origins: [{ tls: false, port: 80 }] } as const
const HOME = 'https://www.shop.example/'
const redirect = (end: 'loop' | 'elsewhere', to: string): Exchange =>
  unfollowedRedirect(end, 'direct', HOME, to)
const ofFirst = (
  ...keys: readonly Extract<FollowUpQuestion, { origin: number }>['probe'][]
): readonly FollowUpQuestion[] => keys.map((probe) => ({ probe, origin: 0 }))

test('a healthy site leaves no question', () => {
  expect(questionsFor({})).toEqual([])
  expect(questionsFor({ request: PLAIN_PORT })).toEqual([])
})

test('a cached copy needs a request that bypasses the cache', () => {
  expect(questionsFor({ edge: cachedResponse() })).toEqual([{ probe: 'uncached' }])
})

describe('of an origin', () => {
  test.each<[string, Parameters<typeof questionsFor>[0], readonly FollowUpQuestion[]]>([
    [
      'that ends the handshake with an alert',
      { origin: failedExchange('tls', 'protocol', { alert: 40 }) },
      ofFirst('classicalKeyExchange', 'tlsInspection'),
    ],
    [
      'that cuts it',
      { origin: failedExchange('tls', 'reset') },
      ofFirst('classicalKeyExchange', 'tlsInspection', 'otherScheme'),
    ],
    [
      'that answers it with noise',
      { origin: failedExchange('tls', 'protocol') },
      ofFirst('classicalKeyExchange', 'tlsInspection', 'otherScheme'),
    ],
    ['that leaves no time for more', { origin: failedExchange('tls', 'timeout') }, []],
    [
      'that hangs up after it',
      { origin: failedExchange('processing', 'closed', { tls: tlsSession() }) },
      ofFirst('withoutCloudflareHeaders', 'visitorHeaders', 'tlsInspection'),
    ],
    [
      'that hangs up on plain HTTP',
      { origin: failedExchange('processing', 'closed'), request: PLAIN_PORT },
      ofFirst('withoutCloudflareHeaders', 'visitorHeaders', 'otherScheme'),
    ],
    [
      'that responds 400 to it',
      { origin: plainError(400), request: PLAIN_PORT },
      ofFirst('withoutCloudflareHeaders', 'visitorHeaders', 'otherScheme'),
    ],
    [
      'that sends something other than a TLS record over plain HTTP',
      {
        origin: malformedResponse('HTTP/1.1 200 OK\r\nnot a header'),
        request: PLAIN_PORT,
      },
      ofFirst('withoutCloudflareHeaders', 'visitorHeaders'),
    ],
    ['that redirects only this runner', { origin: redirect('loop', HOME) }, ofFirst('visitorHeaders')],
    [
      'that redirects only this runner to another host',
      { origin: redirect('elsewhere', 'https://elsewhere.example/') },
      ofFirst('visitorHeaders'),
    ],
    ['that redirects visitors too', { edge: redirect('loop', HOME), origin: redirect('loop', HOME) }, []],
    [
      'that responds where Cloudflare is refused',
      { edge: edgeError(521) },
      ofFirst('otherPort').concat({ probe: 'addressFamilies', origin: 0 }),
    ],
    [
      'that resets connections while visitors get an error',
      { edge: edgeError(520), origin: failedExchange('processing', 'reset'), request: PLAIN_PORT },
      ofFirst('withoutCloudflareHeaders', 'silentConnection', 'otherScheme'),
    ],
    [
      'that responds while visitors get an error that is not from Cloudflare',
      { edge: edgeResponse(400) },
      ofFirst('visitorHeaders'),
    ],
    [
      'that is closed where Cloudflare dials',
      { edge: edgeError(521), origin: refusedConnection },
      ofFirst('otherPort'),
    ],
    ['that is closed to us', { origin: refusedConnection }, []],
    [
      'that refuses connections on a nonstandard port',
      { edge: edgeError(521), origin: refusedConnection, request: { origins: [{ tls: true, port: 8443 }] } },
      [],
    ],
  ])('%s', (_, changes, questions) => {
    expect(questionsFor(changes)).toEqual(questions)
  })

  test('among several, only about the origin that needs it', () => {
    expect(
      questionsFor({ origin: [response(200), failedExchange('tls', 'protocol', { alert: 80 })] }),
    ).toEqual([
      { probe: 'classicalKeyExchange', origin: 1 },
      { probe: 'tlsInspection', origin: 1 },
    ])
  })
})
