import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { judge } from '../../../src/diagnosis/judge.ts'
import type { Judgment } from '../../../src/domain/diagnosis.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import { VANTAGE_PROBLEMS, type VantageResult } from '../../../src/domain/vantage/vantage.ts'
import {
  challenge,
  edgeError,
  edgeResponse,
  evidenceWith,
  nginxError,
  timedOutConnection,
  unbrandedError,
} from '../../support/evidence.ts'
import { brokenExchange, plainEvidence, simple } from '../../support/arbitrary-evidence.ts'
import { repetitions } from '../../support/effort.ts'
import { from, measured, PLACES } from '../../support/vantage.ts'

const verdictOf = ({ verdict, findings: [lead], warnings }: Judgment): unknown => ({
  verdict,
  cause: lead?.cause.id,
  confidence: lead?.match.confidence,
  warnings: warnings.map(({ cause }) => cause.id).toSorted(),
})

const usual: readonly Exchange[] = [
  edgeResponse(200, 'shop'),
  challenge('header'),
  edgeError(521),
  edgeError(522),
  edgeError(1020),
  unbrandedError(502),
  nginxError(500),
  edgeResponse(500, 'Oops'),
  edgeResponse(404, 'No'),
  timedOutConnection,
]
const exchange = fc.oneof(fc.constantFrom(...usual), simple, brokenExchange)

const result: fc.Arbitrary<VantageResult> = fc
  .record({
    name: fc.constantFrom('dallas', 'frankfurt', 'singapore', 'frankfurtToo'),
    exchange: fc.option(exchange, { nil: undefined }),
    target: fc.constantFrom<VantageResult['target']>('edge', 'edge', 0),
    resolvedTo: fc.constantFrom('cloudflare', 'elsewhere', null),
  })
  .map(({ name, exchange: got, target, resolvedTo }) =>
    from(name, got, { target, ...(resolvedTo !== null && { resolvedTo }) }),
  )

/** Evidence of this runner alone. */
const base = fc.oneof(
  plainEvidence.map((evidence): Evidence => {
    const { vantage: _, ...own } = evidence
    return own
  }),
  fc.constantFrom(...usual).map((edge) => evidenceWith({ edge })),
)

test('the results of one network change neither the verdict nor the cause', () => {
  fc.assert(
    fc.property(base, fc.array(result, { maxLength: 4 }), (evidence, results) => {
      const same = results.map((each) => Object.assign({}, each, { place: PLACES.dallas }))
      const without = judge(evidence)
      const judged = judge({ ...evidence, ...measured(same) })
      expect(verdictOf(judged)).toEqual(verdictOf(without))
    }),
    { numRuns: repetitions(2000) },
  )
})

test('while two networks get the site, a third one that lies never turns healthy into unhealthy, or the reverse', () => {
  const honest = [
    from('frankfurt', edgeResponse(200, 'shop'), { resolvedTo: 'cloudflare' }),
    from('singapore', edgeResponse(200, 'shop'), { resolvedTo: 'cloudflare' }),
  ]
  fc.assert(
    fc.property(base, fc.array(result, { minLength: 1, maxLength: 4 }), (evidence, results) => {
      const lies = results.map((each) => Object.assign({}, each, { place: PLACES.dallas }))
      const without = judge({ ...evidence, ...measured(honest) })
      const judged = judge({ ...evidence, ...measured([...honest, ...lies]) })
      expect([without.verdict, judged.verdict].toSorted()).not.toEqual(['healthy', 'unhealthy'])
    }),
    { numRuns: repetitions(2000) },
  )
})

test('without results, a problem changes nothing', () => {
  fc.assert(
    fc.property(base, fc.constantFrom(...VANTAGE_PROBLEMS), (evidence, problem) => {
      expect(judge({ ...evidence, ...measured([], { problem }) })).toEqual(judge(evidence))
    }),
    { numRuns: repetitions(500) },
  )
})

test('the order of places never matters', () => {
  const shuffled = fc
    .array(result, { maxLength: 6 })
    .chain((results) =>
      fc.tuple(
        fc.constant(results),
        fc.shuffledSubarray(results, { minLength: results.length, maxLength: results.length }),
      ),
    )
  fc.assert(
    fc.property(base, shuffled, (evidence, [results, others]) => {
      const [one, other] = [results, others].map((all) => judge({ ...evidence, ...measured(all) }))
      expect(one && verdictOf(one)).toEqual(other && verdictOf(other))
      expect(idsOf(one)).toEqual(idsOf(other))
    }),
    { numRuns: repetitions(2000) },
  )
})

const idsOf = (judgment: Judgment | undefined): unknown =>
  judgment?.notes.map(({ cause }) => cause.id).toSorted()

test('a place without the site keeps a check that was stopped from being healthy', () => {
  fc.assert(
    fc.property(base, fc.array(result, { maxLength: 4 }), exchange, (evidence, results, bad) => {
      fc.pre(judge(evidence).verdict !== 'healthy')
      const isGood = bad.kind === 'completed' && bad.head.status < 400
      fc.pre(!isGood)
      const all = [...results, from('dallas', bad)]
      expect(judge({ ...evidence, ...measured(all) }).verdict).not.toBe('healthy')
    }),
    { numRuns: repetitions(1000) },
  )
})
