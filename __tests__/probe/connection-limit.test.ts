import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Site } from '../../src/domain/config.ts'
import type { Clock } from '../../src/probe/network/clock.ts'
import { connectionLimit, connectionsOf } from '../../src/probe/network/connection-limit.ts'
import { SITE } from '../support/config.ts'

/** A clock whose sleeps end at once. */
const instantClock: Clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() }

/** Runs everything that is ready. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the connections of a round', () => {
  test('through a command are so many that few of them start at once', () => {
    const direct: Site = { ...SITE, origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }] }
    const behind = connectionsOf({ ...direct, originProxyCommand: 'ssh -W %h:%p bastion' }, false)
    expect(connectionsOf(direct, false)).toBe(2)
    expect(Math.floor(48 / behind)).toBeLessThan(10)
  })
})

describe('the connection limit', () => {
  test('is never exceeded, and every round gets its turn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 2, max: 9 }), { maxLength: 30 }), async (rounds) => {
        const limit = connectionLimit(instantClock, new AbortController().signal, 10)
        let open = 0
        let done = 0
        await Promise.all(
          rounds.map(async (connections, index) => {
            const release = await limit.acquire(connections, index % 2 === 0)
            open += connections
            expect(open).toBeLessThanOrEqual(10)
            await settled()
            open -= connections
            done += 1
            release()
            release()
          }),
        )
        expect(done).toBe(rounds.length)
      }),
      { numRuns: 50 },
    )
  })

  test('admits one round, however many connections it needs', async () => {
    const limit = connectionLimit(instantClock, new AbortController().signal, 10)
    const release = await limit.acquire(50, false)
    release()
    await limit.acquire(50, true)
  })

  test('counts the addresses that a round finds, and delays the others for them', async () => {
    const limit = connectionLimit(instantClock, new AbortController().signal, 6)
    const first = await limit.acquire(3, false)
    first.resize(6)
    const admitted: string[] = []
    const second = limit.acquire(3, false).then((release) => {
      admitted.push('second')
      return release
    })
    await settled()
    expect(admitted).toEqual([])
    first.resize(3)
    await settled()
    expect(admitted).toEqual(['second'])
    first()
    first.resize(6)
    const release = await second
    release()
    await limit.acquire(6, true)
  })

  test('admits started sites first', async () => {
    const limit = connectionLimit(instantClock, new AbortController().signal, 2)
    const order: string[] = []
    const release = await limit.acquire(2, false)
    const others = [
      limit.acquire(2, false).then((release) => [order.push('not started'), release()]),
      limit.acquire(2, true).then((release) => [order.push('started'), release()]),
    ]
    release()
    await Promise.all(others)
    expect(order).toEqual(['started', 'not started'])
  })

  test('delays no round once the run is cancelled', async () => {
    const run = new AbortController()
    const limit = connectionLimit(instantClock, run.signal, 2)
    await limit.acquire(2, false)
    const waiting = limit.acquire(2, false)
    run.abort()
    await waiting
    await limit.acquire(2, true)
  })
})
