import { deserialize, serialize, setFlagsFromString } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Something that is put away. Plain data, numbers that JSON does not know included. */
export interface Compressed<T> {
  readonly open: () => T
}

/** Puts data away in a twentieth of its room, out of the garbage collector's way. Each opening makes it anew. */
export function compress<T>(value: T): Compressed<T> {
  // A copy has its own length; what zlib returns is the beginning of a larger buffer.
  const bytes = new Uint8Array(deflateRawSync(serialize(value)))
  return { open: (): T => deserialize(inflateRawSync(bytes)) }
}

/** The same, for what may as well stay where it is. */
export function uncompressed<T>(value: T): Compressed<T> {
  return { open: () => value }
}

/**
 * To be called before much is made: from now on V8 prefers little memory to speed, and the garbage of short lives gets no more room
 * than it has. By itself that grows to 130 MB in a run at many sites, of which hardly anything is ever in use.
 */
export function limitMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
}
