import type { EdgeFinder } from './edges.ts'
import { beforePartialEscape } from './edges.ts'
import type { Finder } from './secrets/short.ts'
import { decode } from './view/decode.ts'
import { encodedView } from './view/encoded.ts'
import { foldedView } from './view/normalize.ts'
import { EDGE, originalRange, type View } from './view/units.ts'

/** A kind of value: what finds it, and what replaces it. */
export interface Search {
  readonly mark: string
  readonly finders: readonly Finder[]
  /** Finds a value that the end of a text cut off. */
  readonly atEdge: EdgeFinder
}

export type Found = (start: number, end: number, mark: string) => void

/** How often a text may be encoded in base64 or hexadecimal. */
const MAX_DEPTH = 3

/** Searches a text, and everything that is encoded in it. Positions are those of the original. */
export function searchAll(
  original: View,
  searches: readonly Search[],
  wide: boolean,
  found: Found,
  depth = 0,
): void {
  const { decoded, raw } = decode(foldedView(original))
  for (const view of raw === undefined ? [decoded] : [decoded, raw]) searchIn(view, searches, found)
  if (depth === MAX_DEPTH) return
  const encoded = encodedView(decoded, wide)
  if (encoded !== undefined) searchAll(encoded, searches, wide, found, depth + 1)
}

function searchIn(view: View, searches: readonly Search[], found: Found): void {
  const text = view.text.toLowerCase()
  const end = text.length
  const edges = edgesIn(text)
  for (const { mark, finders, atEdge } of searches) {
    for (const find of finders)
      find(text, (from, to) => {
        found(...originalRange(view, from, to), mark)
      })
    for (const [from, to] of edges) {
      const start = atEdge(text, from)
      if (start >= 0) found(...originalRange(view, start, Math.min(end, Math.max(to, start + 1))), mark)
    }
  }
}

/** Where a text may have been cut, and up to where to hide: before an ellipsis or a partial escape too. */
function edgesIn(text: string): readonly (readonly [from: number, to: number])[] {
  const edges: [from: number, to: number][] = []
  for (let to = 0; to <= text.length; to += 1) {
    const next = text.indexOf(EDGE_TEXT, to)
    to = next < 0 ? text.length : next
    edges.push([to, to])
    const partial = beforePartialEscape(text, to)
    if (partial < to) edges.push([partial, to])
    if (text.endsWith('...', to)) edges.push([to - 3, to - 3])
  }
  return edges
}

const EDGE_TEXT = String.fromCharCode(EDGE)
