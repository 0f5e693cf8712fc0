import { expect, test } from '@jest/globals'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FollowUpQuestion } from '../../src/domain/evidence.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import {
  bare,
  fromCache,
  nginx,
  plain,
  refused,
  seen,
  silent,
  through,
  told,
  type Seen,
} from '../support/evidence.ts'

const zone: ZoneFacts = { unread: [] }

/** What is asked beyond the origins. */
const asked = (changes: {
  readonly [K in keyof Seen]?: Seen[K] | undefined
}): readonly FollowUpQuestion['ask'][] =>
  followUpQuestions(seen(changes)).flatMap((question) => ('origin' in question ? [] : [question.ask]))

test.each<[string, Parameters<typeof asked>[0], readonly FollowUpQuestion['ask'][]]>([
  ['nothing of a site that is well', {}, []],
  ['nothing of a site that is well with a token', { zone }, []],
  ['past the cache, when a copy is served', { edge: fromCache() }, ['uncached']],
  ['the status page, when Cloudflare fails by itself', { edge: bare(502) }, ['statusPage']],
  ['the status page, when nothing answers over an origin that does', { edge: silent }, ['statusPage']],
  [
    'the status page, when a 502 is passed on over an origin that is fine',
    { edge: told(502) },
    ['statusPage'],
  ],
  ['not the status page, when the origin fails', { edge: told(502), origin: nginx(502) }, []],
  ['not the status page, when the origin is refused', { edge: told(521), origin: refused }, []],
  ['not the status page, when the application fails', { edge: through(500), origin: plain(500) }, []],
  ['the figures, when a token may read them', { edge: told(502), origin: nginx(502), zone }, ['analytics']],
  ['not the figures, when the code says all', { edge: told(1033), zone }, []],
])('a look asks %s', (_, changes, questions) => {
  expect(asked(changes)).toEqual(questions)
})
