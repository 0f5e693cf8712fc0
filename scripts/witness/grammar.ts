import type { Random } from '../fuzz/bytes.ts'
import { BODY_PLACES } from './grammar-body.ts'

/** A place of the grammar where a response can have a fault, with its usual and its faulty texts. */
interface Place {
  readonly usual: readonly string[]
  readonly odd: readonly string[]
}

/** RFC 9112, place by place. `\0` and other controls are written as such. */
export const PLACES = {
  before: { usual: [''], odd: ['\r\n', '\n', '\r\n\r\n', ' ', '\0', 'x'] },
  interim: {
    usual: [''],
    odd: [
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n',
      'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n',
      'HTTP/1.1 100 Continue\r\nContent-Length: 3\r\n\r\n',
      'HTTP/1.1 199 Odd\r\n\r\n',
      'HTTP/1.0 100 Continue\r\n\r\n',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
  },
  protocol: { usual: ['HTTP/'], odd: ['http/', 'Http/', 'HTTP', 'HTTP /', 'RTSP/', 'ICY', 'SSH-', 'HTTP//'] },
  version: {
    usual: ['1.1', '1.1', '1.1', '1.0'],
    odd: ['2.0', '1.2', '0.9', '2', '1', '', '1.', '.1', '01.1', '1.10', '1,1', '3.0', '7.3', '1.x'],
  },
  separator: { usual: [' '], odd: ['  ', '\t', '', ' \t', '   ', '\0', '\r'] },
  code: {
    usual: ['200', '200', '200', '200', '404', '500', '301', '503', '204', '304', '205', '226', '418'],
    odd: [
      '600',
      '999',
      '99',
      '1000',
      '20',
      '000',
      '099',
      '2000',
      '-20',
      '2x0',
      '',
      '٢',
      '0200',
      '100',
      '101',
    ],
  },
  afterCode: { usual: [' '], odd: ['', '  ', '\t', ' \t', '\0'] },
  reason: {
    usual: ['OK', 'OK', '', 'Not Found', 'Très bien'],
    odd: ['O\0K', 'O\x01K', 'O\tK', 'O\x7fK', 'O\rK', '\xff', ' ', 'OK ', 'x'.repeat(3000)],
  },
  statusEnd: { usual: ['\r\n'], odd: ['\n', '\r', '\r\r\n', '\n\r\n', ' \r\n', '\r\n ', '\r\n\t'] },
  field: {
    usual: [
      'Server: nginx',
      'Content-Type: text/html',
      'X-A: b',
      'x-empty:',
      'X-Tab:\tb\t',
      'Set-Cookie: a=b, c; Path=/',
      'Set-Cookie: d=e',
      'Vary: Accept-Encoding, Origin',
      'X-High: \xe9\xff',
      'Connection: close',
      'Connection: keep-alive',
      'Cache-Control: no-store',
      "X!#$%&'*+-.^_`|~0: a",
      'Trailer: X-Sum',
      'Date: Sun, 29 Nov 2026 12:00:00 GMT',
    ],
    odd: [
      'X-A : b',
      'X-A\t: b',
      ' X-A: b',
      '\tX-A: b',
      'X A: b',
      'X-A: b\r\n c',
      'X-A: b\r\n\tc',
      'X-A:\r\n b',
      'X-A: b\r\n ',
      'no colon',
      'x',
      ': b',
      ' : b',
      'X-Ä: b',
      'X(A): b',
      'X-A\0: b',
      'X-A: b\0c',
      'X-A: b\x01c',
      'X-A: b\x7fc',
      'X-A: b\rc',
      'X-A: b\r',
      'X-A\r: b',
      'X-A: b\nX-B: c',
      'X-A: b\n c',
      '"X": b',
      'X/A: b',
      'HTTP/1.1 200 OK',
      `X-Long: ${'x'.repeat(5000)}`,
    ],
  },
  lineEnd: { usual: ['\r\n'], odd: ['\n', '\r', '\r\r\n', '\n\r', '\0\r\n'] },
  ...BODY_PLACES,
  method: { usual: ['GET', 'GET', 'GET', 'GET', 'GET', 'GET', 'GET', 'HEAD'], odd: ['HEAD'] },
  /** `with-body`: after a status that allows none, or in a response to HEAD. */
  framing: {
    usual: ['length', 'length', 'chunked', 'chunked', 'chunked', 'close'],
    odd: ['announced', 'with-body', 'none', 'both'],
  },
  cut: { usual: [''], odd: ['cut'] },
} as const satisfies Readonly<Record<string, Place>>

export type PlaceName = keyof typeof PLACES

export const PLACE_NAMES: readonly PlaceName[] = Object.keys(PLACES).filter(
  (name): name is PlaceName => name in PLACES,
)

export const oneOf = <T>(items: readonly [T, ...T[]], random: Random): T =>
  items[random(items.length)] ?? items[0]
