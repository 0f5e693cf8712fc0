import { describe, expect, test } from '@jest/globals'
import { duration, exactDuration, list, plural, roughDuration, wrap } from '../../src/shared/text.ts'

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('a list of %j', (items, expected) => {
  expect(list(items)).toBe(expected)
})

test('a count has the plural of its noun, but for one', () => {
  expect([plural(0, 'site'), plural(1, 'site'), plural(2, 'address', 'addresses')]).toEqual([
    '0 sites',
    '1 site',
    '2 addresses',
  ])
})

describe('durations', () => {
  test.each([
    [-3, '0 ms'],
    [0, '0 ms'],
    [0.2, '<1 ms'],
    [61.7, '62 ms'],
    [1240, '1.2 s'],
    [9949, '9.9 s'],
    [9950, '10 s'],
    [30_000, '30 s'],
    [119_400, '119 s'],
    [120_000, '2 min'],
    [250_000, '4 min 10 s'],
    [7_199_000, '119 min 59 s'],
    [7_200_000, '2 h'],
    [49_995_000, '13 h 53 min'],
  ])('%d ms for people', (milliseconds, expected) => {
    expect(duration(milliseconds)).toBe(expected)
  })

  test.each([
    [0, '0 ms'],
    [500, '500 ms'],
    [1004, '1004 ms'],
    [5000, '5 s'],
    [9999.6, '10000 ms'],
    [12_440, '12.4 s'],
    [120_000, '120 s'],
  ])('%d ms next to a limit', (milliseconds, expected) => {
    expect(exactDuration(milliseconds)).toBe(expected)
  })

  test.each([
    [0, '0 s'],
    [300, '300 ms'],
    [1004, '1 s'],
    [86_000, '86 s'],
    [310_000, '5 min'],
    [10_000_000, '3 h'],
    [190_000_000, '2 days'],
  ])('%d ms in one unit', (milliseconds, expected) => {
    expect(roughDuration(milliseconds)).toBe(expected)
  })

  test('what remains can be rounded up or down', () => {
    expect([roughDuration(310_000, Math.ceil), roughDuration(3_590_000 * 24 * 4, Math.floor)]).toEqual([
      '6 min',
      '3 days',
    ])
  })
})

describe('wrapping', () => {
  test('breaks between words, below the indent of the first line', () => {
    expect(wrap('one two three four', 10, '- ')).toEqual(['- one two', '  three', '  four'])
  })

  test('keeps text in backquotes together while a line has room for it', () => {
    expect(wrap('run `a b` or `longer than the line` now', 12, '')).toEqual([
      'run `a b` or',
      '`longer than',
      'the line`',
      'now',
    ])
  })

  test('an indent of its own for all lines but the first', () => {
    expect(wrap('run `longer than the line` now', 12, '', '', 'whole')).toEqual([
      'run',
      '`longer than the line`',
      'now',
    ])
    expect(wrap('one two three', 8, '', '    ')).toEqual(['one', '    two', '    three'])
  })
})
