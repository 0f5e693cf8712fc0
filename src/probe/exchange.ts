import { isIP, type Socket } from 'node:net'
import type { Dispatcher } from 'undici'
import sendRequest from 'undici/lib/api/api-request.js'
import Client from 'undici/lib/dispatcher/client.js'
import type { Body, Break, Exchange, Head, Phase, TlsSession } from '../domain/exchange.ts'
import type { Resolution } from '../domain/resolution.ts'
import { breakOf, timedOut } from './break.ts'
import { deadline, orAborted, stopwatch, type Clock } from './clock.ts'
import { connectTo } from './connect.ts'
import { shakeHands } from './handshake.ts'
import type { Network } from './network.ts'
import type { Ask } from './plan.ts'

/** Bytes of a body that are kept. More are not read. */
export const BODY_LIMIT = 64 * 1024
/** Bytes of response headers that we take: twice what Cloudflare takes, so that too many are seen as such. */
const HEADER_LIMIT = 256 * 1024

export interface Way {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Milliseconds for the whole exchange. */
  readonly timeout: number
  /** Told the addresses that an origin's name resolves to, before anything is said about them: they are secret too. */
  readonly reveal: (addresses: readonly string[]) => void
}

/** Asks once, over a connection of its own that is closed in every case. Never throws for what the site does. */
export async function exchange(ask: Ask, resolution: Promise<Resolution>, way: Way): Promise<Exchange> {
  const { signal, clear } = deadline(way.timeout, way.signal)
  const timings: { -readonly [P in Phase]?: number } = {}
  try {
    return await phases(ask, resolution, { ...way, signal }, timings)
  } finally {
    clear()
  }
}

async function phases(
  ask: Ask,
  resolution: Promise<Resolution>,
  { network, clock, signal }: Way,
  timings: { -readonly [P in Phase]?: number },
): Promise<Exchange> {
  const broken = (phase: Exclude<Phase, 'transfer'>, error: Break, tls?: TlsSession): Exchange => ({
    timings,
    ...(tls !== undefined && { tls }),
    kind: 'broken',
    phase,
    error,
  })
  const resolved = await orAborted(resolution, signal).catch(() => undefined)
  if (resolved === undefined) return broken('resolve', timedOut())
  if (resolved.took > 0) timings.resolve = resolved.took
  if (resolved.kind === 'failed') {
    const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved'
    return broken('resolve', { reason, code: resolved.code, received: 0 })
  }

  const lap = stopwatch(clock)
  const connection = await connectTo(resolved.addresses, ask.port, network, signal)
  timings.connect = lap()
  if (!connection.ok) return broken('connect', connection.error)

  let socket: Socket = connection.socket
  let session: TlsSession | undefined
  if (ask.tls !== undefined) {
    const originCa = ask.tls.trust === 'cloudflare' ? network.originCa : []
    // Cloudflare accepts a certificate for the requested name, and one for the name that it dials.
    const dialled = ask.tls.trust === 'cloudflare' && isIP(ask.host) === 0 ? [ask.host] : []
    const names = [ask.tls.servername, ...dialled] as const
    const handshake = await shakeHands(connection.socket, names, originCa, clock, signal)
    timings.tls = lap()
    if (!handshake.ok) return broken('tls', handshake.error)
    socket = handshake.socket
    session = handshake.session
    const fault = session.certificate.faults[0]
    // A visitor's browser stops here. Cloudflare may not: its mode decides, and what lies behind is worth knowing.
    if (ask.tls.trust === 'visitors' && fault !== undefined) {
      socket.destroy()
      return broken(
        'tls',
        { reason: 'untrusted', code: session.certificate.chainError || fault, received: 0 },
        session,
      )
    }
  }
  return {
    ...(await request(ask, socket, signal, timings, lap)),
    ...(session !== undefined && { tls: session }),
  }
}

/** Sends the request over an open connection and reads the answer, as far as we care for it. */
async function request(
  ask: Ask,
  socket: Socket,
  signal: AbortSignal,
  timings: { -readonly [P in Phase]?: number },
  lap: () => number,
): Promise<Exchange> {
  const received = countReads(socket)
  const client = new Client(`http://${ask.headers['host'] ?? 'localhost'}`, {
    // In its own time: undici waits forever for a connector that answers before it has returned.
    connect: (_options, callback) => queueMicrotask(() => callback(null, socket)),
    allowH2: false,
    pipelining: 1,
    // One deadline covers it all; undici's own are coarse, and a slow drip resets them.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: HEADER_LIMIT,
  })
  let head: Head | undefined
  try {
    const what =
      ask.post === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body: ask.post }
    const sent = sendRequest.call(client, { ...what, path: ask.path, headers: ask.headers, signal })
    const answer = await orAborted(sent, signal)
    timings.processing = lap()
    head = { status: answer.statusCode, headers: joined(answer.headers) }
    const body = await orAborted(bodyOf(answer.body, ask.limit ?? BODY_LIMIT), signal)
    timings.transfer = lap()
    return { timings, kind: 'answered', head, body }
  } catch (failure) {
    const error = signal.aborted ? timedOut(received()) : breakOf(failure, received())
    const took = lap()
    if (head !== undefined) {
      timings.transfer = took
      return { timings, kind: 'broken', phase: 'transfer', error, head }
    }
    timings.processing = took
    return { timings, kind: 'broken', phase: 'processing', error }
  } finally {
    // Whatever the server does, nothing of it stays open; a late error has nobody to tell.
    socket.on('error', () => undefined)
    void client.destroy().catch(() => undefined)
    socket.destroy()
  }
}

/** Counts what undici reads of the stream: it hides how much came before a break. */
function countReads(socket: Socket): () => number {
  let bytes = 0
  const read = socket.read.bind(socket)
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size)
    if (chunk instanceof Uint8Array) bytes += chunk.byteLength
    return chunk
  }
  return () => bytes
}

async function bodyOf(stream: Dispatcher.ResponseData['body'], limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let complete = true
  for await (const chunk of stream) {
    chunks.push(chunk.subarray(0, Math.max(0, limit - bytes)))
    bytes += chunk.byteLength
    if (bytes > limit) {
      complete = false
      break
    }
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes, complete }
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Head['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  )
}
