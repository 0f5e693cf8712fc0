import type { Body, Head } from '../../domain/exchange.ts'
import { decode } from './content-encoding.ts'

/** Bytes of a body to keep. Only a search for expected text reads more. */
export const BODY_LIMIT = 64 * 1024

/** The bytes of a body received so far. */
export interface ReceivedBody {
  readonly chunks: Uint8Array[]
  bytes: number
  /** False once the body exceeded the limit. */
  complete: boolean
}

export const emptyBody = (): ReceivedBody => ({ chunks: [], bytes: 0, complete: true })

/** Reads a body up to the limit. When the stream fails, `received` has the bytes until then. */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  received: ReceivedBody,
  limit = BODY_LIMIT,
): Promise<void> {
  for await (const chunk of stream) {
    received.chunks.push(chunk.subarray(0, Math.max(0, limit - received.bytes)))
    received.bytes += chunk.byteLength
    if (received.bytes > limit) {
      received.complete = false
      return
    }
  }
}

/** Decompresses a body and decodes it as UTF-8. */
export async function bodyOf(
  { chunks, bytes, complete }: ReceivedBody,
  { headers }: Head,
  limit = BODY_LIMIT,
): Promise<Body> {
  const raw = Buffer.concat(chunks)
  const decoded = await decode(raw, headers['content-encoding'] ?? '', complete, limit)
  return {
    text: Buffer.from(decoded.bytes).toString('utf8'),
    bytes,
    complete: !decoded.truncated,
    coding: decoded.coding,
  }
}
