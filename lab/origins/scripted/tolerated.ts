import { HOME_PAGE } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import {
  raw,
  rawByByte,
  head,
  LENGTH,
  CHUNKED,
  SIZE,
  CHUNKS,
  CONTINUE,
  ERROR_PAGE,
  page,
  withStatusLine,
  withoutCr,
  LONG_PAGE,
  LONG_GZIP,
  gzipHead,
} from './raw.ts'

/** Responses that deviate from RFC 9112 in ways that proxies repair or usually tolerate. */
export const TOLERATED = {
  'length-trailing-space': raw('a space follows the length', page(`${LENGTH} `, 'Connection: close')),
  'length-trailing-tab': raw('a tab follows the length', page(`${LENGTH}\t`)),
  'length-many-blanks': raw('blanks surround the length', page(`Content-Length:  \t${HOME_PAGE.length} \t `)),
  'length-inner-space': raw('a space divides the length', page('Content-Length: 6 5')),
  'length-word': raw('the length is a word', page('Content-Length: many')),
  'length-twice': raw('the same length comes twice', page(LENGTH, LENGTH)),
  'length-list': raw('the same length comes twice in one line', page(`${LENGTH}, ${HOME_PAGE.length}`)),
  'length-three-times': raw('the same length comes three times', page(LENGTH, 'Date: x', LENGTH, LENGTH)),
  'length-after-chunked': raw('a length follows `chunked`', head([CHUNKED, LENGTH]), CHUNKS),
  'length-of-chunks': raw(
    'the length of the chunked body comes with the chunks',
    head([`Content-Length: ${CHUNKS.length}`, CHUNKED]),
    CHUNKS,
  ),

  'continue-then-page': raw('an unrequested 100 Continue precedes the page', CONTINUE, page(LENGTH)),
  'continue-twice': raw(
    'two unrequested 100 Continue responses precede the page',
    CONTINUE,
    CONTINUE,
    page(LENGTH),
  ),
  'continue-with-fields': raw(
    'an unrequested 100 Continue with headers precedes the page',
    'HTTP/1.1 100 Continue\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n',
    page(LENGTH),
  ),
  'continue-byte-by-byte': rawByByte(
    'an unrequested 100 Continue and the page arrive byte by byte',
    CONTINUE + page(LENGTH),
  ),
  'continue-then-503': raw(
    'an unrequested 100 Continue precedes an error',
    CONTINUE,
    head([`Content-Length: ${ERROR_PAGE.length}`], 'HTTP/1.1 503 Service Unavailable'),
    ERROR_PAGE,
  ),

  'space-before-colon': raw('a space precedes the colon of a header', page('X-Cart : a', LENGTH)),
  'tab-before-colon': raw('a tab precedes the colon of a header', page('X-Cart\t: a', LENGTH)),
  'space-before-length': raw(
    'a space precedes the colon of the length',
    page(LENGTH.replace(':', ' :')),
    'surplus',
  ),
  'header-name-utf8': raw('the name of a header is not ASCII', page('X-Größe: a', LENGTH)),

  'lf-only': raw('all lines end with LF instead of CRLF', withoutCr(page(LENGTH))),
  'lf-only-byte-by-byte': rawByByte(
    'all lines end with LF instead of CRLF and arrive byte by byte',
    withoutCr(page(LENGTH)),
  ),
  'lf-only-chunked': raw(
    'all lines end with LF instead of CRLF, including chunk lines',
    withoutCr(head([CHUNKED]) + CHUNKS),
  ),
  'lf-only-once': raw('one header line ends with LF instead of CRLF', page(`X-Cart: a\n${LENGTH}`)),
  'lf-only-503': raw(
    'all lines of an error end with LF instead of CRLF',
    withoutCr(head([`Content-Length: ${ERROR_PAGE.length}`], 'HTTP/1.1 503 Service Unavailable')),
    ERROR_PAGE,
  ),
  'folded-tab': raw('a header continues on the next line after a tab', page('X-Cart: a,', '\tb', LENGTH)),
  'folded-byte-by-byte': rawByByte(
    'a header continues on the next line, and all arrives byte by byte',
    page('X-Cart: a', '  b', LENGTH),
  ),
  'empty-line-first': raw('an empty line precedes the status line', '\r\n', page(LENGTH)),

  'chunk-blank-after-size': raw(
    'a blank follows the size of each chunk',
    head([CHUNKED]),
    `${SIZE} \r\n${HOME_PAGE}\r\n0 \r\n\r\n`,
  ),
  'chunk-blank-before-extension': raw(
    'a blank precedes the extension of a chunk',
    head([CHUNKED]),
    `${SIZE} ;a=b\r\n${HOME_PAGE}\r\n0\r\n\r\n`,
  ),
  'chunk-empty-extension': raw(
    'the extension of a chunk is empty',
    head([CHUNKED]),
    `${SIZE};\r\n${HOME_PAGE}\r\n0\r\n\r\n`,
  ),
  'chunk-extensions': raw(
    'the chunks have valid extensions',
    head([CHUNKED]),
    `${SIZE};a=b;c="d"\r\n${HOME_PAGE}\r\n0\r\n\r\n`,
  ),
  'trailer-length': raw(
    'the trailer section has a length',
    head([CHUNKED]),
    `${SIZE}\r\n${HOME_PAGE}\r\n0\r\n${LENGTH}\r\n\r\n`,
  ),
  'trailer-cookie': raw(
    'the trailer section sets a cookie',
    head([CHUNKED, 'Trailer: Set-Cookie']),
    `${SIZE}\r\n${HOME_PAGE}\r\n0\r\nSet-Cookie: a=b\r\n\r\n`,
  ),
  'trailer-valid': raw(
    'the trailer section has a checksum',
    head([CHUNKED, 'Trailer: Digest']),
    `${SIZE}\r\n${HOME_PAGE}\r\n0\r\nDigest: sha-256=abc\r\n\r\n`,
  ),
  'chunked-twice': raw('`chunked` comes twice', head([CHUNKED, CHUNKED]), CHUNKS),
  'chunked-list': raw('`chunked` comes twice in one line', head([`${CHUNKED}, chunked`]), CHUNKS),
  'identity-chunked': raw(
    'an obsolete coding precedes `chunked`',
    head(['Transfer-Encoding: identity, chunked']),
    CHUNKS,
  ),
  'http-1.0': raw('the origin uses HTTP/1.0', withStatusLine('HTTP/1.0 200 OK')),
  'until-close': raw('the page has no length and ends with the connection', head([]), HOME_PAGE),
  'long-page': raw('the page has 355 KB', head([`Content-Length: ${LONG_PAGE.length}`]), LONG_PAGE),
  'long-gzip': raw('the compressed page has 150 KB', gzipHead(LONG_GZIP.length), LONG_GZIP),
} as const satisfies Readonly<Record<string, OriginDefinition>>
