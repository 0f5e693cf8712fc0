import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setInterval } from 'node:timers/promises'
import { responseHead, HOME_PAGE } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** Writes as fast as the client reads, until the end or until the client disconnects. */
const writeAll = (stream: Socket, pieces: Iterable<string | Uint8Array>): Promise<void> =>
  pipeline(Readable.from(pieces, { objectMode: false }), stream)

/** Writes one piece every `pause` ms, until the end or until the client disconnects. */
async function writeSlowly(
  stream: Socket,
  pieces: Iterable<string | Uint8Array>,
  pause: number,
): Promise<void> {
  const each = pieces[Symbol.iterator]()
  for await (const _ of setInterval(pause)) {
    if (!stream.writable) return
    // The client doesn't read: skip this piece instead of buffering it.
    if (stream.writableNeedDrain) continue
    const { done, value } = each.next()
    if (done) return
    stream.write(value)
  }
}

function* forever<Piece>(pieceOf: (number: number) => Piece): Generator<Piece> {
  for (let number = 1; ; number += 1) yield pieceOf(number)
}

const MEGABYTE = Buffer.alloc(1024 * 1024, 'Welcome to the shop\n')
const CONTENT_TYPE = ['Content-Type', 'text/html'] as const

/** Responses that are too slow or never end. */
export const ENDLESS = {
  'headers-drip': httpOrigin(
    'the response headers arrive one by one and never end',
    ({ upstreamTimeout }) =>
      ({ stream }) => {
        stream.write('HTTP/1.1 200 OK\r\n')
        return writeSlowly(
          stream,
          forever((number) => `X-Header-${number}: x\r\n`),
          upstreamTimeout / 10,
        )
      },
  ),
  'headers-endless': httpOrigin('the response headers never end', () => ({ stream }) => {
    stream.write('HTTP/1.1 200 OK\r\n')
    return writeAll(
      stream,
      forever(() => `X-Debug: ${'x'.repeat(1000)}\r\n`),
    )
  }),
  'body-drip': httpOrigin(
    'the page arrives byte by byte, too slowly to finish',
    ({ upstreamTimeout }) =>
      ({ stream }) => {
        stream.write(responseHead(200, [CONTENT_TYPE, ['Content-Length', String(HOME_PAGE.length)]]))
        return writeSlowly(stream, HOME_PAGE, upstreamTimeout / 4)
      },
  ),
  'body-endless': httpOrigin('the page has no length and never ends', () => ({ stream }) => {
    stream.write(responseHead(200, [CONTENT_TYPE, ['Connection', 'close']]))
    // Slowed down, because client and server share this machine.
    return writeSlowly(
      stream,
      forever(() => MEGABYTE.subarray(0, 65_536)),
      5,
    )
  }),
  'chunks-endless': httpOrigin(
    'the page arrives in small chunks without end',
    ({ upstreamTimeout }) =>
      ({ stream }) => {
        stream.write(responseHead(200, [CONTENT_TYPE, ['Transfer-Encoding', 'chunked']]))
        return writeSlowly(
          stream,
          forever(() => 'd\r\ndata: price\n\n\r\n'),
          upstreamTimeout / 4,
        )
      },
  ),
  'event-stream': httpOrigin(
    'the response is a stream of events, and the first one comes later',
    () =>
      ({ stream }) => {
        stream.write(
          responseHead(200, [
            ['Content-Type', 'text/event-stream; charset=utf-8'],
            ['Transfer-Encoding', 'chunked'],
          ]),
        )
        return writeSlowly(
          stream,
          forever(() => 'd\r\ndata: price\n\n\r\n'),
          700,
        )
      },
  ),
  'body-1g': httpOrigin('the page is one gigabyte long', () => ({ stream }) => {
    stream.write(responseHead(200, [CONTENT_TYPE, ['Content-Length', String(1024 * MEGABYTE.length)]]))
    return writeAll(stream, forever(() => MEGABYTE).take(1024))
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
