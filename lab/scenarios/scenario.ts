import type { Category, CauseId } from '../../src/domain/cause-id.ts'
import type { Confidence } from '../../src/domain/cause.ts'
import type { Trend, Verdict } from '../../src/domain/diagnosis.ts'
import type { CurlOutcome } from '../http/curl-outcome.ts'
import type { Setup } from '../world/setup.ts'

/** One thing that happens to sites, how to stage it, and what the Action has to make of it. Data. */
export interface Scenario {
  /** Lower case with dashes, unique; begins with the cause where there is one: `origin-refused-nginx-stopped`. */
  readonly id: string
  /** Completes "The lab stages that …". */
  readonly sentence: string
  /** The only ground on which it can be had; absent: any. */
  readonly network?: 'namespace' | 'loopback'
  /** Where it differs from an internet on which all is well. */
  readonly setup: Partial<Setup>
  /** Inputs of the Action, beside or in place of the lab's. */
  readonly inputs?: Readonly<Record<string, string>>
  /** What a plain `curl` gets: the scenario's check of itself, before the Action runs. */
  readonly curl: CurlExpectation
  /** Further questions whose answers prove that the fault is what it claims to be. */
  readonly checks?: readonly Check[]
  readonly expected: Expectation
  /** Causes that must not be named: the near misses. */
  readonly not?: readonly CauseId[]
  /** Why the Action cannot know it yet, such as a probe that is not built. */
  readonly pending?: string
}

export interface CurlExpectation {
  /** Through Cloudflare, as visitors ask. */
  readonly edge: CurlOutcome
  /** At the origin's address, with the site's name. */
  readonly direct: CurlOutcome
  /** What has to occur in the answer's head or body. */
  readonly edgeContains?: RegExp
  readonly directContains?: RegExp
}

export interface Check {
  /** A program and its arguments. An argument `address:port` is where that is in truth, and `CA` the lab's root. */
  readonly run: readonly [program: string, ...string[]]
  /** What has to occur in its output, standard error included. */
  readonly prints: RegExp
}

export interface Expectation {
  readonly verdict: Verdict
  /** Empty when healthy. */
  readonly cause: CauseId | ''
  /** What is absent may be whatever the Action finds fit. */
  readonly category?: Category | ''
  readonly confidence?: Confidence
  readonly trend?: Trend
  /** Ids that must be among the report's warnings, or its notes. A healthy run has no other warning. */
  readonly warnings?: readonly CauseId[]
  readonly notes?: readonly (CauseId | 'baseline')[]
}

export const HEALTHY: Expectation = { verdict: 'healthy', cause: '' }

export const unhealthy = (cause: CauseId, confidence?: Confidence): Expectation => ({
  verdict: 'unhealthy',
  cause,
  ...(confidence && { confidence }),
})

export const inconclusive = (cause: CauseId): Expectation => ({ verdict: 'inconclusive', cause })
