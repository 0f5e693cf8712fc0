import { diceOf, spoilt } from './bytes.ts'
import { socketTargets } from './sockets.ts'
import { TARGETS, TOKENS, type Target } from './targets.ts'

/** Milliseconds in which any input is read, whatever else the machine does. A pattern that explodes takes minutes. */
const SLOWEST = 10_000

/** What went wrong, with what repeats it. */
export class Fallen extends Error {
  override readonly name = 'Fallen'
}

/** Told of each input before it is read, so that one that hangs is known. */
export type Note = (target: string, number: number) => void

/**
 * Feeds every target its share of so many inputs, and says how many each got. The same seed makes the same inputs. Rejects
 * with `Fallen` at the first one that crashes a target or escapes its bounds.
 */
export async function fuzz(
  runs: number,
  seed: number,
  note: Note = () => undefined,
): Promise<ReadonlyMap<string, number>> {
  const { targets: slow, close } = await socketTargets()
  const targets = [...TARGETS, ...slow]
  const whole = targets.reduce((sum, { share }) => sum + share, 0)
  const counts = new Map<string, number>()
  try {
    for (const [index, target] of targets.entries()) {
      const count = Math.ceil((runs * target.share) / whole)
      counts.set(target.id, count)
      for (let number = 0; number < count; number += 1) {
        note(target.id, number)
        await feed(target, seed + index * 0x10001, number)
      }
    }
  } finally {
    await close()
  }
  return counts
}

async function feed({ id, examples, read }: Target, seed: number, number: number): Promise<void> {
  const dice = diceOf(Math.imul(seed, 0x9e3779b1) + number)
  const input = spoilt(examples, TOKENS, dice)
  const told = (why: string): Fallen =>
    new Fallen(`${id}, input ${number}: ${why}\n${Buffer.from(input).toString('base64').slice(0, 4000)}`)
  const began = performance.now()
  try {
    const reading = read(input, dice)
    // Most are done at once, and a million awaits would cost more than they.
    if (reading !== undefined) await reading
  } catch (error) {
    throw told(Error.isError(error) ? (error.stack ?? error.message) : String(error))
  }
  if (performance.now() - began > SLOWEST) throw told(`took ${Math.round(performance.now() - began)} ms`)
}
