import { expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE } from '../support/config.ts'
import {
  edgeError,
  evidenceWith,
  failedExchange,
  nginxError,
  plainError,
  refusedConnection,
  response,
} from '../support/evidence.ts'
import { wholeText } from '../support/texts.ts'

const reset = failedExchange('processing', 'reset', { received: 0 })
const closed = failedExchange('transfer', 'closed', { received: 99 })

test.each([
  ['431', plainError(431), plainError(431), 'likely'],
  ['414', plainError(414), plainError(414), 'likely'],
  ['400', plainError(400), plainError(400), 'possible'],
  ['a reset', edgeError(520), reset, 'possible'],
  ['an incomplete response', closed, closed, 'possible'],
  ['520 without a direct request', edgeError(520), undefined, 'possible'],
  ['431 at the origin only', response(200), plainError(431), 'likely'],
] as const)('%s to a large request may be due to its size', (_, edge, origin, confidence) => {
  const request = { ...evidenceWith().request, headKilobytes: 17 }
  const [usual] = judge(evidenceWith({ edge, origin })).findings
  const [found] = judge(evidenceWith({ edge, origin, request })).findings
  expect([found?.cause.id, found?.match.confidence]).toEqual([usual?.cause.id, confidence])
  expect(wholeText(found?.match.because ?? '')).toContain('This check sends 17 KB of request headers')
  expect(found?.lookalikes[0]?.distinguishedBy).toContain('shorter values in `headers`')
  expect(wholeText(usual?.match.because ?? '')).not.toContain('request headers')
})

test.each([
  ['a refused connection', edgeError(521), refusedConnection],
  ['an error of the application', plainError(500), plainError(500)],
  ['502 from nginx', nginxError(502), nginxError(502)],
])('%s is not due to the size of the request', (_, edge, origin) => {
  const usual = evidenceWith({ edge, origin })
  const large = { ...usual, request: { ...usual.request, headKilobytes: 17 } }
  expect(judge(large)).toEqual(judge(usual))
})

test.each([
  [7000, undefined],
  [8000, 9],
  [17_000, 18],
])('a request with a header of %s bytes', (size, kilobytes) => {
  const { request } = planOf({ ...SITE, headers: [['x-token', 'a'.repeat(size)]] })
  expect(request.headKilobytes).toBe(kilobytes)
})
