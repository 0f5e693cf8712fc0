import { member } from '../../shared/json.ts'

/** Reads a value of which nothing is known. Throws a `Damage` if it doesn't have the expected shape. */
export type Reader<T> = (value: unknown) => T

/** What is wrong with a value: it is missing or invalid, or a list with more entries than `most`. */
export class Damage extends Error {
  /** From the outermost value on: `sites[0].verdict`. Empty for that value itself. */
  readonly path: string
  readonly most: number | undefined

  constructor(path = '', most?: number) {
    super()
    this.path = path
    this.most = most
  }
}

/** How one key of an object is read. */
interface Field<T, Optional extends boolean> {
  /** The key in JSON; absent if it has the same name. `whole`: the value is made of the whole object. */
  readonly from?: string | Whole
  readonly optional: Optional
  readonly read: Reader<T>
}

interface Whole {
  readonly whole: true
}

/** Every key of an object has a row, optional ones too: a key that can't be read back doesn't compile. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? Field<T[K] | undefined, true>
    : Field<T[K], false>
}

/** @param from the key in JSON, if it has another name there */
export function needed<T>(read: Reader<T>, from?: string): Field<T, false> {
  return { optional: false, read, ...(from !== undefined && { from }) }
}

/** A key that may be absent. */
export function optional<T>(read: Reader<T>, from?: string): Field<T, true> {
  return { optional: true, read, ...(from !== undefined && { from }) }
}

/** A key whose value is made of the whole object. */
export function made<T>(read: Reader<T>): Field<T, false> {
  return { optional: false, read, from: { whole: true } }
}

/** A key that JSON never has. */
export const NEVER: Field<undefined, true> = { optional: true, read: () => undefined, from: { whole: true } }

/** Keys that no row reads are left out, because later versions add some. */
export function objectOf<T extends object>(fields: Fields<T>): Reader<T>
export function objectOf(fields: object): Reader<object> {
  const rows = Object.entries<Field<unknown, boolean>>({ ...fields })
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Damage()
    const result: Record<string, unknown> = {}
    for (const [name, { from = name, optional, read }] of rows) {
      const found = typeof from === 'string' ? member(value, from) : value
      if (optional && found === undefined) continue
      const item = typeof from === 'string' ? below(from, read, found) : read(found)
      if (item !== undefined) result[name] = item
    }
    return result
  }
}

/** The object that belongs to the value of a key, as its type says. */
export function byKey<T>(key: string, readers: Readonly<Record<string, Reader<T>>>): Reader<T> {
  return (value) => {
    const name = below(key, oneOf(Object.keys(readers)), member(value, key))
    const read = readers[name]
    if (read === undefined) throw new Damage(key)
    return read(value)
  }
}

/** Entries of a list, if nothing else limits them. A report has at most some hundred. */
const MAX_ENTRIES = 10_000

export function listOf<T>(read: Reader<T>, most = MAX_ENTRIES): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Damage()
    if (value.length > most) throw new Damage('', most)
    return value.map((item: unknown, index) => below(`[${index}]`, read, item))
  }
}

/** A list with at least one entry. */
export function someOf<T>(read: Reader<T>, most?: number): Reader<readonly [T, ...T[]]> {
  const list = listOf(read, most)
  return (value) => {
    const [first, ...rest] = list(value)
    if (first === undefined) throw new Damage()
    return [first, ...rest]
  }
}

export function oneOf<const T extends string | number | boolean>(values: readonly T[]): Reader<T> {
  return (value) => {
    const found = values.find((known) => known === value)
    if (found === undefined) throw new Damage()
    return found
  }
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value))
}

export const flag: Reader<boolean> = oneOf([true, false])

export const number: Reader<number> = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Damage()
  return value
}

/** A text that matches the pattern, which allows only characters that no renderer has to escape. */
export function matching(pattern: RegExp): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new Damage()
    return value
  }
}

/** Reads a part of a value, and adds its place to what is wrong with it. */
export function below<T>(place: string, read: Reader<T>, value: unknown): T {
  try {
    return read(value)
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    const rest = error.path === '' || error.path.startsWith('[') ? error.path : `.${error.path}`
    throw new Damage(place + rest, error.most)
  }
}
