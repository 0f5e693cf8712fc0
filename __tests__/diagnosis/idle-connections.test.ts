import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { IdleConnection, IdleConnectionEnd } from '../../src/domain/recheck.ts'
import {
  response,
  nginxError,
  plainError,
  refusedConnection,
  evidenceWith,
  edgeError,
} from '../support/evidence.ts'
import { healthy, resultOf, unhealthy, type Result } from '../support/judgments.ts'

const ending = (how: IdleConnectionEnd, after = 5000): IdleConnection => ({
  survived: 1000,
  ended: { how, after },
})
const held: IdleConnection = { survived: 76_000 }

const keeping = (evidence: Evidence, ...idleConnections: readonly IdleConnection[]): Evidence => ({
  ...evidence,
  idleConnections,
})

describe('an origin that ends idle connections', () => {
  test.each<[string, Evidence, Result]>([
    ['is noted', keeping(evidenceWith(), ending('closed')), healthy.withNote('origin-reset')],
    ['is noted, when it resets', keeping(evidenceWith(), ending('reset')), healthy.withNote('origin-reset')],
    [
      'is warned of, when a request got lost',
      keeping(evidenceWith(), ending('unanswered')),
      healthy.withWarning('origin-reset'),
    ],
    [
      'explains a 520',
      keeping(evidenceWith({ edge: edgeError(520) }), ending('closed')),
      unhealthy('origin-reset', 'likely'),
    ],
    ['is nothing, while it holds', keeping(evidenceWith(), held), healthy],
    [
      'does not explain a 520, while it holds',
      keeping(evidenceWith({ edge: edgeError(520) }), held),
      unhealthy('cloudflare-blocked-by-origin', 'possible'),
    ],
    [
      'does not explain a 521',
      keeping(evidenceWith({ edge: edgeError(521), origin: refusedConnection }), ending('closed')),
      unhealthy('origin-refused', 'certain'),
    ],
    [
      'does not explain a 502',
      keeping(evidenceWith({ edge: edgeError(502), origin: nginxError(502) }), ending('closed')),
      unhealthy('origin-app-down', 'certain'),
    ],
    [
      'is not reported next to another failure of the origin',
      keeping(evidenceWith({ origin: plainError(500) }), ending('closed')),
      unhealthy('origin-app-error', 'likely'),
    ],
  ])('%s', (_, evidence, expected) => {
    expect(resultOf(judge(evidence))).toEqual(expected)
  })

  test('has the position of its origin among several', () => {
    const evidence = keeping(
      evidenceWith({ origin: [response(200), response(200)] }),
      held,
      ending('closed', 61_000),
    )
    const [note] = judge(evidence).notes
    expect(note).toMatchObject({ cause: { id: 'origin-reset' }, origin: { position: 2, of: 2 } })
    expect(note?.match.because).toContain('idle for 61 s')
  })
})
