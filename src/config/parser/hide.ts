import { TOKEN } from '../../shared/tokens.ts'

/**
 * The beginning of a text with `***` in place of each secret. It has at least `most` characters, unless the text
 * has fewer.
 */
export type Hide = (text: string, most: number) => string

/** Characters that are searched for tokens: many more than are ever shown. */
const MAX_SEARCHED = 10_000

/** Hides tokens that their form reveals. */
export const HIDE_TOKENS: Hide = (text, most) => {
  const searched = text.slice(0, MAX_SEARCHED)
  return hiding(searched.match(TOKEN) ?? [])(searched, most)
}

/** What hides the secrets. A sites file may have tens of thousands, so they are sorted before the first text. */
export function hiding(secrets: readonly string[]): Hide {
  let lengthAt: LengthAt | undefined
  return (text, most) => {
    lengthAt ??= finderOf(secrets.map(folded))
    const searched = folded(text)
    let shown = ''
    for (let at = 0; at < text.length && shown.length < most;) {
      const end = endOfSecrets(searched, at, lengthAt)
      shown += end === at ? text.charAt(at) : '***'
      at = Math.max(end, at + 1)
    }
    return shown
  }
}

/** In lower case, with the same length: an origin's name has many spellings. */
const folded = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** The length of the longest secret at a position of a text; 0 if there is none. */
type LengthAt = (text: string, at: number) => number

/** Where a secret ends that starts at a position, and all that overlap it. */
function endOfSecrets(text: string, start: number, lengthAt: LengthAt): number {
  let end = start + lengthAt(text, start)
  for (let at = start + 1; at < end; at++) end = Math.max(end, at + lengthAt(text, at))
  return end
}

function finderOf(secrets: readonly string[]): LengthAt {
  const sorted = [...new Set(secrets)].filter((secret) => secret !== '').toSorted()
  const prefixes = prefixesOf(sorted)
  return (text, at) => {
    // All secrets that are a prefix of the rest are prefixes of the last one that isn't after it.
    let found = lastUpTo(sorted, text.slice(at))
    while (found >= 0 && !text.startsWith(sorted[found] ?? '', at)) found = prefixes[found] ?? -1
    return found < 0 ? 0 : (sorted[found]?.length ?? 0)
  }
}

/** For each text, the index of the longest other text that it starts with; -1 if there is none. */
function prefixesOf(sorted: readonly string[]): readonly number[] {
  const prefixes: number[] = []
  for (const [index, text] of sorted.entries()) {
    let prefix = index - 1
    while (prefix >= 0 && !text.startsWith(sorted[prefix] ?? '')) prefix = prefixes[prefix] ?? -1
    prefixes.push(prefix)
  }
  return prefixes
}

/** The index of the last text that is not greater; -1 if all are. */
function lastUpTo(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}
