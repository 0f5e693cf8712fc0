import type { Pattern } from '../../domain/availability.ts'
import type { Trend, Verdict } from '../../domain/diagnosis.ts'

/** What one look says of where and when a site fails. */
export interface Sample {
  readonly verdict: Verdict
  /** The data center that was asked, and the version of IP over which it was; absent when unknown. */
  readonly colo?: string
  readonly family?: 4 | 6
  /** The only one of several origins that did not do as expected, from 1; absent when there is no such one. */
  readonly origin?: { readonly position: number; readonly of: number }
}

/**
 * How a site did over time. Only looks that saw it count. `settled`: it was healthy for long enough at the end.
 * One outage that ended is a recovery; several make it intermittent, whatever the end.
 */
export function trendOf(verdicts: readonly Verdict[], settled: boolean): Trend {
  const seen = verdicts.filter((verdict) => verdict !== 'inconclusive')
  const outages = seen.filter((verdict, at) => verdict === 'unhealthy' && seen[at - 1] !== 'unhealthy').length
  if (outages === 0 || !seen.includes('healthy')) return 'steady'
  return outages === 1 && seen.at(-1) === 'healthy' && settled ? 'recovered' : 'intermittent'
}

/**
 * What is enough to claim a pattern: it fits every look, two failures or more, and of all the ways in which chance could
 * have dealt out as many failures, no more than one in twenty has it.
 */
const CHANCE = 1 / 20
const LEAST_FAILURES = 2
/** And to say that there is none: so many looks, and so many of either kind. */
const TO_EXCLUDE = { looks: 10, each: 3 } as const

/** What the failing looks, and none of the others, have in common. The place is told before the rhythm. */
export function patternOf(sights: readonly Sample[]): Pattern | undefined {
  const seen = sights.filter(({ verdict }) => verdict !== 'inconclusive')
  const failing = seen.filter(({ verdict }) => verdict === 'unhealthy')
  if (failing.length < LEAST_FAILURES || failing.length === seen.length) return undefined
  return originOf(seen) ?? coloOf(seen) ?? familyOf(seen) ?? periodOf(sights) ?? none(seen)
}

function none(seen: readonly Sample[]): Pattern | undefined {
  const failing = seen.filter(({ verdict }) => verdict === 'unhealthy').length
  const { looks, each } = TO_EXCLUDE
  const enough = seen.length >= looks && Math.min(failing, seen.length - failing) >= each
  return enough ? { kind: 'none' } : undefined
}

/** Every origin is asked at every look, so that chance has no part in this: it is what was seen. */
function originOf(seen: readonly Sample[]): Pattern | undefined {
  const origin = seen.find(({ verdict }) => verdict === 'unhealthy')?.origin
  if (origin === undefined) return undefined
  const fits = seen.every(
    (sight) => (sight.verdict === 'unhealthy') === (sight.origin?.position === origin.position),
  )
  return fits ? { kind: 'origin', ...origin } : undefined
}

function coloOf(seen: readonly Sample[]): Pattern | undefined {
  const colo = onlyWhere(seen, ({ colo }) => colo)
  return colo === undefined ? undefined : { kind: 'colo', colo }
}

function familyOf(seen: readonly Sample[]): Pattern | undefined {
  const family = onlyWhere(seen, ({ family }) => family)
  return family === undefined ? undefined : { kind: 'family', family }
}

/** The place of all failures and of nothing else. */
function onlyWhere<T>(seen: readonly Sample[], placeOf: (sight: Sample) => T | undefined): T | undefined {
  const failing = seen.filter(({ verdict }) => verdict === 'unhealthy')
  const [first] = failing
  const place = first === undefined ? undefined : placeOf(first)
  if (place === undefined || failing.some((sight) => placeOf(sight) !== place)) return undefined
  const placed = seen.filter((sight) => placeOf(sight) !== undefined)
  if (placed.some((sight) => sight.verdict === 'healthy' && placeOf(sight) === place)) return undefined
  return 1 / choose(placed.length, failing.length) <= CHANCE ? place : undefined
}

/** The shortest rhythm that three rounds or more keep. A look that did not see breaks it: who knows what it missed. */
function periodOf(sights: readonly Sample[]): Pattern | undefined {
  if (sights.some(({ verdict }) => verdict === 'inconclusive')) return undefined
  const fails = sights.map(({ verdict }) => verdict === 'unhealthy')
  for (let of = 2; of * 3 <= fails.length; of += 1) {
    if (!fails.every((failed, at) => at < of || failed === fails[at - of])) continue
    const failing = fails.slice(0, of).filter(Boolean).length
    const all = fails.filter(Boolean).length
    const rare = choose(of, failing) / choose(fails.length, all) <= CHANCE
    return rare ? { kind: 'period', failing, of } : undefined
  }
  return undefined
}

/** In how many ways `k` of `n` can be chosen. */
function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i += 1) ways = (ways * (n - i + 1)) / i
  return ways
}
