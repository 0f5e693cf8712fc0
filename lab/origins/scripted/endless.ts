import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setInterval } from 'node:timers/promises'
import { headBytes, HOME } from '../server/response.ts'
import type { OriginEntry } from '../origin.ts'
import { web } from '../server/http-origin.ts'

/** Writes as fast as it is read, until there is no more or the visitor goes. */
const pour = (stream: Socket, pieces: Iterable<string | Uint8Array>): Promise<void> =>
  pipeline(Readable.from(pieces, { objectMode: false }), stream)

/** Writes one piece each `pause` ms, until there is none or the visitor goes. */
async function drip(stream: Socket, pieces: Iterable<string | Uint8Array>, pause: number): Promise<void> {
  const each = pieces[Symbol.iterator]()
  for await (const _ of setInterval(pause)) {
    if (!stream.writable) return
    // Nobody reads: what is not written need not be kept.
    if (stream.writableNeedDrain) continue
    const { done, value } = each.next()
    if (done) return
    stream.write(value)
  }
}

function* numbered<Piece>(pieceOf: (number: number) => Piece): Generator<Piece> {
  for (let number = 1; ; number += 1) yield pieceOf(number)
}

const MEGABYTE = Buffer.alloc(1024 * 1024, 'Welcome to the shop\n')
const TYPE = ['Content-Type', 'text/html'] as const

/** Answers that go on: too slow, or for too long. */
export const ENDLESS = {
  'headers-drip': web(
    'the headers of the answer come one by one, and never end',
    ({ patience }) =>
      ({ stream }) => {
        stream.write('HTTP/1.1 200 OK\r\n')
        return drip(
          stream,
          numbered((number) => `X-Header-${number}: x\r\n`),
          patience / 10,
        )
      },
  ),
  'headers-endless': web('the headers of the answer never end', () => ({ stream }) => {
    stream.write('HTTP/1.1 200 OK\r\n')
    return pour(
      stream,
      numbered(() => `X-Debug: ${'x'.repeat(1000)}\r\n`),
    )
  }),
  'body-drip': web('the page comes byte by byte, too slowly for anybody', ({ patience }) => ({ stream }) => {
    stream.write(headBytes(200, [TYPE, ['Content-Length', String(HOME.length)]]))
    return drip(stream, HOME, patience / 4)
  }),
  'body-endless': web('the page has no length, and never ends', () => ({ stream }) => {
    stream.write(headBytes(200, [TYPE, ['Connection', 'close']]))
    // As fast as a disk of 1999: the visitor, too, is on this machine.
    return drip(
      stream,
      numbered(() => MEGABYTE.subarray(0, 65_536)),
      5,
    )
  }),
  'chunks-endless': web(
    'the page comes in small chunks without end, as a stream of events does',
    ({ patience }) =>
      ({ stream }) => {
        stream.write(
          headBytes(200, [
            ['Content-Type', 'text/event-stream'],
            ['Transfer-Encoding', 'chunked'],
          ]),
        )
        return drip(
          stream,
          numbered(() => 'd\r\ndata: price\n\n\r\n'),
          patience / 4,
        )
      },
  ),
  'body-1g': web('the page has a gigabyte', () => ({ stream }) => {
    stream.write(headBytes(200, [TYPE, ['Content-Length', String(1024 * MEGABYTE.length)]]))
    return pour(stream, numbered(() => MEGABYTE).take(1024))
  }),
} as const satisfies Readonly<Record<string, OriginEntry>>
