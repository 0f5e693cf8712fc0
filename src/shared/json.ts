/** Reads parsed JSON of which nothing is known. */

/** The value of a member; undefined where there is none, or nothing to have one. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

export function textIn(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}

export function flagIn(value: unknown, name: string): boolean | undefined {
  const found = member(value, name)
  return typeof found === 'boolean' ? found : undefined
}

export function numberIn(value: unknown, name: string): number {
  const found = member(value, name)
  return typeof found === 'number' && Number.isFinite(found) ? found : 0
}

/** The elements of a member that is a list; more than `most` are not looked at. */
export function listIn(value: unknown, name: string, most = 1000): readonly unknown[] {
  const found = member(value, name)
  return Array.isArray(found) ? found.slice(0, most) : []
}

/** Undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
