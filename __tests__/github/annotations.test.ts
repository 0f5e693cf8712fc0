import { describe, expect, test } from '@jest/globals'
import { assert, array, integer, property } from 'fast-check'
import { withinLimit } from '../../src/github/runner/annotation-limit.ts'

const sum = (rest: readonly number[]): number => rest.reduce((total, each) => total + each, 0)

describe('a limit of annotations', () => {
  test('keeps the first ones, and joins the rest', () => {
    assert(
      property(array(integer()), integer({ min: 1, max: 12 }), (items, limit) => {
        const shown = withinLimit(items, sum, limit)
        expect(shown.length).toBe(Math.min(items.length, limit))
        expect(sum(shown)).toBe(sum(items))
        expect(shown.slice(0, limit - 1)).toEqual(items.slice(0, limit - 1))
      }),
    )
  })

  test('never joins a single one', () => {
    const items = Array.from({ length: 10 }, (_, index) => index)
    expect(withinLimit(items, () => -1)).toEqual(items)
  })
})
