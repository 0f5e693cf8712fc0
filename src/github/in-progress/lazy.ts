import type { EarlierReport } from '../../report/baseline/baseline.ts'
import { orAborted } from '../../shared/abort.ts'
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
  /**
   * The history in our earlier comment. Rejects if it can't be read, or not before the signal aborts.
   */
  readonly earlier: (signal: AbortSignal) => Promise<EarlierReport | undefined>
  /** Closes without a verdict what was opened. Bounded in time; never throws. */
  readonly abandon: (reason: AbandonReason) => Promise<void>
}

async function earlierOf(started: Promise<InProgress> | undefined): Promise<EarlierReport | undefined> {
  return (await started)?.comment?.earlier
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
    earlier: (signal) => orAborted(earlierOf(started), signal),
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
