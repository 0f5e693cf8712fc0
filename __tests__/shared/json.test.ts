import { describe, expect, test } from '@jest/globals'
import { countIn, flagIn, listIn, member, numberIn, parseJson, textIn } from '../../src/shared/json.ts'

const value: unknown = parseJson(
  '{"a":{"text":"x","flag":true,"number":1.5,"count":3,"list":[1,2,3]},"nothing":null}',
)

describe('untrusted JSON', () => {
  test('a member is read by its path', () => {
    expect(member(value, 'a', 'list', 1)).toBe(2)
    expect(textIn(value, 'a', 'text')).toBe('x')
    expect(flagIn(value, 'a', 'flag')).toBe(true)
    expect(numberIn(value, 'a', 'number')).toBe(1.5)
    expect(countIn(value, 'a', 'count')).toBe(3)
  })

  test('what is missing or of another type is absent', () => {
    expect(member(value, 'nothing', 'below')).toBeUndefined()
    expect(textIn(value, 'a', 'flag')).toBeUndefined()
    expect(flagIn(value, 'a', 'text')).toBeUndefined()
    expect(numberIn(value, 'a', 'text')).toBe(0)
    expect(countIn(value, 'a', 'number')).toBeUndefined()
    expect(listIn(value, 'nothing')).toEqual([])
  })

  test('inherited members are not read', () => {
    expect([member(value, 'constructor'), member('text', 'length'), member(value, '__proto__')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('a list is cut to the number of elements that the caller reads', () => {
    expect(listIn(value, ['a', 'list'], 2)).toEqual([1, 2])
  })

  test('text that is not JSON reads as undefined', () => {
    expect(parseJson('{')).toBeUndefined()
  })
})
