/** The same for equal values, and hardly ever for others. */
export function shortName(value: unknown): string {
  return (hashOf(JSON.stringify(value)) >>> 8).toString(36)
}

/** FNV-1a */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
