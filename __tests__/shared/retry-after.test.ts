import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { retryAfter } from '../../src/shared/retry-after.ts'

const now = Date.UTC(2026, 10, 23, 14, 3, 7)

describe('Retry-After', () => {
  test.each<[string, number | undefined]>([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['-5', undefined],
    ['1.5', undefined],
    ['99999999999', undefined],
    ['Mon, 23 Nov 2026 14:04:07 GMT', 60_000],
    ['Monday, 23-Nov-26 14:04:07 GMT', 60_000],
    ['Mon Nov 23 14:04:07 2026', 60_000],
    ['Mon, 23 Nov 2026 14:00:00 GMT', 0],
    ['2027', 2_027_000],
    ['2027-01-01', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(retryAfter(text, now)).toBe(expected)
  })

  test('any text yields a wait that is finite and not negative, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.integer().map(String)), (text) => {
        const wait = retryAfter(text, now) ?? 0
        expect(Number.isFinite(wait) && wait >= 0).toBe(true)
      }),
    )
  })
})
