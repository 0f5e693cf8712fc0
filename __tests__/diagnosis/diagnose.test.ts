import { describe, expect, test } from '@jest/globals'
import { diagnose, diagnoseSoFar } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import {
  unbrandedError,
  challenge,
  nginxError,
  refusedConnection,
  evidenceWith,
  responseWithCertificate,
  edgeError,
} from '../support/evidence.ts'

/** One kind of round per letter. */
const ROUNDS: Readonly<Record<string, Evidence>> = {
  H: evidenceWith(),
  w: evidenceWith({ origin: responseWithCertificate('expired') }), // healthy, with a warning
  R: evidenceWith({ edge: edgeError(521), origin: refusedConnection }), // origin-refused, certain
  D: evidenceWith({ edge: edgeError(502), origin: nginxError(502) }), // origin-app-down, certain
  p: evidenceWith({ edge: unbrandedError(502), origin: undefined }), // cloudflare-edge-error, possible
  C: evidenceWith({ edge: challenge('header') }), // inconclusive
}

function historyOf(letters: string): History {
  const [first = evidenceWith(), ...rest] = Array.from(letters, (letter) => ROUNDS[letter] ?? evidenceWith())
  return [first, ...rest]
}

const warningsOf = (letters: string): unknown => {
  const { verdict, warnings } = diagnose(historyOf(letters), 2)
  return [verdict, ...warnings.map(({ cause, match }) => [cause.id, match.outcome])]
}

describe('a healthy run', () => {
  test.each([
    ['RHRHH', ['origin-refused', 'warning']],
    ['DHRHDHH', ['origin-app-down', 'warning']],
    ['RHpHH', ['origin-refused', 'warning']],
    ['RCHRHH', ['origin-refused', 'warning']],
  ])('warns of outages that come again: %s', (letters, warning) => {
    expect(warningsOf(letters)).toEqual(['healthy', warning])
  })

  test.each(['HH', 'RHH', 'RRRHH', 'HRHH', 'RCRHH', 'CHCHH'])('does not warn of a restart: %s', (letters) => {
    expect(warningsOf(letters)).toEqual(['healthy'])
  })
})

describe('a run', () => {
  test.each<[rounds: string, streak: number, verdict: string, trend: string, cause: string]>([
    ['H', 1, 'healthy', 'steady', ''],
    ['HH', 2, 'healthy', 'steady', ''],
    ['RHH', 2, 'healthy', 'recovered', ''],
    ['RDCHH', 2, 'healthy', 'recovered', ''],
    ['HRHH', 2, 'healthy', 'recovered', ''],
    ['R', 1, 'unhealthy', 'steady', 'origin-refused'],
    ['RRR', 2, 'unhealthy', 'steady', 'origin-refused'],
    ['C', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    // The site came and went: the last round decides.
    ['HR', 1, 'unhealthy', 'intermittent', 'origin-refused'],
    ['RHR', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['HRRR', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    // An inconclusive round says nothing about the site.
    ['HHHHHC', 2, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['HHCH', 2, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['CHH', 2, 'healthy', 'steady', ''],
    ['HHCHH', 2, 'healthy', 'steady', ''],
    // The site came and went more than once before it was healthy long enough.
    ['RHRHH', 2, 'healthy', 'intermittent', ''],
    // Rounds after the streak are watched: an outage counts there, even when it is over.
    ['HHRHH', 2, 'unhealthy', 'recovered', 'origin-refused'],
    ['HHHRRHHHH', 2, 'unhealthy', 'recovered', 'origin-refused'],
    ['HHRHRHH', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['HHRHDHH', 2, 'unhealthy', 'intermittent', 'origin-app-down'],
    ['HHRHHC', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['HHRCHH', 2, 'unhealthy', 'recovered', 'origin-refused'],
    ['RHHHHH', 2, 'healthy', 'recovered', ''],
    ['DHHRHH', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['HHRRRR', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    // Healthy at the end, but not for long enough.
    ['RH', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['RHHH', 4, 'unhealthy', 'intermittent', 'origin-refused'],
    ['H', 2, 'inconclusive', 'steady', ''],
    // A firm cause is preferred to a later possible one. A later inconclusive round replaces it.
    ['RD', 1, 'unhealthy', 'steady', 'origin-app-down'],
    ['Rp', 1, 'unhealthy', 'steady', 'origin-refused'],
    ['RC', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['pC', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['pp', 1, 'unhealthy', 'steady', 'cloudflare-edge-error'],
    // Failures before a healthy round are over.
    ['DHC', 1, 'inconclusive', 'intermittent', 'cloudflare-challenged'],
    ['DHp', 1, 'unhealthy', 'intermittent', 'cloudflare-edge-error'],
  ])('%s with a streak of %d is %s, %s %s', (letters, streak, verdict, trend, cause) => {
    const diagnosis = diagnose(historyOf(letters), streak)
    expect([diagnosis.verdict, diagnosis.trend, diagnosis.cause?.cause.id ?? '']).toEqual([
      verdict,
      trend,
      cause,
    ])
    expect(diagnosis.judgments.map((judgment) => judgment.verdict)).toEqual(
      historyOf(letters).map((evidence) => judge(evidence).verdict),
    )
  })

  test('has the warnings of its last round', () => {
    expect(diagnose(historyOf('wH'), 1).warnings).toEqual([])
    expect(diagnose(historyOf('Hw'), 1).warnings).toMatchObject([
      { cause: { id: 'tls-certificate-expired' } },
    ])
  })
})

describe('a run that is cut short', () => {
  test.each<[rounds: string, streak: number, verdict: string, cause: string | undefined]>([
    ['', 0, 'inconclusive', undefined],
    ['H', 1, 'inconclusive', undefined],
    ['HHH', 3, 'inconclusive', undefined],
    ['RRR', 0, 'unhealthy', 'origin-refused'],
    ['RH', 1, 'inconclusive', undefined],
    ['CH', 1, 'inconclusive', undefined],
    // An outage while the site is watched is final, whatever follows.
    ['HHRH', 1, 'unhealthy', 'origin-refused'],
    ['RC', 0, 'inconclusive', 'cloudflare-challenged'],
    ['C', 0, 'inconclusive', 'cloudflare-challenged'],
  ])('after %s is never healthy, and has the cause of its last round', (letters, streak, verdict, cause) => {
    const diagnosis = diagnoseSoFar(letters === '' ? [] : historyOf(letters), 2)
    expect(diagnosis).toMatchObject({ verdict, soFar: { streak, needed: 2 } })
    expect(diagnosis.cause?.cause.id).toBe(cause)
    expect(diagnosis.judgments.length).toBe(letters.length)
  })
})
