import type { Http2Result } from '../../domain/recheck.ts'
import { connect, constants, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2'
import type { Duplex } from 'node:stream'
import type { Resolution } from '../../domain/dns.ts'
import type { DeviationKind } from '../../domain/deviation.ts'
import type { Failure, Exchange, Head, WireDetails } from '../../domain/exchange.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { orAborted } from '../../shared/abort.ts'
import { failureOf, failureCode, timedOut } from '../network/failure.ts'
import type { ProbeContext, ProbeRequest, TimingsSoFar } from '../types.ts'
import { bodyCollector, READ_LIMIT, READ_ON_TIME, type BodyCollector } from './body.ts'
import { exchange, failedResponse } from './exchange.ts'
import { fieldsIn, headOf } from './head.ts'
import { MAX_FIELDS } from './reader/field-lines.ts'
import { MAX_HEADER_BYTES } from './reader/head-reader.ts'

/** Headers that HTTP/2 forbids or replaces (RFC 9113, sections 8.2.2 and 8.3.1). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'keep-alive', 'proxy-connection', 'transfer-encoding'])

/**
 * Sends the request over HTTP/2 if the server selects it in the TLS handshake, as Cloudflare does. Never throws for
 * what the site does. A failure's code is that of the stream or the connection (RFC 9113, section 7), such as
 * `RST_STREAM_CANCEL` or `GOAWAY_ENHANCE_YOUR_CALM`. `received` counts the body only: Node doesn't expose the frames.
 */
export async function sendHttp2(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<Http2Result> {
  let agreed = false
  const result = await exchange(request, resolution, context, {
    alpn: ['h2', 'http/1.1'],
    send: async (sent, socket, signal, timings, elapsed) => {
      agreed = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2'
      return agreed ? sendOverHttp2(sent, socket, signal, timings, elapsed) : notAgreed(socket, timings)
    },
  })
  return agreed ? { agreed, exchange: result } : { agreed: false }
}

/** The server selected HTTP/1.1, which another probe has already covered. */
function notAgreed(socket: Duplex, timings: TimingsSoFar): Exchange {
  socket.destroy()
  const error: Failure = { reason: 'other', code: 'NOT_AGREED', received: 0 }
  return { timings, kind: 'failed', phase: 'tls', error }
}

async function sendOverHttp2(
  request: ProbeRequest,
  socket: Duplex,
  signal: AbortSignal,
  timings: TimingsSoFar,
  elapsed: () => number,
): Promise<Exchange> {
  const session = connect('https://origin', {
    createConnection: () => socket,
    settings: { enablePush: false, maxHeaderListSize: MAX_HEADER_BYTES },
    // With Node's default of 128, Node would reset the stream, which would look like a reset by the origin.
    maxHeaderListPairs: MAX_FIELDS,
  })
  let body: BodyCollector | undefined
  // The connection's error explains more than the resulting errors of its streams.
  let connectionFailure: Failure | undefined
  session.once('goaway', (code) => {
    connectionFailure ??= http2Failure('GOAWAY', code)
  })
  session.on('error', (error) => {
    connectionFailure ??= failureOf(error)
  })
  session.once('close', () => {
    connectionFailure ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 }
  })
  let head: Head | undefined
  try {
    const stream = session.request(http2Headers(request), { endStream: true })
    const ended = streamEnd(stream)
    const headers = await orAborted(responseHeaders(stream, ended), signal)
    timings.processing = elapsed()
    head = http2Head(headers)
    body = bodyCollector(head, request.bodyLimit)
    const finished = await orAborted(readToEnd(stream, ended, body), signal)
    // Node ends the body without an error when the server cancels the stream in the middle of it.
    if (finished) await orAborted(ended, signal)
    timings.transfer = elapsed()
    return { timings, wire: wireOf(), kind: 'completed', head, body: await body.finish(finished, signal) }
  } catch (cause) {
    body?.discard()
    const duration = elapsed()
    // The stream's error arrives before the event of the connection that caused it.
    await new Promise(setImmediate)
    const received = body?.received() ?? 0
    const error = signal.aborted
      ? timedOut(received)
      : { ...(connectionFailure ?? streamFailure(cause)), received }
    return { ...failedResponse(error, head, timings, duration), wire: wireOf(error) }
  } finally {
    socket.on('error', () => undefined)
    session.destroy()
    socket.destroy()
  }
}

/** Reads a body within limits. Resolves to whether its end was reached. */
function readToEnd(stream: ClientHttp2Stream, ended: Promise<void>, body: BodyCollector): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const finish = (finished: boolean): void => {
      clearTimeout(timer)
      resolve(finished)
    }
    const readOn = (): void => {
      timer ??= setTimeout(finish, READ_ON_TIME, false)
    }
    if (body.isFull()) readOn()
    stream.on('data', (chunk: Buffer) => {
      body.take(chunk)
      if (!body.isFull()) return
      if (body.received() >= READ_LIMIT) finish(false)
      else readOn()
    })
    stream.once('end', () => finish(true))
    ended.catch((error: unknown) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

/** What is known about the frames. Node exposes neither their bytes nor the offset of a deviation. */
function wireOf(error?: Failure): WireDetails {
  const kind = error === undefined ? undefined : deviationOf(error)
  return {
    opening: untrusted(''),
    version: '2',
    contentLength: [],
    transferEncoding: [],
    ...(kind !== undefined && { deviations: [{ kind, offset: error?.received ?? 0 }] }),
  }
}

function deviationOf({ code, reason }: Failure): DeviationKind | undefined {
  if (code.startsWith('RST_STREAM_')) return 'http2-stream-reset'
  if (code.startsWith('GOAWAY_')) return 'http2-goaway'
  return reason === 'protocol' ? 'http2-protocol' : undefined
}

/** The stream ended before the end of the response. */
class StreamReset extends Error {
  override readonly name = 'StreamReset'
  readonly rstCode: number
  constructor(rstCode: number) {
    super()
    this.rstCode = rstCode
  }
}

/** Resolves when the stream has ended without an error. */
function streamEnd(stream: ClientHttp2Stream): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    // Any other error comes from the connection, whatever code the stream got from it.
    stream.on('error', (error) =>
      reject(failureCode(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error),
    )
    stream.once('close', () =>
      stream.rstCode === constants.NGHTTP2_NO_ERROR ? resolve() : reject(new StreamReset(stream.rstCode)),
    )
  })
  // Prevents an unhandled rejection when it ends before a caller awaits it.
  ended.catch(() => undefined)
  return ended
}

