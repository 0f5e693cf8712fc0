import type { TlsInspection } from '../../domain/recheck.ts'
import { Duplex } from 'node:stream'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import type { Resolution } from '../../domain/dns.ts'
import { deadline } from '../network/clock.ts'
import { openSocket, usesProxy } from '../network/connect.ts'
import { alertOf, failureCode } from '../network/failure.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { connectionOptions } from './handshake.ts'
import { plaintextRecordsOf } from './records.ts'

/** Received bytes to keep: a server's first flight is smaller. */
const CAPTURE_LIMIT = 64 * 1024

/** Every protocol and cipher that OpenSSL still supports, for a server that rejects the default offer. */
const LEGACY: ConnectionOptions = { minVersion: 'TLSv1', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' }

/** Alerts from a server that supports nothing we offer: handshake_failure, protocol_version, insufficient_security. */
const NOTHING_IN_COMMON = new Set([40, 70, 71])
/** OpenSSL's codes for a server that selected something our default settings reject. */
const REJECTED_SELECTION =
  /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*KEY_TOO_SMALL|.*MD_TOO_WEAK|.*BAD_SIGNATURE.*)$/

/**
 * Starts a TLS handshake and inspects the records in the response. Sends a request after it, because with TLS 1.3 a
 * server rejects a missing client certificate only then (RFC 8446, section 4.4.2.4), and the response ends the wait
 * for others.
 */
export async function inspectTls(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<TlsInspection> {
  const { signal, clear } = deadline(context.timeout, context.signal)
  try {
    const { inspection, code } = await tryHandshake(request, resolution, { ...context, signal }, {})
    const retryWithLegacy = NOTHING_IN_COMMON.has(inspection.alert ?? 0) || REJECTED_SELECTION.test(code)
    if (inspection.handshakeCompleted || !retryWithLegacy) return inspection
    const { session } = await tryHandshake(request, resolution, { ...context, signal }, LEGACY)
    return { ...inspection, ...(session !== undefined && { legacy: session }) }
  } finally {
    clear()
  }
}

interface HandshakeAttempt {
  readonly inspection: TlsInspection
  /** Node's or OpenSSL's error code; empty if there was none. */
  readonly code: string
  readonly session?: Session
}

type Session = NonNullable<TlsInspection['legacy']>

const NO_RESPONSE: HandshakeAttempt = {
  inspection: { protocol: 'nothing', handshakeCompleted: false, requestsCertificate: false },
  code: '',
}

async function tryHandshake(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  { network, signal }: ProbeContext,
  offer: ConnectionOptions,
): Promise<HandshakeAttempt> {
  const { tls } = request
  if (tls === undefined) return NO_RESPONSE
  const resolved = usesProxy(request, network) ? undefined : await resolution
  if (resolved?.kind === 'failed') return NO_RESPONSE
  const connection = await openSocket(request, resolved?.addresses ?? [], network, signal)
  if (!connection.ok) return NO_RESPONSE
  const { stream, captured } = captureFrom(connection.socket)
  const secure = connect({ ...connectionOptions({ tls, alpn: ['http/1.1'] }), ...offer, socket: stream })
  const { error, session } = await firstResponse(secure, request, signal)
  secure.destroy()
  connection.socket.destroy()
  const alert = alertOf(error)
  const handshakeCompleted = session !== undefined
  return {
    inspection: {
      ...plaintextRecordsOf(captured()),
      handshakeCompleted,
      ...(alert !== undefined && { alert }),
    },
    code: error === undefined ? '' : failureCode(error),
    ...(handshakeCompleted && { session }),
  }
}

/** Waits for the first bytes after the handshake, or for an error. */
function firstResponse(
  secure: TLSSocket,
  { method, path, headers }: ProbeRequest,
  signal: AbortSignal,
): Promise<{ readonly error: unknown; readonly session: Session | undefined }> {
  return new Promise((settle) => {
    let session: Session | undefined
    const finish = (error?: unknown): void => {
      signal.removeEventListener('abort', abort)
      secure.removeListener('error', finish).on('error', () => undefined)
      settle({ error, session })
    }
    const abort = (): void => finish()
    secure.once('error', finish)
    secure.once('close', () => finish())
    secure.once('data', () => finish())
    secure.once('secureConnect', () => {
      session = { protocol: secure.getProtocol() ?? 'unknown', cipher: secure.getCipher().name }
      secure.write(
        `${method} ${path} HTTP/1.1\r\nHost: ${headers['host'] ?? ''}\r\nConnection: close\r\n\r\n`,
      )
    })
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
  })
}

/** A stream for TLS on top of a connection, which keeps the first bytes received. */
function captureFrom(socket: Duplex): { readonly stream: Duplex; readonly captured: () => Uint8Array } {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Uint8Array, _, done) => void socket.write(chunk, () => done()),
    final: (done) => void socket.end(() => done()),
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  socket.on('data', (chunk: Buffer) => {
    if (bytes < CAPTURE_LIMIT) chunks.push(chunk.subarray(0, CAPTURE_LIMIT - bytes))
    bytes = Math.min(CAPTURE_LIMIT, bytes + chunk.byteLength)
    if (!stream.push(chunk)) socket.pause()
  })
  socket.on('end', () => stream.push(null))
  socket.on('error', (error) => stream.destroy(error))
  socket.on('close', () => stream.destroy())
  return { stream, captured: () => Buffer.concat(chunks) }
}
