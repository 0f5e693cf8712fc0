import { ORIGIN } from './address.ts'

const NAME = /[\p{L}\p{N}_*][\p{L}\p{N}_.*-]*/gu

/** A name in the letters of the DNS: `ürsprung.example` is searched for as `xn--…`. */
function asciiOf(name: string): string {
  if (/^[\p{ASCII}]*$/u.test(name)) return name.toLowerCase()
  return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase()
}

/**
 * A bare word such as `nginx` or `localhost` may be an origin's name and an ordinary word. It is one only where an
 * address would stand: after `//` or `@`, or before a port.
 */
function standsForAHost(text: string, start: number, end: number): boolean {
  return (
    /(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2))
  )
}

/**
 * Replaces the origin's names, and every longer name that has one of them in it: it would give the origin away too. What a text
 * may have of thousands of names is found by its words, and only that is looked at closely.
 */
export function nameRedactorOf(
  names: readonly string[],
  shown: ReadonlySet<string>,
): (text: string) => string {
  if (names.length === 0) return (text) => text
  const secret = indexOf(names)
  const open = indexOf([...shown])
  return (text) => {
    const words = wordsIn(text)
    const near = secret(words)
    if (near.length === 0) return text
    return withoutPieces(withoutNames(text, near, shown), near, open(words), shown)
  }
}

/** Finds those of the names all words of which a text has. */
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

/** The words of a text as they would stand in a name, `%2e` apart. Of a name in other letters, as DNS has it. */
function wordsIn(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().replaceAll(/%(?:25)*2e/g, '.')
  const foreign = /[^\p{ASCII}]/u.test(plain)
    ? (plain.match(NAME) ?? []).map((name) => asciiOf(name.replace(/[.-]+$/, '')))
    : []
  return new Set([plain, ...foreign].flatMap((part) => part.match(/[a-z0-9]+/g) ?? []))
}

/** What stands between the labels of a name, for DNS and for whoever writes it down in another way. */
const BETWEEN = String.raw`(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`

/** The names inside of longer words that are no names, such as `lb_origin.example.net_443`. */
function withoutPieces(
  text: string,
  names: readonly string[],
  shown: readonly string[],
  all: ReadonlySet<string>,
): string {
  const spelt = names
    .filter((name) => name.includes('.'))
    .map((name) =>
      name
        .split('.')
        .map((label) => RegExp.escape(label))
        .join(BETWEEN),
    )
  if (spelt.length === 0) return text
  // The public names come first, so that a piece of one of them is not found.
  const open = shown.map((name) => RegExp.escape(name))
  const either = new RegExp(`(?<![a-z0-9])(?:${[...open, ...spelt].join('|')})(?![a-z0-9])`, 'gi')
  return text.replace(either, (found) => (all.has(found.toLowerCase()) ? found : ORIGIN))
}

function withoutNames(text: string, names: readonly string[], shown: ReadonlySet<string>): string {
  return text.replace(NAME, (found: string, start: number) => {
    const bare = found.replace(/[.-]+$/, '')
    const name = asciiOf(bare)
    if (shown.has(name)) return found
    const hidden = names.some((secret) =>
      secret.includes('.')
        ? `.${name}.`.includes(`.${secret}.`)
        : name === secret && standsForAHost(text, start, start + found.length),
    )
    return hidden ? `${ORIGIN}${found.slice(bare.length)}` : found
  })
}
