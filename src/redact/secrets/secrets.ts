import { edgeFinderOf } from '../edges.ts'
import { addTo, filterFor, hashOf, mayHave, rollingHashes } from './hash.ts'
import type { Search } from '../search.ts'
import { cutFinderOf } from './cut.ts'
import { longFinderOf, PIECE } from './long.ts'
import { shortFinderOf } from './short.ts'
import { normalFormsOf, spellingsOf } from './spellings.ts'

/**
 * Finds secret header values and tokens that a site sends back, and their words. The runner masks only its log, not the
 * comment.
 *
 * @param shown public texts: a value that is part of one is not secret
 * @returns undefined if there is nothing to find
 */
export function secretSearchOf(
  secrets: readonly string[],
  shown: readonly string[],
  mark: string,
): Search | undefined {
  const isPublic = publicPartsOf(shown)
  const spellings = spellingsOf(secrets)
  const texts = Array.from(spellings.keys()).filter((text) => !isPublic(text))
  if (texts.length === 0) return undefined
  const beginnings = texts
    .filter((text) => spellings.get(text) === true)
    .map((text) => {
      const words = /^[a-z]+ /.test(text) ? 'long' : 'always'
      return { text: text.slice(0, PIECE), anywhere: true, words } as const
    })
  return {
    mark,
    minLength: texts.reduce((least, { length }) => Math.min(least, length), PIECE),
    finders: [
      shortFinderOf(texts.filter(({ length }) => length < PIECE)),
      longFinderOf(
        texts.filter(({ length }) => length >= PIECE),
        isPublic,
      ),
      cutFinderOf(
        texts.filter((text) => spellings.get(text) === true),
        isPublic,
      ),
    ],
    atEdge: edgeFinderOf(beginnings, isPublic),
  }
}

/** Whether a text is part of a public one. Its first letters decide nearly always. */
function publicPartsOf(shown: readonly string[]): (text: string) => boolean {
  const whole = shown.flatMap(normalFormsOf).join('\n')
  const hashes = rollingHashes(whole, WINDOW)
  const windows = filterFor(hashes.length)
  for (const hash of hashes) addTo(windows, hash)
  return (text) => {
    const { length } = text
    if (length < WINDOW) return whole.includes(text)
    return (
      [0, length >> 1, length - WINDOW].every((start) =>
        mayHave(windows, hashOf(text, Math.min(start, length - WINDOW), WINDOW)),
      ) && whole.includes(text)
    )
  }
}

const WINDOW = 4
