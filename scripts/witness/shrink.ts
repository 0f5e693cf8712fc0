import type { Case, Witness } from './case.ts'
import { compare } from './compare.ts'
import { readOurselves } from './ours.ts'

/** Rounds of removal. A round that finds no smaller case halves the size of the removed pieces. */
const MAX_TRIES = 40

/** A smaller case that the witness still reads differently, with the same effect, for no listed reason. */
export async function shrink(witness: Witness, found: Case, effect: string): Promise<Case> {
  const { features } = readOurselves(found)
  const stillDiffers = async (candidates: readonly Case[]): Promise<Case | undefined> => {
    const outcomes = await witness.read(candidates)
    return candidates.find((each, index) => {
      const theirs = outcomes[index]
      const ours = readOurselves(each)
      const difference = theirs && compare(witness, ours, theirs)
      // A case with another fault would be another difference.
      const isSimpler = [...ours.features].every((feature) => features.has(feature))
      return isSimpler && difference?.effect === effect && difference.explainedBy.length === 0
    })
  }
  let smallest = found
  let size = Math.ceil(found.bytes.length / 2)
  for (let tries = 0; tries < MAX_TRIES && size > 0; tries += 1) {
    const { bytes, method } = smallest
    const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size)
    // Proxies and curl request a case by its number, so each candidate has its own.
    const candidates = starts.map((start, index) => ({
      number: index,
      method,
      bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + size)]),
    }))
    const smaller = await stillDiffers(candidates)
    if (smaller === undefined) size = size === 1 ? 0 : Math.ceil(size / 2)
    else smallest = smaller
  }
  return smallest
}
