import { bearerToken, field, textField, type ApiResponse, type ApiRequest } from './api.ts'
import { selectProbes, probeResult, type Probe } from './globalping-probes.ts'

export interface GlobalpingSetup {
  readonly probes: readonly Probe[]
  /** Number of polls during which a measurement is still in progress. */
  readonly pollsInProgress: number
  /** Tests left in this hour. Each probe of a measurement counts as one. */
  readonly remaining: number
  /** The only tokens it accepts. Requests without a token are accepted too. */
  readonly tokens: readonly string[]
}

export const DEFAULT_GLOBALPING: GlobalpingSetup = {
  probes: [],
  pollsInProgress: 1,
  remaining: 250,
  tokens: [],
}

/** A created measurement, and the number of times it was polled. */
interface Measurement {
  readonly id: string
  readonly target: string
  readonly options: unknown
  readonly probes: readonly Probe[]
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
): (request: ApiRequest) => ApiResponse {
  const measurements = new Map<string, Measurement>()
  let spent = 0

  const createMeasurement = ({ body }: ApiRequest): ApiResponse => {
    const [type, target] = [textField(body, 'type'), textField(body, 'target')]
    if (type !== 'http' || target === undefined || target === '') return INVALID
    const probes = selectProbes(setup().probes, field(body, 'locations'), field(body, 'limit'))
    if (probes.length === 0) return problem(422, 'no_probes_found', 'No suitable probes found.')
    if (spent + probes.length > setup().remaining) {
      return {
        ...problem(429, 'rate_limit_exceeded', 'API rate limit exceeded.'),
        headers: rateLimitHeaders(0),
      }
    }
    spent += probes.length
    const id = `Lab${String(measurements.size + 1).padStart(13, '0')}`
    const options = field(body, 'measurementOptions')
    measurements.set(id, { id, target, options, probes, createdAt: now(), polls: 0 })
    return {
      status: 202,
      headers: {
        location: `https://api.globalping.io/v1/measurements/${id}`,
        ...rateLimitHeaders(setup().remaining - spent),
      },
      body: { id, probesCount: probes.length },
    }
  }

  const readMeasurement = (id: string): ApiResponse => {
    const measurement = measurements.get(id)
    if (measurement === undefined) return problem(404, 'not_found', "Couldn't find the requested item.")
    measurement.polls += 1
    const finished = measurement.polls > setup().pollsInProgress
    const results = measurement.probes.map((probe, at) => {
      // Results arrive one after another. The last ones take longest.
      const ready = finished || at < measurement.polls - 1
      return probeResult(probe, measurement.target, measurement.options, ready)
    })
    return { status: 200, body: measurementObject(measurement, finished, results, now()) }
  }

  return (request) => {
    const bearer = bearerToken(request.headers)
    if (bearer !== undefined && !setup().tokens.includes(bearer)) {
      return problem(401, 'unauthorized', 'Unauthorized.')
    }
    if (request.path === '/v1/measurements' && request.method === 'POST') return createMeasurement(request)
    const id = /^\/v1\/measurements\/(\w+)$/.exec(request.path)?.[1]
    if (id !== undefined && request.method === 'GET') return readMeasurement(id)
    return problem(404, 'not_found', "Couldn't find the requested item.")
  }
}

const measurementObject = (
  { id, target, options, probes, createdAt }: Measurement,
  finished: boolean,
  results: readonly unknown[],
  now: number,
): unknown => ({
  id,
  type: 'http',
  status: finished ? 'finished' : 'in-progress',
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(now).toISOString(),
  target,
  probesCount: probes.length,
  ...(options !== undefined && { measurementOptions: options }),
  results,
})

const rateLimitHeaders = (remaining: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '250',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '1800',
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
