import type { Socket } from 'node:net'
import { HOME, sendHome } from '../server/response.ts'
import { openDoors, plainDoor, tlsDoor, type Talk } from '../server/listeners.ts'
import { http1 } from '../server/http1.ts'
import type { OriginEntry } from '../origin.ts'

/** RFC 9113, section 6. */
const DATA = 0
const HEADERS = 1
const RST_STREAM = 3
const SETTINGS = 4
const PING = 6
const GOAWAY = 7
const END_STREAM = 1
const ACK = 1
const END_HEADERS = 4

/** RFC 9113, section 7. */
const CODES = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  ENHANCE_YOUR_CALM: 11,
  HTTP_1_1_REQUIRED: 13,
} as const

/** The client's first 24 bytes. */
const PREFACE = 24

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index)
  return bytes
}

function frame(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer {
  const { length } = payload
  const head = [length >> 16, (length >> 8) & 0xff, length & 0xff, type, flags]
  return Buffer.concat([Buffer.from(head), u32(stream), payload])
}

/** HPACK: `:status: 200` from the static table, then a content-length as it is. RFC 7541, appendix A. */
const head200 = (length: number): Buffer => {
  const digits = String(length)
  return Buffer.concat([Buffer.from([0x88, 0x0f, 28 - 15, digits.length]), Buffer.from(digits)])
}

type Answer2 = (stream: Socket, id: number) => void

/** Speaks as much HTTP/2 as is needed to be asked for a page, and answers every request with `answer`. */
const http2 =
  (answer: Answer2): Talk =>
  (stream) => {
    let unread = Buffer.alloc(0)
    let preface = PREFACE
    stream.write(frame(SETTINGS, 0, 0))
    stream.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk])
      if (unread.length < preface) return
      unread = unread.subarray(preface)
      preface = 0
      for (let size = sizeOf(unread); size <= unread.length; size = sizeOf(unread)) {
        const [type, flags = 0] = unread.subarray(3)
        const id = unread.readUInt32BE(5) & 0x7fff_ffff
        if (type === SETTINGS && !(flags & ACK)) stream.write(frame(SETTINGS, ACK, 0))
        if (type === PING && !(flags & ACK)) stream.write(frame(PING, ACK, 0, unread.subarray(9, size)))
        if (type === HEADERS) answer(stream, id)
        unread = unread.subarray(size)
      }
    })
  }

/** Of the first frame, with its head; more than there is while the head is not complete. */
const sizeOf = (bytes: Buffer): number => (bytes.length < 9 ? Infinity : 9 + bytes.readUIntBE(0, 3))

/** HTTP/1.1 works for whoever asks for it; who offers h2, too, gets `talk`. */
const offering = (sentence: string, talk: Talk, protocols = ['h2', 'http/1.1']): OriginEntry => ({
  sentence,
  start: (order) =>
    openDoors(order, {
      https: tlsDoor({ ...order.credentials, ALPNProtocols: protocols }, (stream, wire) => {
        const chosen = 'alpnProtocol' in stream && stream.alpnProtocol === 'h2' ? talk : http1(sendHome)
        chosen(stream, wire)
      }),
      http: plainDoor(http1(sendHome)),
    }),
})

const sendPage: Answer2 = (stream, id) => {
  stream.write(frame(HEADERS, END_HEADERS, id, head200(HOME.length)))
  stream.write(frame(DATA, END_STREAM, id, Buffer.from(HOME)))
}

const resets = (code: keyof typeof CODES): OriginEntry =>
  offering(
    `the origin resets every HTTP/2 stream with ${code}`,
    http2((stream, id) => stream.write(frame(RST_STREAM, 0, id, u32(CODES[code])))),
  )

/** Stream 0: nothing that was asked has been looked at. */
const goesAway = (code: keyof typeof CODES, words = ''): OriginEntry =>
  offering(
    `the origin ends every HTTP/2 connection with GOAWAY and ${code}`,
    http2((stream) =>
      stream.end(frame(GOAWAY, 0, 0, Buffer.concat([u32(0, CODES[code]), Buffer.from(words)]))),
    ),
  )

/** HTTP/2 that works, and HTTP/2 that does not where HTTP/1.1 does. */
export const HTTP2 = {
  h2: offering('the origin speaks HTTP/2, and does it well', http2(sendPage)),
  'h2-only': offering('the origin speaks HTTP/2 and nothing else', http2(sendPage), ['h2']),
  'h2-reset-internal-error': resets('INTERNAL_ERROR'),
  'h2-reset-protocol-error': resets('PROTOCOL_ERROR'),
  'h2-reset-refused': resets('REFUSED_STREAM'),
  'h2-reset-cancel': resets('CANCEL'),
  'h2-reset-http-1.1-required': resets('HTTP_1_1_REQUIRED'),
  'h2-cancel-in-body': offering(
    'the origin cancels the HTTP/2 stream in the middle of the page',
    http2((stream, id) => {
      stream.write(frame(HEADERS, END_HEADERS, id, head200(HOME.length)))
      stream.write(frame(DATA, 0, id, Buffer.from(HOME.slice(0, 20))))
      stream.write(frame(RST_STREAM, 0, id, u32(CODES.CANCEL)))
    }),
  ),
  'h2-goaway': goesAway('NO_ERROR'),
  'h2-goaway-calm': goesAway('ENHANCE_YOUR_CALM', 'too_many_pings'),
  'h2-bad-frame': offering(
    'the origin answers HTTP/2 with a frame that is none',
    http2((stream, id) => stream.write(frame(HEADERS, END_HEADERS, id + 1, head200(5)))),
  ),
  'h2-bad-headers': offering(
    'the headers of the HTTP/2 answer cannot be decoded',
    http2((stream, id) => stream.write(frame(HEADERS, END_HEADERS, id, Buffer.alloc(12, 0xff)))),
  ),
  'h2-http1-bytes': offering('the origin agrees to HTTP/2, and speaks HTTP/1.1', (stream) => {
    stream.once('data', () => stream.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'))
  }),
  'h2-silent': offering('the origin agrees to HTTP/2, and never says a word of it', (stream) => {
    stream.resume()
  }),
  'h2-closes': offering('the origin agrees to HTTP/2, and closes', (stream) => {
    stream.end()
  }),
} as const satisfies Readonly<Record<string, OriginEntry>>
