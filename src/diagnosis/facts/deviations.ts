import { DEVIATIONS, type DeviationKind } from '../../domain/deviation.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { asCode, list } from '../../shared/text.ts'

/** Finds the deviations of a response and describes them. `DEVIATIONS` says how recipients handle each. */

const KINDS: readonly DeviationKind[] = Object.keys(DEVIATIONS).filter(isDeviation)

function isDeviation(kind: string): kind is DeviationKind {
  return Object.hasOwn(DEVIATIONS, kind)
}

const KIND_BY_CODE: ReadonlyMap<string, DeviationKind> = new Map(KINDS.map((kind) => [asCode(kind), kind]))

/** The deviation that a failure code stands for, if any: `CHUNK_SIZE` stands for `chunk-size`. */
export function deviationOfCode(code: string): DeviationKind | undefined {
  return KIND_BY_CODE.get(code)
}

/** The deviations of a response that proxies handle in one of these ways, in the order of their offsets. */
export function deviationsOf(
  exchange: Exchange | undefined,
  ...proxies: readonly (typeof DEVIATIONS)[DeviationKind]['proxy'][]
): readonly DeviationKind[] {
  const found = exchange?.wire?.deviations ?? []
  // A recording may contain kinds that another version added.
  return found
    .map(({ kind }) => kind)
    .filter((kind) => isDeviation(kind) && proxies.includes(DEVIATIONS[kind].proxy))
}

/** Deviations to name in one sentence. */
const MAX_DEVIATIONS = 4

/** Completes "a response that …"; undefined without deviations. */
export function deviationText(kinds: readonly DeviationKind[]): string | undefined {
  if (kinds.length === 0) return
  return list(kinds.slice(0, MAX_DEVIATIONS).map((kind) => DEVIATIONS[kind].says))
}
