import type { Duplex } from 'node:stream'
import type { DeviationKind } from '../../domain/deviation.ts'
import type { Exchange, Failure } from '../../domain/exchange.ts'
import { asCode } from '../../shared/text.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import type { HttpProtocol, ProbeRequest, TimingsSoFar } from '../types.ts'
import { bodyCollector, isFollowed, READ_LIMIT, READ_ON_TIME, type BodyCollector } from './body.ts'
import { responseReader, type ResponseReader } from './reader/response-reader.ts'
import { requestBytes } from './request-head.ts'

/** Milliseconds to wait for the rest of an invalid head, so that its description doesn't depend on packets. */
const INVALID_HEAD_TIME = 1000

/** HTTP/1.1, one request per connection. */
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
  /**
   * Sends a request and reads the response to its end, within limits. Never rejects. `onBody` gets the bytes of the
   * body, for content that is not text.
   */
  readonly send: (
    request: ProbeRequest,
    signal: AbortSignal,
    timings: TimingsSoFar,
    elapsed: () => number,
    onBody?: (bytes: Uint8Array) => void,
  ) => Promise<Exchange>
  readonly close: () => void
}

/** What a request in progress learns from its connection. */
interface Listener {
  readonly onData: (chunk: Uint8Array) => void
  readonly onEnd: () => void
  readonly onError: (error: unknown) => void
}

/** @param socket a connection, or any other stream that ends as one does */
export function http1Connection(socket: Duplex): Http1Connection {
  let listener: Listener | undefined
  let unusable: Failure | undefined
  let surplus = 0
  const end = (): void => {
    unusable ??= CONNECTION_GONE
    listener?.onEnd()
  }
  socket.on('error', (error) => {
    unusable ??= failureOf(error)
    listener?.onError(error)
  })
  socket.on('end', end)
  socket.on('close', end)
  socket.on('data', (chunk: Buffer) => {
    if (listener !== undefined) return listener.onData(chunk)
    unusable ??= SURPLUS_DATA
    surplus += chunk.byteLength
    if (surplus > MAX_SURPLUS) socket.pause()
  })
  return {
    send: async (request, signal, timings, elapsed, onBody) => {
      const bytes = requestBytes(request)
      const failed = (error: Failure): Exchange => ({ timings, kind: 'failed', phase: 'processing', error })
      if (bytes === undefined) return failed({ reason: 'other', code: 'INVALID_REQUEST', received: 0 })
      // The connection may have ended before anything listened to it.
      if (socket.destroyed) unusable ??= socket.errored === null ? CONNECTION_GONE : failureOf(socket.errored)
      if (unusable !== undefined) return failed(unusable)
      const exchanged = await exchangeOver({
        request,
        signal,
        elapsed,
        ...(onBody !== undefined && { onBody }),
        start: (started) => {
          listener = started
          socket.write(bytes)
        },
      })
      listener = undefined
      if (exchanged.surplus) unusable ??= SURPLUS_DATA
      return exchangeOf(exchanged, signal, timings, elapsed)
    },
    close: () => socket.destroy(),
  }
}

/** The server closed the connection before a request could be sent on it. */
const CONNECTION_GONE: Failure = { reason: 'closed', code: 'CONNECTION_GONE', received: 0 }

/** The server sent more than its response, so it is unclear where the next response starts. */
const SURPLUS_DATA: Failure = { reason: 'protocol', code: 'SURPLUS_DATA', received: 0 }

/**
 * Bytes to read while no request is in progress: enough to notice that the server closes after a late error page. A
 * server that keeps sending is not read any further.
 */
const MAX_SURPLUS = 64 * 1024

/** The code of a response that exceeds a limit of the reader. */
export const TOO_LARGE = 'TOO_LARGE'

/** How the reading of a response ended. */
interface Exchanged {
  readonly reader: ResponseReader
  readonly body: BodyCollector | undefined
  /** Milliseconds until the head was complete. */
  readonly processing: number | undefined
  /** Why it ended before the response did. `enough`: the rest of the body is not needed. */
  readonly interrupted: 'enough' | Failure | undefined
  /** The server sent more than the response. */
  readonly surplus: boolean
}

