// Only runs with many sites need these modules of Node, and then `limitMemory` loads them before the first probe.
const v8 = () => process.getBuiltinModule('node:v8')
const zlib = () => process.getBuiltinModule('node:zlib')

/** Plain data that is stored compressed. Numbers that JSON doesn't have, such as NaN, survive. */
export interface Compressed<T> {
  readonly open: () => T
}

/**
 * Stores data in about 5 % of its size, outside the heap that the garbage collector scans. Each `open` makes a copy.
 */
export function compress<T>(value: T): Compressed<T> {
  // Copied, because zlib returns the start of a larger buffer.
  const bytes = new Uint8Array(zlib().deflateRawSync(v8().serialize(value)))
  return { open: (): T => v8().deserialize(zlib().inflateRawSync(bytes)) }
}

/** The same interface for data that may stay in memory. */
export function uncompressed<T>(value: T): Compressed<T> {
  return { open: () => value }
}

/**
 * Switches V8 to its memory-saving mode, and stops the young generation from growing. Call it before allocating:
 * otherwise a run with many sites reserves 130 MB for garbage.
 */
export function limitMemory(): void {
  const { setFlagsFromString } = v8()
  zlib()
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
}
