import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Coding } from '../../domain/exchange.ts'
import { failureCode } from '../network/failure.ts'

/** Bytes to decompress at most, so that a decompression bomb does no harm. A longer body counts as intact. */
const MAX_DECOMPRESSED = 1024 * 1024
/** Output beyond the limit is at most one chunk. Trailing garbage is not an error, as in browsers. */
const OPTIONS = { chunkSize: 16 * 1024, rejectGarbageAfterEnd: true }

/** The codings that Cloudflare supports. `deflate` means zlib, but many servers send raw deflate. */
const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(OPTIONS),
  'x-gzip': () => createGunzip(OPTIONS),
  br: () => createBrotliDecompress(OPTIONS),
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate(OPTIONS) : createInflateRaw(OPTIONS)),
}

export interface DecodedBody {
  /** As far as it decodes, at most `limit` bytes. If nothing decodes: as received. */
  readonly bytes: Uint8Array
  readonly coding: Coding
  /** The body is longer than `bytes`. */
  readonly truncated: boolean
}

/**
 * Undoes the Content-Encoding of a body. `raw` is its beginning, or all of it if `complete`. Keeps `limit` bytes,
 * decompresses at most a megabyte, and never throws on hostile input.
 */
export async function decode(
  raw: Uint8Array,
  contentEncoding: string,
  complete: boolean,
  limit: number,
): Promise<DecodedBody> {
  const name = contentEncoding.trim().toLowerCase()
  const asReceived = { bytes: raw.subarray(0, limit), truncated: !complete || raw.byteLength > limit }
  // A response to HEAD may have the header and no body.
  if (name === '' || name === 'identity' || raw.byteLength === 0) return { ...asReceived, coding: 'none' }
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  if (decoder === undefined) return { ...asReceived, coding: 'unchecked' }
  const { bytes, length, end } = await decompress(decoder(raw[0] ?? 0), raw, limit)
  const coding = !complete && end === 'truncated' ? 'unchecked' : end
  return length === 0 && end !== 'sound'
    ? { ...asReceived, coding }
    : { bytes, truncated: !complete || length > limit, coding }
}

/** `length` counts the decompressed bytes, of which `bytes` are the first. */
function decompress(
  decoder: Transform,
  raw: Uint8Array,
  limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly length: number; readonly end: Coding }> {
  return new Promise((settle) => {
    const chunks: Uint8Array[] = []
    let length = 0
    const finish = (end: Coding): void => {
      decoder.removeAllListeners('data').destroy()
      settle({ bytes: Buffer.concat(chunks), length, end })
    }
    decoder.on('data', (chunk: Buffer) => {
      if (length < limit) chunks.push(chunk.subarray(0, limit - length))
      length += chunk.byteLength
      if (length > MAX_DECOMPRESSED) finish('unchecked')
    })
    decoder.once('end', () => finish('sound'))
    decoder.on('error', (error) => finish(CODING_BY_ERROR[failureCode(error)] ?? 'corrupt'))
    decoder.end(raw)
  })
}

/** Codes of zlib and brotli for valid but incomplete input, and of Node for trailing garbage. */
const CODING_BY_ERROR: Readonly<Record<string, Coding>> = {
  Z_BUF_ERROR: 'truncated',
  ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
}
