/** What is measured, in milliseconds, megabytes or kilobytes. */
export type Quantity =
  // Whole processes.
  | 'empty'
  | 'rejected'
  | 'connect'
  | 'check'
  | 'curl'
  // What they use.
  | 'empty memory'
  | 'check cpu'
  | 'check memory'
  | 'floor cpu'
  | 'download'
  // A site far away.
  | 'redirects'
  | 'floor redirects'
  | 'processing'
  | 'floor processing'
  // Many sites: the time per site, and the memory.
  | 'thousand'
  | 'thousand curl'
  | 'thousand memory'
  | 'ten thousand'
  | 'thousand nearby'
  | 'ten thousand memory'
  // A long `watch`: the CPU time per check, and the memory.
  | 'watch cpu'
  | 'watch memory'
  | 'longer watch memory'
  // In this process.
  | 'slow round'
  | 'slowest probe'
  | 'hanging round'
  | 'deadline'
  | 'comment'
  | 'json'
  | 'redact long'
  | 'redact hostile'
  | 'redactor'

export type Measured = { readonly [Q in Quantity]?: number }

/** Measures once. Throws when the measured process or round does not end as expected. */
export interface Subject {
  /** Whether it runs the Action's file, so that another build can be measured too. */
  readonly runsEntry: boolean
  /** The most rounds that it is measured in. */
  readonly rounds: number
  readonly measure: () => Promise<Measured>
}

export interface Subjects {
  readonly subjects: readonly Subject[]
  readonly close: () => Promise<void>
}

/** Rounds for subjects that hardly vary or take long. */
export const FEW_ROUNDS = 3

export const ALL_ROUNDS = Infinity

/** Runs the Action. */
export function ours(measure: Subject['measure'], rounds = ALL_ROUNDS): Subject {
  return { runsEntry: true, rounds, measure }
}

/** Runs something to compare it with. */
export function theirs(measure: Subject['measure'], rounds = ALL_ROUNDS): Subject {
  return { runsEntry: false, rounds, measure }
}
