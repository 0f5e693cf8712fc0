import { cutsBefore, endsIn, type EdgeFinder } from './edges.ts'
import type { Finder } from './secrets/short.ts'
import { decode, rareView } from './view/decode.ts'
import { encodedView } from './view/encoded.ts'
import { foldedView } from './view/normalize.ts'
import { originalRange, type View } from './view/units.ts'

/** A kind of value: what finds it, and what replaces it. */
export interface Search {
  readonly mark: string
  readonly finders: readonly Finder[]
  /** Finds a value that the end of a text cut off. */
  readonly atEdge: EdgeFinder
  /** The length of the shortest value. */
  readonly minLength: number
}

/** Which encoded texts are worth a search. */
export interface Encoding {
  /** Whether values have letters that are not ASCII. */
  readonly wide: boolean
  /** The length of the shortest value, or of its shortest beginning. */
  readonly minBytes: number
}

export type Found = (start: number, end: number, mark: string) => void

/** How often a text may be encoded in base64 or hexadecimal. */
const MAX_DEPTH = 3

/** Searches a text, and everything that is encoded in it. Positions are those of the original. */
export function searchAll(
  original: View,
  searches: readonly Search[],
  encoding: Encoding,
  found: Found,
  depth = 0,
): void {
  const folded = foldedView(original)
  const { decoded, raw } = decode(folded)
  for (const view of [decoded, raw, rareView(folded)]) if (view !== undefined) searchIn(view, searches, found)
  if (depth === MAX_DEPTH) return
  const encoded = encodedView(decoded, encoding.wide, encoding.minBytes)
  if (encoded !== undefined) searchAll(encoded, searches, encoding, found, depth + 1)
}

function searchIn(view: View, searches: readonly Search[], found: Found): void {
  const text = view.text.toLowerCase()
  const ends = endsIn(text)
  for (const { mark, finders, atEdge } of searches) {
    for (const find of finders)
      find(text, (from, to) => {
        found(...originalRange(view, from, to), mark)
      })
    for (const end of ends) {
      const starts = cutsBefore(text, end).map((cut) => atEdge(text, cut))
      const start = Math.min(...starts.filter((start) => start >= 0))
      if (start < end) found(...originalRange(view, start, end), mark)
    }
  }
}
