import type { Site } from '../../domain/config.ts'
import type { Clock } from './clock.ts'

/** Limits the connections that the rounds of a run hold open at once. */
export interface ConnectionLimit {
  /**
   * Waits until a round may start, or until the run is cancelled. Sites that have had a round go first: the ones still
   * waiting for their first never delay their next.
   *
   * @returns a function that ends the round; calling it again has no effect
   */
  readonly acquire: (connections: number, hasStarted: boolean) => Promise<Release>
}

export interface Release {
  (): void
  /**
   * The round needs so many connections: its names turned out to have several addresses. It doesn't wait, because a
   * name is resolved in the time of its round, but other rounds do.
   */
  readonly resize: (connections: number) => void
}

/** Connections that all rounds hold open at once: enough to be quick, few enough for precise timings. */
const MAX_CONNECTIONS = 48

/**
 * Milliseconds between the starts of two rounds, so that their TLS handshakes don't delay each other. A handshake takes
 * about one millisecond of CPU time.
 */
const START_INTERVAL = 2

/** Milliseconds. A timer that is later than this means an overloaded process. Less is ordinary garbage collection. */
const OVERLOADED = 5

/** Always admits one round, however many connections it needs, and others as long as they fit. */
export function connectionLimit(
  clock: Clock,
  signal: AbortSignal,
  maxConnections = MAX_CONNECTIONS,
): ConnectionLimit {
  const started: WaitingRound[] = []
  const notStarted: WaitingRound[] = []
  let open = 0
  let pausing = false

  const admitNext = (): void => {
    if (pausing) return
    const queue = started.length > 0 ? started : notStarted
    const [next] = queue
    if (next === undefined || (open > 0 && open + next.connections > maxConnections)) return
    queue.shift()
    open += next.connections
    next.admit(releaseOnce(next.connections))
    if (started.length + notStarted.length > 0) void pause()
  }
  const releaseOnce = (connections: number): Release => {
    let held = connections
    let ended = false
    const resize = (needed: number): void => {
      if (ended) return
      open += needed - held
      held = needed
      admitNext()
    }
    const release = (): void => {
      resize(0)
      ended = true
    }
    return Object.assign(release, { resize })
  }
  const pause = async (): Promise<void> => {
    pausing = true
    const start = clock.monotonic()
    await clock.sleep(START_INTERVAL, signal)
    // Let an overloaded process catch up.
    const delay = clock.monotonic() - start - START_INTERVAL
    if (delay > OVERLOADED) await clock.sleep(delay, signal)
    pausing = false
    admitNext()
  }
  signal.addEventListener('abort', () => {
    for (const { admit } of [...started.splice(0), ...notStarted.splice(0)]) admit(UNLIMITED)
  })
  return {
    acquire: (connections, hasStarted) =>
      signal.aborted
        ? Promise.resolve(UNLIMITED)
        : new Promise((admit) => {
            const queue = hasStarted ? started : notStarted
            queue.push({ connections, admit })
            admitNext()
          }),
  }
}

interface WaitingRound {
  readonly connections: number
  readonly admit: (release: Release) => void
}

const UNLIMITED: Release = Object.assign(() => undefined, { resize: () => undefined })

/**
 * What a connection through a command counts as. Each is a process, and sshd starts to reject connections when ten of
 * them have not authenticated yet (`MaxStartups`).
 */
const COMMAND_WEIGHT = 6

/** What a connection to an origin counts as. */
export function weightOf(proxyCommand: string | undefined): number {
  return proxyCommand === undefined ? 1 : COMMAND_WEIGHT
}

/**
 * Connections of one round: the edge, the trace and each origin. Without origins, the zone may have one. Names may have
 * several addresses, which the first round finds out.
 */
export function connectionsOf({ origins, zone, originProxyCommand }: Site, traceAtOnce: boolean): number {
  const direct = origins.length === 0 && zone !== undefined ? 1 : origins.length
  return direct * weightOf(originProxyCommand) + (traceAtOnce ? 2 : 1)
}
