import { setTimeout as pause } from 'node:timers/promises'
import { EDGE_ADDRESS, ORIGIN_ADDRESS } from '../lab/world/internet.ts'
import { runAction } from '../lab/runner/run-action.ts'
import { startWorld } from '../lab/world/world.ts'
import { after, failing, huge, lookAt } from './looking.ts'

/** Something that is counted and not timed: it is the same on every machine. */
export interface Count {
  readonly what: string
  readonly found: number
  readonly unit: string
  /** No more than this; undefined: for comparison only. */
  readonly most: number | undefined
}

/** What a look takes of the network, in this process. */
export async function countsOfLooks(): Promise<readonly Count[]> {
  const well = await lookAt(after(0))
  const sick = await lookAt(failing)
  const gigabyte = await lookAt(huge)
  const connections = 'connections'
  return [
    {
      what: 'a healthy look, to the edge: the page and the trace',
      found: well.dialed[EDGE_ADDRESS] ?? 0,
      unit: connections,
      most: 2,
    },
    {
      what: 'a healthy look, to the origin',
      found: well.dialed[ORIGIN_ADDRESS] ?? 0,
      unit: connections,
      most: 1,
    },
    { what: 'a healthy look, to the resolver', found: well.lookups.length, unit: 'lookups', most: 1 },
    {
      what: 'a failing look, to the origin, which it asks again',
      found: sick.dialed[ORIGIN_ADDRESS] ?? 0,
      unit: connections,
      most: undefined,
    },
    {
      what: 'a body of 1 GiB, read until it is left',
      found: Math.ceil(bodyBytes(gigabyte.evidence.origins?.[0]) / 1024),
      unit: 'KiB',
      // The last piece that comes is counted whole; it may be as long as what a socket holds.
      most: 128,
    },
  ]
}

function bodyBytes(exchange: unknown): number {
  if (typeof exchange !== 'object' || exchange === null || !('body' in exchange)) return Infinity
  const { body } = exchange
  return typeof body === 'object' && body !== null && 'bytes' in body ? Number(body.bytes) : Infinity
}

/** Milliseconds for which GitHub thinks: what is asked meanwhile is of the same round trip. */
const THINKING = 60

/** Round trips to GitHub's API of a whole run of the Action, first where the comment has to be made, then where it exists. */
export async function countsOfPublishing(entry: string): Promise<readonly Count[]> {
  let [thinking, rounds] = [0, 0]
  const think = async (): Promise<void> => {
    if (thinking === 0) rounds += 1
    thinking += 1
    await pause(THINKING)
    thinking -= 1
  }
  const world = await startWorld({
    fault: 'healthy',
    inputs: { wait: '0s' },
    github: { fault: () => ({ after: think() }) },
  })
  try {
    const run = async (): Promise<number> => {
      rounds = 0
      const { code, comments } = await runAction(world, { entry })
      if (code !== 0 || comments.length !== 1) throw new Error('The run to be counted did not end well')
      return rounds
    }
    const made = await run()
    const kept = await run()
    const unit = 'round trips'
    return [
      { what: 'a comment that exists', found: kept, unit, most: 2 },
      { what: 'a comment that has to be made', found: made, unit, most: 3 },
    ]
  } finally {
    await world.close()
  }
}

/** The counts as a table for a terminal, one a line. */
export function countTable(counts: readonly Count[]): string {
  const width = Math.max(...counts.map(({ what }) => what.length))
  return counts
    .map(({ what, found, unit, most }) => {
      const met = most === undefined ? '' : `${most} at most  ${found <= most ? 'met' : 'not met'}`
      return `${what.padEnd(width)}  ${`${found} ${unit}`.padEnd(14)}  ${met}`.trimEnd()
    })
    .join('\n')
}
