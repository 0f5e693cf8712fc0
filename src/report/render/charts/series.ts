import type { SiteReport, TimelineEntry } from '../../../domain/report.ts'
import { longestOf } from '../../build/times.ts'
import { directName, sidesOf } from '../side-by-side.ts'
import { measured } from './scale.ts'

/** Response times of one side, one per check; undefined without a response. */
export interface Series {
  readonly name: string
  readonly style: 'edge' | 'origin'
  readonly times: readonly (number | undefined)[]
  /** Which of these requests got no response; empty where that is unknown. */
  readonly failed: readonly boolean[]
}

/** The times of the edge and of each origin, over the checks. More than `maxLines` origins are one line. */
export function seriesOf({ timeline, probes }: SiteReport, maxLines: number): readonly Series[] {
  const { edge, origins } = sidesOf(probes)
  const name = edge?.name ?? 'through Cloudflare'
  const count = Math.max(0, ...timeline.map(({ originTimes = [] }) => originTimes.length))
  const timesOf = (position: number): Series['times'] =>
    timeline.map(({ originTimes = [] }) => measured(originTimes[position]))
  const lines: readonly Series[] =
    count > maxLines
      ? [{ name: `slowest of ${count} origins`, style: 'origin', times: timeline.map(slowest), failed: [] }]
      : Array.from({ length: count }, (_, position) => ({
          name:
            origins[position]?.name ??
            (count === 1 ? directName(probes.origins[0]?.route) : `origin ${position + 1}`),
          style: 'origin' as const,
          times: timesOf(position),
          // With several origins, the outcome is the list of all of theirs.
          failed: count === 1 ? timeline.map(({ origin }) => isFailure(origin)) : [],
        }))
  return [
    {
      name,
      style: 'edge' as const,
      times: timeline.map(({ edgeTime }) => measured(edgeTime)),
      failed: timeline.map(({ edge }) => isFailure(edge)),
    },
    ...lines,
  ].filter(({ times }) => times.some((time) => time !== undefined))
}

/** A response begins with its status. */
export function isFailure(outcome: string): boolean {
  return !/^\d{3}\b/.test(outcome)
}

function slowest({ originTimes = [] }: TimelineEntry): number | undefined {
  return longestOf(originTimes.map(measured))
}
