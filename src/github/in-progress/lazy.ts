import type { InProgress, WorkOptions } from '../types.ts'
import type { abandon, AbandonReason, startWork } from './in-progress.ts'

/** The code that does the work. Loaded only when it is needed: the first check starts sooner without it. */
export interface InProgressCode {
  readonly startWork: typeof startWork
  readonly abandon: typeof abandon
}

/** The check run and the deployment status that a run opens before its verdict, and must not leave open. */
export interface LazyInProgress {
  /** Starts the work in the background. Only the first call counts. */
  readonly start: (options: WorkOptions) => void
  /** Undefined when nothing was started. */
  readonly started: () => Promise<InProgress | undefined>
  /** Closes without a verdict what was opened. Bounded in time; never throws. */
  readonly abandon: (reason: AbandonReason) => Promise<void>
}

export function lazyInProgress(load: () => Promise<InProgressCode>): LazyInProgress {
  let started: Promise<InProgress> | undefined
  return {
    start: (options) => {
      started ??= load().then(({ startWork }) => startWork(options))
      // `started` and `abandon` report a failure.
      started.catch(() => undefined)
    },
    started: async () => started,
    abandon: async (reason) => {
      try {
        if (started === undefined) return
        const { abandon } = await load()
        await abandon(await started, reason)
      } catch {
        // What is still open stays open until GitHub marks it as stale.
      }
    },
  }
}
