import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Exchange, Timings } from '../../domain/exchange.ts'
import type { Place, VantageResult } from '../../domain/vantage/vantage.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { familyOf, isIP } from '../../shared/ip.ts'
import { flagIn, listIn, member, textIn } from '../../shared/json.ts'
import { headOf } from '../http/head.ts'
import { withContent } from '../page/expectations.ts'
import type { Expectations } from '../types.ts'
import { failureIn } from './failure-text.ts'

/** What was requested, of which a measurement has results. */
export interface Requested {
  readonly target: VantageResult['target']
  /** Probes that run it. */
  readonly probes: number
  readonly tls: boolean
  readonly expectations: Expectations
  /** Whether the site's redirects are followed, so that a redirect isn't its response. */
  readonly followsRedirects: boolean
}

/** The results of a measurement so far. */
export interface MeasurementState {
  readonly finished: boolean
  readonly results: readonly VantageResult[]
  /** Probes that have no result yet, or whose result is not in the list. */
  readonly pending: number
  /** Some results are not what Globalping describes, and are left out. */
  readonly malformed: boolean
  /** Addresses outside Cloudflare to which the site's name resolves there. They may be the origin's. */
  readonly addresses: readonly string[]
}

/** Characters of a body that Globalping returns. */
const MAX_BODY = 10_000
const MAX_NAME = 100
/** Header fields, and characters of a value. Globalping passes on 10,000 characters at most. */
const MAX_FIELDS = 200
const MAX_VALUE = 8192
/** Milliseconds. Globalping's probes give up after ten seconds. */
const MAX_TIME = 600_000

/** The state of a measurement; undefined if the JSON is something else. Never throws. */
export function measurementIn(json: unknown, requested: Requested): MeasurementState | undefined {
  const status = textIn(json, 'status')
  const items = member(json, 'results')
  if ((status !== 'finished' && status !== 'in-progress') || !Array.isArray(items)) return undefined
  // More probes than were requested.
  if (items.length > requested.probes) return undefined
  const read = listIn(json, 'results', requested.probes).map((item) => itemIn(item, requested))
  const withheld = requested.probes - items.length
  return {
    finished: status === 'finished',
    results: read.flatMap(({ result }) => (result === undefined ? [] : [result])),
    pending: read.filter(({ kind }) => kind === 'pending').length + withheld,
    malformed: read.some(({ kind }) => kind === 'malformed'),
    addresses: [...new Set(read.flatMap(({ address }) => (address === undefined ? [] : [address])))],
  }
}

interface Item {
  readonly kind: 'result' | 'pending' | 'malformed'
  readonly result?: VantageResult
  /** Outside Cloudflare. */
  readonly address?: string
}

const MALFORMED: Item = { kind: 'malformed' }

function itemIn(item: unknown, requested: Requested): Item {
  const place = placeIn(member(item, 'probe'))
  const result = member(item, 'result')
  const status = textIn(result, 'status')
  if (place === undefined) return MALFORMED
  const { target } = requested
  if (status === 'in-progress') return { kind: 'pending' }
  if (status === 'offline') return { kind: 'result', result: { place, target } }
  if (status !== 'failed' && status !== 'finished') return MALFORMED
  const exchange = status === 'failed' ? failedIn(result, target) : completedIn(result, requested)
  if (exchange === MALFORMED_RESULT) return MALFORMED
  const address = target === 'edge' ? addressIn(result) : undefined
  const inside = address !== undefined && inCloudflareRanges(address)
  return {
    kind: 'result',
    result: {
      place,
      target,
      ...(address !== undefined && { resolvedTo: inside ? 'cloudflare' : 'elsewhere' }),
      ...(exchange !== undefined && { exchange }),
    },
    ...(address !== undefined && !inside && { address }),
  }
}

function placeIn(probe: unknown): Place | undefined {
  const [city, country, network] = ['city', 'country', 'network'].map((key) => textIn(probe, key))
  const asn = member(probe, 'asn')
  if (city === undefined || country === undefined || network === undefined) return undefined
  if (!/^[A-Z]{2}$/.test(country) || !isWhole(asn, 0, 2 ** 32 - 1)) return undefined
  return {
    city: untrusted(city.slice(0, MAX_NAME)),
    country: untrusted(country),
    network: untrusted(network.slice(0, MAX_NAME)),
    asn,
  }
}

