import { describe, expect, test } from '@jest/globals'
import {
  comparedOf,
  comparisonTableOf,
  metBy,
  spreadOf,
  tableOf,
  type Figure,
  type Spread,
} from '../../bench/figures.ts'

const at = (min: number, median = min): Spread => ({ min, median })

const figure = (ours: Spread, compared: Figure['compared']): Figure => ({
  what: 'a run',
  unit: 'ms',
  ours,
  against: 'an empty node',
  theirs: at(30),
  compared,
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

test.each([
  { compared: 'whole', expected: at(60, 90) },
  { compared: 'over', expected: at(30, 60) },
  { compared: 'ratio', expected: at(2, 3) },
] as const)('a limit on $compared applies to $expected.median', ({ compared, expected }) => {
  expect(comparedOf(figure(at(60, 90), compared))).toEqual(expected)
})

test('a figure without a reference stands for itself', () => {
  const { theirs, ...alone } = figure(at(7), 'ratio')
  expect(theirs).toBeDefined()
  expect(comparedOf(alone)).toEqual(at(7))
})

describe('metBy', () => {
  test.each([
    { ours: at(80, 90), compared: 'over', limit: 60, met: 'met' },
    { ours: at(80, 91), compared: 'over', limit: 60, met: 'met at best' },
    { ours: at(91, 99), compared: 'over', limit: 60, met: 'not met' },
    { ours: at(80, 90), compared: 'whole', limit: 90, met: 'met' },
    { ours: at(80, 90), compared: 'whole', limit: 60, met: 'not met' },
    { ours: at(60, 90), compared: 'ratio', limit: 2, met: 'met at best' },
  ] as const)(
    '$ours.min / $ours.median, $compared, at most $limit: $met',
    ({ ours, compared, limit, met }) => {
      expect(metBy(figure(ours, compared), limit)).toBe(met)
    },
  )
})

describe('tableOf', () => {
  test('shows the figure, the reference, what is compared, and whether both limits are met', () => {
    const [, row = ''] = tableOf([{ ...figure(at(60, 90), 'over'), atLeast: 60, aim: 30 }]).split('\n')
    expect(row.split(/ {2,}/)).toEqual([
      'a run',
      '60 / 90 ms',
      '30 / 30 ms',
      'an empty node',
      '30 / 60 ms',
      '+60 ms met',
      '+30 ms met at best',
    ])
  })

  test('shows a ratio, and nothing where there is no limit', () => {
    const [, row = ''] = tableOf([{ ...figure(at(60, 90), 'ratio'), aim: 2 }]).split('\n')
    expect(row.trimEnd()).toMatch(/2\.00 \/ 3\.00 × {10,}2 × met at best$/)
  })
})

test('comparisonTableOf shows both builds, the ratio and the difference', () => {
  const [, row = ''] = comparisonTableOf([
    { what: 'a run', unit: 'ms', ours: at(110, 120), theirs: at(100) },
  ]).split('\n')
  expect(row.split(/ {2,}/)).toEqual([
    'a run',
    '110 / 120 ms',
    '100 / 100 ms',
    '1.10 / 1.20 ×',
    '10.0 / 20.0 ms',
  ])
})
