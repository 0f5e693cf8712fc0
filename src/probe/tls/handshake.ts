import { isIP, type Socket } from 'node:net'
import {
  connect,
  createSecureContext,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import type { ClientCertificate } from '../../domain/config.ts'
import type { Failure, TlsSession } from '../../domain/exchange.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import { certificateOf, type FurtherRoots } from './certificate.ts'
import type { Clock } from '../network/clock.ts'
import type { TlsOptions } from '../plan/plan.ts'

export type Handshake =
  | { readonly ok: true; readonly socket: TLSSocket; readonly session: TlsSession }
  | { readonly ok: false; readonly error: Failure }

/** How a client introduces itself: `protocols` by their names of ALPN. */
export interface TlsClientOptions {
  readonly tls: TlsOptions
  readonly protocols: readonly string[]
  /** The certificate may also be for one of these. */
  readonly otherNames?: readonly string[]
  readonly roots?: FurtherRoots
}

/**
 * Speaks TLS on an open connection. The certificate is judged, never the reason to stop: the caller decides. It may be for
 * the name that is asked for, and for any of the others.
 */
export function startTls(
  socket: Socket,
  hello: TlsClientOptions,
  clock: Clock,
  signal: AbortSignal,
): Promise<Handshake> {
  return new Promise((settle) => {
    const { tls, otherNames = [], roots = { cloudflare: [], own: [] } } = hello
    const secure = connect({ ...offerOf(hello), secureContext: contextOf(tls.client), socket })
    const finish = (handshake: Handshake): void => {
      signal.removeEventListener('abort', abort)
      secure.removeListener('error', fail)
      if (!handshake.ok) secure.on('error', () => undefined).destroy()
      settle(handshake)
    }
    const abort = (): void => finish({ ok: false, error: timedOut() })
    const fail = (error: unknown): void => finish({ ok: false, error: failureOf(error) })
    secure.once('error', fail)
    secure.once('secureConnect', () => {
      const certificate = certificateOf(secure, [tls.servername, ...otherNames], clock.now(), roots)
      if (certificate === undefined) {
        return finish({ ok: false, error: { reason: 'protocol', code: 'NO_CERTIFICATE', received: 0 } })
      }
      const protocol = secure.getProtocol() ?? 'unknown'
      finish({
        ok: true,
        socket: secure,
        session: { protocol, cipher: secure.getCipher().name, certificate },
      })
    })
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort)
  })
}

/** What a client offers. No certificate is the reason to stop. */
export function offerOf({ tls: { servername, client }, protocols }: TlsClientOptions): ConnectionOptions {
  return {
    // RFC 6066 allows no address as server name.
    ...(isIP(servername) === 0 && { servername }),
    ALPNProtocols: [...protocols],
    rejectUnauthorized: false,
    ...client,
  }
}

const NO_CLIENT = {}
const contexts = new WeakMap<object, SecureContext>()

/**
 * What connections have in common. A context holds the roots, a good part of a megabyte beyond the reach of the garbage
 * collector, and takes as long to make as a handshake. No session is kept in it: nobody gives one to the next connection.
 */
function contextOf(client: ClientCertificate | undefined): SecureContext {
  const known = contexts.get(client ?? NO_CLIENT)
  if (known !== undefined) return known
  const made = createSecureContext(client ?? {})
  contexts.set(client ?? NO_CLIENT, made)
  return made
}
