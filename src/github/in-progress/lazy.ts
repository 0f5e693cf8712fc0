import type { InProgress, WorkOptions, AbandonReason } from './in-progress.ts'

/** Loaded when something is announced: the looks begin sooner without it. */
const announcing = () => import('./in-progress.ts')

/** What GitHub has been told of this run before its verdict, which must not stand there for ever. */
export interface LazyInProgress {
  /** Begins, but for the first time only. Returns at once. */
  readonly announce: (announcement: WorkOptions) => void
  /** Undefined when nothing was announced. */
  readonly announced: () => Promise<InProgress | undefined>
  /** Ends what was announced without a verdict. Bounded in time; never throws. */
  readonly withdraw: (why: AbandonReason) => Promise<void>
}

export function lazyInProgress(): LazyInProgress {
  let announced: Promise<InProgress> | undefined
  return {
    announce: (announcement) => {
      announced ??= announcing().then(({ startWork }) => startWork(announcement))
      // Whoever publishes, or withdraws, hears of it.
      announced.catch(() => undefined)
    },
    announced: async () => announced,
    withdraw: async (why) => {
      try {
        if (announced === undefined) return
        const { abandon } = await announcing()
        await abandon(await announced, why)
      } catch {
        // Then it stands there until GitHub calls it stale.
      }
    },
  }
}
