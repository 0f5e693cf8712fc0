import { gzipSync } from 'node:zlib'

export const latin1Bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

export const PAGE = 'Welcome to the shop\n'.repeat(50)

/** HTTP responses as they are sent, some of them invalid. */
export const RESPONSES: readonly Uint8Array[] = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: b\r\n\r\nhallo',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n0\r\n\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  'HTTP/1.0 204 No Content\r\nConnection: close\r\n\r\n',
  'HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2\n\nab',
  'SSH-2.0-OpenSSH_9.2\r\n',
  '220 mail.shop.example ESMTP\r\n',
  '<!DOCTYPE html>\n<title>Shop</title>\n',
  'Status: 200 OK\r\nContent-type: text/html\r\n\r\n',
  '\u0015\u0003\u0001\u0000\u0002\u0002\n',
]
  .map(latin1Bytes)
  .concat([
    Buffer.concat([
      latin1Bytes('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n'),
      gzipSync(PAGE),
    ]),
  ])

/** Delimiters and keywords, inserted where they don't belong. */
export const TOKENS: readonly Uint8Array[] = [
  '\r\n',
  '\n',
  '\r\n\r\n',
  ':',
  '\0',
  ' ',
  '\t',
  'HTTP/1.1 ',
  'Content-Length: ',
  'chunked',
  '0\r\n\r\n',
  '{',
  '"',
  '}',
  '<',
  '>',
  '-->',
  '---\n',
  '\\u0000',
  'cloudflare_error',
  'error code: 522',
  '1020',
  '::1',
  '</title>',
  '<hr><center>cloudflare</center>',
  'class="cf-error-details cf-error-1',
  '%',
  '@',
  ',',
  '/',
].map(latin1Bytes)
