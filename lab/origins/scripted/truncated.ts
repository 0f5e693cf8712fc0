import { gzipSync } from 'node:zlib'
import { responseHead, HOME_PAGE, type Headers } from '../server/response.ts'
import { resetAfter } from './connection.ts'
import type { OriginDefinition } from '../origin.ts'
import { once } from '../../../src/probe/cache.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** Sends valid headers and `body`, and closes. */
const responseWithBody = (sentence: string, headers: Headers, body: string | Uint8Array): OriginDefinition =>
  httpOrigin(sentence, () => ({ stream }) => {
    stream.write(responseHead(200, [['Content-Type', 'text/html'], ...headers]))
    stream.end(body)
  })

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`

const CHUNKED: Headers = [['Transfer-Encoding', 'chunked']]
const contentLength = (length: number): Headers => [['Content-Length', String(length)]]
const compressed = (length: number, coding = 'gzip'): Headers => [
  ['Content-Encoding', coding],
  ...contentLength(length),
]

const PAGE = HOME_PAGE.repeat(40)
const GZIP = gzipSync(PAGE)
const CORRUPT_GZIP = Buffer.from(GZIP)
// After the ten bytes of the gzip header.
CORRUPT_GZIP.fill(0xff, 14, 24)
/** 64 MB of zeros in 64 KB. Made when it is needed, because it takes a third of a second. */
const bomb = once(() => gzipSync(Buffer.alloc(64 * 1024 * 1024)))

/** Valid headers with a body that doesn't match them. */
export const TRUNCATED = {
  'short-body': responseWithBody(
    'the page is shorter than its Content-Length',
    contentLength(PAGE.length),
    PAGE.slice(0, 500),
  ),
  'short-body-reset': httpOrigin(
    'the origin resets the connection in the middle of the page',
    () => (request) =>
      resetAfter(request, responseHead(200, contentLength(PAGE.length)) + PAGE.slice(0, 500)),
  ),
  'bad-chunk-size': responseWithBody(
    'the size of a chunk is not a number',
    CHUNKED,
    `${chunk(HOME_PAGE)}zz\r\n${HOME_PAGE}\r\n0\r\n\r\n`,
  ),
  'chunk-cut': responseWithBody(
    'the page ends in the middle of a chunk',
    CHUNKED,
    `${chunk(HOME_PAGE)}${chunk(HOME_PAGE).slice(0, 20)}`,
  ),
  'chunks-without-end': responseWithBody('the last chunk is missing', CHUNKED, chunk(HOME_PAGE)),
  'chunks-reset': httpOrigin(
    'the origin resets the connection between two chunks',
    () => (request) => resetAfter(request, responseHead(200, CHUNKED) + chunk(HOME_PAGE)),
  ),
  gzip: responseWithBody('the origin compresses its page correctly', compressed(GZIP.length), GZIP),
  'gzip-corrupt': responseWithBody(
    'the compressed page is corrupt',
    compressed(CORRUPT_GZIP.length),
    CORRUPT_GZIP,
  ),
  'gzip-truncated': responseWithBody(
    'the compressed page is cut in half, with a matching length',
    compressed(60),
    GZIP.subarray(0, 60),
  ),
  'gzip-without-trailer': responseWithBody(
    'the compressed page has no checksum, with a matching length',
    compressed(GZIP.length - 8),
    GZIP.subarray(0, -8),
  ),
  'gzip-wrong-length': responseWithBody(
    'the page is compressed, and its length is that of the uncompressed page',
    compressed(PAGE.length),
    GZIP,
  ),
  'gzip-in-name-only': responseWithBody(
    'the page is declared as compressed, and is not',
    compressed(PAGE.length),
    PAGE,
  ),
  'gzip-bomb': httpOrigin('64 KB of compressed page expand to 64 MB', () => {
    const body = bomb.start()
    return ({ stream }) => {
      stream.write(responseHead(200, [['Content-Type', 'text/html'], ...compressed(body.length)]))
      stream.end(body)
    }
  }),
  'brotli-corrupt': responseWithBody(
    'the page is declared as brotli, and is garbage',
    compressed(GZIP.length, 'br'),
    GZIP,
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
