import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { followUpQuestions } from '../../../src/diagnosis/next/questions.ts'
import type { Site } from '../../../src/domain/config.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { VantageMeasurement } from '../../../src/domain/vantage/vantage.ts'
import { probeSite } from '../../../src/probe/index.ts'
import { systemClock } from '../../../src/probe/network/clock.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import type { ProbeContext } from '../../../src/probe/types.ts'
import type { VantageProbe } from '../../../src/probe/vantage/vantage.ts'
import { SITE as ANY_SITE } from '../../support/config.ts'
import { address, network, serve, type Server } from '../../support/wire.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/',
  origins: [{ scheme: 'http:', host: '203.0.113.10', port: 80 }],
  vantage: { points: [{ location: 'world', probes: 1 }], origin: false },
}
const MEASUREMENT: VantageMeasurement = { at: 1, results: [] }

const page = (status: number): string => `HTTP/1.1 ${status} X\r\nContent-Length: 2\r\n\r\nOK`

describe('a round with places', () => {
  let edge: Server
  let origin: Server
  /** What the edge and the origin send; never anything if it is empty. */
  let sent: { edge: string; origin: string }
  beforeEach(async () => {
    sent = { edge: page(200), origin: page(200) }
    edge = await serve((socket) => sent.edge !== '' && socket.end(sent.edge))
    origin = await serve((socket) => sent.origin !== '' && socket.end(sent.origin))
  })
  afterEach(() => Promise.all([edge.close(), origin.close()]))

  interface Measured {
    readonly evidence: Evidence
    /** What the round knew whenever it needed a measurement. */
    readonly known: readonly Evidence[]
  }

  async function round(
    result: VantageMeasurement | 'nothing' | 'when the round is over' = MEASUREMENT,
    { isLast, timeout = 2000 }: { isLast?: (evidence: Evidence) => boolean; timeout?: number } = {},
  ): Promise<Measured> {
    const known: Evidence[] = []
    const elsewhere: VantageProbe = {
      measure: (soFar, isNeeded, _, context) => {
        if (!isNeeded) return undefined
        known.push(soFar)
        if (result === 'nothing') return undefined
        if (result !== 'when the round is over') return Promise.resolve(result)
        return context.clock
          .sleep(context.timeout, context.signal)
          .then((): VantageMeasurement => ({ ...MEASUREMENT, problem: 'slow' }))
      },
      ended: () => undefined,
      watch: () => undefined,
    }
    const context: ProbeContext = {
      network: network({
        lookup: async () => [address('104.16.10.10')],
        dial: (at) => connect((at === '104.16.10.10' ? edge : origin).port, '127.0.0.1'),
      }),
      clock: systemClock,
      signal: new AbortController().signal,
      timeout,
      onAddresses: () => undefined,
    }
    const plan = planOf(SITE)
    const evidence = await probeSite(
      plan,
      context,
      followUpQuestions,
      undefined,
      isLast,
      undefined,
      elsewhere,
    )
    return { evidence, known }
  }

  test('measures nothing if it is healthy and does not end the wait', async () => {
    const { evidence, known } = await round()
    expect([evidence.vantage, known]).toEqual([undefined, []])
    expect(evidence.request.vantage).toBe(true)
  })

  test('measures if it may end the wait, as soon as the edge has responded', async () => {
    const { evidence, known } = await round(MEASUREMENT, { isLast: () => true })
    expect(evidence.vantage).toEqual(MEASUREMENT)
    expect(known).toEqual([expect.objectContaining({ edge: evidence.edge })])
  })

  test.each([
    ['edge', 502],
    ['edge', 404],
    ['origin', 502],
    ['origin', 404],
  ] as const)('measures if the %s responds with %d', async (where, status) => {
    sent[where] = page(status)
    expect((await round()).evidence.vantage).toEqual(MEASUREMENT)
  })

  test('measures before a direct probe that hangs is done', async () => {
    sent = { edge: page(502), origin: '' }
    const { evidence, known } = await round(MEASUREMENT, { timeout: 1000 })
    expect(evidence.vantage).toEqual(MEASUREMENT)
    expect(known[0]).not.toHaveProperty('origins')
  })

  test('measures at half of its time if the edge hangs', async () => {
    sent.edge = ''
    const { evidence } = await round('when the round is over', { timeout: 600 })
    expect(evidence.edge).toMatchObject({ kind: 'failed', error: { reason: 'timeout' } })
    expect(evidence.vantage).toEqual({ ...MEASUREMENT, problem: 'slow' })
  })

  test('makes the other probes while the measurement takes all of its time', async () => {
    sent = { edge: page(502), origin: page(502) }
    const { evidence } = await round('when the round is over', { timeout: 1000 })
    expect(evidence.vantage?.problem).toBe('slow')
    expect(evidence.rechecks?.[0]?.withoutCloudflareHeaders).toBeDefined()
  })

  test('has no measurement if it is too early for one', async () => {
    sent.edge = page(502)
    const { evidence } = await round('nothing')
    expect(evidence).not.toHaveProperty('vantage')
    expect(evidence.edge?.kind).toBe('completed')
  })
})