/** The final response headers. Rejects when the stream ends without them. */
function responseHeaders(stream: ClientHttp2Stream, ended: Promise<void>): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    stream.once('response', resolve)
    ended.then(() => reject(new StreamReset(constants.NGHTTP2_NO_ERROR)), reject)
  })
}

function streamFailure(cause: unknown): Failure {
  if (!(cause instanceof StreamReset)) return failureOf(cause)
  if (cause.rstCode === constants.NGHTTP2_NO_ERROR)
    return { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 }
  return { ...http2Failure('RST_STREAM', cause.rstCode), reason: 'reset' }
}

function http2Failure(frame: 'GOAWAY' | 'RST_STREAM', code: number): Failure {
  return { reason: 'closed', code: `${frame}_${ERROR_NAMES.get(code) ?? code}`, received: 0 }
}

/** `11` → `ENHANCE_YOUR_CALM` (RFC 9113, section 7). */
const ERROR_NAMES: ReadonlyMap<number, string> = new Map(
  [
    ...(['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT'] as const),
    ...(['STREAM_CLOSED', 'FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR'] as const),
    ...(['CONNECT_ERROR', 'ENHANCE_YOUR_CALM', 'INADEQUATE_SECURITY', 'HTTP_1_1_REQUIRED'] as const),
  ].map((name, code) => [code, name]),
)

function http2Headers({ method, path, headers }: ProbeRequest): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_IN_HTTP2.has(name))),
    ':method': method,
    ':path': path,
    ':authority': headers['host'] ?? '',
    ':scheme': 'https',
  }
}

function http2Head(headers: IncomingHttpHeaders): Head {
  const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
  return headOf(Number(headers[':status']), fieldsIn(Object.fromEntries(fields)))
}
