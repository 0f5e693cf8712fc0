import { randomBytes } from 'node:crypto'
import { HOME } from '../server/response.ts'
import type { OriginEntry } from '../origin.ts'
import { web } from '../server/http-origin.ts'

/** Says `bytes` to whatever it is asked, and closes. */
const says = (sentence: string, bytes: string | Uint8Array): OriginEntry =>
  web(sentence, () => ({ stream }) => {
    stream.end(bytes)
  })

/** A good answer but for the lines `extra` among its headers. */
const withLines = (...extra: readonly string[]): string =>
  ['HTTP/1.1 200 OK', 'Server: nginx', 'Content-Type: text/html', ...extra, '', HOME].join('\r\n')

const LENGTH = `Content-Length: ${HOME.length}`

/** As many cookies as make `size` bytes of headers. No line is longer than a server would write. */
const cookies = (size: number): readonly string[] => {
  const line = `Set-Cookie: basket=${'x'.repeat(1000)}; Path=/`
  return Array.from({ length: Math.ceil(size / (line.length + 2)) }, () => line)
}

/** Answers that are no valid HTTP, though most have something of it. */
export const MALFORMED = {
  garbage: says(
    'the origin answers with a line that is no status line',
    'HELLO WORLD\r\nthis is not HTTP\r\n\r\n',
  ),
  binary: says(
    'the origin answers with random bytes',
    Buffer.concat([Buffer.from([0xff, 0x00]), randomBytes(300)]),
  ),
  'ssh-banner': says(
    'an SSH server holds the port of the origin',
    'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n',
  ),
  'smtp-banner': says(
    'a mail server holds the port of the origin',
    '220 mail.shop.example ESMTP Postfix (Debian/GNU)\r\n',
  ),
  'bare-html': says('the origin sends its page without any headers', HOME),
  'bad-version': says(
    'the origin speaks a version of HTTP that there is not',
    withLines(LENGTH).replace('HTTP/1.1', 'HTTP/7.3'),
  ),
  'bad-status': says('the status of the answer is no number', withLines(LENGTH).replace('200 OK', 'OK fine')),
  'bad-header-name': says(
    'a header of the answer has a blank in its name',
    withLines('X Powered By: PHP', LENGTH),
  ),
  'header-nul': says('a header of the answer contains a NUL', withLines('X-Cart: a\u0000b', LENGTH)),
  'folded-header': says(
    'a header of the answer goes on in the next line, as in 1999',
    withLines('X-Cart: a', '  b', LENGTH),
  ),
  'header-without-colon': says(
    'a header of the answer has no colon: a warning of PHP',
    withLines('Warning  Undefined variable $cart', LENGTH),
  ),
  'headers-129k': says(
    'the headers of the answer are a little more than Cloudflare takes',
    withLines(LENGTH, ...cookies(129 * 1024)),
  ),
  'headers-300k': says(
    'the headers of the answer are far more than Cloudflare takes',
    withLines(LENGTH, ...cookies(300 * 1024)),
  ),
  'header-line-200k': says(
    'one single header of the answer is 200 KB long',
    withLines(LENGTH, `X-Debug: ${'x'.repeat(200 * 1024)}`),
  ),
  'headers-100k': says(
    'the headers of the answer are large, and Cloudflare still takes them',
    withLines(LENGTH, ...cookies(100 * 1024)),
  ),
  'duplicate-length': says('the answer has two lengths that differ', withLines(LENGTH, 'Content-Length: 5')),
  'length-and-chunked': says(
    'the answer is chunked and has a length, too',
    [
      withLines('Content-Length: 5', 'Transfer-Encoding: chunked').replace(HOME, ''),
      `${HOME.length.toString(16)}\r\n${HOME}\r\n0\r\n\r\n`,
    ].join(''),
  ),
  'negative-length': says('the length of the answer is negative', withLines('Content-Length: -1')),
  'invalid-length': says('the length of the answer is a word', withLines('Content-Length: many')),
  'unsolicited-100': says(
    'the origin says 100 Continue to who did not ask, and nothing else',
    'HTTP/1.1 100 Continue\r\n\r\n',
  ),
  'unsolicited-101': says(
    'the origin switches to a protocol that nobody asked for',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  ),
  'two-responses': says(
    'the origin sends two answers to one request',
    `${withLines(LENGTH)}${withLines(LENGTH).replace('200 OK', '500 Internal Server Error')}`,
  ),
  'fastcgi-headers': says(
    'the origin sends the headers of a CGI script without a status line',
    'Status: 200 OK\r\nContent-type: text/html\r\n\r\n<h1>Shop</h1>\n',
  ),
} as const satisfies Readonly<Record<string, OriginEntry>>
