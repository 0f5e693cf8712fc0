import { gzipSync } from 'node:zlib'
import { headBytes, HOME, type Headers } from '../server/response.ts'
import { resetAfter } from './connection.ts'
import type { OriginEntry } from '../origin.ts'
import { web } from '../server/http-origin.ts'

/** Sends a good head and `body`, and closes. */
const sends = (sentence: string, headers: Headers, body: string | Uint8Array): OriginEntry =>
  web(sentence, () => ({ stream }) => {
    stream.write(headBytes(200, [['Content-Type', 'text/html'], ...headers]))
    stream.end(body)
  })

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`

const CHUNKED: Headers = [['Transfer-Encoding', 'chunked']]
const announcing = (length: number): Headers => [['Content-Length', String(length)]]
const compressed = (length: number, coding = 'gzip'): Headers => [
  ['Content-Encoding', coding],
  ...announcing(length),
]

const PAGE = HOME.repeat(40)
const GZIP = gzipSync(PAGE)
const corrupt = Buffer.from(GZIP)
// Past the header of ten bytes, where the compressed data are.
corrupt.fill(0xff, 14, 24)
/** 64 MB of zeros in 64 KB. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024))

/** Answers with a good head whose body is not what it announces. */
export const TRUNCATED = {
  'short-body': sends(
    'the page is shorter than its length says',
    announcing(PAGE.length),
    PAGE.slice(0, 500),
  ),
  'short-body-reset': web(
    'the origin resets the connection in the middle of the page',
    () => (visit) => resetAfter(visit, headBytes(200, announcing(PAGE.length)) + PAGE.slice(0, 500)),
  ),
  'bad-chunk-size': sends(
    'the size of a chunk is no number',
    CHUNKED,
    `${chunk(HOME)}zz\r\n${HOME}\r\n0\r\n\r\n`,
  ),
  'chunk-cut': sends(
    'the page ends in the middle of a chunk',
    CHUNKED,
    `${chunk(HOME)}${chunk(HOME).slice(0, 20)}`,
  ),
  'chunks-without-end': sends('the last chunk never comes', CHUNKED, chunk(HOME)),
  'chunks-reset': web(
    'the origin resets the connection between two chunks',
    () => (visit) => resetAfter(visit, headBytes(200, CHUNKED) + chunk(HOME)),
  ),
  gzip: sends('the origin compresses its page, as it should be', compressed(GZIP.length), GZIP),
  'gzip-corrupt': sends('the compressed page is damaged', compressed(corrupt.length), corrupt),
  'gzip-truncated': sends(
    'the compressed page lacks its second half, and its length agrees',
    compressed(60),
    GZIP.subarray(0, 60),
  ),
  'gzip-without-trailer': sends(
    'the compressed page lacks its checksum, and its length agrees',
    compressed(GZIP.length - 8),
    GZIP.subarray(0, -8),
  ),
  'gzip-wrong-length': sends(
    'the page is compressed, and its length is that of the page before it',
    compressed(PAGE.length),
    GZIP,
  ),
  'gzip-in-name-only': sends('the page is said to be compressed, and is not', compressed(PAGE.length), PAGE),
  'gzip-bomb': sends('64 KB of compressed page unfold to 64 MB', compressed(BOMB.length), BOMB),
  'brotli-corrupt': sends('the page is said to be brotli, and is noise', compressed(GZIP.length, 'br'), GZIP),
} as const satisfies Readonly<Record<string, OriginEntry>>
