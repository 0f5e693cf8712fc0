import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { Finding } from '../../src/domain/diagnosis.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { caseNames, readCase } from '../support/cases.ts'
import { edgeError, evidenceWith, noResponse, response, type Measurements } from '../support/evidence.ts'
import { withElapsed } from '../support/redirects.ts'

// With many sites, the trace is requested only if the page leaves a question that it answers.

const needsTrace = (evidence: Evidence): boolean =>
  followUpQuestions(evidence).some(({ probe }) => probe === 'trace')

const essence = ({ cause, match, origin }: Finding): unknown => [
  cause.id,
  match.outcome,
  match.confidence,
  match.because,
  origin,
]

function conclusionsOf(evidence: Evidence): unknown {
  const { verdict, findings, warnings, notes } = judge(evidence)
  return {
    verdict,
    findings: findings.map(essence),
    warnings: warnings.map(essence),
    notes: notes.map(essence),
  }
}

/** A round of the recorded cases, and the same without its trace. */
function recordedRounds(): readonly (readonly [name: string, evidence: Evidence, without: Evidence])[] {
  return caseNames().flatMap((name) => {
    const rounds = readCase(name).recording.sites.flatMap(({ history }): readonly Evidence[] => history)
    return rounds.flatMap((evidence) => {
      const { trace, ...without } = evidence
      return trace === undefined ? [] : [[name, evidence, without] as const]
    })
  })
}

test('a round that leaves no question gets the same judgment without the trace', () => {
  const rounds = recordedRounds().filter(([, , without]) => !needsTrace(without))
  expect(rounds.length).toBeGreaterThan(40)
  for (const [name, evidence, without] of rounds)
    expect({ name, ...Object(conclusionsOf(without)) }).toEqual({ name, ...Object(conclusionsOf(evidence)) })
})

function untraced(changes: { readonly [K in keyof Measurements]?: Measurements[K] }): Evidence {
  const { trace: _, ...evidence } = evidenceWith(changes)
  return evidence
}

describe('the trace is requested', () => {
  test.each<[string, Evidence, boolean]>([
    ['not for a healthy site', untraced({}), false],
    ['not for a Cloudflare error', untraced({ edge: edgeError(521) }), false],
    ['when there is no response', untraced({ edge: noResponse }), true],
    ['when the response is not from Cloudflare', untraced({ edge: response(200, 'shop') }), true],
    [
      'when no data center is known',
      untraced({ edge: response(200, 'shop', { server: 'cloudflare' }) }),
      true,
    ],
    [
      'when the response is too slow',
      untraced({ edge: withElapsed(edgeError(521), 900), request: { maxResponseTime: 500 } }),
      true,
    ],
    ['never twice', evidenceWith({ edge: noResponse }), false],
  ])('%s', (_, evidence, requested) => {
    expect(needsTrace(evidence)).toBe(requested)
  })
})
