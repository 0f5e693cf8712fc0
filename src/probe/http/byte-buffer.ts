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

/** Keeps the last bytes of what it takes. */
export interface EndBuffer {
  readonly take: (bytes: Uint8Array) => void
  readonly bytes: () => Uint8Array
}

/** @param size in bytes */
export function endBuffer(size: number): EndBuffer {
  const ring = new Uint8Array(size)
  let taken = 0
  return {
    take: (bytes) => {
      const last = bytes.subarray(-size)
      const at = (taken + bytes.byteLength - last.byteLength) % size
      ring.set(last.subarray(0, size - at), at)
      ring.set(last.subarray(size - at))
      taken += bytes.byteLength
    },
    bytes: () => {
      if (taken <= size) return ring.slice(0, taken)
      const at = taken % size
      return Buffer.concat([ring.subarray(at), ring.subarray(0, at)])
    },
  }
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
