import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import type { TlsInspection } from '../../domain/tls-inspection.ts'
import type { Resolution } from '../../domain/dns.ts'
import { alertOf, failureCode } from '../network/failure.ts'
import { deadline } from '../network/clock.ts'
import { connectTo } from '../network/connect.ts'
import type { ProbeContext } from '../http/exchange.ts'
import { offerOf } from './handshake.ts'
import type { ProbeRequest } from '../plan/plan.ts'
import { plaintextRecordsOf } from './records.ts'

/** Bytes in the clear that are kept: a whole first flight of a server has fewer. */
const CAPTURE_LIMIT = 64 * 1024

/** Everything that OpenSSL still knows, for a server that turns the usual offer down. */
const OUTDATED: ConnectionOptions = { minVersion: 'TLSv1', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' }

/** Alerts of a server that found nothing in our offer that it knows: handshake_failure, protocol_version, insufficient_security. */
const NOTHING_IN_COMMON = new Set([40, 70, 71])
/** What our own side says of a server that chose what we do not take. */
const TURNED_DOWN =
  /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*KEY_TOO_SMALL|.*MD_TOO_WEAK|.*BAD_SIGNATURE.*)$/

/**
 * Says hello in TLS and looks at what comes back from beneath. A request follows the handshake, since a server that wants a
 * client certificate turns us down only after it (RFC 8446, section 4.4.2.4), and since it ends the wait for any other.
 */
export async function inspectTls(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  way: ProbeContext,
): Promise<TlsInspection> {
  const { signal, clear } = deadline(way.timeout, way.signal)
  try {
    const { greeting, code } = await hello(ask, resolution, { ...way, signal }, {})
    const inVain = NOTHING_IN_COMMON.has(greeting.alert ?? 0) || TURNED_DOWN.test(code)
    if (greeting.handshakeCompleted || !inVain) return greeting
    const { session } = await hello(ask, resolution, { ...way, signal }, OUTDATED)
    return { ...greeting, ...(session !== undefined && { legacy: session }) }
  } finally {
    clear()
  }
}

interface Heard {
  readonly greeting: TlsInspection
  /** Node's or OpenSSL's code for how it ended; empty when nothing was wrong. */
  readonly code: string
  readonly session?: Session
}

type Session = NonNullable<TlsInspection['legacy']>

const MUTE: Heard = {
  greeting: { protocol: 'nothing', handshakeCompleted: false, requestsCertificate: false },
  code: '',
}

async function hello(
  ask: ProbeRequest,
  resolution: Promise<Resolution>,
  { network, signal }: ProbeContext,
  offer: ConnectionOptions,
): Promise<Heard> {
  const { tls } = ask
  if (tls === undefined) return MUTE
  const resolved = await resolution
  if (resolved.kind === 'failed') return MUTE
  const connection = await connectTo(resolved.addresses, ask.port, network, signal)
  if (!connection.ok) return MUTE
  const { tapped, kept } = tap(connection.socket)
  const secure = connect({ ...offerOf({ tls, protocols: ['http/1.1'] }), ...offer, socket: tapped })
  const { error, session } = await turnedDown(secure, ask, signal)
  secure.destroy()
  connection.socket.destroy()
  const alert = alertOf(error)
  const handshakeCompleted = session !== undefined
  return {
    greeting: { ...plaintextRecordsOf(kept()), handshakeCompleted, ...(alert !== undefined && { alert }) },
    code: error === undefined ? '' : failureCode(error),
    ...(handshakeCompleted && { session }),
  }
}

/** The first that the server says after the handshake, or why there is none. */
function turnedDown(
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

/** Puts itself between a connection and the TLS on top of it, and keeps the first bytes that arrive. */
function tap(wire: Socket): { readonly tapped: Duplex; readonly kept: () => Uint8Array } {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const tapped = new Duplex({
    read: () => void wire.resume(),
    write: (chunk: Uint8Array, _, done) => void wire.write(chunk, () => done()),
    final: (done) => void wire.end(() => done()),
    destroy: (error, done) => {
      wire.destroy()
      done(error)
    },
  })
  wire.on('data', (chunk) => {
    if (bytes < CAPTURE_LIMIT) chunks.push(chunk.subarray(0, CAPTURE_LIMIT - bytes))
    bytes = Math.min(CAPTURE_LIMIT, bytes + chunk.byteLength)
    if (!tapped.push(chunk)) wire.pause()
  })
  wire.on('end', () => tapped.push(null))
  wire.on('error', (error) => tapped.destroy(error))
  wire.on('close', () => tapped.destroy())
  return { tapped, kept: () => Buffer.concat(chunks) }
}
