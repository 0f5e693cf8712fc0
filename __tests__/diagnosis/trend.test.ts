import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { patternOf, trendOf, type Sample } from '../../src/diagnosis/history/trend.ts'
import type { Verdict } from '../../src/domain/diagnosis.ts'

const VERDICTS: Readonly<Record<string, Verdict>> = { H: 'healthy', R: 'unhealthy', C: 'inconclusive' }
const verdictsOf = (letters: string): readonly Verdict[] =>
  Array.from(letters, (letter) => VERDICTS[letter] ?? 'healthy')

/** `H`, or `R@AMS` with a place. */
function samplesOf(
  words: string,
  place: (name: string) => Partial<Sample> = (colo) => ({ colo }),
): readonly Sample[] {
  return words.split(' ').map((word) => {
    const [letter = '', name] = word.split('@')
    return Object.assign({ verdict: VERDICTS[letter] ?? 'healthy' }, name === undefined ? {} : place(name))
  })
}

describe('the trend', () => {
  test.each<[string, boolean, string]>([
    ['', false, 'steady'],
    ['HHH', true, 'steady'],
    ['RRR', false, 'steady'],
    ['CCC', false, 'steady'],
    ['RCR', false, 'steady'],
    ['RRHH', true, 'recovered'],
    ['RRHH', false, 'intermittent'],
    ['RCRHH', true, 'recovered'],
    ['HRHRHH', true, 'intermittent'],
    ['HHR', false, 'intermittent'],
    ['HHRR', false, 'intermittent'],
    ['HHRRR', false, 'intermittent'],
    ['HRHRRR', false, 'intermittent'],
  ])('of %s, settled: %p, is %s', (letters, settled, expected) => {
    expect(trendOf(verdictsOf(letters), settled)).toBe(expected)
  })

  test('does not depend on inconclusive rounds', () => {
    const verdict = fc.constantFrom<Verdict>('healthy', 'unhealthy')
    fc.assert(
      fc.property(fc.array(verdict), fc.array(fc.nat(20)), fc.boolean(), (verdicts, places, settled) => {
        const more = places.reduce<readonly Verdict[]>(
          (all, at) => all.toSpliced(at, 0, 'inconclusive'),
          verdicts,
        )
        expect(trendOf(more, settled)).toBe(trendOf(verdicts, settled))
      }),
    )
  })
})

const family = (name: string): Partial<Sample> => ({ family: name === '6' ? 6 : 4 })
const origin = (name: string): Partial<Sample> => ({ origin: { position: Number(name), of: 3 } })

describe('the pattern', () => {
  test.each<[string, readonly Sample[], ReturnType<typeof patternOf>]>([
    ['every second', samplesOf('H R H R H R H R'), { kind: 'period', failing: 1, of: 2 }],
    ['every third', samplesOf('R H H R H H R H H'), { kind: 'period', failing: 1, of: 3 }],
    ['two of three', samplesOf('R R H R R H R R H R'), { kind: 'period', failing: 2, of: 3 }],
    ['every third, seen for too short a time', samplesOf('R H H R H H R'), undefined],
    ['every second, with a hole', samplesOf('H R H R H C H R H R'), undefined],
    ['a data center', samplesOf('H@SJC H@SJC R@AMS H@SJC R@AMS R@AMS'), { kind: 'colo', colo: 'AMS' }],
    ['a data center, seen too seldom', samplesOf('H@SJC H@SJC R@AMS R@AMS'), undefined],
    ['a data center that also works', samplesOf('H@SJC H@AMS R@AMS H@SJC R@AMS R@AMS H@SJC'), undefined],
    ['a failure at an unknown place', samplesOf('H@SJC H@SJC R@AMS H@SJC R R@AMS'), undefined],
    ['IPv6', samplesOf('H@4 R@6 R@6 H@4 R@6 H@4 H@4', family), { kind: 'family', family: 6 }],
    ['one origin', samplesOf('H R@2 H R@2', origin), { kind: 'origin', position: 2, of: 3 }],
    ['one origin that fails in healthy rounds too', samplesOf('H@2 R@2 H R@2', origin), undefined],
    ['one origin or another', samplesOf('H R@2 H R@3', origin), undefined],
    ['nothing', samplesOf('H R R H H H R H R H H R'), { kind: 'none' }],
    ['nothing, seen too seldom', samplesOf('H R R H H R'), undefined],
    ['a single failure', samplesOf('H H H H R H H H H H H H'), undefined],
    ['failures alone', samplesOf('R@AMS R@AMS R@AMS R@AMS R@AMS'), undefined],
    ['no look', [], undefined],
  ])('%s', (_, samples, expected) => {
    expect(patternOf(samples)).toEqual(expected)
  })

  const sample: fc.Arbitrary<Sample> = fc
    .tuple(
      fc.constantFrom<Verdict>('healthy', 'unhealthy', 'inconclusive'),
      fc.constantFrom('SJC', 'AMS', undefined),
      fc.constantFrom<4 | 6 | undefined>(4, 6, undefined),
      fc.constantFrom(1, 2, undefined),
    )
    .map(([verdict, colo, family, position]): Sample =>
      Object.assign(
        { verdict },
        colo === undefined ? {} : { colo },
        family === undefined ? {} : { family },
        position === undefined ? {} : { origin: { position, of: 2 } },
      ),
    )

  test('that is claimed holds for every round', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 14 }), (samples) => {
        const pattern = patternOf(samples)
        for (const [at, { verdict, colo, family, origin }] of samples.entries()) {
          if (verdict === 'inconclusive') continue
          const failed = verdict === 'unhealthy'
          if (pattern?.kind === 'colo' && colo !== undefined) expect(colo === pattern.colo).toBe(failed)
          if (pattern?.kind === 'family' && family !== undefined)
            expect(family === pattern.family).toBe(failed)
          if (pattern?.kind === 'origin') expect(origin?.position === pattern.position).toBe(failed)
          const round = pattern?.kind === 'period' ? samples[at + pattern.of] : undefined
          if (round !== undefined) expect(round.verdict).toBe(verdict)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is rarely claimed for failures at random', () => {
    const coin = fc.constantFrom<Verdict>('healthy', 'unhealthy').map((verdict): Sample => ({ verdict }))
    const runs = fc.sample(fc.array(coin, { minLength: 12, maxLength: 12 }), { numRuns: 2000, seed: 7 })
    const claimed = runs.filter((samples) => !['none', undefined].includes(patternOf(samples)?.kind))
    expect(claimed.length / runs.length).toBeLessThan(0.1)
  })
})
