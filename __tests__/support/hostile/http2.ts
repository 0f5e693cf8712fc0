import type { Duplex } from 'node:stream'
import { drip, flood } from './flood.ts'

/** https://www.rfc-editor.org/rfc/rfc9113#section-6 */
const TYPES = { data: 0, headers: 1, settings: 4, pushPromise: 5, ping: 6, windowUpdate: 8, continuation: 9 }
const END_HEADERS = 4

function frame(
  type: keyof typeof TYPES,
  payload: readonly number[] | Buffer = [],
  flags = 0,
  stream = 0,
): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head[3] = TYPES[type]
  head[4] = flags
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, Buffer.from(payload)])
}

/** HPACK: `:status: 200` is entry 8 of the static table. */
const STATUS_200 = 0x88
/** A literal field without indexing: `a: b`. */
const FIELD = [0x00, 0x01, 0x61, 0x01, 0x62]
/** The same, added to the dynamic table: then entry 62 is 4,000 bytes long, and costs one byte. */
const LARGE_ENTRY = [0x40, 0x01, 0x61, 0x7f, 0xa1, 0x1e, ...Array.from({ length: 4000 }, () => 0x62)]
const SETTINGS = frame('settings')
const HEAD = frame('headers', [STATUS_200], END_HEADERS, 1)

const floodAfter =
  (beginning: readonly Buffer[], piece: Buffer, times = 1) =>
  (stream: Duplex): void => {
    stream.write(Buffer.concat([...beginning]))
    flood(stream, Buffer.concat(Array.from({ length: times }, () => piece)))
  }

const repeated = (bytes: readonly number[], times: number): readonly number[] =>
  Array.from({ length: times }, () => bytes).flat()

/** What each server does with a connection that agreed on HTTP/2. */
export const HOSTILE_HTTP2: Readonly<Record<string, (stream: Duplex) => void>> = {
  'sends no frame': () => undefined,
  'sends its settings and nothing else': (stream) => {
    stream.write(SETTINGS)
  },
  'sends settings without an end': floodAfter([], SETTINGS, 1000),
  'sends settings one by one': (stream) => drip(stream, () => SETTINGS),
  'sends pings without an end': floodAfter([SETTINGS], frame('ping', repeated([0], 8)), 500),
  'sends window updates without an end': floodAfter([SETTINGS], frame('windowUpdate', [0, 0, 0, 1]), 500),
  'sends continuations without an end': floodAfter(
    [SETTINGS, frame('headers', [STATUS_200], 0, 1)],
    frame('continuation', repeated(FIELD, 200), 0, 1),
  ),
  'sends empty continuations without an end': floodAfter(
    [SETTINGS, frame('headers', [STATUS_200], 0, 1)],
    frame('continuation', [], 0, 1),
    1000,
  ),
  'sends headers that expand to megabytes': (stream) => {
    const fields = [STATUS_200, ...LARGE_ENTRY, ...repeated([0xbe], 12_000)]
    stream.write(Buffer.concat([SETTINGS, frame('headers', fields, END_HEADERS, 1)]))
  },
  'sends interim headers without an end': floodAfter(
    [SETTINGS],
    // `:status: 103`, as a literal.
    frame('headers', [0x08, 0x03, 0x31, 0x30, 0x33], END_HEADERS, 1),
    500,
  ),
  'sends data of one byte': floodAfter([SETTINGS, HEAD], frame('data', [0x78], 0, 1), 1000),
  'sends data byte by byte': (stream) => {
    stream.write(Buffer.concat([SETTINGS, HEAD]))
    drip(stream, () => frame('data', [0x78], 0, 1))
  },
  'sends empty data without an end': floodAfter([SETTINGS, HEAD], frame('data', [], 0, 1), 1000),
  'sends data without an end': floodAfter([SETTINGS, HEAD], frame('data', repeated([0x78], 16_000), 0, 1)),
  'never ends its stream': (stream) => {
    stream.write(Buffer.concat([SETTINGS, HEAD, frame('data', [0x78], 0, 1)]))
  },
  'allows no data to be sent': (stream) => {
    stream.write(frame('settings', [0, 4, 0, 0, 0, 0]))
  },
  'pushes without an end': floodAfter(
    [SETTINGS],
    frame('pushPromise', [0, 0, 0, 2, 0x82, 0x84, 0x87], END_HEADERS, 1),
    100,
  ),
  'sends frames of an unknown type': floodAfter(
    [SETTINGS],
    Buffer.from([0, 0, 1, 0xbb, 0, 0, 0, 0, 0, 0]),
    1000,
  ),
}
