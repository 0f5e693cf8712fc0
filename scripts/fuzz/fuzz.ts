import { seededRandom, mutate } from './bytes.ts'
import { socketTargets } from './sockets.ts'
import { TOKENS } from './examples.ts'
import { TARGETS, type Target } from './targets.ts'

/** Milliseconds for one input, even on a busy machine. A regular expression that backtracks takes minutes. */
const INPUT_TIMEOUT = 10_000

/** The failure, with the input that reproduces it. */
export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure'
}

/** Called before each input is parsed, so that an input that hangs is known. */
export type OnInput = (target: string, number: number) => void

/**
 * Feeds each target its share of the inputs, and returns how many each got. The same seed makes the same inputs.
 * Rejects with `FuzzFailure` at the first input that crashes a target or violates an invariant.
 */
export async function fuzz(
  runs: number,
  seed: number,
  onInput: OnInput = () => undefined,
): Promise<ReadonlyMap<string, number>> {
  const { targets: withSockets, close } = await socketTargets()
  const targets = [...TARGETS, ...withSockets]
  const allShares = targets.reduce((sum, { share }) => sum + share, 0)
  const counts = new Map<string, number>()
  try {
    for (const [index, target] of targets.entries()) {
      const count = Math.ceil((runs * target.share) / allShares)
      counts.set(target.id, count)
      for (let number = 0; number < count; number += 1) {
        onInput(target.id, number)
        await feed(target, seed + index * 0x10001, number)
      }
    }
  } finally {
    await close()
  }
  return counts
}

async function feed({ id, examples, read }: Target, seed: number, number: number): Promise<void> {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) + number)
  const input = mutate(examples, TOKENS, random)
  const failure = (why: string): FuzzFailure =>
    new FuzzFailure(`${id}, input ${number}: ${why}\n${Buffer.from(input).toString('base64').slice(0, 4000)}`)
  const startedAt = performance.now()
  try {
    const reading = read(input, random)
    // Most targets are synchronous. A million awaits would take longer than parsing.
    if (reading !== undefined) await reading
  } catch (error) {
    throw failure(Error.isError(error) ? (error.stack ?? error.message) : String(error))
  }
  if (performance.now() - startedAt > INPUT_TIMEOUT)
    throw failure(`took ${Math.round(performance.now() - startedAt)} ms`)
}
