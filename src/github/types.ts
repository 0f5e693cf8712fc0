import type { PublishConfig } from '../domain/config.ts'
import type { CheckIdentity } from './api/checks.ts'
import type { RetryOptions } from './api/retry.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import type { Redactor } from '../redact/redact.ts'
import type { Event } from './event/event.ts'
import type { ThreadChoice } from './publish/thread.ts'

/** What is checked, and where the results belong. */
export interface WorkOptions {
  readonly event: Event
  readonly config: PublishConfig
  /** Whether the history in our earlier comment is wanted. */
  readonly history?: boolean
  /** The first site's URL: where visitors find what was deployed. */
  readonly url: string
  /** Hides what GitHub's messages may repeat. */
  readonly redact: Redactor
}

/**
 * The requests to GitHub that run during the checks, so that little is left to do after the last one.
 * A promise rejects when its request failed. None needs a handler.
 */
export interface InProgress extends WorkOptions {
  /** The event, with the commit that people see. */
  readonly located: Promise<Event>
  /** Undefined when no comment is wanted. */
  readonly comment?: {
    readonly login: Promise<string | undefined>
    readonly choice: Promise<ThreadChoice>
    /** What our earlier comment remembers of this commit. Absent: it is not wanted. */
    readonly earlier?: Promise<EarlierReport | undefined>
  }
  readonly check?: { readonly identity: Promise<CheckIdentity>; readonly opened: Promise<number> }
  /** The id of the deployment, once its status is in progress; undefined when the commit has none. */
  readonly deployment?: Promise<number | undefined>
}

/** Time limits for the work with GitHub. */
export interface Bounds {
  /** Milliseconds for all requests together. */
  readonly limit?: number
  /** Milliseconds before a lost request is retried. */
  readonly settle?: number
  /** Ends the work early, when the run is cancelled. */
  readonly signal?: AbortSignal
}

/** Retries that a signal ends. */
export type BoundedRetry = RetryOptions & { readonly signal: AbortSignal }
