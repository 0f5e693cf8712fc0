import type { Announced, Announcement, Withdrawal } from './in-progress.ts'

/** Loaded when something is announced: the looks begin sooner without it. */
const announcing = () => import('./in-progress.ts')

/** What GitHub has been told of this run before its verdict, which must not stand there for ever. */
export interface Announcer {
  /** Begins, but for the first time only. Returns at once. */
  readonly announce: (announcement: Announcement) => void
  /** Undefined when nothing was announced. */
  readonly announced: () => Promise<Announced | undefined>
  /** Ends what was announced without a verdict. Bounded in time; never throws. */
  readonly withdraw: (why: Withdrawal) => Promise<void>
}

export function openAnnouncer(): Announcer {
  let announced: Promise<Announced> | undefined
  return {
    announce: (announcement) => {
      announced ??= announcing().then(({ announce }) => announce(announcement))
      // Whoever publishes, or withdraws, hears of it.
      announced.catch(() => undefined)
    },
    announced: async () => announced,
    withdraw: async (why) => {
      try {
        if (announced === undefined) return
        const { withdraw } = await announcing()
        await withdraw(await announced, why)
      } catch {
        // Then it stands there until GitHub calls it stale.
      }
    },
  }
}
