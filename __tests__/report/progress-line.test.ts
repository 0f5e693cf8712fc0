import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { progressLine, type RoundProgress } from '../../src/report/progress/line.ts'
import { whatFollows } from '../../src/report/progress/announcement.ts'
import { edgeError, evidenceWith, refusedConnection } from '../support/evidence.ts'
import { START } from './fixtures.ts'

const base = { streak: 0, needed: 2, watching: false, interval: 5000, pause: 5000, left: 48_000 } as const
const again = { kind: 'round', after: 5000 } as const
const roundOf = (
  evidence: ReturnType<typeof evidenceWith>,
  changes: Partial<RoundProgress> = {},
): RoundProgress => {
  const round = { ...evidence, at: START }
  return { evidence: round, judgment: judge(round), next: again, ...base, ...changes }
}
const refused = roundOf(evidenceWith({ edge: edgeError(521), origin: refusedConnection }))
const healthy = roundOf(evidenceWith(), { streak: 1, pause: 1000 })

describe('a narrow terminal drops timings first, then the data center, and never the cause', () => {
  test.each([
    [
      200,
      '14:03:07 ✗ through Cloudflare 521 (SJC, 7 ms) · direct connection refused (1 ms) · origin-refused, certain · next check in 5 s, 48 s left',
    ],
    [
      125,
      '14:03:07 ✗ through Cloudflare 521 (SJC) · direct connection refused · origin-refused, certain · next check in 5 s, 48 s left',
    ],
    [
      119,
      '14:03:07 ✗ through Cloudflare 521 · direct connection refused · origin-refused, certain · next check in 5 s, 48 s left',
    ],
    [
      108,
      '14:03:07 ✗ through Cloudflare 521 · direct connection refused · origin-refused, certain · next check in 5 s',
    ],
    [90, '14:03:07 ✗ edge 521 · direct connection refused · origin-refused, certain · again in 5 s'],
    [79, '✗ edge 521 · direct connection refused · origin-refused, certain · again in 5 s'],
    [60, '✗ edge 521 · origin-refused, certain · again in 5 s'],
    [40, '✗ origin-refused, certain · again in 5 s'],
    [30, '✗ origin-refused, certain'],
    [16, '✗ origin-refused'],
    [5, '✗ origin-refused'],
  ])('at %d columns', (width, expected) => {
    expect(progressLine(refused, { width })).toBe(expected)
  })

  test.each([
    [60, '✓ edge 200 · direct 200 · 1 of 2 in a row · again in 1 s'],
    [45, '✓ edge 200 · 1 of 2 in a row · again in 1 s'],
    [30, '✓ 1 of 2 in a row'],
  ])('of a healthy site, at %d columns', (width, expected) => {
    expect(progressLine(healthy, { width })).toBe(expected)
  })

  test('a verdict without a cause is a word when nothing else fits', () => {
    const watched = roundOf(evidenceWith(), { watching: true })
    expect(progressLine(watched, { width: 9 })).toBe('✓ healthy')
  })
})

describe('the status line counts down, and then up', () => {
  test.each([
    [1, /next check in 5 s, 48 s left$/],
    [2100, /next check in 3 s, 46 s left$/],
    [5000, /checking again, 43 s left$/],
    [17_300, /checking again, 12 s, 31 s left$/],
  ])('after %d ms', (since, expected) => {
    expect(progressLine(refused, { since })).toMatch(expected)
  })
})

describe('what follows the first check', () => {
  test.each<[RoundProgress, string]>([
    [refused, 'Checking again every 5 s for up to 48 s.'],
    [
      { ...refused, pause: 30_000 },
      'Checking again in 30 s, as the site requests, then every 5 s for up to 48 s.',
    ],
    [{ ...refused, pause: 3000, left: 3000 }, 'Checking once more in 3 s.'],
    [healthy, 'Checking again until 2 checks in a row are healthy.'],
    [{ ...healthy, next: { kind: 'reached' } }, 'Watching it from now on, with a check every 5 s.'],
  ])('%#', (round, expected) => {
    expect(whatFollows(round)).toBe(expected)
  })
})
