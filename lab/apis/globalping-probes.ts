import { STATUS_CODES } from 'node:http'
import { field, textField } from './api.ts'

/** The response that a probe got. */
export interface ProbeResponse {
  readonly status: number
  /** A list: the header occurs several times. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
  /** Of the server. */
  readonly address: string
  /** Why the certificate isn't valid, as a code of OpenSSL. Absent: it is. */
  readonly certificateError?: string
}

/**
 * A probe's result:
 * - `site`: what the lab's own servers send to the probe. With `at`, the name resolves to that address there.
 * - A response, or an error message such as `connect ECONNREFUSED 104.16.10.10:443` or `Request timeout.`
 * - `offline`. `silent`: it stays in progress. `raw`: any other result, as the API returns it.
 */
export type ProbeOutcome =
  | 'site'
  | { readonly at: string }
  | ProbeResponse
  | { readonly failure: string }
  | { readonly raw: unknown }
  | 'offline'
  | 'silent'

/** A Globalping probe. */
export interface Probe {
  readonly continent: string
  readonly region: string
  readonly country: string
  readonly city: string
  readonly asn: number
  readonly network: string
  readonly outcome: ProbeOutcome
  /** When the target is an address. Absent: the same as `outcome`. */
  readonly outcomeAtAddress?: ProbeOutcome
}

/** What `site` and `at` stand for. */
export type Visit = (
  request: { readonly target: string; readonly options: unknown },
  at: string | undefined,
) => Promise<ProbeResponse | { readonly failure: string }>

/** The probes at the requested locations: from each location in turn, each once, up to the limits. */
export function selectProbes(probes: readonly Probe[], locations: unknown, limit: unknown): readonly Probe[] {
  const requested: readonly unknown[] = Array.isArray(locations) ? locations : [{ magic: 'world' }]
  const offers = requested.map((location) =>
    probes
      .filter((probe) => matchesLocation(probe, location))
      .slice(0, Number(field(location, 'limit') ?? limit ?? 1)),
  )
  const rounds = Math.max(0, ...offers.map((offer) => offer.length))
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    offers.flatMap((offer) => offer.slice(round, round + 1)),
  )
  return [...new Set(inTurn.flat())].slice(0, typeof limit === 'number' ? limit : undefined)
}

function matchesLocation(probe: Probe, location: unknown): boolean {
  const magic = textField(location, 'magic')
  if (magic !== undefined)
    return magic.split('+').every((word) => matchesWord(probe, word.trim().toLowerCase()))
  return (['continent', 'region', 'country', 'city', 'asn', 'network'] as const).every((key) =>
    isAny(field(location, key), undefined, probe[key]),
  )
}

const isAny = (value: unknown, ...these: readonly unknown[]): boolean => these.includes(value)

function matchesWord(probe: Probe, word: string): boolean {
  const { continent, region, country, city, asn, network } = probe
  const names = ['world', continent, CONTINENTS[continent] ?? '', region, country, city, network, `as${asn}`]
  return names.some((name) => name.toLowerCase() === word)
}

const CONTINENTS: Readonly<Record<string, string>> = {
  EU: 'Europe',
  NA: 'North America',
  SA: 'South America',
  AS: 'Asia',
  AF: 'Africa',
  OC: 'Oceania',
}

export const outcomeFor = (probe: Probe, target: string): ProbeOutcome =>
  (/^[\d.]+$|:/.test(target) ? probe.outcomeAtAddress : undefined) ?? probe.outcome

/** One probe's result as the API returns it. Without a result, it is in progress. */
export function probeResult(
  { continent, region, country, city, asn, network }: Probe,
  result: unknown = { status: 'in-progress', rawOutput: '' },
): unknown {
  return {
    probe: {
      continent,
      region,
      country,
      state: null,
      city,
      asn,
      longitude: 0,
      latitude: 0,
      network,
      tags: ['datacenter-network'],
      resolvers: ['private'],
    },
    result,
  }
}

/** The result for an outcome. Undefined: it stays in progress. */
export async function resultOf(
  outcome: ProbeOutcome,
  request: { readonly target: string; readonly options: unknown },
  visit: Visit,
): Promise<unknown> {
  if (outcome === 'silent') return undefined
  if (outcome === 'offline')
    return { status: 'offline', rawOutput: 'This probe is currently offline. Please try again later.' }
  if (outcome === 'site') return resultOf(await visit(request, undefined), request, visit)
  if ('at' in outcome) return resultOf(await visit(request, outcome.at), request, visit)
  if ('raw' in outcome) return outcome.raw
  return 'failure' in outcome ? failedResult(outcome.failure) : finishedResult(outcome, request)
}

const NO_TIMINGS = { total: null, dns: null, tcp: null, tls: null, firstByte: null, download: null }

/** Probes send the fields of a response too, without values. */
const failedResult = (message: string): unknown => ({
  status: 'failed',
  resolvedAddress: null,
  headers: {},
  rawHeaders: null,
  rawBody: null,
  rawOutput: message,
  truncated: false,
  statusCode: null,
  statusCodeName: '',
  timings: NO_TIMINGS,
  tls: null,
})

/** Characters of a body that the API returns. */
const MAX_BODY = 10_000

function finishedResult(
  { status, headers, address, body: whole, certificateError }: ProbeResponse,
  { target, options }: { readonly target: string; readonly options: unknown },
): unknown {
  // Without a method a probe sends HEAD.
  const isGet = textField(field(options, 'request'), 'method') === 'GET'
  const body = isGet && whole !== '' ? whole.slice(0, MAX_BODY) : null
  const rawHeaders = Object.entries(headers)
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`))
    .join('\n')
  const plain = textField(options, 'protocol') === 'HTTP'
  return {
    status: 'finished',
    resolvedAddress: address,
    headers,
    rawHeaders,
    rawBody: body,
    rawOutput: `HTTP/1.1 ${status}\n${rawHeaders}${body === null ? '' : `\n\n${body}`}`,
    truncated: body !== null && body.length < whole.length,
    statusCode: status,
    statusCodeName: STATUS_CODES[status] ?? '',
    timings: { total: 62, dns: 4, tcp: 9, tls: plain ? 0 : 12, firstByte: 36, download: 1 },
    tls: plain ? null : certificateObject(target, certificateError),
  }
}

const certificateObject = (host: string, error: string | undefined): unknown => ({
  authorized: error === undefined,
  ...(error !== undefined && { error }),
  createdAt: '2026-09-01T00:00:00.000Z',
  expiresAt: '2026-11-30T23:59:59.000Z',
  issuer: { C: 'US', O: 'Google Trust Services', CN: 'WE1' },
  subject: { CN: host, alt: `DNS:${host}` },
  keyType: 'EC',
  keyBits: 256,
  serialNumber: '00',
  fingerprint256: '00',
  publicKey: '00',
  protocol: 'TLSv1.3',
  cipherName: 'TLS_AES_256_GCM_SHA384',
})
