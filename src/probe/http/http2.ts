import { orAborted } from '../../shared/abort.ts'
import { connect, constants, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2'
import type { Socket } from 'node:net'
import type { Failure, Exchange, Head, Http2Result } from '../../domain/exchange.ts'
import type { Resolution } from '../../domain/dns.ts'
import { bodyOf, gather, nothingGathered } from './body.ts'
import { failureOf, failureCode, timedOut } from '../network/failure.ts'
import { exchange, type TimingsSoFar, type ProbeContext } from './exchange.ts'
import { HEADER_LIMIT } from './http1.ts'
import type { ProbeRequest } from '../plan/plan.ts'

/** What HTTP/2 has other means for (RFC 9113, section 8.2.2). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'keep-alive', 'proxy-connection', 'transfer-encoding'])

/**
 * Asks over HTTP/2, if the server agrees to it in the TLS handshake, as Cloudflare does. Never throws for what the site
 * does. In a break the code is that of the stream or of the connection (RFC 9113, section 7): `RST_STREAM_CANCEL`,
 * `GOAWAY_ENHANCE_YOUR_CALM`; `received` counts the body alone, since node keeps the frames to itself.
 */
export async function sendHttp2(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  way: ProbeContext,
): Promise<Http2Result> {
  let agreed = false
  const found = await exchange(ask, resolution, way, {
    protocols: ['h2', 'http/1.1'],
    send: async (ask, socket, signal, timings, lap) => {
      agreed = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2'
      return agreed ? converse(ask, socket, signal, timings, lap) : hungUp(socket, timings)
    },
  })
  return agreed ? { agreed, exchange: found } : { agreed: false }
}

/** The server speaks HTTP/1.1 alone, and has been asked that before. */
function hungUp(socket: Socket, timings: TimingsSoFar): Exchange {
  socket.destroy()
  const error: Failure = { reason: 'other', code: 'NOT_AGREED', received: 0 }
  return { timings, kind: 'failed', phase: 'tls', error }
}

async function converse(
  ask: ProbeRequest,
  socket: Socket,
  signal: AbortSignal,
  timings: TimingsSoFar,
  lap: () => number,
): Promise<Exchange> {
  const session = connect('https://origin', {
    createConnection: () => socket,
    settings: { enablePush: false, maxHeaderListSize: HEADER_LIMIT },
    // Beyond node's own 128 it would reset the stream, and the origin would seem to have.
    maxHeaderListPairs: 4000,
  })
  const gathered = nothingGathered()
  let ending: Failure | undefined
  // The connection's own word says more than what becomes of the streams on it.
  session.once('goaway', (code) => {
    ending ??= closedWith('GOAWAY', code)
  })
  session.on('error', (error) => {
    ending ??= failureOf(error)
  })
  session.once('close', () => {
    ending ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 }
  })
  let head: Head | undefined
  try {
    const stream = session.request(fieldsOf(ask), { endStream: true })
    const ended = endOf(stream)
    const headers = await orAborted(responseOf(stream, ended), signal)
    timings.processing = lap()
    head = headOf(headers)
    await orAborted(gather(stream, gathered), signal)
    // Node ends a body without complaint when the other side cancels the stream in the middle of it.
    if (gathered.complete) await orAborted(ended, signal)
    timings.transfer = lap()
    return { timings, kind: 'completed', head, body: await bodyOf(gathered, head) }
  } catch (failure) {
    const took = lap()
    // A stream ends before the connection does that takes it along.
    await new Promise(setImmediate)
    const error = signal.aborted
      ? timedOut(gathered.bytes)
      : { ...(ending ?? breakIn(failure)), received: gathered.bytes }
    if (head !== undefined) {
      timings.transfer = took
      return { timings, kind: 'failed', phase: 'transfer', error, head }
    }
    timings.processing = took
    return { timings, kind: 'failed', phase: 'processing', error }
  } finally {
    socket.on('error', () => undefined)
    session.destroy()
    socket.destroy()
  }
}

/** How a stream came to its end, when it was not the end of an answer. */
class StreamReset extends Error {
  override readonly name = 'StreamReset'
  readonly rstCode: number
  constructor(rstCode: number) {
    super()
    this.rstCode = rstCode
  }
}

/** Resolves when the stream has ended as it should. */
function endOf(stream: ClientHttp2Stream): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    // Any other error is the connection's, whatever code the stream got from it.
    stream.on('error', (error) =>
      reject(failureCode(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error),
    )
    stream.once('close', () =>
      stream.rstCode === constants.NGHTTP2_NO_ERROR ? resolve() : reject(new StreamReset(stream.rstCode)),
    )
  })
  // It may end before anybody waits for it.
  ended.catch(() => undefined)
  return ended
}

/** The final head of the answer. A stream that ends before it has none. */
function responseOf(stream: ClientHttp2Stream, ended: Promise<void>): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    stream.once('response', resolve)
    ended.then(() => reject(new StreamReset(constants.NGHTTP2_NO_ERROR)), reject)
  })
}

function breakIn(failure: unknown): Failure {
  if (!(failure instanceof StreamReset)) return failureOf(failure)
  if (failure.rstCode === constants.NGHTTP2_NO_ERROR)
    return { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 }
  return { ...closedWith('RST_STREAM', failure.rstCode), reason: 'reset' }
}

function closedWith(how: 'GOAWAY' | 'RST_STREAM', code: number): Failure {
  return { reason: 'closed', code: `${how}_${NAMES.get(code) ?? code}`, received: 0 }
}

/** `11` → `ENHANCE_YOUR_CALM`. */
const NAMES: ReadonlyMap<number, string> = new Map(
  [
    ...(['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT'] as const),
    ...(['STREAM_CLOSED', 'FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR'] as const),
    ...(['CONNECT_ERROR', 'ENHANCE_YOUR_CALM', 'INADEQUATE_SECURITY', 'HTTP_1_1_REQUIRED'] as const),
  ].map((name, code) => [code, name]),
)

function fieldsOf({ method, path, headers }: ProbeRequest): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_IN_HTTP2.has(name))),
    ':method': method,
    ':path': path,
    ':authority': headers['host'] ?? '',
    ':scheme': 'https',
  }
}

function headOf(headers: IncomingHttpHeaders): Head {
  const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
  return {
    status: Number(headers[':status']),
    headers: Object.fromEntries(fields.map(([name, value]) => [name, [value ?? ''].flat().join(', ')])),
  }
}
