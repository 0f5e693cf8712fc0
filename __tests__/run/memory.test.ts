import { expect, test } from '@jest/globals'
import { compressor } from '../../src/run/memory.ts'

const value = (at: number): unknown => ({
  at,
  text: `shop ${at} `.repeat(400),
  nothing: NaN,
  list: [at, undefined],
})

test('stored values are opened in any order, from full batches and from the one being filled', () => {
  const store = compressor()
  const stored = Array.from({ length: 300 }, (_, at) => store(value(at)))
  const opened = (at: number): unknown => stored[at]?.open()
  for (const at of [0, 299, 150, 1, 299, 42, 0]) expect(opened(at)).toEqual(value(at))
})

test('a value that is opened while others are stored is unchanged', () => {
  const store = compressor()
  const first = store(value(1))
  expect(first.open()).toEqual(value(1))
  for (let at = 0; at < 200; at += 1) store(value(at))
  expect(first.open()).toEqual(value(1))
})

test('each opening makes a copy', () => {
  const stored = compressor()({ list: [1] })
  stored.open().list.push(2)
  expect(stored.open()).toEqual({ list: [1] })
})
