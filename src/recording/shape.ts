/** Checks parsed JSON of which nothing is known. Returns the path of the first value that is missing or wrong. */
export type Check = (value: unknown, path: string) => string | undefined

export const text: Check = (value, path) => (typeof value === 'string' ? undefined : path)

export const number: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : path

export const webAddress: Check = (value, path) =>
  typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '') ? undefined : path

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
