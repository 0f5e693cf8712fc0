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

/** Levels of nesting. A recording has about twenty, and code that walks deeper ones runs out of stack. */
const MAX_DEPTH = 200
/** Values of one text. A report on a thousand sites has 200,000; each takes up to 50 bytes of memory. */
const MAX_VALUES = 3_000_000
/** Values of one response of Cloudflare's APIs. The status page has 30,000, with all data centers. */
export const MAX_API_VALUES = 100_000

/** Undefined when the text is not valid JSON, or has too many values or levels. A byte order mark is ignored. */
export function parseJson(text: string, maxValues = MAX_VALUES): unknown {
  if (!isWithinLimits(text, maxValues)) return undefined
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return undefined
  }
}

/** Whether the text has at most so many values and levels. Counts brackets and commas outside strings. */
export function isWithinLimits(text: string, maxValues = MAX_VALUES): boolean {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at)
        break
      case '[':
      case '{':
        depth += 1
        values += 1
        if (depth > MAX_DEPTH || values > maxValues) return false
        break
      case ']':
      case '}':
        depth -= 1
        break
      case ',':
        values += 1
        if (values > maxValues) return false
        break
      default:
    }
  }
  return true
}

/** The index of the quote that ends the string, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const end = text.indexOf('"', at)
    if (end < 0) return text.length
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
    at = end
  }
  return text.length
}
