import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Clock } from '../../src/probe/network/clock.ts'
import { connectionLimit } from '../../src/probe/network/connection-limit.ts'

/** A clock on which every pause is over at once. */
const hasty: Clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() }

/** Lets everything happen that waits for nothing. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('room for looks', () => {
  test('is never taken by more connections than there may be, and each look gets in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 2, max: 9 }), { maxLength: 30 }), async (looks) => {
        const room = connectionLimit(hasty, new AbortController().signal, 10)
        let open = 0
        let done = 0
        await Promise.all(
          looks.map(async (connections, index) => {
            const leave = await room.acquire(connections, index % 2 === 0)
            open += connections
            expect(open).toBeLessThanOrEqual(10)
            await settled()
            open -= connections
            done += 1
            leave()
            leave()
          }),
        )
        expect(done).toBe(looks.length)
      }),
      { numRuns: 50 },
    )
  })

  test('is there for one look, however many connections it takes', async () => {
    const room = connectionLimit(hasty, new AbortController().signal, 10)
    const leave = await room.acquire(50, false)
    leave()
    await room.acquire(50, true)
  })

  test('is given first to sites that have begun', async () => {
    const room = connectionLimit(hasty, new AbortController().signal, 2)
    const order: string[] = []
    const leave = await room.acquire(2, false)
    const others = [
      room.acquire(2, false).then((leave) => [order.push('fresh'), leave()]),
      room.acquire(2, true).then((leave) => [order.push('begun'), leave()]),
    ]
    leave()
    await Promise.all(others)
    expect(order).toEqual(['begun', 'fresh'])
  })

  test('nobody waits for it any more once the run is cancelled', async () => {
    const cancelled = new AbortController()
    const room = connectionLimit(hasty, cancelled.signal, 2)
    await room.acquire(2, false)
    const waiting = room.acquire(2, false)
    cancelled.abort()
    await waiting
    await room.acquire(2, true)
  })
})
