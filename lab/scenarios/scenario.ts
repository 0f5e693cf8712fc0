import type { Category, CauseId } from '../../src/domain/cause-id.ts'
import type { Confidence } from '../../src/domain/cause.ts'
import type { Trend, Verdict } from '../../src/domain/diagnosis.ts'
import type { CurlOutcome } from '../http/curl-outcome.ts'
import type { Setup } from '../world/setup.ts'

/** A failure or a healthy state of a site, how to stage it, and the expected verdict. Data. */
export interface Scenario {
  /** Lower case with dashes, unique. Starts with the cause, if there is one: `origin-refused-nginx-stopped`. */
  readonly id: string
  /** A clause that is printed as "Scenario: ….": no capital at its start, no period at its end. */
  readonly sentence: string
  /** The only kind of network in which it works; absent: any. */
  readonly network?: 'namespace' | 'loopback'
  /** The differences from a healthy setup. */
  readonly setup: Partial<Setup>
  /** The Action's inputs. They extend or replace the lab's. */
  readonly inputs?: Readonly<Record<string, string>>
  /** What a plain `curl` gets. It verifies the staged setup before the Action runs. */
  readonly curl: CurlExpectation
  /** Further commands whose output proves that the intended fault is staged. */
  readonly checks?: readonly Check[]
  readonly expected: Expectation
  /** Near misses: causes that must not be named. */
  readonly not?: readonly CauseId[]
  /** Why the Action can't recognize it yet, such as a missing probe. */
  readonly pending?: string
}

export interface CurlExpectation {
  /** Through Cloudflare, as visitors do. */
  readonly edge: CurlOutcome
  /** From the origin's address, with the site's name. */
  readonly direct: CurlOutcome
  /** Must match the response's headers or body. */
  readonly edgeContains?: RegExp
  readonly directContains?: RegExp
}

export interface Check {
  /**
   * A program and its arguments, in the Action's folder. `address:port` is replaced by the real address and port, `CA`
   * by the lab's root.
   */
  readonly run: readonly [program: string, ...string[]]
  /** Must match its output, including standard error. */
  readonly prints: RegExp
}

export interface Expectation {
  readonly verdict: Verdict
  /** Empty when healthy. */
  readonly cause: CauseId | ''
  /** An absent field accepts any value. */
  readonly category?: Category | ''
  readonly confidence?: Confidence
  readonly trend?: Trend
  /** Ids that the report's warnings and notes must contain. A healthy run has no other warning. */
  readonly warnings?: readonly CauseId[]
  readonly notes?: readonly (CauseId | 'baseline')[]
  /** What the comment and the annotations must say, and must not. A string is compared without regard to case. */
  readonly says?: readonly (string | RegExp)[]
  readonly neverSays?: readonly (string | RegExp)[]
}

export const HEALTHY: Expectation = { verdict: 'healthy', cause: '' }

export const unhealthy = (cause: CauseId, confidence?: Confidence): Expectation => ({
  verdict: 'unhealthy',
  cause,
  ...(confidence && { confidence }),
})

export const inconclusive = (cause: CauseId): Expectation => ({ verdict: 'inconclusive', cause })
