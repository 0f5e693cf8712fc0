import type { Transform } from 'node:stream'
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import type { Coding } from '../../domain/exchange.ts'
import { failureCode } from '../network/failure.ts'
import { byteBuffer, endBuffer } from './byte-buffer.ts'

/** Bytes to decompress at most, to limit a decompression bomb. A longer body counts as `unchecked`. */
const MAX_DECOMPRESSED = 16 * 1024 * 1024
/** Output beyond the limit is at most one chunk. Trailing garbage is not an error, as in browsers. */
const OPTIONS = { chunkSize: 16 * 1024, rejectGarbageAfterEnd: true }

/** The codings that Cloudflare supports. `deflate` means zlib, but many servers send raw deflate. */
const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(OPTIONS),
  'x-gzip': () => createGunzip(OPTIONS),
  br: () => createBrotliDecompress(OPTIONS),
  zstd: () => createZstdDecompress(OPTIONS),
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate(OPTIONS) : createInflateRaw(OPTIONS)),
}

export interface DecodedBody {
  /** As far as it decodes, at most `limit` bytes. If nothing decodes: as received. */
  readonly bytes: Uint8Array
  /** The last 8 KiB of what was decoded. */
  readonly end: Uint8Array
  readonly coding: Coding
  /** The body is longer than `bytes`. */
  readonly truncated: boolean
}

/** Decodes the Content-Encoding of a body as it arrives. */
export interface BodyDecoder {
  readonly take: (bytes: Uint8Array) => void
  /**
   * Never rejects: hostile input is a result.
   *
   * @param complete the end of the body was reached
   * @param signal stops the decompression. Then the body counts as `unchecked`.
   */
  readonly finish: (complete: boolean, signal: AbortSignal) => Promise<DecodedBody>
  /** Stops the decompression. Call it if the body is not needed. */
  readonly discard: () => void
}

/** Keeps the first `limit` bytes of the decoded body, and decompresses 16 MiB at most. */
export function bodyDecoder(contentEncoding: string, limit: number): BodyDecoder {
  const names = codingsIn(contentEncoding)
  const create = decodersFor(names)
  const raw = keeper(limit)
  let decompression: Decompression | undefined
  return {
    take: (bytes) => {
      if (bytes.byteLength === 0) return
      if (create !== undefined) {
        decompression ??= decompress(create(bytes[0] ?? 0), limit)
        decompression.take(bytes)
      }
      raw.take(bytes)
    },
    finish: async (complete, signal) => {
      const asReceived = { bytes: raw.kept(), end: raw.end(), truncated: raw.length() > limit }
      // A response to HEAD may have the header and no body.
      if (names.length === 0 || raw.length() === 0) return { ...asReceived, coding: 'none' }
      if (decompression === undefined) return { ...asReceived, coding: 'unchecked' }
      const { kept, end } = await decompression.finish(signal)
      const coding = !complete && end === 'truncated' ? 'unchecked' : end
      return kept.length() === 0 && end !== 'sound'
        ? { ...asReceived, coding }
        : { bytes: kept.kept(), end: kept.end(), truncated: kept.length() > limit, coding }
    },
    discard: () => decompression?.stop(),
  }
}

/** The codings in the order in which they were applied (RFC 9110, section 8.4). */
function codingsIn(contentEncoding: string): readonly string[] {
  return contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
}

/** More codings than this are not decoded. No server means them. */
const MAX_CODINGS = 3

/** Makes the decoders of a body, the first one first. Undefined: one of its codings is unknown. */
function decodersFor(
  names: readonly string[],
): ((firstByte: number) => readonly [Transform, ...Transform[]]) | undefined {
  const [outer, ...inner] = names.toReversed()
  const first = outer !== undefined && Object.hasOwn(DECODERS, outer) ? DECODERS[outer] : undefined
  // Whether an inner `deflate` is raw shows only in its first byte, which is not known yet.
  const rest = inner.map((name) =>
    name !== 'deflate' && Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined,
  )
  const known = rest.filter((create) => create !== undefined)
  if (first === undefined || known.length < rest.length || names.length > MAX_CODINGS) return undefined
  return (firstByte) => [first(firstByte), ...known.map((create) => create(0))]
}

/** Bytes of the end of a body, for an error with its stack trace. */
const END_SIZE = 8192

interface Keeper {
  readonly take: (bytes: Uint8Array) => void
  /** At most the limit. */
  readonly kept: () => Uint8Array
  /** The last bytes taken. */
  readonly end: () => Uint8Array
  /** Bytes taken. */
  readonly length: () => number
}

function keeper(limit: number): Keeper {
  const kept = byteBuffer(limit)
  const end = endBuffer(END_SIZE)
  let length = 0
  return {
    take: (bytes) => {
      kept.take(bytes)
      end.take(bytes)
      length += bytes.byteLength
    },
    kept: kept.bytes,
    end: end.bytes,
    length: () => length,
  }
}

interface Decompression {
  readonly take: (bytes: Uint8Array) => void
  readonly finish: (signal: AbortSignal) => Promise<{ readonly kept: Keeper; readonly end: Coding }>
  readonly stop: () => void
}

/** @param decoders each decodes what the one before it makes */
function decompress(decoders: readonly [Transform, ...Transform[]], limit: number): Decompression {
  const [decoder] = decoders
  const kept = keeper(limit)
  let decompressed = 0
  const waiting = byteBuffer()
  const ended = Promise.withResolvers<Coding>()
  let open = true
  let writing = false
  let last = false
  const end = (coding: Coding): void => {
    open = false
    for (const each of decoders) each.removeAllListeners('data').destroy()
    ended.resolve(coding)
  }
  const stop = (): void => end('unchecked')
  /** Writes all that has arrived since the last write. Even a short write costs a task of the thread pool. */
  const writeOn = (): void => {
    if (!open || writing) return
    if (waiting.length() > 0) {
      writing = true
      decoder.write(waiting.drain(), (error) => {
        writing = false
        if (!error) writeOn()
      })
    } else if (last) decoder.end()
  }
  // Of an outer coding. The inner ones decode what they already have, so the result doesn't depend on timing.
  let fault: Coding | undefined
  for (const [index, each] of decoders.entries()) {
    const next = decoders[index + 1]
    if (next !== undefined) each.pipe(next)
    each.on('data', (chunk: Buffer) => {
      if (next === undefined) kept.take(chunk)
      decompressed += chunk.byteLength
      if (decompressed > MAX_DECOMPRESSED) stop()
    })
    each.on('error', (error) => {
      const coding = CODING_BY_ERROR[failureCode(error)] ?? 'corrupt'
      if (next === undefined) return end(fault ?? coding)
      if (coding !== 'sound') fault ??= coding
      next.end()
    })
  }
  decoders.at(-1)?.once('end', () => end(fault ?? 'sound'))
  return {
    take: (bytes) => {
      if (!open) return
      waiting.take(bytes)
      writeOn()
    },
    finish: async (signal) => {
      signal.addEventListener('abort', stop)
      if (signal.aborted) stop()
      last = true
      writeOn()
      const coding = await ended.promise
      signal.removeEventListener('abort', stop)
      return { kept, end: coding }
    },
    stop,
  }
}

/** Codes of zlib, brotli and zstd for valid but incomplete input, and of Node for trailing garbage. */
const CODING_BY_ERROR: Readonly<Record<string, Coding>> = {
  Z_BUF_ERROR: 'truncated',
  ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
}
