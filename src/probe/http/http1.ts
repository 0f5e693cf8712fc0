import { orAborted } from '../../shared/abort.ts'
import type { Socket } from 'node:net'
import sendRequest from 'undici/lib/api/api-request.js'
import type Client from 'undici/lib/dispatcher/client.js'
import { clientOn } from './undici-client.ts'
import type { Exchange, Head } from '../../domain/exchange.ts'
import { bodyOf, gather, nothingGathered } from './body.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import type { TimingsSoFar, HttpProtocol } from './exchange.ts'
import type { ProbeRequest } from '../plan/plan.ts'
import { wireTap, type WireTap } from './wire-tap.ts'

/** Bytes of response headers that we take: twice what Cloudflare takes, so that too many are seen as such. */
export const HEADER_LIMIT = 256 * 1024

/** HTTP/1.1, by undici. */
export const http1: HttpProtocol = { protocols: ['http/1.1'], send: request }

async function request(
  ask: ProbeRequest,
  socket: Socket,
  signal: AbortSignal,
  timings: TimingsSoFar,
  lap: () => number,
): Promise<Exchange> {
  const line = lineOn(socket)
  try {
    return await line.ask(ask, signal, timings, lap)
  } finally {
    line.close()
  }
}

/** An open connection on which HTTP/1.1 is spoken, one request after the other. */
export interface Line {
  /** Asks, and reads the answer as far as we care for it. Never rejects. */
  readonly ask: (
    ask: ProbeRequest,
    signal: AbortSignal,
    timings: TimingsSoFar,
    lap: () => number,
  ) => Promise<Exchange>
  readonly close: () => void
}

export function lineOn(socket: Socket): Line {
  let used = false
  const nextSocket = (): Socket | Error => {
    if (used) return GONE
    used = true
    return socket
  }
  const client = clientOn('http://origin', nextSocket, {
    maxHeaderSize: HEADER_LIMIT,
    // undici would hang up on a resting connection, sooner still where the origin names a time. Whoever opened it closes it.
    keepAliveTimeout: CLOUDFLARE_KEEP_ALIVE,
    keepAliveMaxTimeout: CLOUDFLARE_KEEP_ALIVE,
    keepAliveTimeoutThreshold: -CLOUDFLARE_KEEP_ALIVE,
  })
  return {
    ask: (ask, signal, timings, lap) => converse(client, tapped(socket), ask, signal, timings, lap),
    close: () => {
      // Whatever the server does, nothing of it stays open; a late error has nobody to tell.
      socket.on('error', () => undefined)
      void client.destroy().catch(() => undefined)
      socket.destroy()
    },
  }
}

/** Milliseconds for which Cloudflare keeps an idle connection (developers.cloudflare.com/fundamentals/reference/connection-limits). */
export const CLOUDFLARE_KEEP_ALIVE = 900_000

/**
 * The connection was closed before the request could be sent, by the other side or by undici, which was told something
 * before it had asked. There is no other, and with a code of its own undici would ask for one for ever.
 */
const GONE = Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_GONE' })

async function converse(
  client: Client,
  tap: WireTap,
  { method, path, headers, body: sent, limit }: ProbeRequest,
  signal: AbortSignal,
  timings: TimingsSoFar,
  lap: () => number,
): Promise<Exchange> {
  const measured = (): Pick<Exchange, 'timings' | 'wire'> => {
    const wire = tap.wire()
    return { timings, ...(wire !== undefined && { wire }) }
  }
  let head: Head | undefined
  try {
    const answer = await orAborted(
      sendRequest.call(client, { method, path, headers, body: sent ?? null, signal }),
      signal,
    )
    timings.processing = lap()
    head = { status: answer.statusCode, headers: joined(answer.headers) }
    const gathered = nothingGathered()
    await orAborted(gather(answer.body, gathered, limit), signal)
    timings.transfer = lap()
    return { ...measured(), kind: 'completed', head, body: await bodyOf(gathered, head, limit) }
  } catch (failure) {
    const error = signal.aborted ? timedOut(tap.received()) : failureOf(failure, tap.received())
    const took = lap()
    if (head !== undefined) {
      timings.transfer = took
      return { ...measured(), kind: 'failed', phase: 'transfer', error, head }
    }
    timings.processing = took
    return { ...measured(), kind: 'failed', phase: 'processing', error }
  }
}

/** Reads along with undici, which hides how much came before a break, and what. */
function tapped(socket: Socket): WireTap {
  const tap = wireTap()
  const read = socket.read.bind(socket)
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size)
    if (chunk instanceof Uint8Array) tap.take(chunk)
    return chunk
  }
  return tap
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Head['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  )
}
