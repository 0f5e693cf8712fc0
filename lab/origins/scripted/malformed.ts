import { randomBytes } from 'node:crypto'
import { HOME_PAGE } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** Responds with `bytes` to any request, and closes. */
const rawResponse = (sentence: string, bytes: string | Uint8Array): OriginDefinition =>
  httpOrigin(sentence, () => ({ stream }) => {
    stream.end(bytes)
  })

/** A valid response, except for the `extra` header lines. */
const responseWith = (...extra: readonly string[]): string =>
  ['HTTP/1.1 200 OK', 'Server: nginx', 'Content-Type: text/html', ...extra, '', HOME_PAGE].join('\r\n')

const CONTENT_LENGTH = `Content-Length: ${HOME_PAGE.length}`

/** Enough cookies for `size` bytes of headers, in lines of realistic length. */
const cookies = (size: number): readonly string[] => {
  const line = `Set-Cookie: basket=${'x'.repeat(1000)}; Path=/`
  return Array.from({ length: Math.ceil(size / (line.length + 2)) }, () => line)
}

/** Responses that are not valid HTTP. */
export const MALFORMED = {
  garbage: rawResponse(
    'the origin sends a line that is not a status line',
    'HELLO WORLD\r\nthis is not HTTP\r\n\r\n',
  ),
  binary: rawResponse(
    'the origin sends random bytes',
    Buffer.concat([Buffer.from([0xff, 0x00]), randomBytes(300)]),
  ),
  'ssh-banner': rawResponse(
    "an SSH server listens on the origin's port",
    'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n',
  ),
  'smtp-banner': rawResponse(
    "a mail server listens on the origin's port",
    '220 mail.shop.example ESMTP Postfix (Debian/GNU)\r\n',
  ),
  'bare-html': rawResponse('the origin sends its page without any headers', HOME_PAGE),
  'bad-version': rawResponse(
    'the origin sends a version of HTTP that does not exist',
    responseWith(CONTENT_LENGTH).replace('HTTP/1.1', 'HTTP/7.3'),
  ),
  'bad-status': rawResponse(
    'the status code is not a number',
    responseWith(CONTENT_LENGTH).replace('200 OK', 'OK fine'),
  ),
  'bad-header-name': rawResponse(
    'a response header has a space in its name',
    responseWith('X Powered By: PHP', CONTENT_LENGTH),
  ),
  'header-nul': rawResponse(
    'a response header contains a NUL',
    responseWith('X-Cart: a\u0000b', CONTENT_LENGTH),
  ),
  'folded-header': rawResponse(
    'a response header is folded, as RFC 2616 allowed',
    responseWith('X-Cart: a', '  b', CONTENT_LENGTH),
  ),
  'header-without-colon': rawResponse(
    'a response header has no colon: a PHP warning',
    responseWith('Warning  Undefined variable $cart', CONTENT_LENGTH),
  ),
  'headers-129k': rawResponse(
    'the response headers are slightly larger than Cloudflare accepts',
    responseWith(CONTENT_LENGTH, ...cookies(129 * 1024)),
  ),
  'headers-300k': rawResponse(
    'the response headers are far larger than Cloudflare accepts',
    responseWith(CONTENT_LENGTH, ...cookies(300 * 1024)),
  ),
  'header-line-200k': rawResponse(
    'a single response header is 200 KB long',
    responseWith(CONTENT_LENGTH, `X-Debug: ${'x'.repeat(200 * 1024)}`),
  ),
  'headers-100k': rawResponse(
    'the response headers are large, and Cloudflare still accepts them',
    responseWith(CONTENT_LENGTH, ...cookies(100 * 1024)),
  ),
  'duplicate-length': rawResponse(
    'the response has two different lengths',
    responseWith(CONTENT_LENGTH, 'Content-Length: 5'),
  ),
  'length-and-chunked': rawResponse(
    'the response is chunked and also has a length',
    [
      responseWith('Content-Length: 5', 'Transfer-Encoding: chunked').replace(HOME_PAGE, ''),
      `${HOME_PAGE.length.toString(16)}\r\n${HOME_PAGE}\r\n0\r\n\r\n`,
    ].join(''),
  ),
  'negative-length': rawResponse('the response has a negative length', responseWith('Content-Length: -1')),
  'invalid-length': rawResponse("the response's length is a word", responseWith('Content-Length: many')),
  'unsolicited-100': rawResponse(
    'the origin sends only an unsolicited 100 Continue',
    'HTTP/1.1 100 Continue\r\n\r\n',
  ),
  'unsolicited-101': rawResponse(
    'the origin switches protocols although no client requested it',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  ),
  'two-responses': rawResponse(
    'the origin sends two responses to one request',
    `${responseWith(CONTENT_LENGTH)}${responseWith(CONTENT_LENGTH).replace('200 OK', '500 Internal Server Error')}`,
  ),
  'fastcgi-headers': rawResponse(
    'the origin sends the headers of a CGI script without a status line',
    'Status: 200 OK\r\nContent-type: text/html\r\n\r\n<h1>Shop</h1>\n',
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
