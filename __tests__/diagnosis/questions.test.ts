import { describe, expect, test } from '@jest/globals'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import {
  answer,
  broken,
  fromCache,
  plain,
  refused,
  seen,
  session,
  told,
  type Seen,
} from '../support/evidence.ts'

const asked = (changes: { readonly [K in keyof Seen]?: Seen[K] | undefined }): readonly FollowUpQuestion[] =>
  followUpQuestions(seen(changes))
const PLAIN_PORT = { origins: [{ tls: false, port: 80 }] } as const
const ofFirst = (
  ...keys: readonly Extract<FollowUpQuestion, { origin: number }>['ask'][]
): readonly FollowUpQuestion[] => keys.map((ask) => ({ ask, origin: 0 }))

test('a site that is well leaves no question', () => {
  expect(asked({})).toEqual([])
  expect(asked({ asked: PLAIN_PORT })).toEqual([])
})

test('a copy from the cache leaves that of what stands behind it', () => {
  expect(asked({ edge: fromCache() })).toEqual([{ ask: 'uncached' }])
})

describe('of an origin', () => {
  test.each<[string, Parameters<typeof asked>[0], readonly FollowUpQuestion[]]>([
    [
      'that ends the handshake with an alert',
      { origin: broken('tls', 'protocol', { alert: 40 }) },
      ofFirst('tlsInspection'),
    ],
    ['that cuts it', { origin: broken('tls', 'reset') }, ofFirst('tlsInspection', 'otherScheme')],
    [
      'that answers it with noise',
      { origin: broken('tls', 'protocol') },
      ofFirst('tlsInspection', 'otherScheme'),
    ],
    ['that leaves no time for more', { origin: broken('tls', 'timeout') }, []],
    [
      'that hangs up after it',
      { origin: broken('processing', 'closed', { tls: session() }) },
      ofFirst('withoutCloudflareHeaders', 'repeated', 'tlsInspection'),
    ],
    [
      'that hangs up on plain HTTP',
      { origin: broken('processing', 'closed'), asked: PLAIN_PORT },
      ofFirst('withoutCloudflareHeaders', 'repeated', 'otherScheme'),
    ],
    [
      'that answers 400 to it',
      { origin: plain(400), asked: PLAIN_PORT },
      ofFirst('withoutCloudflareHeaders', 'repeated', 'otherScheme'),
    ],
    ['that is closed where Cloudflare dials', { edge: told(521), origin: refused }, ofFirst('otherPort')],
    ['that is closed to us', { origin: refused }, []],
    [
      'that is closed at a port that nobody knows',
      { edge: told(521), origin: refused, asked: { origins: [{ tls: true, port: 8443 }] } },
      [],
    ],
  ])('%s', (_, changes, questions) => {
    expect(asked(changes)).toEqual(questions)
  })

  test('among several, only of the one that leaves it', () => {
    expect(asked({ origin: [answer(200), broken('tls', 'protocol', { alert: 80 })] })).toEqual([
      { ask: 'tlsInspection', origin: 1 },
    ])
  })
})
