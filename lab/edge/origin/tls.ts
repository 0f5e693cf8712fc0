import type { Socket } from 'node:net'
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls'
import type { Credentials } from '../../tls/certificates.ts'
import type { OriginTls } from './destination.ts'

/** What the edge brings along to a handshake with an origin. */
export interface OriginTlsOptions {
  /** PEM of the roots by which `strict` judges. */
  readonly trusted: readonly string[]
  /** Authenticated origin pulls. */
  readonly client?: Credentials
  /** Offer HTTP/2 before HTTP/1.1. */
  readonly http2: boolean
}

/** 525: no common version, cipher or name, no TLS at all, or none within `limit` ms. 526: the certificate is not valid. */
export function startTls(
  socket: Socket,
  { serverName, names }: OriginTls,
  { trusted, client, http2 }: OriginTlsOptions,
  limit: number,
): Promise<TLSSocket | 525 | 526> {
  return new Promise((resolve) => {
    const secured = connect({
      socket,
      // An address is not a server name (RFC 6066), and Node would say so.
      ...(/^[\d.]+$|:/.test(serverName) ? {} : { servername: serverName }),
      ALPNProtocols: http2 ? ['h2', 'http/1.1'] : ['http/1.1'],
      // The handshake goes on with any certificate, so that 526 can be told from 525. `authorized` has the judgment.
      rejectUnauthorized: false,
      // The requested host or the record's target: one of the names has to match.
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
    // Stays, for the time between the handshake and the request.
    secured.on('error', () => fail(525))
    secured.once('close', () => fail(525))
    secured.once('secureConnect', () => {
      if (names && !secured.authorized) return fail(526)
      clearTimeout(deadline)
      resolve(secured)
    })
  })
}
