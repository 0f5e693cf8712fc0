/** Checks parsed JSON of which nothing is known. Returns the path of the first value that is missing or wrong. */
export type Check = (value: unknown, path: string) => string | undefined

export const text: Check = (value, path) => (typeof value === 'string' ? undefined : path)

export const number: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : path

/** Milliseconds since the epoch, in the range of a date. */
export const moment: Check = (value, path) =>
  typeof value === 'number' && Math.abs(value) <= MAX_MOMENT ? undefined : path

const MAX_MOMENT = 8.64e15

/** A host name or an address. Reports search for it, so its length is limited. */
export const host: Check = (value, path) =>
  typeof value === 'string' && value.length <= MAX_HOST ? undefined : path

/** Characters of a host name, and some more for the brackets of an address. */
const MAX_HOST = 255

export const webAddress: Check = (value, path) => {
  const url = typeof value === 'string' && value.length <= MAX_URL ? URL.parse(value) : null
  return url !== null && /^https?:$/.test(url.protocol) ? host(url.hostname, path) : path
}

const MAX_URL = 65_536

/** Nothing that is recorded is null, except a comparison of records with an origin that could not be made. */
export const noNull: Check = (value, path) => {
  if (value === null) return path
  if (Array.isArray(value)) return firstOf(value, (item: unknown, at) => noNull(item, `${path}[${at}]`))
  if (typeof value !== 'object') return undefined
  return firstOf(Object.entries(value), ([key, item]: [string, unknown]) =>
    key === 'pointsToOrigins' && Array.isArray(item)
      ? firstOf(item, (each: unknown, at) => anyOf(true, false, null)(each, `${keyPath(path, key)}[${at}]`))
      : noNull(item, keyPath(path, key)),
  )
}

function firstOf<T>(
  items: readonly T[],
  check: (item: T, at: number) => string | undefined,
): string | undefined {
  for (const [at, item] of items.entries()) {
    const fault = check(item, at)
    if (fault !== undefined) return fault
  }
  return undefined
}

export function anyOf(...values: readonly unknown[]): Check {
  return (value, path) => (values.includes(value) ? undefined : path)
}

export function arrayOf(check: Check, min = 0): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min) return path
    return first(value.map((item: unknown, index) => check(item, `${path}[${index}]`)))
  }
}

/** Other keys are not checked. A key in `optional` may be absent. */
export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    if (!isObject(value)) return path
    const members = new Map<string, unknown>(Object.entries(value))
    return first([
      ...Object.entries(required).map(([key, check]) => check(members.get(key), keyPath(path, key))),
      ...Object.entries(optional).map(([key, check]) =>
        members.has(key) ? check(members.get(key), keyPath(path, key)) : undefined,
      ),
    ])
  }
}

/** The check that belongs to the object's `kind`. */
export function byKind(checks: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    const kind = isObject(value) && 'kind' in value ? value.kind : undefined
    const check = typeof kind === 'string' && Object.hasOwn(checks, kind) ? checks[kind] : undefined
    return check === undefined ? keyPath(path, 'kind') : check(value, path)
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function first(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined)
}
