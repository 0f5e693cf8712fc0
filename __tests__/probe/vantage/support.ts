import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ApiRequest, ApiResponse } from '../../../lab/apis/api.ts'
import { DEFAULT_GLOBALPING, openGlobalping, type GlobalpingSetup } from '../../../lab/apis/globalping.ts'
import type { Probe, ProbeOutcome } from '../../../lab/apis/globalping-probes.ts'
import { listen } from '../../../lab/network/listen.ts'
import { errorWithCode } from '../../../lab/network/routes.ts'
import type { Clock } from '../../../src/probe/network/clock.ts'
import type { ProbeContext } from '../../../src/probe/types.ts'
import { deviations } from '../../support/globalping-description.ts'
import { address, network } from '../../support/wire.ts'

export const probe = (country: string, outcome: ProbeOutcome = RESPONSE): Probe => ({
  continent: 'EU',
  region: 'Western Europe',
  country,
  city: `City of ${country}`,
  asn: 64_500,
  network: 'Lab Net',
  outcome,
})

export const RESPONSE = {
  status: 200,
  headers: { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-FRA' },
  body: 'Welcome',
  address: '104.16.10.10',
} as const

/** The lab's API over plain HTTP, or what `respond` says instead. */
export interface TestGlobalping {
  readonly url: string
  /** In order of arrival. Each body of a creation is as Globalping describes it. */
  readonly requests: readonly ApiRequest[]
  readonly set: (
    setup: Partial<GlobalpingSetup>,
    respond?: (request: ApiRequest) => ApiResponse | undefined,
  ) => void
  readonly close: () => Promise<void>
}

export async function openTestGlobalping(): Promise<TestGlobalping> {
  let setup = DEFAULT_GLOBALPING
  let respond: ((request: ApiRequest) => ApiResponse | undefined) | undefined
  const requests: ApiRequest[] = []
  const api = openGlobalping(
    () => setup,
    () => 0,
  )
  const server = createServer((incoming, response) => {
    void text(incoming).then((sent) => {
      const { method = '', headers, url = '/' } = incoming
      const body: unknown = sent === '' ? undefined : JSON.parse(sent)
      const request = { host: 'api', method, path: url, query: new URLSearchParams(), headers, body }
      requests.push(request)
      const faults = method === 'POST' ? deviations('request', body) : []
      if (faults.length > 0) throw new Error(faults.join('\n'))
      const reply = respond?.(request) ?? api(request)
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
      return reply
    })
  })
  const listening = await listen(server)
  return {
    url: `http://api.example:${listening.port}/v1`,
    requests,
    set: (changes, responding) => {
      setup = { ...DEFAULT_GLOBALPING, ...changes }
      respond = responding
    },
    close: listening.close,
  }
}

/** A clock that only sleeping moves, and the lengths of the sleeps in milliseconds. */
export interface TestClock extends Clock {
  readonly sleeps: readonly number[]
  readonly pass: (ms: number) => void
}

export function testClock(): TestClock {
  let now = 1_000_000
  const sleeps: number[] = []
  return {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms) => {
      sleeps.push(ms)
      now += ms
      // Other work goes on.
      await new Promise((resolve) => setImmediate(resolve))
    },
    sleeps,
    pass: (ms) => {
      now += ms
    },
  }
}

export function contextWith(clock: Clock, more: Partial<ProbeContext> = {}): ProbeContext {
  return {
    network: network({
      lookup: async (host) => {
        if (host !== 'api.example') throw errorWithCode('ENOTFOUND')
        return [address('127.0.0.1')]
      },
    }),
    clock,
    signal: new AbortController().signal,
    timeout: 5000,
    onAddresses: () => undefined,
    ...more,
  }
}
