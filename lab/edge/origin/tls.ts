import type { Socket } from 'node:net'
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls'
import type { Credentials } from '../../tls/certificates.ts'
import type { OriginTls } from './destination.ts'

/** The edge's TLS settings for an origin. */
export interface OriginTlsOptions {
  /** PEM of the roots that `strict` trusts. */
  readonly trusted: readonly string[]
  /** Authenticated origin pulls. */
  readonly client?: Credentials
  /** Offer HTTP/2 before HTTP/1.1. */
  readonly http2: boolean
  /** Send a key share for X25519MLKEM768. Absent: no, as in most zones. */
  readonly postQuantum?: boolean
}

/**
 * Fails with 525 for no common version, cipher or name, no TLS, or none within `limit` ms, and with 526 for an
 * invalid certificate.
 */
export function startTls(
  socket: Socket,
  { serverName, names }: OriginTls,
  { trusted, client, http2, postQuantum = false }: OriginTlsOptions,
  limit: number,
): Promise<TLSSocket | 525 | 526> {
  return new Promise((resolve) => {
    const secured = connect({
      socket,
      // An address isn't a server name (RFC 6066), and Node warns about it.
      ...(/^[\d.]+$|:/.test(serverName) ? {} : { servername: serverName }),
      ALPNProtocols: http2 ? ['h2', 'http/1.1'] : ['http/1.1'],
      ...(!postQuantum && { ecdhCurve: 'X25519:P-256:P-384' }),
      // Accepts any certificate, to distinguish 526 from 525. `authorized` has the result of the validation.
      rejectUnauthorized: false,
      // The requested host or the record's target: one of the names must match.
      checkServerIdentity: (_, certificate) => {
        const faults = names?.map((name) => checkServerIdentity(name, certificate)) ?? [undefined]
        return faults.includes(undefined) ? undefined : faults[0]
      },
      ...(names && { ca: [...trusted] }),
      ...client,
    })
    const fail = (code: 525 | 526): void => {
      clearTimeout(deadline)
      secured.destroy()
      socket.destroy()
      resolve(code)
    }
    const deadline = setTimeout(fail, limit, 525)
    // Stays registered between the handshake and the request.
    secured.on('error', () => fail(525))
    secured.once('close', () => fail(525))
    secured.once('secureConnect', () => {
      if (names && !secured.authorized) return fail(526)
      clearTimeout(deadline)
      resolve(secured)
    })
  })
}
