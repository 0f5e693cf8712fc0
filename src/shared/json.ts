/** Readers of untrusted JSON. A value that doesn't have the expected shape reads as absent; none of them throws. */

type Path = readonly (string | number)[]

/** The member at a path of own properties; undefined when any step of it is missing. */
export function member(value: unknown, ...path: Path): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.getOwnPropertyDescriptor(found, key)?.value
        : undefined,
    value,
  )
}

export function textIn(value: unknown, ...path: Path): string | undefined {
  const found = member(value, ...path)
  return typeof found === 'string' ? found : undefined
}

export function flagIn(value: unknown, ...path: Path): boolean | undefined {
  const found = member(value, ...path)
  return typeof found === 'boolean' ? found : undefined
}

/** A finite number; 0 when there is none. */
export function numberIn(value: unknown, ...path: Path): number {
  const found = member(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : 0
}

/** A positive whole number, such as an id. */
export function countIn(value: unknown, ...path: Path): number | undefined {
  const found = member(value, ...path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined
}

/** The elements of a list, at most `most` of them; empty when there is none. */
export function listIn(value: unknown, path: string | Path, most = 1000): readonly unknown[] {
  const found = member(value, ...[path].flat())
  return Array.isArray(found) ? found.slice(0, most) : []
}

/** Undefined when the text is not valid JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