function exchangeOver({
  request: { method, bodyLimit, keepLimit, beginningOnly },
  signal,
  elapsed,
  onBody,
  start,
}: {
  readonly request: ProbeRequest
  readonly signal: AbortSignal
  readonly elapsed: () => number
  readonly onBody?: (bytes: Uint8Array) => void
  readonly start: (listener: Listener) => void
}): Promise<Exchanged> {
  return new Promise((settle) => {
    let body: BodyCollector | undefined
    let processing: number | undefined
    let timer: NodeJS.Timeout | undefined
    let finished = false
    const reader = responseReader(method, {
      onHead: (head) => {
        processing = elapsed()
        clearTimeout(timer)
        timer = undefined
        body = bodyCollector(head, bodyLimit, keepLimit)
      },
      onBody: (bytes) => {
        body?.take(bytes)
        onBody?.(bytes)
      },
    })
    const finish = (interrupted?: 'enough' | Failure, surplus = false): void => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      // The beginning of a line may already show that it isn't HTTP.
      if (interrupted !== 'enough' && reader.isRejected()) reader.close()
      settle({ reader, body, processing, interrupted, surplus })
    }
    // A page whose beginning was read in time is not late.
    const abort = (): void => finish(body?.isFull() === true ? 'enough' : timedOut(reader.received()))
    const onData = (chunk: Uint8Array): void => {
      if (finished) return
      const taken = reader.take(chunk)
      const state = reader.state()
      if (state !== 'head' && state !== 'body') return finish(undefined, taken < chunk.length)
      if (reader.isRejected()) {
        // The rest of the head may have more deviations. The body of an invalid head isn't needed.
        if (state === 'body') finish()
        else timer ??= setTimeout(() => finish(), INVALID_HEAD_TIME)
      } else if (body !== undefined && reader.received() >= READ_LIMIT) {
        // All bytes count, because chunk lines may outweigh the body.
        finish('enough')
      } else if (body?.isFull() === true) {
        if (beginningOnly === true) finish('enough')
        else timer ??= setTimeout(() => finish('enough'), READ_ON_TIME)
      }
    }
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
    start({
      onData,
      onEnd: () => {
        // A reset is followed by the end of the stream, which must not count as the end of the response.
        if (!finished) reader.close()
        finish()
      },
      onError: (error) => finish(failureOf(error, reader.received())),
    })
  })
}

async function exchangeOf(
  { reader, body, processing, interrupted }: Exchanged,
  signal: AbortSignal,
  timings: TimingsSoFar,
  elapsed: () => number,
): Promise<Exchange> {
  const last = elapsed()
  const [head, wire, rejection] = [reader.head(), reader.wire(), reader.rejection()]
  const measured = { timings, ...(wire !== undefined && { wire }) }
  timings.processing = processing ?? last
  const inHead = head === undefined || rejection?.inHead === true
  if (!inHead) timings.transfer = last
  const whole = reader.state() === 'complete'
  const enough = whole || interrupted === 'enough' || (head !== undefined && isFollowed(head))
  if (head !== undefined && rejection === undefined && enough) {
    const read = body ?? bodyCollector(head)
    return { ...measured, kind: 'completed', head, body: await read.finish(whole, signal) }
  }
  body?.discard()
  const error = rejection === undefined ? interruption(reader, interrupted) : invalid(rejection.kind, reader)
  return inHead
    ? { ...measured, kind: 'failed', phase: 'processing', error }
    : { ...measured, kind: 'failed', phase: 'transfer', error, head }
}

/** The code of an invalid response is the kind of its first deviation that proxies reject. */
function invalid(kind: DeviationKind, reader: ResponseReader): Failure {
  return { reason: 'protocol', code: asCode(kind), received: reader.received() }
}

function interruption(reader: ResponseReader, interrupted: Exchanged['interrupted']): Failure {
  const received = reader.received()
  if (reader.state() === 'too-large') return { reason: 'protocol', code: TOO_LARGE, received }
  return typeof interrupted === 'object' ? interrupted : { reason: 'closed', code: 'CLOSED', received }
}
