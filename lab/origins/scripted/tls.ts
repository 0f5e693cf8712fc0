import type { Socket } from 'node:net'
import { certificateOf } from '../../tls/authorities.ts'
import { sendHome } from '../server/response.ts'
import { openDoors, plainDoor, tlsDoor, type Door, type TlsSettings } from '../server/listeners.ts'
import { http1 } from '../server/http1.ts'
import type { OriginEntry, OriginOrder } from '../origin.ts'

const home = http1(sendHome)

/** Something else than a handshake at the TLS port; plain HTTP works. */
const insteadOfTls = (sentence: string, https: (order: OriginOrder) => Door): OriginEntry => ({
  sentence,
  start: (order) => openDoors(order, { https: https(order), http: plainDoor(home) }),
})

/** TLS with settings of its own on top of the order's certificate. */
const tls = (sentence: string, settings: (order: OriginOrder) => TlsSettings): OriginEntry =>
  insteadOfTls(sentence, (order) => tlsDoor({ ...order.credentials, ...settings(order) }, home))

/** Once the client has said hello. */
const atHello =
  (reply: (wire: Socket) => void): (() => Door) =>
  () =>
  (wire) => {
    wire.once('data', () => reply(wire))
  }

/** A fatal alert in answer to the hello. Numbers: RFC 8446, section 6. */
const alert = (name: string, number: number): OriginEntry =>
  insteadOfTls(
    `the origin ends every handshake with the alert ${name}`,
    atHello((wire) => wire.end(Buffer.from([21, 3, 3, 0, 2, 2, number]))),
  )

/** What happens before HTTP. */
export const HANDSHAKES = {
  'alert-handshake-failure': alert('handshake_failure', 40),
  'alert-protocol-version': alert('protocol_version', 70),
  'alert-internal-error': alert('internal_error', 80),
  'alert-unrecognized-name': alert('unrecognized_name', 112),
  'alert-no-application-protocol': alert('no_application_protocol', 120),
  'tls-1.0-only': tls('the origin speaks TLS 1.0 and nothing newer', () => ({
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1',
  })),
  'tls-1.1-only': tls('the origin speaks TLS 1.1 and nothing newer', () => ({
    minVersion: 'TLSv1.1',
    maxVersion: 'TLSv1.1',
  })),
  'tls-1.2-only': tls('the origin speaks TLS 1.2 and nothing newer, which is fine', () => ({
    maxVersion: 'TLSv1.2',
  })),
  'tls-1.3-only': tls('the origin speaks TLS 1.3 and nothing older, which is fine', () => ({
    minVersion: 'TLSv1.3',
  })),
  'no-common-cipher': tls('the origin has only ciphers that nobody offers', () => ({
    maxVersion: 'TLSv1.2',
    ciphers: 'ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0',
  })),
  'http-on-443': insteadOfTls('the TLS port of the origin speaks plain HTTP', () =>
    plainDoor((stream, wire) => {
      stream.once('data', (bytes: Buffer) => {
        // A TLS record of type handshake. nginx calls it a bad request, and says so without TLS.
        if (bytes[0] === 22) wire.end(BAD_REQUEST)
        else {
          home(stream, wire)
          stream.emit('data', bytes)
        }
      })
    }),
  ),
  'tls-on-80': {
    sentence: 'the plain port of the origin speaks TLS',
    start: (order) => {
      const door = tlsDoor(order.credentials, home)
      return openDoors(order, { https: door, http: door })
    },
  },
  'handshake-closed': insteadOfTls(
    'the origin closes in the middle of the handshake',
    atHello((wire) => wire.end()),
  ),
  'handshake-reset': insteadOfTls(
    'the origin resets in the middle of the handshake',
    atHello((wire) => wire.resetAndDestroy()),
  ),
  'handshake-silent': insteadOfTls(
    'the origin never answers the hello',
    atHello(() => {}),
  ),
  'handshake-garbage': insteadOfTls(
    'the origin answers the hello with noise',
    atHello((wire) => wire.end('\u0016\u0003\u0003\u0000\u0004noise that is no handshake')),
  ),
  'no-sni': tls('the origin knows nothing of SNI, and shows the certificate of its host', ({ host, by }) =>
    certificateOf('wrong-name', host, by),
  ),
  'client-certificate-tls-1.3': tls('the origin demands a client certificate, in TLS 1.3', ({ by }) => ({
    minVersion: 'TLSv1.3',
    clientCa: by.originPull.certificate,
  })),
  'client-certificate-tls-1.2': tls('the origin demands a client certificate, in TLS 1.2', ({ by }) => ({
    maxVersion: 'TLSv1.2',
    clientCa: by.originPull.certificate,
  })),
  'client-certificate-optional': tls(
    'the origin asks for a client certificate, and does without',
    ({ by }) => ({
      clientCa: by.originPull.certificate,
      clientOptional: true,
    }),
  ),
} as const satisfies Readonly<Record<string, OriginEntry>>

const BAD_REQUEST =
  'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
