import { describe, expect, test } from '@jest/globals'
import { diagnose, diagnoseSoFar } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import { progressLine } from '../../src/report/progress/line.ts'
import { reportOf } from '../../src/report/build/report.ts'
import { interrupted } from '../../src/run/outcome.ts'
import { plainText } from '../../src/report/prose.ts'
import {
  challenge,
  nginxError,
  refusedConnection,
  evidenceWith,
  responseWithCertificate,
  edgeResponse,
  edgeError,
} from '../support/evidence.ts'
import { judged, siteOf, START } from './fixtures.ts'

const ROUNDS: Readonly<Record<string, Evidence>> = {
  H: evidenceWith(),
  R: evidenceWith({ edge: edgeError(521), origin: refusedConnection }),
  D: evidenceWith({ edge: edgeError(502), origin: nginxError(502) }),
  C: evidenceWith({ edge: challenge('header') }),
  E: evidenceWith({ edge: edgeError(526), origin: responseWithCertificate('expired') }),
  // From another data center.
  A: evidenceWith({ edge: edgeResponse(503, '', { 'cf-ray': '8f2a1c0d9e7b6543-AMS' }) }),
}

/** Rounds by their letters, ten seconds apart. */
function historyOf(letters: string): History {
  const [first = evidenceWith(), ...rest] = Array.from(letters, (letter, at) =>
    Object.assign({}, ROUNDS[letter], { at: START + at * 10_000 }),
  )
  return [first, ...rest]
}

function siteReport(letters: string, streak = 2) {
  const history = historyOf(letters)
  return reportOf({
    sites: [judged(siteOf(), history, diagnose(history, streak))],
    at: START,
    version: '1',
  }).sites[0]
}

describe('the summary says how the check went over time', () => {
  test.each<[string, string, RegExp]>([
    ['HHRRHH', 'was down and has recovered: ', /2 of 6 checks failed; the site recovered after 20 s\.$/],
    ['RRHH', 'is healthy', /2 of 4 checks failed \(.+\); the site recovered after 20 s\.$/],
    ['HHRR', 'went down: ', /It was healthy at first and has been failing since 14:03:27 UTC\.$/],
    [
      'RHHRHHRHHR',
      'fails intermittently: ',
      /4 of 10 checks failed, every third check\. It was down for 30 s in total\.$/,
    ],
    ['HHAHAA', 'fails intermittently', /3 of 6 checks failed, only in the data center AMS\./],
    ['HCHH', 'is healthy', /1 check was inconclusive and is not counted\.$/],
    ['E', 'is down: ', /Waiting won't fix this\.$/],
    ['RRR', 'is down: ', /A direct request fails because [^.]+\.$/],
  ])('%s', (letters, state, sentence) => {
    const { headline, summary } = siteReport(letters)
    expect(headline).toContain(state)
    expect(plainText(summary)).toMatch(sentence)
  })

  test('the report has the numbers', () => {
    expect(siteReport('HHRRCRHRHH').availability).toEqual({
      ended: 'over',
      rounds: 10,
      failed: 4,
      inconclusive: 1,
      transitions: 4,
      secondsDown: 50,
      firstFailure: '2026-11-23T14:03:27.000Z',
      lastFailure: '2026-11-23T14:04:17.000Z',
      secondsToRecover: 60,
      pattern: '',
    })
    expect(siteReport('HH').availability).toMatchObject({
      ended: 'settled',
      failed: 0,
      firstFailure: null,
      secondsToRecover: null,
    })
    expect(siteReport('E').availability.ended).toBe('hopeless')
  })
})

describe('a run that was cancelled', () => {
  const REFUSED = 'the origin refuses connections'
  test.each<[string, string, string]>([
    [
      '',
      'The check of www.shop.example is inconclusive: no check finished',
      'Stopped before the first check of www.shop.example finished',
    ],
    [
      'R',
      `www.shop.example is down: ${REFUSED}`,
      `Stopped after 1 check. So far: www.shop.example is down: ${REFUSED}`,
    ],
    [
      'RH',
      'www.shop.example is healthy so far (1 of 2 checks in a row): 200 through Cloudflare',
      'Stopped after 2 checks. www.shop.example is healthy so far',
    ],
    [
      'HH',
      'www.shop.example is healthy so far: 200 through Cloudflare',
      'Stopped after 2 checks. www.shop.example is healthy so far: 200',
    ],
  ])('after %s', (letters, headline, note) => {
    const history = historyOf(letters)
    const diagnosis = diagnoseSoFar(letters === '' ? [] : history, 2)
    const report = interrupted(
      reportOf({ sites: [judged(siteOf(), history, diagnosis)], at: START, version: '1' }),
    )
    const [site] = report.sites
    expect(report).toMatchObject({ verdict: 'inconclusive', promote: false, cause: '' })
    expect(site.headline).toContain(headline)
    expect(report.notes).toEqual([{ id: 'cancelled', text: expect.stringContaining(note) }])
    expect(plainText(site.summary)).toContain(
      letters === ''
        ? 'Nothing is known about the site yet.'
        : 'The run was stopped before its verdict was final.',
    )
    expect(site.timeline.length).toBe(letters.length)
    expect(site.availability).toMatchObject({ ended: 'cancelled', rounds: letters.length })
  })
})

describe('the progress line says what follows', () => {
  const pace = { streak: 0, needed: 2, watching: false, left: 48_000, pause: 5000, interval: 5000 }
  const again = { kind: 'round', after: 5000 } as const

  test.each([
    ['R', { next: again }, /origin-refused, certain · next check in 5 s, 48 s left$/],
    ['H', { next: again, streak: 1, pause: 1000 }, /1 of 2 in a row · next check in 1 s$/],
    ['H', { next: { kind: 'reached' }, streak: 2, pause: undefined }, /2 of 2 in a row$/],
    ['H', { next: { kind: 'reached' }, streak: 2 }, /healthy, watching from now on · next check in 5 s$/],
    [
      'H',
      { next: again, watching: true, streak: 9 },
      /\) · 9 in a row · next check in 5 s, watching for 48 s/,
    ],
    ['H', { next: again, watching: true }, /\(.+ ms\) · next check in 5 s, watching for 48 s more$/],
    ['E', { next: { kind: 'hopeless' }, pause: undefined }, /certain · waiting won't fix this$/],
    ['R', { next: { kind: 'over' }, pause: undefined }, /origin-refused, certain$/],
  ] as const)('after %s: %p', (letter, changes, expected) => {
    const evidence = ROUNDS[letter] ?? evidenceWith()
    expect(progressLine({ evidence, judgment: judge(evidence), ...pace, ...changes })).toMatch(expected)
  })
})
