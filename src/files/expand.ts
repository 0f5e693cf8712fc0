import { globSync, lstatSync } from 'node:fs'

/** The paths that a pattern with `*` matches, sorted. A path without one, and one that exists, stays as it is. */
export function expanded(path: string): readonly string[] {
  return !path.includes('*') || exists(path)
    ? [path]
    : globSync(path).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

function exists(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}