/** The address of the server. In a failure, it is in the message: `connect ECONNREFUSED 104.16.10.10:443`. */
function addressIn(result: unknown): string | undefined {
  const resolved = textIn(result, 'resolvedAddress')
  if (resolved !== undefined && isIP(resolved) !== 0) return resolved
  const text =
    textIn(result, 'status') === 'failed' ? textIn(result, 'rawOutput')?.slice(0, MAX_NAME * 2) : ''
  const [, host = ''] = /\bE[A-Z]+ ([\da-f.:]{3,45}):\d{1,5}\b/.exec(text ?? '') ?? []
  return isIP(host) === 0 ? undefined : host
}

const MALFORMED_RESULT = Symbol('malformed')

function failedIn(
  result: unknown,
  target: VantageResult['target'],
): Exchange | undefined | typeof MALFORMED_RESULT {
  const text = textIn(result, 'rawOutput')
  if (text === undefined) return MALFORMED_RESULT
  const failure = failureIn(text, target === 'edge' ? 'edge' : 'origin')
  return failure && { timings: timingsIn(result), kind: 'failed', ...failure }
}

function completedIn(result: unknown, requested: Requested): Exchange | typeof MALFORMED_RESULT {
  const status = member(result, 'statusCode')
  const headers = fieldsOf(member(result, 'headers'))
  const rawBody = member(result, 'rawBody')
  const truncated = flagIn(result, 'truncated')
  if (!isWhole(status, 100, 999) || headers === undefined || truncated === undefined) return MALFORMED_RESULT
  if (rawBody !== null && typeof rawBody !== 'string') return MALFORMED_RESULT
  const whole = rawBody ?? ''
  const text = whole.slice(0, MAX_BODY)
  const address = textIn(result, 'resolvedAddress') ?? ''
  const measured = {
    timings: timingsIn(result),
    ...(isIP(address) !== 0 && { family: familyOf(address) }),
  }
  const rejected = requested.target === 'edge' && requested.tls ? certificateErrorIn(result) : undefined
  if (rejected !== undefined)
    return {
      ...measured,
      kind: 'failed',
      phase: 'tls',
      error: { reason: 'untrusted', code: rejected, received: 0 },
    }
  const exchange: Exchange = {
    ...measured,
    kind: 'completed',
    head: headOf(status, headers),
    body: {
      text: untrusted(text),
      bytes: Buffer.byteLength(text),
      complete: !truncated && text.length === whole.length,
      // Probes read every body as UTF-8.
      ...(text.includes('\uFFFD') && { encoding: 'guessed' }),
    },
  }
  const isRedirect = requested.followsRedirects && status >= 300 && status <= 399
  return isRedirect ? exchange : withContent(exchange, requested.expectations)
}

/**
 * Probes accept every certificate, and say what is wrong with it. Visitors would reject it. Only for the edge:
 * Cloudflare accepts certificates of origins that visitors wouldn't.
 */
function certificateErrorIn(result: unknown): string | undefined {
  if (flagIn(result, 'tls', 'authorized') !== false) return undefined
  const error = textIn(result, 'tls', 'error') ?? ''
  return /^[A-Z][A-Z0-9_]{2,59}$/.test(error) ? error : 'UNTRUSTED'
}

/** The header fields; undefined if they are not an object of texts and lists of texts. */
function fieldsOf(headers: unknown): readonly (readonly [name: string, value: string])[] | undefined {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined
  const fields: (readonly [string, string])[] = []
  for (const [name, values] of Object.entries(headers).slice(0, MAX_FIELDS)) {
    if (!/^[\w!#$%&'*+.^`|~-]{1,200}$/.test(name)) continue
    const list: readonly unknown[] = Array.isArray(values) ? values.slice(0, MAX_FIELDS) : [values]
    for (const value of list) {
      if (typeof value !== 'string') return undefined
      fields.push([name, value.slice(0, MAX_VALUE)])
    }
  }
  return fields
}

const PHASES = {
  resolve: 'dns',
  connect: 'tcp',
  tls: 'tls',
  processing: 'firstByte',
  transfer: 'download',
} as const

function timingsIn(result: unknown): Timings {
  const times = Object.entries(PHASES).flatMap(([phase, key]) => {
    const time = member(result, 'timings', key)
    return typeof time === 'number' && time >= 0 && time <= MAX_TIME ? [[phase, time] as const] : []
  })
  return Object.fromEntries(times)
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}
