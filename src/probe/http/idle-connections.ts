import type { IdleConnection, IdleConnectionEnd } from '../../domain/recheck.ts'
import type { Duplex } from 'node:stream'
import type { Exchange } from '../../domain/exchange.ts'
import { ABORTED } from '../../shared/abort.ts'
import { resolveOrigin } from '../dns/system.ts'
import { deadline, stopwatch, type Clock } from '../network/clock.ts'
import { usesProxy } from '../network/connect.ts'
import type { ProbePlan } from '../plan/plan.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { exchange } from './exchange.ts'
import { http1Connection } from './http1.ts'
import { keepsOpen } from './keep-alive.ts'

/**
 * Milliseconds of idleness before each reuse: a short one, then longer than the keep-alive timeouts of Node and Apache
 * (5 s), load balancers (60 s) and nginx (75 s). `watch` ends the series.
 */
const IDLE_TIMES: readonly number[] = [1000, 6000, 61_000, 76_000]

/**
 * Milliseconds for which Cloudflare keeps an idle connection
 * (https://developers.cloudflare.com/fundamentals/reference/connection-limits/).
 */
const CLOUDFLARE_KEEP_ALIVE = 900_000

/** Idle connections to the origins, kept while the rounds of `watch` go on. */
export interface IdleConnections {
  /** The results so far, by origin. */
  readonly results: () => readonly IdleConnection[]
  readonly stop: () => void
}

/** Opens a connection to each origin and reuses it after a while, as Cloudflare does. Never throws. */
export function watchIdleConnections(
  { origins }: Pick<ProbePlan, 'origins'>,
  context: ProbeContext,
  idleTimes = IDLE_TIMES,
): IdleConnections {
  const stopped = new AbortController()
  const stoppable = { ...context, signal: AbortSignal.any([context.signal, stopped.signal]) }
  const results = origins.map((): IdleConnection => ({ survived: 0 }))
  for (const [index, request] of origins.entries()) {
    // What carries a connection ends idle ones too.
    if (usesProxy(request, context.network)) continue
    const onResult = (result: IdleConnection): void => {
      results[index] = result
    }
    void watchConnection(request, stoppable, idleTimes, onResult).catch(() => undefined)
  }
  return { results: () => [...results], stop: () => stopped.abort(ABORTED) }
}

/**
 * Watches one connection until it ends or the signal aborts. The rounds report an origin that can't be reached at
 * all.
 */
async function watchConnection(
  request: ProbeRequest,
  context: ProbeContext,
  idleTimes: readonly number[],
  onResult: (result: IdleConnection) => void,
): Promise<void> {
  const resolution = resolveOrigin(request, context)
  await exchange(
    request,
    resolution,
    { ...context, timeout: MAX_TIMER },
    {
      alpn: ['http/1.1'],
      send: (_, socket, signal) => reuse(request, socket, { ...context, signal }, idleTimes, onResult),
    },
  )
}

/** Milliseconds: the maximum of a timer, and longer than any `watch`. */
const MAX_TIMER = 2 ** 31 - 1

async function reuse(
  request: ProbeRequest,
  socket: Duplex,
  { clock, signal, timeout }: ProbeContext,
  idleTimes: readonly number[],
  onResult: (result: IdleConnection) => void,
): Promise<Exchange> {
  const stayIdle = idleTimer(socket, clock, signal)
  const connection = http1Connection(socket)
  const send = async (): Promise<Exchange> => {
    const limited = deadline(timeout, signal)
    try {
      return await connection.send(request, limited.signal, {}, stopwatch(clock))
    } finally {
      limited.clear()
    }
  }
  const reportEnd = (how: IdleConnectionEnd, after: number, survived: number): void => {
    if (!signal.aborted) onResult({ survived, ended: { how, after } })
  }
  try {
    const first = await send()
    if (!keepsOpen(first)) return first
    let survived = 0
    // Cloudflare closes the connection itself after CLOUDFLARE_KEEP_ALIVE.
    for (const [index, ms] of [...idleTimes, CLOUDFLARE_KEEP_ALIVE].entries()) {
      const end = await stayIdle(ms)
      if (end !== undefined) reportEnd(end.how, end.after, survived)
      if (end !== undefined || signal.aborted || index === idleTimes.length) return first
      const next = await send()
      if (next.kind === 'failed') reportEnd('unanswered', ms, survived)
      if (!keepsOpen(next)) return first
      survived = ms
      onResult({ survived })
    }
    return first
  } finally {
    connection.close()
  }
}

interface ConnectionEnd {
  readonly how: IdleConnectionEnd
  /** Milliseconds of idleness. */
  readonly after: number
}

/** Waits for so many milliseconds. Resolves early if the server ends the connection, and returns how. */
function idleTimer(
  socket: Duplex,
  clock: Clock,
  signal: AbortSignal,
): (ms: number) => Promise<ConnectionEnd | undefined> {
  let ended: IdleConnectionEnd | undefined
  let wake = new AbortController()
  const onEnd = (how: IdleConnectionEnd) => (): void => {
    ended ??= how
    wake.abort(ABORTED)
  }
  socket.on('end', onEnd('closed'))
  socket.on('error', onEnd('reset'))
  socket.on('close', onEnd('closed'))
  return async (ms) => {
    const start = clock.monotonic()
    wake = new AbortController()
    if (ended === undefined) await clock.sleep(ms, AbortSignal.any([signal, wake.signal]))
    return ended === undefined || signal.aborted
      ? undefined
      : { how: ended, after: Math.round(clock.monotonic() - start) }
  }
}
