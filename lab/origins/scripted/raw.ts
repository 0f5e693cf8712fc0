import { createCipheriv } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { HOME_PAGE } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'
import { resetAfter } from './connection.ts'

type Bytes = string | Uint8Array

/** Responds with these bytes to any request, and closes. */
export const raw = (sentence: string, ...bytes: readonly Bytes[]): OriginDefinition =>
  httpOrigin(sentence, () => ({ stream }) => {
    stream.end(Buffer.concat(bytes.map((each) => Buffer.from(each))))
  })

/** The same, each byte in a packet of its own. */
export const rawByByte = (sentence: string, text: string): OriginDefinition =>
  httpOrigin(sentence, () => async ({ stream, socket }) => {
    socket.setNoDelay(true)
    for (const byte of text) {
      stream.write(byte)
      await nextTurn()
    }
    stream.end()
  })

/** Responds, and then resets the connection. */
export const rawReset = (sentence: string, ...bytes: readonly Bytes[]): OriginDefinition =>
  httpOrigin(
    sentence,
    () => (request) => resetAfter(request, Buffer.concat(bytes.map((each) => Buffer.from(each)))),
  )

export const head = (fields: readonly string[], statusLine = 'HTTP/1.1 200 OK'): string =>
  [statusLine, 'Server: nginx', 'Content-Type: text/html', ...fields, '', ''].join('\r\n')

export const LENGTH = `Content-Length: ${HOME_PAGE.length}`
export const CHUNKED = 'Transfer-Encoding: chunked'
export const SIZE = HOME_PAGE.length.toString(16)
export const CHUNKS = `${SIZE}\r\n${HOME_PAGE}\r\n0\r\n\r\n`
export const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n'
export const ERROR_PAGE = '<h1>503 Service Unavailable</h1>\n'

/** A response that is valid except for these header lines. They replace its length. */
export const page = (...fields: readonly string[]): string => head(fields) + HOME_PAGE
export const withStatusLine = (statusLine: string): string => head([LENGTH], statusLine) + HOME_PAGE
export const withoutCr = (text: string): string => text.replaceAll('\r\n', '\n')

/** This many bytes that don't compress, the same each time. */
export const noise = (length: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length))

export const LONG_PAGE = HOME_PAGE.repeat(5459).slice(0, 354_815)
export const LONG_GZIP = gzipSync(Buffer.concat([Buffer.from(HOME_PAGE), noise(150_000)]))
export const LATE_DAMAGE = Buffer.from(LONG_GZIP)
// After the first 100 KB.
LATE_DAMAGE.fill(0x55, 110_000, 110_010)
export const gzipHead = (length: number): string =>
  head([`Content-Length: ${length}`, 'Content-Encoding: gzip'])
