import type { Socket } from 'node:net'
import { makeCertificate } from '../../tls/authorities.ts'
import { sendHome } from '../server/response.ts'
import {
  openPorts,
  plainHandler,
  tlsHandler,
  type ConnectionHandler,
  type TlsSettings,
} from '../server/listeners.ts'
import { http1Handler } from '../server/http1.ts'
import type { OriginDefinition, OriginOptions } from '../origin.ts'

const home = http1Handler(sendHome)

/** A custom handler on the TLS port. Plain HTTP works. */
const insteadOfTls = (
  sentence: string,
  https: (options: OriginOptions) => ConnectionHandler,
): OriginDefinition => ({
  sentence,
  start: (options) => openPorts(options, { https: https(options), http: plainHandler(home) }),
})

/** TLS with these settings in addition to the site's certificate. */
const tlsOrigin = (sentence: string, settings: (options: OriginOptions) => TlsSettings): OriginDefinition =>
  insteadOfTls(sentence, (options) => tlsHandler({ ...options.credentials, ...settings(options) }, home))

/** Runs once the ClientHello has arrived. */
const afterClientHello =
  (reply: (socket: Socket) => void): (() => ConnectionHandler) =>
  () =>
  (socket) => {
    socket.once('data', () => reply(socket))
  }

/** Answers the ClientHello with a fatal alert. Numbers: RFC 8446, section 6. */
const alert = (name: string, number: number): OriginDefinition =>
  insteadOfTls(
    `the origin ends every handshake with the alert ${name}`,
    afterClientHello((socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, number]))),
  )

/** Faults of the TLS handshake, and settings that are fine. */
export const TLS = {
  'alert-handshake-failure': alert('handshake_failure', 40),
  'alert-access-denied': alert('access_denied', 49),
  'alert-decode-error': alert('decode_error', 50),
  'alert-insufficient-security': alert('insufficient_security', 71),
  'alert-protocol-version': alert('protocol_version', 70),
  'alert-internal-error': alert('internal_error', 80),
  'alert-unrecognized-name': alert('unrecognized_name', 112),
  'alert-no-application-protocol': alert('no_application_protocol', 120),
  'tls-1.0-only': tlsOrigin('the origin supports TLS 1.0 and nothing newer', () => ({
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1',
  })),
  'tls-1.1-only': tlsOrigin('the origin supports TLS 1.1 and nothing newer', () => ({
    minVersion: 'TLSv1.1',
    maxVersion: 'TLSv1.1',
  })),
  'tls-1.2-only': tlsOrigin('the origin supports TLS 1.2 and nothing newer, which is fine', () => ({
    maxVersion: 'TLSv1.2',
  })),
  'tls-1.3-only': tlsOrigin('the origin supports TLS 1.3 and nothing older, which is fine', () => ({
    minVersion: 'TLSv1.3',
  })),
  'no-common-cipher': tlsOrigin('the origin supports only ciphers that no client offers', () => ({
    maxVersion: 'TLSv1.2',
    ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0',
  })),
  'http-on-443': insteadOfTls("the origin's TLS port serves plain HTTP", () =>
    plainHandler((stream, socket) => {
      stream.once('data', (bytes: Buffer) => {
        // A TLS handshake record. nginx answers it with a plain-text 400.
        if (bytes[0] === 22) socket.end(BAD_REQUEST)
        else {
          home(stream, socket)
          stream.emit('data', bytes)
        }
      })
    }),
  ),
  'tls-on-80': {
    sentence: "the origin's plain port expects TLS",
    start: (options) => {
      const handler = tlsHandler(options.credentials, home)
      return openPorts(options, { https: handler, http: handler })
    },
  },
  'handshake-closed': insteadOfTls(
    'the origin closes in the middle of the handshake',
    afterClientHello((socket) => socket.end()),
  ),
  'handshake-reset': insteadOfTls(
    'the origin resets in the middle of the handshake',
    afterClientHello((socket) => socket.resetAndDestroy()),
  ),
  'handshake-silent': insteadOfTls(
    'the origin never replies to the ClientHello',
    afterClientHello(() => {}),
  ),
  'handshake-garbage': insteadOfTls(
    'the origin sends garbage after the ClientHello',
    afterClientHello((socket) => socket.end('\u0016\u0003\u0003\u0000\u0004noise that is not TLS')),
  ),
  'no-sni': tlsOrigin(
    "the origin ignores SNI and presents its hosting provider's certificate",
    ({ host, authorities }) => makeCertificate('wrong-name', host, authorities),
  ),
  'client-certificate-tls-1.3': tlsOrigin(
    'the origin requires a client certificate, in TLS 1.3',
    ({ authorities }) => ({
      minVersion: 'TLSv1.3',
      clientCa: authorities.originPull.certificate,
    }),
  ),
  'client-certificate-tls-1.2': tlsOrigin(
    'the origin requires a client certificate, in TLS 1.2',
    ({ authorities }) => ({
      maxVersion: 'TLSv1.2',
      clientCa: authorities.originPull.certificate,
    }),
  ),
  'client-certificate-optional': tlsOrigin(
    'the origin requests a client certificate, which is optional',
    ({ authorities }) => ({
      clientCa: authorities.originPull.certificate,
      clientOptional: true,
    }),
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>

const BAD_REQUEST =
  'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
