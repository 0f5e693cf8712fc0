import type { WhichOrigin } from '../../domain/address.ts'
import type { Pattern } from '../../domain/availability.ts'
import type { Trend, Verdict } from '../../domain/diagnosis.ts'
import { originName } from '../facts/which-origin.ts'

/** One round, reduced to what patterns are searched in. */
export interface Sample {
  readonly verdict: Verdict
  /** The Cloudflare data center and the IP version of the request; absent when unknown. */
  readonly colo?: string
  readonly family?: 4 | 6
  /** The failing origin, or the failing address of one, if exactly one of several fails. */
  readonly origin?: WhichOrigin
}

/**
 * The trend over a run. Inconclusive rounds don't count. One outage that ended is a recovery, if the site was healthy
 * long enough at the end (`settled`). Several outages are intermittent, however the run ended.
 */
export function trendOf(verdicts: readonly Verdict[], settled: boolean): Trend {
  const known = verdicts.filter((verdict) => verdict !== 'inconclusive')
  const outages = known.filter(
    (verdict, at) => verdict === 'unhealthy' && known[at - 1] !== 'unhealthy',
  ).length
  if (outages === 0 || !known.includes('healthy')) return 'steady'
  return outages === 1 && known.at(-1) === 'healthy' && settled ? 'recovered' : 'intermittent'
}

/**
 * A pattern is reported when it fits every round, there are at least two failures, and the probability that this many
 * failures fit it by chance is at most 1 in 20.
 */
const MAX_CHANCE = 1 / 20
const MIN_FAILURES = 2
/** "No pattern" is reported from this many rounds on, with this many of either kind. */
const MIN_FOR_NO_PATTERN = { rounds: 10, each: 3 } as const

/** What the failing rounds, and no others, have in common. A place is preferred to a period. */
export function patternOf(samples: readonly Sample[]): Pattern | undefined {
  const known = samples.filter(({ verdict }) => verdict !== 'inconclusive')
  const failing = known.filter(({ verdict }) => verdict === 'unhealthy')
  if (failing.length < MIN_FAILURES || failing.length === known.length) return undefined
  return (
    originPattern(known) ??
    coloPattern(known) ??
    familyPattern(known) ??
    periodPattern(samples) ??
    noPattern(known)
  )
}

function noPattern(known: readonly Sample[]): Pattern | undefined {
  const failing = known.filter(({ verdict }) => verdict === 'unhealthy').length
  const { rounds, each } = MIN_FOR_NO_PATTERN
  const enough = known.length >= rounds && Math.min(failing, known.length - failing) >= each
  return enough ? { kind: 'none' } : undefined
}

/** Every round probes every origin, so this is an observation, and chance plays no part in it. */
function originPattern(known: readonly Sample[]): Pattern | undefined {
  const origin = known.find(({ verdict }) => verdict === 'unhealthy')?.origin
  if (origin === undefined) return undefined
  const fits = known.every(
    (sample) =>
      (sample.verdict === 'unhealthy') ===
      (sample.origin !== undefined && originName(sample.origin) === originName(origin)),
  )
  return fits ? { kind: 'origin', ...origin } : undefined
}

function coloPattern(known: readonly Sample[]): Pattern | undefined {
  const colo = commonPlace(known, ({ colo }) => colo)
  return colo === undefined ? undefined : { kind: 'colo', colo }
}

function familyPattern(known: readonly Sample[]): Pattern | undefined {
  const family = commonPlace(known, ({ family }) => family)
  return family === undefined ? undefined : { kind: 'family', family }
}

/** The place of all failing rounds and of no healthy one. */
function commonPlace<T>(known: readonly Sample[], placeOf: (sample: Sample) => T | undefined): T | undefined {
  const failing = known.filter(({ verdict }) => verdict === 'unhealthy')
  const [first] = failing
  const place = first === undefined ? undefined : placeOf(first)
  if (place === undefined || failing.some((sample) => placeOf(sample) !== place)) return undefined
  const placed = known.filter((sample) => placeOf(sample) !== undefined)
  if (placed.some((sample) => sample.verdict === 'healthy' && placeOf(sample) === place)) return undefined
  return 1 / combinations(placed.length, failing.length) <= MAX_CHANCE ? place : undefined
}

/**
 * The shortest period that repeats three times or more. An inconclusive round breaks it, because it may have failed.
 */
function periodPattern(samples: readonly Sample[]): Pattern | undefined {
  if (samples.some(({ verdict }) => verdict === 'inconclusive')) return undefined
  const fails = samples.map(({ verdict }) => verdict === 'unhealthy')
  for (let of = 2; of * 3 <= fails.length; of += 1) {
    if (!fails.every((failed, at) => at < of || failed === fails[at - of])) continue
    const failing = fails.slice(0, of).filter(Boolean).length
    const all = fails.filter(Boolean).length
    const rare = combinations(of, failing) / combinations(fails.length, all) <= MAX_CHANCE
    return rare ? { kind: 'period', failing, of } : undefined
  }
  return undefined
}

/** The number of ways to choose `k` of `n`. */
function combinations(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i += 1) ways = (ways * (n - i + 1)) / i
  return ways
}
