import { isIP } from '../shared/ip.ts'
import { member } from '../shared/json.ts'

/** What is wrong with a value: it is missing or invalid, or a list with more entries than `most`. */
export interface Fault {
  readonly path: string
  readonly most?: number
}

/** Checks parsed JSON of which nothing is known. Returns the first fault. */
export type Check = (value: unknown, path: string) => Fault | undefined

/** The text of a page has at most 1 MiB. Patterns that search a longer one may run out of stack. */
export const text: Check = (value, path) =>
  typeof value === 'string' && value.length <= MAX_TEXT ? undefined : { path }

/** UTF-16 units, with room for what redaction adds. */
const MAX_TEXT = 4 * 1024 * 1024

/** A number that a date may have as its milliseconds: anything larger is damage. */
export const number: Check = (value, path) =>
  typeof value === 'number' && Math.abs(value) <= MAX_NUMBER ? undefined : { path }

const MAX_NUMBER = 8.64e15

/** Milliseconds since the epoch. */
export const moment: Check = number

export const boolean: Check = (value, path) => (typeof value === 'boolean' ? undefined : { path })

/** A host name or an address. Reports search for it, so its length is limited. */
export const host: Check = (value, path) =>
  typeof value === 'string' && value.length <= MAX_HOST ? undefined : { path }

/** Characters of a host name, and some more for the brackets of an address. */
const MAX_HOST = 255

/** A range of addresses, such as `192.0.2.0/24`. */
export const range: Check = (value, path) => {
  const [network = '', bits = ''] = typeof value === 'string' ? value.split('/') : []
  const max = { 0: -1, 4: 32, 6: 128 }[isIP(network)] ?? -1
  return /^\d{1,3}$/.test(bits) && Number(bits) <= max ? undefined : { path }
}

export const webAddress: Check = (value, path) => {
  const url = typeof value === 'string' && value.length <= MAX_URL ? URL.parse(value) : null
  return url !== null && /^https?:$/.test(url.protocol) ? host(url.hostname, path) : { path }
}

const MAX_URL = 65_536

function firstOf<T>(
  items: readonly T[],
  check: (item: T, at: number) => Fault | undefined,
): Fault | undefined {
  for (const [at, item] of items.entries()) {
    const fault = check(item, at)
    if (fault !== undefined) return fault
  }
  return undefined
}

export function anyOf(...values: readonly unknown[]): Check {
  return (value, path) => (values.includes(value) ? undefined : { path })
}

/** One of the two holds. */
export function either(one: Check, other: Check): Check {
  return (value, path) => one(value, path) && other(value, path)
}

/**
 * Entries of a list. A certificate has at most 25,000 names and a head 50,000 fields, because of their limits in bytes.
 */
const MAX_ENTRIES = 50_000

export function arrayOf(check: Check, { min = 0, most = MAX_ENTRIES } = {}): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min) return { path }
    if (value.length > most) return { path, most }
    return firstOf(value, (item: unknown, index) => check(item, `${path}[${index}]`))
  }
}

/** Other keys are not checked. A key in `optional` may be absent. */
export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    if (!isObject(value)) return { path }
    const members = new Map<string, unknown>(Object.entries(value))
    const present = Object.entries(optional).filter(([key]) => members.has(key))
    return firstOf([...Object.entries(required), ...present], ([key, check]) =>
      check(members.get(key), keyPath(path, key)),
    )
  }
}

/** An object whose keys are names from outside. */
export function recordOf(check: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return { path }
    const entries = Object.entries(value)
    if (entries.length > MAX_ENTRIES) return { path, most: MAX_ENTRIES }
    return firstOf(entries, ([key, item]) => check(item, keyPath(path, key)))
  }
}

/** The check that belongs to the value of a key of the object. */
export function byKey(key: string, checks: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    const found = member(value, key)
    const name = typeof found === 'boolean' ? String(found) : found
    const check = typeof name === 'string' && Object.hasOwn(checks, name) ? checks[name] : undefined
    return check === undefined ? { path: keyPath(path, key) } : check(value, path)
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
