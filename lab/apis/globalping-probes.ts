import { STATUS_CODES } from 'node:http'
import { field, textField } from './api.ts'

/** A probe's result: a response, an error message, or offline. */
export type ProbeOutcome =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
      readonly address: string
    }
  /** Such as `connect ECONNREFUSED 104.16.10.10:443` or `Request timeout.` */
  | { readonly failure: string }
  | 'offline'

/** A Globalping probe. */
export interface Probe {
  readonly continent: string
  readonly region: string
  readonly country: string
  readonly city: string
  readonly asn: number
  readonly network: string
  readonly outcome: ProbeOutcome
}

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

/** One probe's result as the API returns it. In progress until it is ready. */
export function probeResult(probe: Probe, target: string, options: unknown, ready: boolean): unknown {
  const { outcome, ...place } = probe
  return {
    probe: {
      ...place,
      state: null,
      longitude: 0,
      latitude: 0,
      tags: ['datacenter-network'],
      resolvers: ['private'],
    },
    result: ready ? finishedResult(outcome, target, options) : { status: 'in-progress', rawOutput: '' },
  }
}

function finishedResult(outcome: ProbeOutcome, target: string, options: unknown): unknown {
  if (outcome === 'offline') {
    return { status: 'offline', rawOutput: 'This probe is currently offline. Please try again later.' }
  }
  if ('failure' in outcome) return { status: 'failed', rawOutput: outcome.failure }
  const { status, headers, address } = outcome
  // Without a method a probe sends HEAD.
  const body = textField(field(options, 'request'), 'method') === 'GET' ? outcome.body.slice(0, 10_000) : null
  const rawHeaders = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  return {
    status: 'finished',
    resolvedAddress: address,
    headers,
    rawHeaders,
    rawBody: body,
    rawOutput: `HTTP/1.1 ${status}\n${rawHeaders}${body === null ? '' : `\n\n${body}`}`,
    truncated: body !== null && body.length < outcome.body.length,
    statusCode: status,
    statusCodeName: STATUS_CODES[status] ?? '',
    timings: { total: 62, dns: 4, tcp: 9, tls: 12, firstByte: 36, download: 1 },
    tls: textField(options, 'protocol') === 'HTTP' ? null : certificateObject(target),
  }
}

const certificateObject = (host: string): unknown => ({
  authorized: true,
  createdAt: '2026-09-01T00:00:00.000Z',
  expiresAt: '2026-11-30T23:59:59.000Z',
  issuer: { C: 'US', O: 'Google Trust Services', CN: 'WE1' },
  subject: { CN: host, alt: `DNS:${host}` },
  keyType: 'EC',
  keyBits: 256,
  serialNumber: '00',
  fingerprint256: '00',
  protocol: 'TLSv1.3',
  cipherName: 'TLS_AES_256_GCM_SHA384',
})
