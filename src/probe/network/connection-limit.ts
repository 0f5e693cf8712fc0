import type { Site } from '../../domain/config.ts'
import type { Clock } from './clock.ts'

/** Room for looks. Whoever is let in has it until it leaves. */
export interface ConnectionLimit {
  /**
   * Waits until there is room for a look, or until the run is cancelled. Sites that have begun go first: none of them waits
   * longer for its next look because others have not begun.
   *
   * @returns what is to be called when the look is done; once more does no harm
   */
  readonly acquire: (connections: number, begun: boolean) => Promise<() => void>
}

/** Connections that the looks of a run hold open at once. Enough to be quick, and few enough for each to be timed well. */
const MOST_CONNECTIONS = 48

/** Milliseconds between the beginnings of two looks, so that their handshakes do not wait for one another's. */
const APART = 5

/** Room for one more look, however many connections it takes, and for others as long as they fit. */
export function connectionLimit(clock: Clock, signal: AbortSignal, most = MOST_CONNECTIONS): ConnectionLimit {
  const begun: Waiting[] = []
  const fresh: Waiting[] = []
  let open = 0
  let resting = false

  const admit = (): void => {
    if (resting) return
    const queue = begun.length > 0 ? begun : fresh
    const [next] = queue
    if (next === undefined || (open > 0 && open + next.connections > most)) return
    queue.shift()
    open += next.connections
    next.enter(leaving(next.connections))
    if (begun.length + fresh.length > 0) void rest()
  }
  const leaving = (connections: number): (() => void) => {
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      open -= connections
      admit()
    }
  }
  const rest = async (): Promise<void> => {
    resting = true
    const before = clock.monotonic()
    await clock.sleep(APART, signal)
    // Where the process has more to do than it can, that took longer: let it catch up.
    const late = clock.monotonic() - before - APART
    if (late > APART) await clock.sleep(late, signal)
    resting = false
    admit()
  }
  signal.addEventListener('abort', () => {
    for (const { enter } of [...begun.splice(0), ...fresh.splice(0)]) enter(() => undefined)
  })
  return {
    acquire: (connections, hasBegun) =>
      signal.aborted
        ? Promise.resolve(() => undefined)
        : new Promise((enter) => {
            const queue = hasBegun ? begun : fresh
            queue.push({ connections, enter })
            admit()
          }),
  }
}

interface Waiting {
  readonly connections: number
  readonly enter: (leave: () => void) => void
}

/** Connections that a look has open at once: each origin, which the zone may have to name, the edge, and the trace. */
export function connectionsOf({ origins, zone }: Site): number {
  const direct = origins.length === 0 && zone !== undefined ? 1 : origins.length
  return direct + 2
}
