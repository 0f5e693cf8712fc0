import { expect, test } from '@jest/globals'
import { seededRandom, splitRandomly, mutate } from '../scripts/fuzz/bytes.ts'
import { fuzz } from '../scripts/fuzz/fuzz.ts'
import { TARGETS } from '../scripts/fuzz/targets.ts'

// `npm run fuzz` tries a million.
test('no parser fails on some thousand malformed inputs', async () => {
  const counts = await fuzz(4000, 7)
  expect(Math.min(...counts.values())).toBeGreaterThan(0)
  expect([...counts.keys()]).toEqual(expect.arrayContaining(TARGETS.map(({ id }) => id)))
})

const made = (seed: number): Buffer => {
  const random = seededRandom(seed)
  return Buffer.concat(
    Array.from({ length: 20 }, () => mutate([Buffer.from('abc')], [Buffer.from('\r\n')], random)),
  )
}

test('the same seed makes the same input, and another seed another one', () => {
  expect(made(1).equals(made(1))).toBe(true)
  expect(made(1).equals(made(2))).toBe(false)
})

test('the pieces add up to the input', () => {
  const bytes = Buffer.from('HTTP/1.1 200 OK\r\n\r\n')
  expect(Buffer.concat(splitRandomly(bytes, seededRandom(3))).equals(bytes)).toBe(true)
})
