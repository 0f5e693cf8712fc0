/** A command that is run as typed. */
export interface Job {
  readonly line: string
  /** The value of `ORIGIN`; absent if the command has none. */
  readonly origin?: string
  /** A line before it. */
  readonly setUp?: string
  /** A line after it, whose output counts too. */
  readonly after?: string
  /** It changes files that others use, so it runs after them. */
  readonly alone?: true
  /** It runs until it is stopped: once it has printed `until`, because `line` ran meanwhile. */
  readonly during?: { readonly line: string; readonly until: string }
}

export interface Outcome {
  /** Null if it had to be stopped. */
  readonly code: number | null
  /** Standard output and errors. */
  readonly output: string
}

/** Reads a file of jobs. */
export function readJobs(text: string): readonly Job[] {
  const jobs: unknown = JSON.parse(text)
  if (!Array.isArray(jobs) || !jobs.every(isJob)) throw new TypeError('not jobs')
  return jobs
}

const isJob = (value: unknown): value is Job =>
  typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'string'

/** Reads a file of outcomes. */
export function readOutcomes(text: string): readonly Outcome[] {
  const outcomes: unknown = JSON.parse(text)
  if (!Array.isArray(outcomes) || !outcomes.every(isOutcome)) throw new TypeError('not outcomes')
  return outcomes
}

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'output' in value &&
  typeof value.output === 'string'
