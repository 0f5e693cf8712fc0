import { expect, test } from '@jest/globals'
import { countTable, countsOfRounds } from '../../bench/counts.ts'
import { HUGE, huge, runRound, neverResponds, TIMEOUT } from '../../bench/one-round.ts'

test('a healthy round opens one connection for each request, and stops reading a huge body', async () => {
  const counts = await countsOfRounds()
  expect(counts.filter(({ value, limit }) => limit !== undefined && value > limit)).toEqual([])
  expect(counts.map(({ value }) => value)).toEqual([2, 1, 3, 1, expect.any(Number), expect.any(Number)])
})

test('a gigabyte is not read to its end, and causes no recheck', async () => {
  const { evidence, received } = await runRound(huge)
  expect(received).toBeLessThan(HUGE / 1000)
  expect(evidence.origins?.[0]).toMatchObject({ kind: 'completed', body: { complete: false } })
  expect(evidence).not.toHaveProperty('rechecks')
})

test('a round with an origin that never responds ends at its deadline, without rechecks', async () => {
  const { evidence, dialed } = await runRound(neverResponds)
  expect(evidence.origins?.[0]).toMatchObject({ phase: 'processing', error: { reason: 'timeout' } })
  expect(Object.values(dialed)).toEqual([expect.any(Number), expect.any(Number)])
  expect(evidence).not.toHaveProperty('rechecks')
  expect(evidence.request.timeout).toBe(TIMEOUT)
})

test('each count has a line', () => {
  expect(
    countTable([
      { what: 'one', value: 1, unit: 'lookups', limit: 1 },
      { what: 'three', value: 3, unit: 'lookups', limit: 2 },
      { what: 'any', value: 9, unit: 'lookups', limit: undefined },
    ]),
  ).toBe('one    1 lookups       1 at most  met\nthree  3 lookups       2 at most  not met\nany    9 lookups')
})
