import { expect, test } from '@jest/globals'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import {
  unbrandedError,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  evidenceWith,
  noResponse,
  edgeResponse,
  edgeError,
  type Measurements,
} from '../support/evidence.ts'

const zone: ZoneFacts = { unread: [] }

/** The follow-up questions that are not about an origin. */
const questionsFor = (changes: {
  readonly [K in keyof Measurements]?: Measurements[K] | undefined
}): readonly FollowUpQuestion['probe'][] =>
  followUpQuestions(evidenceWith(changes)).flatMap((question) =>
    'origin' in question ? [] : [question.probe],
  )

test.each<[string, Parameters<typeof questionsFor>[0], readonly FollowUpQuestion['probe'][]]>([
  ['nothing for a healthy site', {}, []],
  ['nothing for a healthy site with a token', { zone }, []],
  ['past the cache, when a copy is served', { edge: cachedResponse() }, ['uncached']],
  ['the status page, when Cloudflare fails by itself', { edge: unbrandedError(502) }, ['statusPage']],
  ['the status page, when nothing answers over an origin that does', { edge: noResponse }, ['statusPage']],
  [
    'the status page, when a 502 is passed on over an origin that is fine',
    { edge: edgeError(502) },
    ['statusPage'],
  ],
  ['not the status page, when the origin fails', { edge: edgeError(502), origin: nginxError(502) }, []],
  [
    'not the status page, when the origin is refused',
    { edge: edgeError(521), origin: refusedConnection },
    [],
  ],
  [
    'not the status page, when the application fails',
    { edge: edgeResponse(500), origin: plainError(500) },
    [],
  ],
  [
    'the figures, when a token may read them',
    { edge: edgeError(502), origin: nginxError(502), zone },
    ['analytics'],
  ],
  ['not the figures, when the code says all', { edge: edgeError(1033), zone }, []],
])('a round asks for %s', (_, changes, questions) => {
  expect(questionsFor(changes)).toEqual(questions)
})
