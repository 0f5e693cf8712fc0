import { isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import type { Break, TlsSession } from '../domain/exchange.ts'
import { breakOf, timedOut } from './break.ts'
import { certificateOf } from './certificate.ts'
import type { Clock } from './clock.ts'

export type Handshake =
  | { readonly ok: true; readonly socket: TLSSocket; readonly session: TlsSession }
  | { readonly ok: false; readonly error: Break }

/**
 * Speaks TLS on an open connection. The certificate is judged, never the reason to stop: the caller decides. The first
 * name is asked for; the certificate may be for any of them.
 */
export function shakeHands(
  socket: Socket,
  [servername, ...otherNames]: readonly [string, ...string[]],
  originCa: readonly string[],
  clock: Clock,
  signal: AbortSignal,
  protocols: readonly string[],
): Promise<Handshake> {
  return new Promise((settle) => {
    const secure = connect({
      socket,
      // RFC 6066 allows no address as server name.
      ...(isIP(servername) === 0 && { servername }),
      ALPNProtocols: [...protocols],
      rejectUnauthorized: false,
    })
    const finish = (handshake: Handshake): void => {
      signal.removeEventListener('abort', abort)
      secure.removeListener('error', fail)
      if (!handshake.ok) secure.on('error', () => undefined).destroy()
      settle(handshake)
    }
    const abort = (): void => finish({ ok: false, error: timedOut() })
    const fail = (error: unknown): void => finish({ ok: false, error: breakOf(error) })
    secure.once('error', fail)
    secure.once('secureConnect', () => {
      const certificate = certificateOf(secure, [servername, ...otherNames], clock.now(), originCa)
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
