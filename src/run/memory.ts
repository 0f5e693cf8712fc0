// Only runs with many sites need these modules of Node, and then `compressor` loads them before the first probe.
const v8 = () => process.getBuiltinModule('node:v8')
const zlib = () => process.getBuiltinModule('node:zlib')

/** Plain data that is stored compressed. Numbers that JSON doesn't have, such as NaN, survive. */
export interface Compressed<T> {
  readonly open: () => T
}

/** Bytes that are compressed together. Each call of zlib allocates more than one site needs. */
const BATCH = 256 * 1024

/** Serialized values, one after the other. */
interface Batch {
  size: number
  readonly parts: Uint8Array[]
  /** Present once the batch is full; then it has no parts. */
  compressed?: Uint8Array
}

/**
 * Stores data in a few percent of its size, outside the heap that the garbage collector scans. Open values in the order
 * in which they were stored: that is fastest. Each `open` makes a copy.
 */
export function compressor(): <T>(value: T) => Compressed<T> {
  v8()
  zlib()
  let filling: Batch = { size: 0, parts: [] }
  let opened: { readonly batch: Batch; readonly bytes: Uint8Array } | undefined
  const bytesOf = (batch: Batch): Uint8Array => {
    // A batch that isn't full yet may have grown.
    if (opened?.batch !== batch || opened.bytes.length !== batch.size) {
      const { compressed, parts } = batch
      opened = {
        batch,
        bytes: compressed === undefined ? Buffer.concat(parts) : zlib().inflateRawSync(compressed),
      }
    }
    return opened.bytes
  }
  return <T>(value: T): Compressed<T> => {
    const [batch, start] = [filling, filling.size]
    batch.parts.push(v8().serialize(value))
    const end = start + (batch.parts.at(-1)?.length ?? 0)
    batch.size = end
    if (end >= BATCH) {
      // Copied, because zlib returns the start of a larger buffer.
      batch.compressed = new Uint8Array(zlib().deflateRawSync(bytesOf(batch), { level: 1 }))
      batch.parts.length = 0
      filling = { size: 0, parts: [] }
    }
    return { open: (): T => v8().deserialize(bytesOf(batch).subarray(start, end)) }
  }
}

/** The same interface for data that may stay in memory. */
export function uncompressed<T>(value: T): Compressed<T> {
  return { open: () => value }
}
