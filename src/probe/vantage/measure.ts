import type { Site, Vantage } from '../../domain/config.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { VantageCost, VantageMeasurement, VantageResult } from '../../domain/vantage/vantage.ts'
import { read, untrusted } from '../../domain/untrusted.ts'
import { orAborted } from '../../shared/abort.ts'
import { deadline } from '../network/clock.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { globalping, type Created } from './globalping.ts'
import {
  edgeMeasurement,
  edgeTarget,
  originMeasurement,
  reasonToSendNothing,
  type MeasurementRequest,
} from './request.ts'
import type { Requested } from './results.ts'

/** What a measurement is about. */
export interface Subject {
  readonly site: Site
  readonly vantage: Vantage
  /** What this runner got, if it is known: the probes request the page where its redirects ended. */
  readonly edge: Exchange | undefined
  readonly resolution: Promise<Resolution>
  /** Each address of each origin, in the order of `CheckRequest.origins`. */
  readonly origins: () => Promise<readonly OriginAddress[]>
}

export interface OriginAddress {
  readonly request: ProbeRequest
  readonly resolution: Promise<Resolution>
}

/** Milliseconds. A probe gives up after ten seconds. */
const MAX_TIME = 15_000

/** Milliseconds for one request to the API, so that one that hangs doesn't take all of it. */
const REQUEST_TIME = 5000

/** Measured addresses of origins. Each costs as many tests as the edge. */
const MAX_ORIGINS = 10

/** A measurement whose results may not be there yet. */
interface Started {
  /** Absent: it was not created. */
  readonly id: string | undefined
  readonly part: Promise<Part>
}

type Of = Pick<Requested, 'target' | 'tls'>

/** What one measurement adds. */
type Part = Pick<VantageMeasurement, 'cost' | 'problem' | 'missing'> & {
  readonly results: readonly VantageResult[]
}

/** Requests the site from elsewhere, within the time of the context. Never throws for what Globalping does. */
export async function measureFromElsewhere(
  { site, vantage, edge, resolution, origins }: Subject,
  context: ProbeContext,
  apiUrl?: string,
): Promise<VantageMeasurement> {
  const at = context.clock.now()
  const silent = reasonToSendNothing(site, await resolution)
  if (silent !== undefined) return { at, results: [], problem: silent }
  const { signal, clear } = deadline(Math.min(context.timeout, MAX_TIME), context.signal)
  const limited = { ...context, signal, timeout: Math.min(context.timeout, REQUEST_TIME) }
  const { expectedBody, expectedHeader, followRedirects } = site
  const probes = vantage.points.reduce((sum, point) => sum + point.probes, 0)
  const hides = await hiding(edge, origins, limited)
  const { url, redirected } = edgeTarget(site, edge, hides)
  const client = globalping({ token: vantage.token, probes }, apiUrl)
  const common = {
    expectations: {
      ...(expectedBody !== undefined && { expectedBody }),
      ...(expectedHeader !== undefined && { expectedHeader }),
    },
    followsRedirects: followRedirects > 0,
  }
  const partOf = async ({ id, probes: selected }: Created, of: Of): Promise<Part> => {
    const read = await client.results(id, { ...common, ...of, probes: selected }, limited)
    const { results = [], pending = selected, addresses = [], problem } = read
    context.onAddresses(addresses)
    return {
      results,
      ...(pending > 0 && { missing: pending }),
      ...(problem !== undefined && { problem }),
    }
  }
  const start = async (body: MeasurementRequest, of: Of): Promise<Started> => {
    const { created, cost, problem } = await client.create(body, limited)
    const part = created === undefined ? Promise.resolve({ results: [] }) : partOf(created, of)
    return {
      id: created?.id,
      part: part.then((known) => ({
        ...known,
        ...(cost !== undefined && { cost }),
        ...(problem !== undefined && { problem }),
      })),
    }
  }
  const partOfOrigin = async (id: string, origin: OriginAddress, target: number): Promise<Part> => {
    const { request } = origin
    const body = originMeasurement(site, request, await origin.resolution, id)
    if (body === undefined) return { results: [] }
    const { part } = await start(body, { target, tls: request.tls !== undefined })
    return part
  }
  const measure = async (): Promise<readonly Part[]> => {
    const ofEdge = { target: 'edge', tls: url.protocol === 'https:' } as const
    const { id, part } = await start(edgeMeasurement(url, site, vantage.points), ofEdge)
    const addresses = vantage.origin && id !== undefined ? (await origins()).slice(0, MAX_ORIGINS) : []
    return Promise.all([part, ...addresses.map((address, index) => partOfOrigin(id ?? '', address, index))])
  }
  try {
    return {
      at,
      ...(redirected && { url: untrusted(url.href) }),
      ...((site.headers.length > 0 || site.access !== undefined) && { withoutHeaders: true }),
      ...combined(await measure()),
    }
  } finally {
    clear()
  }
}

/**
 * What must not be sent of a redirect. The site may repeat there what this runner sent, or name an origin, whose
 * addresses have to be known for that.
 */
async function hiding(
  edge: Exchange | undefined,
  origins: Subject['origins'],
  { signal, hides }: ProbeContext,
): Promise<(text: string) => boolean> {
  if (edge?.redirectChain === undefined) return hidesAll
  const isKnown = await orAborted(
    origins().then(() => true),
    signal,
  ).catch(() => false)
  return isKnown && hides !== undefined ? hides : hidesAll
}

function hidesAll(): boolean {
  return true
}

function combined(parts: readonly Part[]): Omit<VantageMeasurement, 'at'> {
  const results = parts.flatMap((part) => part.results).toSorted(byTargetAndPlace)
  const missing = parts.reduce((sum, part) => sum + (part.missing ?? 0), 0)
  const problem = parts.find((part) => part.problem !== undefined)?.problem
  const costs = parts.flatMap(({ cost }) => (cost === undefined ? [] : [cost]))
  const cost = totalOf(costs)
  return {
    results,
    ...(missing > 0 && { missing }),
    ...(cost !== undefined && { cost }),
    ...(problem !== undefined && { problem }),
  }
}

/** What all cost, and what is left after the last. */
function totalOf(costs: readonly VantageCost[]): VantageCost | undefined {
  const [least, ...others] = costs.toSorted((a, b) => a.remaining - b.remaining)
  if (least === undefined) return undefined
  const all = [least, ...others]
  const credits = all.reduce((sum, each) => sum + (each.credits ?? 0), 0)
  return {
    ...least,
    tests: all.reduce((sum, { tests }) => sum + tests, 0),
    ...(credits > 0 && { credits }),
  }
}

function byTargetAndPlace(a: VantageResult, b: VantageResult): number {
  const [one, other] = [a, b].map(({ target }) => (target === 'edge' ? -1 : target))
  if (one !== other) return (one ?? 0) - (other ?? 0)
  return (
    compare(a.place.country, b.place.country) ||
    compare(a.place.city, b.place.city) ||
    compare(a.place.network, b.place.network)
  )
}

function compare(one: VantageResult['place']['city'], other: VantageResult['place']['city']): number {
  return read(one, (a) => read(other, (b) => (a < b ? -1 : a > b ? 1 : 0)))
}
