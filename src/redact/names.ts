import { ORIGIN } from './address.ts'

const NAME = /[\p{L}\p{N}_*][\p{L}\p{N}_.*-]*/gu

/** A name as DNS has it: `ürsprung.example` becomes `xn--…`. */
function asciiOf(name: string): string {
  if (/^[\p{ASCII}]*$/u.test(name)) return name.toLowerCase()
  return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase()
}

/**
 * A word such as `nginx` or `localhost` may be an origin's name or an ordinary word. It counts as a name only in the
 * position of a host: after `//` or `@`, or before a port.
 */
function isHostPosition(text: string, start: number, end: number): boolean {
  return (
    /(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2))
  )
}

/**
 * Replaces the origin's names, and longer names that contain one of them, because they reveal it too. With thousands of
 * names, an index of words finds the few that a text may contain.
 */
export function nameRedactorOf(
  names: readonly string[],
  shown: ReadonlySet<string>,
): (text: string) => string {
  if (names.length === 0) return (text) => text
  const secret = indexOf(names)
  const publicNames = indexOf([...shown])
  return (text) => {
    const words = wordsIn(text)
    const candidates = secret(words)
    if (candidates.length === 0) return text
    return withoutEmbeddedNames(withoutNames(text, candidates, shown), candidates, publicNames(words), shown)
  }
}

/** Finds the names whose rarest word occurs in a text. */
function indexOf(names: readonly string[]): (words: ReadonlySet<string>) => readonly string[] {
  const frequency = new Map<string, number>()
  for (const name of names)
    for (const word of wordsIn(name)) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const byRarest = new Map<string, string[]>()
  for (const name of names) {
    const [rarest = ''] = [...wordsIn(name)].toSorted(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0),
    )
    byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), name])
  }
  return (words) => ['', ...words].flatMap((word) => byRarest.get(word) ?? [])
}

/** The words of a text, split as labels of a name are. International names are also split in their DNS form. */
function wordsIn(text: string): ReadonlySet<string> {
  const decoded = text.toLowerCase().replaceAll(/%(?:25)*2e/g, '.')
  const international = /[^\p{ASCII}]/u.test(decoded)
    ? (decoded.match(NAME) ?? []).map((name) => asciiOf(name.replace(/[.-]+$/, '')))
    : []
  return new Set([decoded, ...international].flatMap((part) => part.match(/[a-z0-9]+/g) ?? []))
}

/** Separators between labels: a dot, its escaped or defanged forms, a hyphen or an underscore. */
const LABEL_SEPARATOR = String.raw`(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`

/** Replaces names inside longer words, such as `lb_origin.example.net_443`. */
function withoutEmbeddedNames(
  text: string,
  names: readonly string[],
  shown: readonly string[],
  all: ReadonlySet<string>,
): string {
  const patterns = names
    .filter((name) => name.includes('.'))
    .map((name) =>
      name
        .split('.')
        .map((label) => RegExp.escape(label))
        .join(LABEL_SEPARATOR),
    )
  if (patterns.length === 0) return text
  // Public names come first, so that no part of one is replaced.
  const publicPatterns = shown.map((name) => RegExp.escape(name))
  const either = new RegExp(
    `(?<![a-z0-9])(?:${[...publicPatterns, ...patterns].join('|')})(?![a-z0-9])`,
    'gi',
  )
  return text.replace(either, (found) => (all.has(found.toLowerCase()) ? found : ORIGIN))
}

function withoutNames(text: string, names: readonly string[], shown: ReadonlySet<string>): string {
  return text.replace(NAME, (found: string, start: number) => {
    const trimmed = found.replace(/[.-]+$/, '')
    const name = asciiOf(trimmed)
    if (shown.has(name)) return found
    const hidden = names.some((secret) =>
      secret.includes('.')
        ? `.${name}.`.includes(`.${secret}.`)
        : name === secret && isHostPosition(text, start, start + found.length),
    )
    return hidden ? `${ORIGIN}${found.slice(trimmed.length)}` : found
  })
}
