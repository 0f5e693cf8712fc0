import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Coding } from '../../domain/exchange.ts'
import { failureCode } from '../network/failure.ts'

/** Bytes of a decoded body that are looked at. A page that is longer is taken for good; a bomb costs no more than this. */
const LOOKED_AT = 1024 * 1024
/** Decoded in pieces of so many bytes: what is beyond is at most one. Bytes after the end are no fault, as for a browser. */
const OPTIONS = { chunkSize: 16 * 1024, rejectGarbageAfterEnd: true }

/** The codings that Cloudflare reads. `deflate` is zlib by name, and bare in the hands of many servers. */
const DECODERS: Readonly<Record<string, (first: number) => Transform>> = {
  gzip: () => createGunzip(OPTIONS),
  'x-gzip': () => createGunzip(OPTIONS),
  br: () => createBrotliDecompress(OPTIONS),
  deflate: (first) => ((first & 0x0f) === 8 ? createInflate(OPTIONS) : createInflateRaw(OPTIONS)),
}

export interface Decoded {
  /** As far as it decodes, `limit` bytes at most; as it was sent where nothing of it does. */
  readonly bytes: Uint8Array
  readonly coding: Coding
  /** There was more than was kept. */
  readonly cut: boolean
}

/**
 * Undoes the Content-Encoding of a body, of which `raw` is the first part or, when `complete`, all. Keeps `limit` bytes of
 * it, looks at a megabyte at most, and never throws: a body is anybody's bytes.
 */
export async function decode(
  raw: Uint8Array,
  contentEncoding: string,
  complete: boolean,
  limit: number,
): Promise<Decoded> {
  const name = contentEncoding.trim().toLowerCase()
  const asSent = { bytes: raw.subarray(0, limit), cut: !complete || raw.byteLength > limit }
  // An answer to HEAD, or a page of nothing: there is nothing to decode, whatever its header says.
  if (name === '' || name === 'identity' || raw.byteLength === 0) return { ...asSent, coding: 'none' }
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  if (decoder === undefined) return { ...asSent, coding: 'unchecked' }
  const { bytes, seen, end } = await unfolded(decoder(raw[0] ?? 0), raw, limit)
  const coding = codingOf(end, complete)
  return seen === 0 && end !== 'sound'
    ? { ...asSent, coding }
    : { bytes, cut: !complete || seen > limit, coding }
}

/** What we did not read to its end cannot lack it; that it is damaged is seen all the same. */
function codingOf(end: Coding, complete: boolean): Coding {
  return !complete && end === 'truncated' ? 'unchecked' : end
}

function unfolded(
  decoder: Transform,
  raw: Uint8Array,
  limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly seen: number; readonly end: Coding }> {
  return new Promise((settle) => {
    const kept: Uint8Array[] = []
    let seen = 0
    const finish = (end: Coding): void => {
      decoder.removeAllListeners('data').destroy()
      settle({ bytes: Buffer.concat(kept), seen, end })
    }
    decoder.on('data', (piece: Buffer) => {
      if (seen < limit) kept.push(piece.subarray(0, limit - seen))
      seen += piece.byteLength
      if (seen > LOOKED_AT) finish('unchecked')
    })
    decoder.once('end', () => finish('sound'))
    decoder.on('error', (error) => finish(ENDS[failureCode(error)] ?? 'corrupt'))
    decoder.end(raw)
  })
}

/** zlib's and brotli's word for bytes that are good, and not all; and node's for bytes that are all, and more. */
const ENDS: Readonly<Record<string, Coding>> = {
  Z_BUF_ERROR: 'truncated',
  ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
}
