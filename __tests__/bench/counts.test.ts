import { expect, test } from '@jest/globals'
import { countTable, countsOfLooks } from '../../bench/counts.ts'
import { HUGE, huge, lookAt, silent, TIMEOUT } from '../../bench/looking.ts'

test('a look that is well dials once for each thing it asks, and a huge body is left', async () => {
  const counts = await countsOfLooks()
  expect(counts.filter(({ found, most }) => most !== undefined && found > most)).toEqual([])
  expect(counts.map(({ found }) => found)).toEqual([2, 1, 1, expect.any(Number), expect.any(Number)])
})

test('of a gigabyte no more is kept than is read, and nothing is asked again', async () => {
  const { evidence, received } = await lookAt(huge)
  expect(received).toBeLessThan(HUGE / 1000)
  expect(evidence.origins?.[0]).toMatchObject({ kind: 'completed', body: { complete: false } })
  expect(evidence).not.toHaveProperty('rechecks')
})

test('a look at an origin that never answers ends with its deadline, and asks nothing again', async () => {
  const { evidence, dialed } = await lookAt(silent)
  expect(evidence.origins?.[0]).toMatchObject({ phase: 'processing', error: { reason: 'timeout' } })
  expect(Object.values(dialed)).toEqual([expect.any(Number), expect.any(Number)])
  expect(evidence).not.toHaveProperty('rechecks')
  expect(evidence.request.timeout).toBe(TIMEOUT)
})

test('counts are told in a line each', () => {
  expect(
    countTable([
      { what: 'one', found: 1, unit: 'lookups', most: 1 },
      { what: 'three', found: 3, unit: 'lookups', most: 2 },
      { what: 'any', found: 9, unit: 'lookups', most: undefined },
    ]),
  ).toBe('one    1 lookups       1 at most  met\nthree  3 lookups       2 at most  not met\nany    9 lookups')
})
