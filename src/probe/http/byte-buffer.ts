/** Joins chunks by copying them. A chunk itself would keep its whole packet in memory. */
export interface ByteBuffer {
  /** Takes as many bytes as fit under the limit. */
  readonly take: (bytes: Uint8Array) => void
  readonly length: () => number
  /** Returns the bytes so far. Later calls don't change them. */
  readonly bytes: () => Uint8Array
  /** Returns the bytes so far and starts over without them. */
  readonly drain: () => Uint8Array
}

const EMPTY = new Uint8Array()

/** @param limit in bytes */
export function byteBuffer(limit = Infinity): ByteBuffer {
  let buffer: Uint8Array = EMPTY
  let length = 0
  const bytes = (): Uint8Array => buffer.subarray(0, length)
  return {
    take: (added) => {
      const part = length + added.byteLength > limit ? added.subarray(0, limit - length) : added
      const end = length + part.byteLength
      if (end > buffer.byteLength) {
        const larger = new Uint8Array(Math.min(limit, Math.max(end, 2 * buffer.byteLength)))
        larger.set(bytes())
        buffer = larger
      }
      buffer.set(part, length)
      length = end
    },
    length: () => length,
    bytes,
    drain: () => {
      const drained = bytes()
      buffer = EMPTY
      length = 0
      return drained
    },
  }
}
