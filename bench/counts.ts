import { setTimeout as pause } from 'node:timers/promises'
import { EDGE_ADDRESS, ORIGIN_ADDRESS } from '../lab/world/internet.ts'
import { runAction } from '../lab/runner/run-action.ts'
import { startWorld } from '../lab/world/world.ts'
import { respondAfter, edgeWithFiles, failing, huge, runRound } from './one-round.ts'

/** Something that is counted instead of timed: it is the same on every machine. */
export interface Count {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The most that is acceptable; undefined: for comparison only. */
  readonly limit: number | undefined
}

/** How much of the network one round uses, measured in this process. */
export async function countsOfRounds(): Promise<readonly Count[]> {
  const healthy = await runRound(respondAfter(0))
  const unhealthy = await runRound(failing)
  const gigabyte = await runRound(huge)
  const last = await runRound(respondAfter(0), { atEdge: edgeWithFiles, isLast: () => true })
  const connections = 'connections'
  return [
    {
      what: 'a healthy round, to the edge: the page and the trace',
      value: healthy.dialed[EDGE_ADDRESS] ?? 0,
      unit: connections,
      limit: 2,
    },
    {
      what: 'a healthy round, to the origin',
      value: healthy.dialed[ORIGIN_ADDRESS] ?? 0,
      unit: connections,
      limit: 1,
    },
    {
      what: 'the last healthy round, to the edge: also a long script and a stylesheet',
      // The page's connection serves the script, which is not read to its end. The stylesheet needs another one.
      value: last.dialed[EDGE_ADDRESS] ?? 0,
      unit: connections,
      limit: 3,
    },
    { what: 'a healthy round, to the resolver', value: healthy.lookups.length, unit: 'lookups', limit: 1 },
    {
      what: 'a failing round, to the origin, with its rechecks',
      value: unhealthy.dialed[ORIGIN_ADDRESS] ?? 0,
      unit: connections,
      limit: undefined,
    },
    {
      what: 'a body of 1 GiB, until the reader stops',
      value: Math.ceil(bodyBytes(gigabyte.evidence.origins?.[0]) / 1024),
      unit: 'KiB',
      // The last chunk counts as a whole. It can be as large as the socket's buffer.
      limit: 4096 + 64,
    },
  ]
}

function bodyBytes(exchange: unknown): number {
  if (typeof exchange !== 'object' || exchange === null || !('body' in exchange)) return Infinity
  const { body } = exchange
  return typeof body === 'object' && body !== null && 'bytes' in body ? Number(body.bytes) : Infinity
}

/** Milliseconds before GitHub responds. Requests that arrive meanwhile belong to the same round trip. */
const RESPONSE_DELAY = 60

/**
 * Round trips to GitHub's API during a run of the Action: first with a new comment, then with an existing one. The
 * first round trip reads the history during the check.
 */
export async function countsOfPublishing(entry: string): Promise<readonly Count[]> {
  let [pending, trips] = [0, 0]
  const respond = async (): Promise<void> => {
    if (pending === 0) trips += 1
    pending += 1
    await pause(RESPONSE_DELAY)
    pending -= 1
  }
  const world = await startWorld({
    fault: 'healthy',
    inputs: { wait: '0s' },
    github: { fault: () => ({ after: respond() }) },
  })
  try {
    const run = async (): Promise<number> => {
      trips = 0
      const { code, comments } = await runAction(world, { entry })
      if (code !== 0 || comments.length !== 1) throw new Error('The counted run failed')
      return trips
    }
    const created = await run()
    const updated = await run()
    const unit = 'round trips'
    return [
      { what: 'a comment that exists', value: updated, unit, limit: 3 },
      { what: 'a new comment', value: created, unit, limit: 4 },
    ]
  } finally {
    await world.close()
  }
}

/** The counts as a table for a terminal. */
export function countTable(counts: readonly Count[]): string {
  const width = Math.max(...counts.map(({ what }) => what.length))
  return counts
    .map(({ what, value, unit, limit }) => {
      const met = limit === undefined ? '' : `${limit} at most  ${value <= limit ? 'met' : 'not met'}`
      return `${what.padEnd(width)}  ${`${value} ${unit}`.padEnd(14)}  ${met}`.trimEnd()
    })
    .join('\n')
}
