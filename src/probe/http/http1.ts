import type { Socket } from 'node:net'
import sendRequest from 'undici/lib/api/api-request.js'
import type Client from 'undici/lib/dispatcher/client.js'
import type { Exchange, Head } from '../../domain/exchange.ts'
import { orAborted } from '../../shared/abort.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import { closeClient, undiciClient } from '../network/undici-client.ts'
import type { HttpProtocol, ProbeRequest, TimingsSoFar } from '../types.ts'
import { bodyOf, emptyBody, readBody } from './body.ts'
import { headOf } from './head.ts'
import { wireTap, type WireTap } from './wire-tap.ts'

/** Bytes of response headers: twice Cloudflare's limit, so that headers too large for Cloudflare are recognized. */
export const MAX_HEADER_BYTES = 256 * 1024

/** HTTP/1.1 with undici, one request per connection. */
export const http1: HttpProtocol = {
  alpn: ['http/1.1'],
  send: async (request, socket, signal, timings, elapsed) => {
    const connection = http1Connection(socket)
    try {
      return await connection.send(request, signal, timings, elapsed)
    } finally {
      connection.close()
    }
  },
}

/** An open connection for HTTP/1.1 requests, one after the other. */
export interface Http1Connection {
  /** Sends a request and reads the response, up to the body limit. Never rejects. */
  readonly send: (
    request: ProbeRequest,
    signal: AbortSignal,
    timings: TimingsSoFar,
    elapsed: () => number,
  ) => Promise<Exchange>
  readonly close: () => void
}

export function http1Connection(socket: Socket): Http1Connection {
  const client = undiciClient(socket, { maxHeaderSize: MAX_HEADER_BYTES })
  return {
    send: (request, signal, timings, elapsed) =>
      exchangeOver(client, tapSocket(socket), request, signal, timings, elapsed),
    close: () => closeClient(client, socket),
  }
}

async function exchangeOver(
  client: Client,
  tap: WireTap,
  { method, path, headers, body: requestBody, bodyLimit }: ProbeRequest,
  signal: AbortSignal,
  timings: TimingsSoFar,
  elapsed: () => number,
): Promise<Exchange> {
  const measured = (): Pick<Exchange, 'timings' | 'wire'> => {
    const wire = tap.wire()
    return { timings, ...(wire !== undefined && { wire }) }
  }
  let head: Head | undefined
  try {
    const response = await orAborted(
      sendRequest.call(client, { method, path, headers, body: requestBody ?? null, signal }),
      signal,
    )
    timings.processing = elapsed()
    head = headOf(response.statusCode, response.headers)
    const received = emptyBody()
    await orAborted(readBody(response.body, received, bodyLimit), signal)
    timings.transfer = elapsed()
    return { ...measured(), kind: 'completed', head, body: await bodyOf(received, head, bodyLimit) }
  } catch (cause) {
    const error = signal.aborted ? timedOut(tap.received()) : failureOf(cause, tap.received())
    const duration = elapsed()
    if (head !== undefined) {
      timings.transfer = duration
      return { ...measured(), kind: 'failed', phase: 'transfer', error, head }
    }
    timings.processing = duration
    return { ...measured(), kind: 'failed', phase: 'processing', error }
  }
}

/** Records what undici reads: undici doesn't expose the bytes before a failure. */
function tapSocket(socket: Socket): WireTap {
  const tap = wireTap()
  const read = socket.read.bind(socket)
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size)
    if (chunk instanceof Uint8Array) tap.take(chunk)
    return chunk
  }
  return tap
}
