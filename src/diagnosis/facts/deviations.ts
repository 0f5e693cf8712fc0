import { DEVIATIONS, type DeviationKind } from '../../domain/deviation.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { list } from '../../shared/text.ts'

/** How a response deviates from the RFCs, and in which words. `DEVIATIONS` decides what it means. */

const KINDS: readonly DeviationKind[] = Object.keys(DEVIATIONS).filter(isDeviation)

function isDeviation(kind: string): kind is DeviationKind {
  return Object.hasOwn(DEVIATIONS, kind)
}

const KIND_BY_CODE: ReadonlyMap<string, DeviationKind> = new Map(
  KINDS.map((kind) => [kind.toUpperCase().replaceAll(/\W/g, '_'), kind]),
)

/** The deviation that a failure's code names, if any: `CHUNK_SIZE` is that of `chunk-size`. */
export function deviationOfCode(code: string): DeviationKind | undefined {
  return KIND_BY_CODE.get(code)
}

/** The deviations of a response to which proxies react like this, by their place in it. */
export function deviationsOf(
  exchange: Exchange | undefined,
  proxy: (typeof DEVIATIONS)[DeviationKind]['proxy'],
): readonly DeviationKind[] {
  const found = exchange?.wire?.deviations ?? []
  // A recording may name kinds of another version.
  return found.map(({ kind }) => kind).filter((kind) => isDeviation(kind) && DEVIATIONS[kind].proxy === proxy)
}

/** More than this many deviations would not help. */
const MAX_DEVIATIONS = 4

/** Completes "a response that …"; undefined without deviations. */
export function deviationText(kinds: readonly DeviationKind[]): string | undefined {
  if (kinds.length === 0) return
  return list(kinds.slice(0, MAX_DEVIATIONS).map((kind) => DEVIATIONS[kind].says))
}
