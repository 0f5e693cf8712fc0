/**
 * Reading of JSON that somebody else wrote: the event file, which anyone who opens a pull request helps to write,
 * and the answers of the API. What is not of the expected shape is undefined.
 */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.getOwnPropertyDescriptor(found, key)?.value
        : undefined,
    value,
  )
}

export function textIn(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = inside(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** A number as GitHub counts things: whole and above zero. */
export function countIn(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = inside(value, ...path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined
}

export function listIn(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found: unknown = inside(value, ...path)
  return Array.isArray(found) ? found : []
}

/** A commit's id, SHA-1 or SHA-256. */
export function commitIn(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = textIn(value, ...path)
  return found !== undefined && isCommit(found) ? found : undefined
}

export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
