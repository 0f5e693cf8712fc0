import { describe, expect, test } from '@jest/globals'
import {
  comparisonTableOf,
  metBy,
  spreadOf,
  tableOf,
  type Aim,
  type Figure,
  type Spread,
} from '../../bench/figures.ts'

const at = (min: number, median = min): Spread => ({ min, median })

const figure = (ours: Spread, of: Aim['of'], limit: number): Figure => ({
  what: 'a run',
  unit: 'ms',
  ours,
  against: 'an empty node',
  theirs: at(30),
  aim: { of, limit: at(limit), text: 'an aim' },
})

describe('spreadOf', () => {
  test.each([
    { values: [7], spread: at(7) },
    { values: [3, 1, 2], spread: at(1, 2) },
    { values: [4, 1, 10, 2], spread: at(1, 3) },
  ])('$values', ({ values, spread }) => {
    expect(spreadOf(values)).toEqual(spread)
  })

  test('throws without a value', () => {
    expect(() => spreadOf([])).toThrow('Nothing was measured')
  })
})

describe('metBy', () => {
  test.each([
    { ours: at(80, 90), of: 'over', limit: 60, met: 'met' },
    { ours: at(80, 91), of: 'over', limit: 60, met: 'met at best' },
    { ours: at(91, 99), of: 'over', limit: 60, met: 'not met' },
    { ours: at(80, 90), of: 'whole', limit: 90, met: 'met' },
    { ours: at(80, 90), of: 'whole', limit: 60, met: 'not met' },
  ] as const)('$ours.min / $ours.median, $of, at most $limit: $met', ({ ours, of, limit, met }) => {
    expect(metBy(figure(ours, of, limit))).toBe(met)
  })
})

test('tableOf shows the figure, the ratio, the difference, the aim and whether it is met', () => {
  const [, row = ''] = tableOf([figure(at(60, 90), 'over', 60)]).split('\n')
  expect(row.split(/ {2,}/)).toEqual([
    'a run',
    '60 / 90 ms',
    '30 / 30 ms',
    'an empty node',
    '2.0 / 3.0 ×',
    '30 / 60 ms',
    'an aim',
    'met',
  ])
})

test('comparisonTableOf shows both builds, the ratio and the difference', () => {
  const [, row = ''] = comparisonTableOf([
    { what: 'a run', unit: 'ms', ours: at(110, 120), theirs: at(100) },
  ]).split('\n')
  expect(row.split(/ {2,}/)).toEqual(['a run', '110 / 120 ms', '100 / 100 ms', '1.10 / 1.20 ×', '10 / 20 ms'])
})
