import type { Duplex } from 'node:stream'
import { isIP } from '../../shared/ip.ts'
import {
  connect,
  createSecureContext,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import type { ClientCertificate } from '../../domain/config.ts'
import type { Failure, TlsSession } from '../../domain/exchange.ts'
import type { Clock } from '../network/clock.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import type { TlsOptions } from '../types.ts'
import { certificateOf, type ExtraRoots } from './certificate.ts'

export type Handshake =
  | { readonly ok: true; readonly socket: TLSSocket; readonly session: TlsSession }
  | { readonly ok: false; readonly error: Failure }

export interface TlsClientOptions {
  readonly tls: TlsOptions
  /** ALPN names to offer. */
  readonly alpn: readonly string[]
  /** The certificate may be for one of these instead of the server name. */
  readonly otherNames?: readonly string[]
  readonly roots?: ExtraRoots
}

/** Completes a TLS handshake on an open connection. An invalid certificate doesn't fail it: the caller decides. */
export function startTls(
  socket: Duplex,
  options: TlsClientOptions,
  clock: Clock,
  signal: AbortSignal,
): Promise<Handshake> {
  return new Promise((settle) => {
    const { tls, otherNames = [], roots = { cloudflare: [], custom: [] } } = options
    const secureContext = contextFor(tls)
    const secure = connect({ ...connectionOptions(options), secureContext, socket })
    // Otherwise Node converts the chain to a legacy object to check the name. `certificateOf` does that at less cost.
    secure.isSessionReused = () => true
    const finish = (handshake: Handshake): void => {
      signal.removeEventListener('abort', abort)
      secure.removeListener('error', fail)
      if (!handshake.ok) secure.on('error', () => undefined).destroy()
      settle(handshake)
    }
    const abort = (): void => finish({ ok: false, error: timedOut() })
    const fail = (error: unknown): void => finish({ ok: false, error: handshakeFailure(error) })
    secure.once('error', fail)
    secure.once('secureConnect', () => {
      const certificate = certificateOf(
        secure,
        [tls.servername, ...otherNames],
        clock.now(),
        roots,
        tls.trust,
      )
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

/**
 * Node reports a close during the handshake as ECONNRESET (`connResetException` in lib/internal/errors.js). Only a
 * reset from the kernel names the system call.
 */
function handshakeFailure(error: unknown): Failure {
  const failure = failureOf(error)
  const isClose = failure.code === 'ECONNRESET' && Error.isError(error) && !('syscall' in error)
  return isClose ? { ...failure, reason: 'closed', code: 'CLOSED' } : failure
}

/** Node's options for a handshake that accepts any certificate. */
export function connectionOptions({
  tls: { servername, clientCertificate, classicalGroups },
  alpn,
}: TlsClientOptions): ConnectionOptions {
  return {
    ...(classicalGroups === true && { ecdhCurve: CLASSICAL_GROUPS }),
    // RFC 6066, section 3: a server name is never an address.
    ...(isIP(servername) === 0 && { servername }),
    ALPNProtocols: [...alpn],
    rejectUnauthorized: false,
    ...clientCertificate,
  }
}

/**
 * The groups that clients offered before hybrid post-quantum ones. OpenSSL 3.5 offers X25519MLKEM768 first, with a key
 * share of 1216 bytes (https://docs.openssl.org/3.5/man3/SSL_CTX_set1_curves/).
 */
const CLASSICAL_GROUPS = 'X25519:P-256:P-384:P-521'

const NO_CLIENT_CERTIFICATE = {}
const contexts = {
  all: new WeakMap<object, SecureContext>(),
  classical: new WeakMap<object, SecureContext>(),
}

/**
 * The secure context that connections share. Each one holds the roots, most of a megabyte outside the JavaScript
 * heap, and takes as long to create as a handshake. It stores no sessions, so connections stay independent.
 */
function contextFor({ clientCertificate, classicalGroups }: TlsOptions): SecureContext {
  const known = classicalGroups === true ? contexts.classical : contexts.all
  const key: ClientCertificate | object = clientCertificate ?? NO_CLIENT_CERTIFICATE
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const created = createSecureContext({
    ...clientCertificate,
    ...(classicalGroups === true && { ecdhCurve: CLASSICAL_GROUPS }),
  })
  known.set(key, created)
  return created
}
