import type { Exchange } from '../exchange.ts'
import type { Untrusted } from '../untrusted.ts'

/** What Globalping's probes got for the site, from elsewhere. */
export interface VantageMeasurement {
  /** When it was made: milliseconds since the epoch. It may be of an earlier round, if this runner got the same. */
  readonly at: number
  /** One for each probe, in a stable order: by target, country, city, network. */
  readonly results: readonly VantageResult[]
  /** Probes that run the measurement and had no result in time; absent if all had. */
  readonly missing?: number
  /**
   * What they requested: where the redirects end that this runner followed, if that is on the site's own host (or the
   * same host with or without `www.`). Absent: the site's URL.
   */
  readonly url?: Untrusted
  /** This runner's requests have headers or a service token of the site, and those of the probes don't. */
  readonly withoutHeaders?: true
  /** What the measurement cost, and what is left in this hour; absent when Globalping didn't say. */
  readonly cost?: VantageCost
  /** Why results are missing; absent when all are there. Never a failure of the site. */
  readonly problem?: VantageProblem
}

export interface VantageCost {
  readonly tests: number
  readonly remaining: number
  readonly limit: number
  /** Seconds until the limit is renewed. */
  readonly resetsIn: number
  /** Credits of the account that it cost, after the tests of this hour; absent: none. */
  readonly credits?: number
}

/**
 * - `no-probes`: there is none at these places. `limit`: no tests are left in this hour.
 * - `token`: Globalping rejects the token. `rejected`: it rejects the measurement.
 * - `unavailable`: it can't be reached, or fails. `slow`: the results were not complete in time.
 * - `malformed`: its response is not what its description says.
 * - `secret-url`: the URL has a secret, so nothing was sent. `private`: the host is not on the public internet.
 */
export const VANTAGE_PROBLEMS = [
  'no-probes',
  'limit',
  'token',
  'rejected',
  'unavailable',
  'slow',
  'malformed',
  'secret-url',
  'private',
] as const
export type VantageProblem = (typeof VANTAGE_PROBLEMS)[number]

/** What one probe got. */
export interface VantageResult {
  readonly place: Place
  /** What it requested: the site as visitors do, or an origin by its position in `CheckRequest.origins`, from 0. */
  readonly target: 'edge' | number
  /** Where the name resolved to, there. Absent: unknown, or an origin. */
  readonly resolvedTo?: 'cloudflare' | 'elsewhere'
  /**
   * As if this runner had requested it, with 10,000 characters of the body at most. Absent: the probe went offline.
   *
   * Probes don't follow redirects, so a redirect is judged by its status, and has no `content` if the site's
   * redirects are followed. They send `Accept-Encoding`, and no header of the site.
   */
  readonly exchange?: Exchange
}

/** Where a probe is. All text is from Globalping. */
export interface Place {
  readonly city: Untrusted
  /** ISO 3166-1: two letters. */
  readonly country: Untrusted
  /** The network that it is in, and its number. */
  readonly network: Untrusted
  readonly asn: number
}
