import type { Body, Head } from '../../domain/exchange.ts'
import { decode } from './content-encoding.ts'

/** Bytes of a body that are kept. More are read only to search them. */
export const BODY_LIMIT = 64 * 1024

/** The bytes of a body as they come, and whether all of them came. */
export interface Gathered {
  readonly chunks: Uint8Array[]
  bytes: number
  complete: boolean
}

export const nothingGathered = (): Gathered => ({ chunks: [], bytes: 0, complete: true })

/** Reads a body up to the limit, and leaves the rest. `gathered` has what came when the stream fails. */
export async function gather(
  stream: AsyncIterable<Uint8Array>,
  gathered: Gathered,
  limit = BODY_LIMIT,
): Promise<void> {
  for await (const chunk of stream) {
    gathered.chunks.push(chunk.subarray(0, Math.max(0, limit - gathered.bytes)))
    gathered.bytes += chunk.byteLength
    if (gathered.bytes > limit) {
      gathered.complete = false
      return
    }
  }
}

/** What was gathered, without its compression, as text. */
export async function bodyOf(
  { chunks, bytes, complete }: Gathered,
  { headers }: Head,
  limit = BODY_LIMIT,
): Promise<Body> {
  const raw = Buffer.concat(chunks)
  const decoded = await decode(raw, headers['content-encoding'] ?? '', complete, limit)
  return {
    text: Buffer.from(decoded.bytes).toString('utf8'),
    bytes,
    complete: !decoded.cut,
    coding: decoded.coding,
  }
}
