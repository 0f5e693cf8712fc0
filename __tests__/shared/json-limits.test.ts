import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parseJson } from '../../src/shared/json.ts'

test('JSON within the limits is read as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
    { seed: 7, numRuns: 300 },
  )
})

describe('a bracket in a string is not a level', () => {
  test.each(['[', '"[', '\\"[', '\\', '\\\\', '"'])('%j', (piece) => {
    const value = { text: piece.repeat(1000), more: [piece] }
    expect(parseJson(JSON.stringify(value))).toEqual(value)
  })
})

describe('JSON that is made to cost memory or stack is not read', () => {
  test.each([
    ['many levels of lists', '['.repeat(300) + ']'.repeat(300)],
    ['many levels of objects', '{"a":'.repeat(300) + '1' + '}'.repeat(300)],
    ['many values', `[${'0,'.repeat(3_000_001)}0]`],
    ['a string without an end', `["${'a'.repeat(1000)}`],
  ])('%s', (_, text) => {
    expect(parseJson(text)).toBeUndefined()
  })
})
