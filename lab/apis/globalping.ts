import { createHash } from 'node:crypto'
import { bearerToken, field, textField, type ApiResponse, type ApiRequest } from './api.ts'
import {
  outcomeFor,
  probeResult,
  resultOf,
  selectProbes,
  type Probe,
  type Visit,
} from './globalping-probes.ts'

export interface GlobalpingSetup {
  readonly probes: readonly Probe[]
  /** Number of polls during which a measurement is still in progress. */
  readonly pollsInProgress: number
  /** Tests left in this hour. Each probe of a measurement counts as one. */
  readonly remaining: number
  /** Credits of the account, which pay for tests over the limit. Only with a token. */
  readonly credits: number
  /** The only tokens it accepts. Requests without a token are accepted too. */
  readonly tokens: readonly string[]
  /** Responses of its own: to the creation of measurements, and to polls. */
  readonly creation?: ApiResponse
  readonly poll?: ApiResponse
}

export const DEFAULT_GLOBALPING: GlobalpingSetup = {
  probes: [],
  pollsInProgress: 1,
  remaining: 250,
  credits: 0,
  tokens: [],
}

/** A created measurement, and the number of times it was polled. */
interface Measurement {
  readonly id: string
  readonly target: string
  readonly options: unknown
  readonly probes: readonly Probe[]
  /** By probe. Undefined: not there yet. */
  readonly results: unknown[]
  readonly createdAt: number
  polls: number
}

/**
 * api.globalping.io: a measurement is created, is in progress, and is finished after some polls,
 * https://globalping.io/docs/api.globalping.io. Measurements and the hourly limit belong to this instance.
 */
export function openGlobalping(
  setup: () => GlobalpingSetup,
  now: () => number,
  visit: Visit = unreachable,
): (request: ApiRequest) => ApiResponse {
  const measurements = new Map<string, Measurement>()
  let spent = 0

  const createMeasurement = ({ body, headers: given }: ApiRequest): ApiResponse => {
    const { creation, remaining, credits } = setup()
    if (creation !== undefined) return creation
    const [type, target] = [textField(body, 'type'), textField(body, 'target')]
    const options = field(body, 'measurementOptions')
    // The real API rejects an empty query, too.
    const query = field(field(options, 'request'), 'query')
    if (type !== 'http' || target === undefined || target === '' || query === '') return INVALID
    const locations = field(body, 'locations')
    const probes =
      typeof locations === 'string'
        ? (measurements.get(locations)?.probes ?? [])
        : selectProbes(setup().probes, locations, field(body, 'limit'))
    if (probes.length === 0) return problem(422, 'no_probes_found', 'No suitable probes found.')
    const free = Math.max(0, Math.min(probes.length, remaining - spent))
    const paid = probes.length - free
    if (paid > 0 && (bearerToken(given) === undefined || paid > credits)) {
      return {
        ...problem(429, 'too_many_probes', 'Too Many Probes Requested'),
        headers: rateLimitHeaders(0, Math.max(0, remaining - spent), probes.length),
      }
    }
    spent += free
    const id = `Lab${String(measurements.size + 1).padStart(13, '0')}`
    const results: unknown[] = probes.map(() => undefined)
    measurements.set(id, { id, target, options, probes, results, createdAt: now(), polls: 0 })
    for (const [at, probe] of probes.entries())
      void resultOf(outcomeFor(probe, target), { target, options }, visit).then((result) => {
        results[at] = result
        return result
      })
    return {
      status: 202,
      headers: {
        location: `https://api.globalping.io/v1/measurements/${id}`,
        ...rateLimitHeaders(free, Math.max(0, remaining - spent), probes.length),
        ...(paid > 0 && {
          'x-credits-consumed': String(paid),
          'x-credits-remaining': String(credits - paid),
        }),
      },
      body: { id, probesCount: probes.length },
    }
  }

  const readMeasurement = (id: string, etag: string | undefined): ApiResponse => {
    const measurement = measurements.get(id)
    if (measurement === undefined) return problem(404, 'not_found', "Couldn't find the requested item.")
    const { poll, pollsInProgress } = setup()
    if (poll !== undefined) return poll
    measurement.polls += 1
    const passed = measurement.polls > pollsInProgress
    const finished = passed && !measurement.results.includes(undefined)
    const results = measurement.probes.map((probe, at) => {
      // Results arrive one after another. The last ones take longest.
      const ready = passed || at < measurement.polls - 1
      return probeResult(probe, ready ? measurement.results[at] : undefined)
    })
    const body = measurementObject(measurement, finished, results)
    const tag = `W/"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`
    return etag === tag ? { status: 304, body: '' } : { status: 200, body, headers: { etag: tag } }
  }

  return (request) => {
    const bearer = bearerToken(request.headers)
    if (bearer !== undefined && !setup().tokens.includes(bearer)) {
      return problem(401, 'unauthorized', 'Unauthorized.')
    }
    if (request.path === '/v1/measurements' && request.method === 'POST') return createMeasurement(request)
    const id = /^\/v1\/measurements\/(\w+)$/.exec(request.path)?.[1]
    if (id !== undefined && request.method === 'GET')
      return readMeasurement(id, request.headers['if-none-match'])
    return problem(404, 'not_found', "Couldn't find the requested item.")
  }
}

/** Without a network, a probe reaches nothing. */
const unreachable: Visit = async ({ target }) => ({ failure: `queryA ENOTFOUND ${target}` })

const measurementObject = (
  { id, target, options, probes, createdAt, polls }: Measurement,
  finished: boolean,
  results: readonly unknown[],
): unknown => ({
  id,
  type: 'http',
  status: finished ? 'finished' : 'in-progress',
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(createdAt + polls * 500).toISOString(),
  target,
  probesCount: probes.length,
  ...(options !== undefined && { measurementOptions: options }),
  results,
})

const rateLimitHeaders = (
  consumed: number,
  remaining: number,
  cost: number,
): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '250',
  'x-ratelimit-consumed': String(consumed),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '1800',
  'x-request-cost': String(cost),
})

const problem = (status: number, type: string, message: string): ApiResponse => ({
  status,
  body: { error: { type, message } },
})

const INVALID: ApiResponse = {
  status: 400,
  body: {
    error: {
      type: 'validation_error',
      message: 'Parameter validation failed.',
      params: { target: '"target" does not match any of the allowed types' },
    },
  },
}
