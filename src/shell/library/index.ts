import { check } from './check.ts'
import type { Entry } from './entry.ts'
import type { Outcome } from './outcome.ts'
import { replay } from './replay.ts'
import type { CheckOptions, ReplayOptions } from './types.ts'

/** What the library's entry loads with its first call. */
export interface Library {
  readonly check: (config: unknown, options: CheckOptions) => Promise<Outcome>
  readonly replay: (recording: string | undefined, options: ReplayOptions) => Outcome
}

export function libraryWith(entry: Entry): Library {
  return {
    check: (config, options) => check(config, options, entry),
    replay: (recording, options) => replay(recording, options, entry),
  }
}
