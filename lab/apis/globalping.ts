import { bearerOf, field, textField, type ApiAnswer, type ApiRequest } from './api.ts'
import { placesOf, resultOf, type Probe } from './globalping-probes.ts'

export interface GlobalpingStage {
  readonly probes: readonly Probe[]
  /** How often a measurement is still in progress when it is looked at, before it is finished. */
  readonly patience: number
  /** Tests that are left in this hour; each probe of a measurement is one. */
  readonly remaining: number
  /** The only tokens it accepts. Without a token one may measure too. */
  readonly tokens: readonly string[]
}

export const GLOBALPING_WELL: GlobalpingStage = {
  probes: [],
  patience: 1,
  remaining: 250,
  tokens: [],
}

/** What was ordered, and how often it was looked at. */
interface Measurement {
  readonly id: string
  readonly target: string
  readonly options: unknown
  readonly places: readonly Probe[]
  readonly createdAt: number
  looks: number
}

/**
 * api.globalping.io: a measurement is ordered, is in progress, and is finished when it is looked at again,
 * https://globalping.io/docs/api.globalping.io. Its ids and what is left of the hour last as long as this function.
 */
export function openGlobalping(
  stage: () => GlobalpingStage,
  now: () => number,
): (request: ApiRequest) => ApiAnswer {
  const measurements = new Map<string, Measurement>()
  let spent = 0

  const order = ({ body }: ApiRequest): ApiAnswer => {
    const [type, target] = [textField(body, 'type'), textField(body, 'target')]
    if (type !== 'http' || target === undefined || target === '') return INVALID
    const places = placesOf(stage().probes, field(body, 'locations'), field(body, 'limit'))
    if (places.length === 0) return problem(422, 'no_probes_found', 'No suitable probes found.')
    if (spent + places.length > stage().remaining) {
      return { ...problem(429, 'rate_limit_exceeded', 'API rate limit exceeded.'), headers: limits(0) }
    }
    spent += places.length
    const id = `Lab${String(measurements.size + 1).padStart(13, '0')}`
    const options = field(body, 'measurementOptions')
    measurements.set(id, { id, target, options, places, createdAt: now(), looks: 0 })
    return {
      status: 202,
      headers: {
        location: `https://api.globalping.io/v1/measurements/${id}`,
        ...limits(stage().remaining - spent),
      },
      body: { id, probesCount: places.length },
    }
  }

  const look = (id: string): ApiAnswer => {
    const measurement = measurements.get(id)
    if (measurement === undefined) return problem(404, 'not_found', "Couldn't find the requested item.")
    measurement.looks += 1
    const finished = measurement.looks > stage().patience
    const results = measurement.places.map((probe, at) => {
      // They come in one after the other; the last ones take the longest.
      const ready = finished || at < measurement.looks - 1
      return resultOf(probe, measurement.target, measurement.options, ready)
    })
    return { status: 200, body: shown(measurement, finished, results, now()) }
  }

  return (request) => {
    const bearer = bearerOf(request.headers)
    if (bearer !== undefined && !stage().tokens.includes(bearer)) {
      return problem(401, 'unauthorized', 'Unauthorized.')
    }
    if (request.path === '/v1/measurements' && request.method === 'POST') return order(request)
    const id = /^\/v1\/measurements\/(\w+)$/.exec(request.path)?.[1]
    if (id !== undefined && request.method === 'GET') return look(id)
    return problem(404, 'not_found', "Couldn't find the requested item.")
  }
}

const shown = (
  { id, target, options, places, createdAt }: Measurement,
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
  probesCount: places.length,
  ...(options !== undefined && { measurementOptions: options }),
  results,
})

const limits = (remaining: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '250',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '1800',
})

const problem = (status: number, type: string, message: string): ApiAnswer => ({
  status,
  body: { error: { type, message } },
})

const INVALID: ApiAnswer = {
  status: 400,
  body: {
    error: {
      type: 'validation_error',
      message: 'Parameter validation failed.',
      params: { target: '"target" does not match any of the allowed types' },
    },
  },
}
