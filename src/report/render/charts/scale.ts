import { DAY, duration, HOUR, MINUTE } from '../../../shared/text.ts'

/** A labeled place on an axis. */
export interface Tick {
  /** Percent of the axis. */
  readonly at: number
  readonly label: string
}

/** From zero to the longest time. */
export interface Axis {
  /** Milliseconds at 100%. */
  readonly max: number
  readonly ticks: readonly Tick[]
}

/** More than thirty years, in milliseconds. */
const MAX_DURATION = 1e12

/** A time that can be drawn. A recording may have any number. */
export function measured(milliseconds: number | undefined): number | undefined {
  return milliseconds !== undefined && milliseconds >= 0 && milliseconds <= MAX_DURATION
    ? milliseconds
    : undefined
}

/** Percent, as a coordinate: between 0 and 100, with two decimals. */
export function percent(part: number, whole: number): number {
  const share = whole > 0 ? (part / whole) * 100 : 0
  return Number.isFinite(share) ? Math.round(Math.min(100, Math.max(0, share)) * 100) / 100 : 0
}

const SECOND = 1000

/** Distances between ticks that read well, in milliseconds. */
const STEPS: readonly number[] = [
  ...[1, 10, 100].flatMap((ten) => [ten, 2 * ten, 5 * ten]),
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
]

/** The smallest of these distances that needs at most `count` of them; then whole days, doubled as often as needed. */
export function stepFor(span: number, count: number, smallest = 0): number {
  const known = STEPS.find((step) => step >= smallest && span / step <= count)
  if (known !== undefined) return known
  let step = DAY
  while (span / step > count) step *= 2
  return step
}

/**
 * An axis of milliseconds.
 *
 * @param times what it must have room for; what is not a duration is ignored
 * @param end `exact`: at the longest time. `tick`: at the next tick
 */
export function durationAxis(
  times: readonly (number | undefined)[],
  count: number,
  end: 'exact' | 'tick' = 'exact',
): Axis {
  const longest = times.reduce<number>((max, time) => Math.max(max, measured(time) ?? 0), 0) || 1
  const step = stepFor(longest, count)
  const max = end === 'exact' ? longest : Math.ceil(longest / step) * step
  const ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => ({
    at: percent(index * step, max),
    label: duration(index * step),
  }))
  return { max, ticks }
}

/** An axis of moments in UTC. */
export interface Clock {
  /** Percent for a moment in milliseconds since the epoch. */
  readonly place: (at: number) => number
  readonly ticks: readonly Tick[]
}

/** From the first moment to the last, in milliseconds since the epoch. A single moment is in the middle. */
export function clockAxis(first: number, last: number, count: number): Clock {
  const span = last - first
  if (!(span > 0) || !Number.isFinite(span)) {
    return { place: () => 50, ticks: [{ at: 50, label: clockWords(first, SECOND) }] }
  }
  const place = (at: number): number => percent(at - first, span)
  const step = stepFor(span, count, SECOND)
  const start = Math.ceil(first / step) * step
  const ticks = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => {
    const at = start + index * step
    return { at: place(at), label: clockWords(at, step) }
  })
  return { place, ticks: ticks.length === 0 ? [{ at: 0, label: clockWords(first, SECOND) }] : ticks }
}

/** `14:03:07`, `14:03` or `11-23`, as exact as the distance of the ticks needs. Over hours, midnight shows the day. */
function clockWords(at: number, step: number): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return ''
  const iso = new Date(at).toISOString()
  if (step >= DAY || (step >= HOUR && at % DAY === 0)) return iso.slice(5, 10)
  return step >= MINUTE ? iso.slice(11, 16) : iso.slice(11, 19)
}
