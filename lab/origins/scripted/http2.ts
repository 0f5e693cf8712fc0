import type { Socket } from 'node:net'
import { HOME_PAGE, sendHome } from '../server/response.ts'
import { openPorts, plainHandler, tlsHandler, type StreamHandler } from '../server/listeners.ts'
import { http1Handler } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'

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
const ERROR_CODES = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  ENHANCE_YOUR_CALM: 11,
  HTTP_1_1_REQUIRED: 13,
} as const

/** Length of the client's connection preface. */
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

/** HPACK: `:status: 200` from the static table, then a literal content-length. RFC 7541, appendix A. */
const head200 = (length: number): Buffer => {
  const digits = String(length)
  return Buffer.concat([Buffer.from([0x88, 0x0f, 28 - 15, digits.length]), Buffer.from(digits)])
}

type Http2Handler = (stream: Socket, id: number) => void

/** A minimal HTTP/2 server that calls `respond` for every request. */
const http2 =
  (respond: Http2Handler): StreamHandler =>
  (stream) => {
    let unread = Buffer.alloc(0)
    let preface = PREFACE
    stream.write(frame(SETTINGS, 0, 0))
    stream.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk])
      if (unread.length < preface) return
      unread = unread.subarray(preface)
      preface = 0
      for (let size = frameSize(unread); size <= unread.length; size = frameSize(unread)) {
        const [type, flags = 0] = unread.subarray(3)
        const id = unread.readUInt32BE(5) & 0x7fff_ffff
        if (type === SETTINGS && !(flags & ACK)) stream.write(frame(SETTINGS, ACK, 0))
        if (type === PING && !(flags & ACK)) stream.write(frame(PING, ACK, 0, unread.subarray(9, size)))
        if (type === HEADERS) respond(stream, id)
        unread = unread.subarray(size)
      }
    })
  }

/** Length of the first frame with its header. Infinity while the header is incomplete. */
const frameSize = (bytes: Buffer): number => (bytes.length < 9 ? Infinity : 9 + bytes.readUIntBE(0, 3))

/** Serves HTTP/1.1. Clients that also offer h2 get `http2`. */
const http2Origin = (
  sentence: string,
  http2: StreamHandler,
  protocols = ['h2', 'http/1.1'],
): OriginDefinition => ({
  sentence,
  start: (options) =>
    openPorts(options, {
      https: tlsHandler({ ...options.credentials, ALPNProtocols: protocols }, (stream, socket) => {
        const chosen =
          'alpnProtocol' in stream && stream.alpnProtocol === 'h2' ? http2 : http1Handler(sendHome)
        chosen(stream, socket)
      }),
      http: plainHandler(http1Handler(sendHome)),
    }),
})

const sendPage: Http2Handler = (stream, id) => {
  stream.write(frame(HEADERS, END_HEADERS, id, head200(HOME_PAGE.length)))
  stream.write(frame(DATA, END_STREAM, id, Buffer.from(HOME_PAGE)))
}

const resetInBody =
  (code: number): Http2Handler =>
  (stream, id) => {
    stream.write(frame(HEADERS, END_HEADERS, id, head200(HOME_PAGE.length)))
    stream.write(frame(DATA, 0, id, Buffer.from(HOME_PAGE.slice(0, 20))))
    stream.write(frame(RST_STREAM, 0, id, u32(code)))
  }

const resetsWith = (code: keyof typeof ERROR_CODES): OriginDefinition =>
  http2Origin(
    `the origin resets every HTTP/2 stream with ${code}`,
    http2((stream, id) => stream.write(frame(RST_STREAM, 0, id, u32(ERROR_CODES[code])))),
  )

/** Last stream id 0: the server has processed no request. */
const goawayWith = (code: keyof typeof ERROR_CODES, words = ''): OriginDefinition =>
  http2Origin(
    `the origin ends every HTTP/2 connection with GOAWAY and ${code}`,
    http2((stream) =>
      stream.end(frame(GOAWAY, 0, 0, Buffer.concat([u32(0, ERROR_CODES[code]), Buffer.from(words)]))),
    ),
  )

/** HTTP/2 that works, and HTTP/2 that fails while HTTP/1.1 works. */
export const HTTP2 = {
  h2: http2Origin('the origin serves HTTP/2', http2(sendPage)),
  'h2-only': http2Origin('the origin serves only HTTP/2', http2(sendPage), ['h2']),
  'h2-reset-internal-error': resetsWith('INTERNAL_ERROR'),
  'h2-reset-protocol-error': resetsWith('PROTOCOL_ERROR'),
  'h2-reset-refused': resetsWith('REFUSED_STREAM'),
  'h2-reset-cancel': resetsWith('CANCEL'),
  'h2-reset-http-1.1-required': resetsWith('HTTP_1_1_REQUIRED'),
  'h2-cancel-in-body': http2Origin(
    'the origin cancels the HTTP/2 stream in the middle of the page',
    http2(resetInBody(ERROR_CODES.CANCEL)),
  ),
  'h2-error-in-body': http2Origin(
    'the origin resets the HTTP/2 stream with INTERNAL_ERROR in the middle of the page',
    http2(resetInBody(ERROR_CODES.INTERNAL_ERROR)),
  ),
  'h2-goaway': goawayWith('NO_ERROR'),
  'h2-goaway-calm': goawayWith('ENHANCE_YOUR_CALM', 'too_many_pings'),
  'h2-bad-frame': http2Origin(
    'the origin sends an invalid HTTP/2 frame',
    http2((stream, id) => stream.write(frame(HEADERS, END_HEADERS, id + 1, head200(5)))),
  ),
  'h2-bad-headers': http2Origin(
    'the HTTP/2 response headers cannot be decoded',
    http2((stream, id) => stream.write(frame(HEADERS, END_HEADERS, id, Buffer.alloc(12, 0xff)))),
  ),
  'h2-http1-bytes': http2Origin('the origin negotiates HTTP/2 and sends HTTP/1.1', (stream) => {
    stream.once('data', () => stream.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'))
  }),
  'h2-silent': http2Origin('the origin negotiates HTTP/2 and never sends a frame', (stream) => {
    stream.resume()
  }),
  'h2-closes': http2Origin('the origin negotiates HTTP/2 and closes', (stream) => {
    stream.end()
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
