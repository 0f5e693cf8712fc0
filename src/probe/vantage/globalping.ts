import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import type { VantageCost, VantageProblem } from '../../domain/vantage/vantage.ts'
import { read, rawTextOf } from '../../domain/untrusted.ts'
import { countIn, parseJson, textIn } from '../../shared/json.ts'
import { jsonApi, type JsonApi } from '../api/json-api.ts'
import type { ProbeContext } from '../types.ts'
import type { MeasurementRequest } from './request.ts'
import { measurementIn, type MeasurementState, type Requested } from './results.ts'

const GLOBALPING_API = 'https://api.globalping.io/v1'

/** Milliseconds after each response. Globalping allows two requests per second. */
const POLL_INTERVAL = 500
/** Failed polls in a row that end the measurement. */
const MAX_FAILED_POLLS = 3

/** Bytes of a response: some for itself, and for each probe a body, its headers, and both again as text. */
const BASE_SIZE = 64 * 1024
const SIZE_PER_PROBE = 224 * 1024

/** Values of one response. A probe's result has about a hundred. */
const MAX_VALUES = 50_000

/** A created measurement. */
export interface Created {
  readonly id: string
  /** Probes that run it. */
  readonly probes: number
}

/** What the creation cost, and either the measurement or why there is none. */
interface Creation {
  readonly created?: Created
  readonly cost?: VantageCost
  readonly problem?: VantageProblem
}

/** Globalping's API. A call with a problem has no result, or results that are not complete. Never throws. */
export interface Globalping {
  readonly create: (measurement: MeasurementRequest, context: ProbeContext) => Promise<Creation>
  /** Waits for the results until the context's signal aborts. */
  readonly results: (
    id: string,
    requested: Requested,
    context: ProbeContext,
  ) => Promise<Partial<MeasurementState> & { readonly problem?: VantageProblem }>
}

/** The client for an account, or without one. `probes` limits the size of the responses. */
export function globalping(
  { token, probes }: { readonly token: string | undefined; readonly probes: number },
  apiUrl = GLOBALPING_API,
): Globalping {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const api = jsonApi(apiUrl, headers, BASE_SIZE + SIZE_PER_PROBE * probes)
  return {
    create: async (measurement, context) => {
      const response = await api.post('/measurements', JSON.stringify(measurement), context)
      if (response.kind === 'failed') return { problem: problemOf(response) }
      const cost = costIn(response)
      const known = cost === undefined ? {} : { cost }
      if (response.head.status !== 202) return { ...known, problem: problemOf(response) }
      const id = textIn(jsonOf(response), 'id') ?? ''
      const selected = countIn(jsonOf(response), 'probesCount')
      // The id becomes part of a path.
      if (!/^[\w-]{1,64}$/.test(id) || selected === undefined || selected > probes)
        return { ...known, problem: 'malformed' }
      return { ...known, created: { id, probes: selected } }
    },
    results: (id, requested, context) => poll(api, `/measurements/${id}`, requested, context),
  }
}

async function poll(
  api: JsonApi,
  path: string,
  requested: Requested,
  context: ProbeContext,
): Promise<Partial<MeasurementState> & { readonly problem?: VantageProblem }> {
  const { clock, signal } = context
  let state: MeasurementState | undefined
  let failures = 0
  let pause = POLL_INTERVAL
  let etag = ''
  for (;;) {
    await clock.sleep(pause, signal)
    if (signal.aborted) return { ...state, problem: 'slow' }
    const response = await api.get(path, context, etag === '' ? {} : { 'if-none-match': etag })
    if (signal.aborted) return { ...state, problem: 'slow' }
    pause = Math.max(POLL_INTERVAL, retryAfterIn(response))
    if (response.kind === 'completed' && response.head.status === 304) continue
    if (response.kind === 'completed' && response.head.status === 200) {
      const next = measurementIn(jsonOf(response), requested)
      if (next === undefined) return { ...state, problem: 'malformed' }
      state = next
      failures = 0
      etag = etagOf(response)
      if (state.finished) return state.malformed ? { ...state, problem: 'malformed' } : state
      continue
    }
    failures += 1
    const problem = problemOf(response)
    // Polling too often isn't the limit of the measurements.
    const isTemporary = problem === 'unavailable' || problem === 'slow' || problem === 'limit'
    if (!isTemporary || failures === MAX_FAILED_POLLS)
      return { ...state, problem: problem === 'limit' ? 'slow' : problem }
  }
}

function jsonOf({ body }: CompletedExchange): unknown {
  return body.complete ? parseJson(rawTextOf(body.text), MAX_VALUES) : undefined
}

/** The problem that a response without a result means. */
function problemOf(response: Exchange): VantageProblem {
  if (response.kind === 'failed') return response.error.reason === 'timeout' ? 'slow' : 'unavailable'
  const { status } = response.head
  if (status === 401 || status === 403) return 'token'
  if (status === 422) return 'no-probes'
  if (status === 429) return 'limit'
  if (status >= 400 && status <= 499) return 'rejected'
  return status >= 500 ? 'unavailable' : 'malformed'
}

/** What the creation cost; undefined if the headers are missing or absurd. */
function costIn({ head: { headers } }: CompletedExchange): VantageCost | undefined {
  const numberOf = (name: string): number | undefined =>
    read(headers[name], (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined))
  const [tests, remaining] = [numberOf('x-ratelimit-consumed'), numberOf('x-ratelimit-remaining')]
  const [limit, resetsIn] = [numberOf('x-ratelimit-limit'), numberOf('x-ratelimit-reset')]
  const cost = tests ?? numberOf('x-request-cost') ?? 0
  const credits = numberOf('x-credits-consumed') ?? 0
  if (remaining === undefined || limit === undefined || resetsIn === undefined) return undefined
  if (remaining > limit) return undefined
  return { tests: cost, remaining, limit, resetsIn, ...(credits > 0 && { credits }) }
}

/** Milliseconds. */
function retryAfterIn(response: Exchange): number {
  if (response.kind === 'failed' || response.head.status !== 429) return 0
  return read(response.head.headers['retry-after'], (text) =>
    /^\d{1,4}$/.test(text) ? Number(text) * 1000 : 0,
  )
}

function etagOf({ head }: CompletedExchange): string {
  const tag = head.headers['etag']
  const text = tag === undefined ? '' : rawTextOf(tag)
  return /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/.test(text) ? text : ''
}
