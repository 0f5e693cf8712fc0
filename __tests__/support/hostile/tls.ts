import type { Socket } from 'node:net'
import type { TLSSocket, TlsOptions } from 'node:tls'
import { drip, flood } from './flood.ts'

/** https://www.rfc-editor.org/rfc/rfc8446#section-5.1 and, for the messages, #section-4 */
const RECORDS = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 }
const MESSAGES = { helloRequest: 0, serverHello: 2, certificate: 11 }

function record(type: keyof typeof RECORDS, body: readonly number[] | Buffer): Buffer {
  const head = Buffer.from([RECORDS[type], 3, 3, body.length >> 8, body.length & 0xff])
  return Buffer.concat([head, Buffer.from(body)])
}

/** A message whose declared length may differ from the bytes that are there. */
function message(
  type: keyof typeof MESSAGES,
  body: readonly number[] | Buffer,
  length = body.length,
): Buffer {
  const head = Buffer.from([MESSAGES[type], length >> 16, (length >> 8) & 0xff, length & 0xff])
  return Buffer.concat([head, Buffer.from(body)])
}

/** A ServerHello of TLS 1.2 with ECDHE-RSA-AES128-GCM-SHA256. Its extension is `renegotiation_info`. */
const SERVER_HELLO = message(
  'serverHello',
  Buffer.from(`0303${'01'.repeat(32)}00c02f000005ff01000100`, 'hex'),
)

const floodAfter =
  (beginning: Uint8Array, piece: Buffer, times = 1) =>
  (socket: Socket): void => {
    socket.write(beginning)
    flood(socket, Buffer.concat(Array.from({ length: times }, () => piece)))
  }

const NOTHING = Buffer.alloc(0)

/** What each server does with a connection that sent a ClientHello. */
export const HOSTILE_HANDSHAKES: Readonly<Record<string, (socket: Socket) => void>> = {
  'never responds to a ClientHello': () => undefined,
  'sends empty records without an end': floodAfter(NOTHING, record('handshake', []), 1000),
  'sends empty records one by one': (socket) => drip(socket, () => record('handshake', [])),
  'changes its cipher without an end': floodAfter(NOTHING, record('changeCipherSpec', [1]), 1000),
  'changes its cipher again and again after its hello': floodAfter(
    record('handshake', SERVER_HELLO),
    record('changeCipherSpec', [1]),
    1000,
  ),
  'sends warnings without an end': floodAfter(NOTHING, record('alert', [1, 90]), 1000),
  'sends warnings one by one': (socket) => drip(socket, () => record('alert', [1, 90])),
  'requests a new handshake without an end': floodAfter(
    NOTHING,
    record('handshake', message('helloRequest', [])),
    1000,
  ),
  'requests a new handshake again and again': (socket) =>
    drip(socket, () => record('handshake', message('helloRequest', []))),
  'sends its hello byte by byte': (socket) => {
    let at = 0
    // Then it starts again in the middle of a message.
    drip(socket, () => record('handshake', SERVER_HELLO.subarray(at % 40, (at++ % 40) + 1)))
  },
  'sends a message of 16 MB': floodAfter(
    record('handshake', message('serverHello', Buffer.alloc(1000), 0xff_ff_ff)),
    record('handshake', Buffer.alloc(16_000)),
  ),
  'sends a certificate without an end': floodAfter(
    record('handshake', SERVER_HELLO),
    record('handshake', message('certificate', Buffer.alloc(15_000), 0x7f_ff_ff)),
  ),
  'sends a certificate byte by byte': (socket) => {
    socket.write(record('handshake', SERVER_HELLO))
    socket.write(record('handshake', message('certificate', Buffer.alloc(10), 90_000)))
    drip(socket, () => record('handshake', [0]))
  },
  'sends application data in the handshake': floodAfter(
    record('handshake', SERVER_HELLO),
    record('applicationData', Buffer.alloc(16_000)),
  ),
  'sends what is not TLS': floodAfter(NOTHING, Buffer.alloc(65_536, 0x41)),
  'announces a record and sends nothing': (socket) => {
    socket.write(Buffer.from([RECORDS.handshake, 3, 3, 0x3f, 0xff]))
  },
}

/** What each server does with a connection over which a request came. */
export const HOSTILE_SESSIONS: Readonly<
  Record<string, { readonly options?: TlsOptions; readonly handle: (socket: TLSSocket) => void }>
> = {
  'never responds over TLS': { handle: () => undefined },
  'sends its page in records of one byte': {
    handle: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n')
      flood(socket, 'x')
    },
  },
  'negotiates again and again': {
    options: { maxVersion: 'TLSv1.2' },
    handle: (socket) => {
      const again = (): void => {
        if (!socket.destroyed) socket.renegotiate({}, () => setImmediate(again))
      }
      again()
    },
  },
}

/** Certificates in the chain of each server, with its own. OpenSSL accepts 100 KB by default. */
export const LONG_CHAINS = {
  'presents 120 certificates': 120,
  'presents 10,000 certificates': 10_000,
} as const

export const SLOW_HANDSHAKE = 'completes its handshake byte by byte'
