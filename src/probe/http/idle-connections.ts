import type { Socket } from 'node:net'
import type { Exchange } from '../../domain/exchange.ts'
import type { IdleConnection, IdleConnectionEnd } from '../../domain/idle-connection.ts'
import { deadline, stopwatch, type Clock } from '../network/clock.ts'
import { exchange, type ProbeContext } from './exchange.ts'
import { CLOUDFLARE_KEEP_ALIVE, lineOn } from './http1.ts'
import { resolvedAddresses } from '../index.ts'
import { keepsOpen } from './keep-alive.ts'
import type { ProbeRequest, ProbePlan } from '../plan/plan.ts'
import { resolution } from '../dns/system.ts'

/**
 * Milliseconds that a connection is left to rest before it is used again: hardly; past the 5 s of Node and Apache; past the 60 s
 * of load balancers; past the 75 s of nginx. As many of them as fit into `watch`.
 */
const RESTS: readonly number[] = [1000, 6000, 61_000, 76_000]

/** The connections that are kept beside the looks. */
export interface IdleConnections {
  /** By origin, what has become of them so far. */
  readonly seen: () => readonly IdleConnection[]
  readonly stop: () => void
}

/** Keeps a connection to each origin, and uses it again after a while, as Cloudflare does. Never throws. */
export function watchIdleConnections(
  { origins }: ProbePlan,
  way: ProbeContext,
  rests = RESTS,
): IdleConnections {
  const stopped = new AbortController()
  const lasting = { ...way, signal: AbortSignal.any([way.signal, stopped.signal]) }
  const seen = origins.map((): IdleConnection => ({ survived: 0 }))
  for (const [index, ask] of origins.entries()) {
    void reused(ask, lasting, rests, (reuse) => (seen[index] = reuse)).catch(() => undefined)
  }
  return { seen: () => [...seen], stop: () => stopped.abort() }
}

/** One connection, until it ends or the signal aborts. What hinders it from the start, the looks tell. */
async function reused(
  ask: ProbeRequest,
  way: ProbeContext,
  rests: readonly number[],
  tell: (reuse: IdleConnection) => void,
): Promise<void> {
  const name = resolvedAddresses(resolution(ask.host, way), way)
  await exchange(
    ask,
    name,
    { ...way, timeout: LONGEST },
    {
      protocols: ['http/1.1'],
      send: (_, socket, signal) => conversation(ask, socket, { ...way, signal }, rests, tell),
    },
  )
}

/** Longer than any watch, and as long as a timer can be. */
const LONGEST = 2 ** 31 - 1

async function conversation(
  ask: ProbeRequest,
  socket: Socket,
  { clock, signal, timeout }: ProbeContext,
  rests: readonly number[],
  tell: (reuse: IdleConnection) => void,
): Promise<Exchange> {
  const rest = restOn(socket, clock, signal)
  const line = lineOn(socket)
  const asked = async (): Promise<Exchange> => {
    const within = deadline(timeout, signal)
    try {
      return await line.ask(ask, within.signal, {}, stopwatch(clock))
    } finally {
      within.clear()
    }
  }
  const ended = (how: IdleConnectionEnd, after: number, survived: number): void => {
    if (!signal.aborted) tell({ survived, ended: { how, after } })
  }
  try {
    const first = await asked()
    if (!keepsOpen(first)) return first
    let survived = 0
    // Longer than Cloudflare would keep it, nobody needs to know.
    for (const [index, ms] of [...rests, CLOUDFLARE_KEEP_ALIVE].entries()) {
      const end = await rest(ms)
      if (end !== undefined) ended(end.how, end.after, survived)
      if (end !== undefined || signal.aborted || index === rests.length) return first
      const next = await asked()
      if (next.kind === 'failed') ended('unanswered', ms, survived)
      if (!keepsOpen(next)) return first
      survived = ms
      tell({ survived })
    }
    return first
  } finally {
    line.close()
  }
}

interface End {
  readonly how: IdleConnectionEnd
  /** Milliseconds of rest. */
  readonly after: number
}

/** Leaves a connection alone for so many milliseconds; says so when the other side has ended it meanwhile. */
function restOn(socket: Socket, clock: Clock, signal: AbortSignal): (ms: number) => Promise<End | undefined> {
  let gone: IdleConnectionEnd | undefined
  let wake = new AbortController()
  const note = (how: IdleConnectionEnd) => (): void => {
    gone ??= how
    wake.abort()
  }
  socket.on('end', note('closed'))
  socket.on('error', note('reset'))
  socket.on('close', note('closed'))
  return async (ms) => {
    const began = clock.monotonic()
    wake = new AbortController()
    if (gone === undefined) await clock.sleep(ms, AbortSignal.any([signal, wake.signal]))
    return gone === undefined || signal.aborted
      ? undefined
      : { how: gone, after: Math.round(clock.monotonic() - began) }
  }
}
