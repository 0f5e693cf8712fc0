import type { Duplex } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { drip, flood, many } from './flood.ts'

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`
const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024))

/** Sends the beginning, then the piece without an end. */
const floodAfter =
  (beginning: string, piece: string) =>
  (stream: Duplex): void => {
    stream.write(beginning)
    flood(stream, piece)
  }
const dripAfter =
  (beginning: string, piece: string) =>
  (stream: Duplex): void => {
    stream.write(beginning)
    drip(stream, () => piece)
  }
const send =
  (head: string, body: string | Uint8Array = '') =>
  (stream: Duplex): void => {
    stream.write(head)
    stream.end(body)
  }

/** What each server does with a connection that sent a request. */
export const HOSTILE_HTTP: Readonly<Record<string, (stream: Duplex, path: string) => void>> = {
  'sends nothing': () => undefined,
  'sends its head byte by byte': dripAfter('', 'H'),
  'sends its headers one by one': dripAfter(OK, 'X-A: b\r\n'),
  'sends a header without an end': floodAfter(`${OK}X-Long: `, 'x'.repeat(16_384)),
  'sends headers without an end': floodAfter(OK, 'X-A: b\r\n'.repeat(1000)),
  'sends interim responses without an end': floodAfter('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
  'sends interim responses one by one': dripAfter('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  'sends empty lines without an end': floodAfter('', '\r\n'.repeat(1000)),
  'sends a body without an end': floodAfter(`${OK}\r\n`, '<p>x'.repeat(4096)),
  'sends a body byte by byte': dripAfter(`${OK}\r\n`, 'x'),
  'sends 80 KB and then a byte at a time': dripAfter(`${OK}\r\n${'x'.repeat(80_000)}`, 'x'),
  'sends a gigabyte': floodAfter(`${OK}Content-Length: 1000000000\r\n\r\n`, 'x'.repeat(65_536)),
  'stalls after 100 KB': (stream) => {
    stream.write(`${OK}Content-Length: 9000000\r\n\r\n${'x'.repeat(100_000)}`)
  },
  'sends chunks of one byte': floodAfter(CHUNKED, '1;a=b\r\nx\r\n'.repeat(1000)),
  'sends chunks one by one': dripAfter(CHUNKED, '1\r\nx\r\n'),
  'sends a chunk size without an end': floodAfter(CHUNKED, '0'.repeat(16_384)),
  'sends a chunk size digit by digit': dripAfter(CHUNKED, '0'),
  'sends a chunk extension without an end': floodAfter(`${CHUNKED}1;`, 'x'.repeat(16_384)),
  'sends a chunk extension byte by byte': dripAfter(`${CHUNKED}1;`, 'x'),
  'sends a huge chunk': floodAfter(`${CHUNKED}FFFFFFFFFFFF\r\n`, 'x'.repeat(65_536)),
  'sends trailers without an end': floodAfter(`${CHUNKED}1\r\nx\r\n0\r\n`, 'X-T: a\r\n'.repeat(1000)),
  'sends trailers one by one': dripAfter(`${CHUNKED}1\r\nx\r\n0\r\n`, 'X-T: a\r\n'),
  'sends a decompression bomb': send(`${OK}Content-Encoding: gzip\r\n\r\n`, BOMB),
  'sends a bomb in a bomb': send(`${OK}Content-Encoding: gzip, gzip\r\n\r\n`, gzipSync(BOMB)),
  'sends a compressed body byte by byte': (stream) => {
    stream.write(`${OK}Content-Encoding: gzip\r\n\r\n`)
    let at = 0
    drip(stream, () => BOMB.subarray(at, (at += 1)))
  },
  'names a thousand codings': send(`${OK}Content-Encoding: ${'gzip, '.repeat(1000)}gzip\r\n\r\n`, BOMB),
  'sets 3,000 cookies': send(
    `${OK}${many((index) => `Set-Cookie: c${index}=${index}abcdefghijklmnop${index}\r\n`, 3000)}\r\n`,
  ),
  'sends values of 100 KB': send(
    `${OK}Server: ${'%41'.repeat(33_000)}\r\nX: ${'QUJD'.repeat(25_000)}\r\n\r\nx`,
  ),
  'redirects without an end': (stream, path) =>
    send(`HTTP/1.1 302 Found\r\nLocation: ${path}${'a'.repeat(1000)}\r\nContent-Length: 0\r\n\r\n`)(stream),
  'redirects, and never ends': (stream, path) =>
    dripAfter(`HTTP/1.1 302 Found\r\nLocation: ${path}a\r\nContent-Length: 1000\r\n\r\n`, 'x')(stream),
  'sends only tags': send('HTTP/1.1 500 Oops\r\n\r\n', '<title><b '.repeat(6500)),
  'serves a page whose files never end': (stream, path) =>
    path === '/'
      ? send(`${OK}\r\n`, '<script src="/a.js"></script><link rel="stylesheet" href="/b.css">')(stream)
      : dripAfter(`HTTP/1.1 200 OK\r\nContent-Type: text/${path.slice(-3)}\r\n\r\n`, ' ')(stream),
}
