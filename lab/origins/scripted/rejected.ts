import { HOME_PAGE } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import {
  raw,
  rawReset,
  head,
  LENGTH,
  CHUNKED,
  SIZE,
  page,
  withStatusLine,
  withoutCr,
  LONG_PAGE,
  LONG_GZIP,
  LATE_DAMAGE,
  gzipHead,
} from './raw.ts'

/** Responses that proxies reject, or that are cut off. */
export const REJECTED = {
  'version-2.0': raw('the status line says HTTP/2.0', withStatusLine('HTTP/2.0 200 OK')),
  'version-0.9': raw('the status line says HTTP/0.9', withStatusLine('HTTP/0.9 200')),
  'version-rtsp': raw('the status line says RTSP/1.0', withStatusLine('RTSP/1.0 200 OK')),
  'reason-nul': raw('the reason of the status line contains a NUL', withStatusLine('HTTP/1.1 200 O\0K')),
  'reason-escape': raw(
    'the reason of the status line contains a control character',
    withStatusLine('HTTP/1.1 200 \u001b[32mOK'),
  ),
  'indented-first-header': raw(
    'the first header is indented',
    'HTTP/1.1 200 OK\r\n Server: nginx\r\n',
    `${LENGTH}\r\n\r\n${HOME_PAGE}`,
  ),
  'header-bare-cr': raw('a header contains a CR', page('X-Cart: a\rb', LENGTH)),
  'lengths-list-differ': raw('two lengths in one line differ', page(`${LENGTH}, 5`)),

  'lf-only-short-body': raw(
    'all lines end with LF instead of CRLF, and the page is shorter than its length',
    withoutCr(head([LENGTH])),
    HOME_PAGE.slice(0, 20),
  ),
  'lf-only-bad-chunk': raw(
    'all lines end with LF instead of CRLF, and the size of a chunk is not a number',
    withoutCr(head([CHUNKED])),
    `${SIZE}\n${HOME_PAGE}\nzz\n`,
  ),
  'lf-only-in-head': raw(
    'all lines end with LF instead of CRLF, and the origin closes in the middle of them',
    withoutCr(head([LENGTH])).slice(0, -20),
  ),
  'long-page-short': raw(
    'the page has 200 KB of its 355 KB',
    head([`Content-Length: ${LONG_PAGE.length}`]),
    LONG_PAGE.slice(0, 200_000),
  ),
  'long-chunks-bad': raw(
    'the size of a chunk after 200 KB is not a number',
    head([CHUNKED]),
    `30d40\r\n${LONG_PAGE.slice(0, 200_000)}\r\nzz\r\n`,
  ),
  'long-gzip-corrupt': raw(
    'the compressed page is damaged after its first 100 KB',
    gzipHead(LATE_DAMAGE.length),
    LATE_DAMAGE,
  ),
  'long-gzip-cut': raw(
    'the compressed page lacks its last 10 KB, with a matching length',
    gzipHead(LONG_GZIP.length - 10_000),
    LONG_GZIP.subarray(0, -10_000),
  ),
  'until-close-reset': rawReset('a page without a length ends with a reset', head([]), HOME_PAGE),
  'until-close-reset-late': rawReset(
    'a page without a length ends with a reset after 200 KB',
    head([]),
    LONG_PAGE.slice(0, 200_000),
  ),
  'until-close-reset-1.0': rawReset(
    'an HTTP/1.0 page without a length ends with a reset',
    head([], 'HTTP/1.0 200 OK'),
    HOME_PAGE,
  ),
  'chunk-longer': raw('a chunk is longer than its size', head([CHUNKED]), `5\r\n${HOME_PAGE}\r\n0\r\n\r\n`),
  'length-and-bad-chunk': raw(
    'a length comes with chunks, and the size of one is not a number',
    head([LENGTH, CHUNKED]),
    `${SIZE}\r\n${HOME_PAGE}\r\nzz\r\n`,
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
