import { describe, expect, test } from '@jest/globals'
import { diagnoseCancelled, diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import { progressLine } from '../../src/report/progress/line.ts'
import { reportOf } from '../../src/report/build/report.ts'
import { challenged, nginx, refused, seen, showing, through, told } from '../support/evidence.ts'
import { judged, siteOf, START } from './fixtures.ts'

const LOOKS: Readonly<Record<string, Evidence>> = {
  H: seen(),
  R: seen({ edge: told(521), origin: refused }),
  D: seen({ edge: told(502), origin: nginx(502) }),
  C: seen({ edge: challenged('header') }),
  E: seen({ edge: told(526), origin: showing('expired') }),
  // From another data center.
  A: seen({ edge: through(503, '', { 'cf-ray': '8f2a1c0d9e7b6543-AMS' }) }),
}

/** Looks by their letters, ten seconds apart. */
function historyOf(letters: string): History {
  const [first = seen(), ...rest] = Array.from(letters, (letter, at) =>
    Object.assign({}, LOOKS[letter], { at: START + at * 10_000 }),
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

describe('how a run went is told', () => {
  test.each<[string, string, RegExp]>([
    ['HHRRHH', 'was down and is back:', /It failed in 2 of 6 looks and has recovered after 20 s\.$/],
    ['RRHH', 'is healthy', /It failed in 2 of 4 looks \(.+\) and has recovered after 20 s\.$/],
    ['HHRR', 'has gone down:', /It was well at first, and has failed since 14:03:27 UTC\.$/],
    [
      'RHHRHHRHHR',
      'fails now and then:',
      /It failed in 4 of 10 looks, every third time\. It was down for 30 s in all\.$/,
    ],
    ['HHAHAA', 'fails now and then:', /It failed in 3 of 6 looks, only in the data center AMS\./],
    ['HCHH', 'is healthy', /1 look could not see the site, and counts neither way\.$/],
    ['E', 'is down:', /Waiting cannot mend this\.$/],
    ['RRR', 'is down:', /Asked directly, [^.]+\.$/],
  ])('%s', (letters, state, sentence) => {
    const { headline, summary } = siteReport(letters)
    expect(headline).toContain(state)
    expect(summary).toMatch(sentence)
  })

  test('in numbers', () => {
    expect(siteReport('HHRRCRHRHH').course).toEqual({
      ended: 'over',
      looks: 10,
      failed: 4,
      unseen: 1,
      flaps: 4,
      secondsDown: 50,
      firstBad: '2026-11-23T14:03:27.000Z',
      lastBad: '2026-11-23T14:04:17.000Z',
      secondsToRecover: 60,
      pattern: '',
    })
    expect(siteReport('HH').course).toMatchObject({
      ended: 'settled',
      failed: 0,
      firstBad: null,
      secondsToRecover: null,
    })
    expect(siteReport('E').course.ended).toBe('hopeless')
  })
})

describe('a run that was cancelled', () => {
  test.each<[string, string]>([
    ['', 'The run was cancelled before its first look.'],
    ['R', 'The run was cancelled after 1 look.'],
    ['HHRH', 'The run was cancelled after 4 looks.'],
  ])('after %s', (letters, sentence) => {
    const history = historyOf(letters)
    const diagnosis = diagnoseCancelled(letters === '' ? [] : history, 2)
    const report = reportOf({ sites: [judged(siteOf(), history, diagnosis)], at: START, version: '1' })
    const [site] = report.sites
    expect(report).toMatchObject({ verdict: 'inconclusive', promote: false, cause: '' })
    expect(site.headline).toBe('www.shop.example could not be judged: the run was cancelled')
    expect(site.summary).toContain(sentence)
    expect(site.timeline.length).toBe(letters.length)
    expect(site.course).toMatchObject({ ended: 'cancelled', looks: letters.length })
  })
})

describe('the log says what comes next', () => {
  const pace = { streak: 0, needed: 2, watching: false, left: 48_000, pause: 5000 }
  const again = { kind: 'look', after: 5000 } as const

  test.each([
    ['R', { next: again }, /origin-refused, certain · again in 5 s, 48 s left$/],
    ['H', { next: again, streak: 1, pause: 1000 }, /1 of 2 in a row · again in 1 s$/],
    ['H', { next: { kind: 'reached' }, streak: 2, pause: undefined }, /2 of 2 in a row$/],
    ['H', { next: { kind: 'reached' }, streak: 2 }, /healthy, and watched from now on · again in 5 s$/],
    ['H', { next: again, watching: true }, /\(.+ ms\) · again in 5 s, watched for 48 s more$/],
    ['E', { next: { kind: 'hopeless' }, pause: undefined }, /certain · waiting cannot mend this$/],
    ['R', { next: { kind: 'over' }, pause: undefined }, /origin-refused, certain$/],
  ] as const)('after %s: %p', (letter, changes, expected) => {
    const evidence = LOOKS[letter] ?? seen()
    expect(progressLine({ evidence, judgment: judge(evidence), ...pace, ...changes })).toMatch(expected)
  })
})
