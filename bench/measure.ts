import { type Spread, spreadOf } from './figures.ts'
import { ALL_ROUNDS, type Measured, type Quantity, type Subject } from './subjects/subject.ts'

/** The measurements of a quantity. Throws when there are none. */
export type Spreads = (quantity: Quantity) => Spread

/**
 * Interleaved: each round measures each subject once, so a disturbance affects all of them. `ofOther` are the same
 * subjects of another build; those that run the Action are measured right after ours.
 */
export async function measuredIn(
  rounds: number,
  subjects: readonly Subject[],
  ofOther: readonly Subject[],
): Promise<{ readonly spreads: Spreads; readonly spreadsOfOther: Spreads }> {
  const [samples, samplesOfOther] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const turns = subjects.flatMap((subject, at) => {
    const other = subject.runsEntry ? ofOther[at] : undefined
    return [
      { ...subject, into: samples },
      ...(other === undefined ? [] : [{ ...other, into: samplesOfOther }]),
    ]
  })
  // The first round is not counted: its files are not in the cache yet.
  for (let round = 0; round <= rounds; round++) {
    for (const { rounds: most, measure, into } of turns) {
      // Subjects with few rounds take long, so reading files hardly matters.
      if (round === 0 ? most < ALL_ROUNDS : round > most) continue
      const measured = await measure()
      if (round > 0) add(into, measured)
    }
  }
  return { spreads: spreadsIn(samples), spreadsOfOther: spreadsIn(samplesOfOther) }
}

function add(to: Map<string, number[]>, measured: Measured): void {
  for (const [quantity, value] of Object.entries(measured))
    to.set(quantity, [...(to.get(quantity) ?? []), value])
}

function spreadsIn(samples: ReadonlyMap<string, readonly number[]>): Spreads {
  return (quantity) => spreadOf(samples.get(quantity) ?? [])
}
