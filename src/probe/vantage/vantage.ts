import type { Site } from '../../domain/config.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { VantageCost, VantageMeasurement, VantageProblem } from '../../domain/vantage/vantage.ts'
import { loadVantage } from '../late-imports.ts'
import type { Clock } from '../network/clock.ts'
import type { ProbeContext } from '../types.ts'
import type { Subject } from './measure.ts'

/** The site from elsewhere, over the rounds of a run. */
export interface VantageProbe {
  /**
   * What the round with this evidence so far can use: a recent measurement, or a new one. If it doesn't need one, only
   * while the site is not healthy, which may be due to the last one.
   */
  readonly measure: (
    known: Evidence,
    isNeeded: boolean,
    subject: Omit<Subject, 'site' | 'vantage' | 'edge'>,
    context: ProbeContext,
  ) => Promise<VantageMeasurement> | undefined
  /** Ends a round. A measurement that was made while this runner got something else is not used again. */
  readonly ended: (evidence: Evidence, isHealthy: boolean) => void
  /** From now on, only failures are measured, at most one per minute. */
  readonly watch: () => void
}

/** Measurements of a run that are reused for a shorter time. */
const FIRST_MEASUREMENTS = 2
/** Milliseconds for which a measurement is reused: one of the first, and others. */
const FIRST_MAX_AGE = 30_000
const MAX_AGE = 60_000
/** Milliseconds between two measurements, if they aren't among the first. */
const MIN_INTERVAL = 30_000
const MIN_WATCH_INTERVAL = 60_000

/** Without results, these won't change, so that nothing more is sent. */
const PERMANENT: ReadonlySet<VantageProblem | undefined> = new Set<VantageProblem>([
  'no-probes',
  'token',
  'rejected',
  'secret-url',
  'private',
])

interface Latest {
  /** On the monotonic clock. */
  readonly startedAt: number
  readonly measurement: Promise<VantageMeasurement>
  /** The measurement, once it is done. */
  result?: VantageMeasurement
  /** What this runner got from the edge then. */
  view: string
  /** Whether it was made in the current round. */
  current: boolean
}

/** The accounts without tests left, by token. All sites of a run share it. */
export type UsedLimits = Map<string, UsedLimit>

interface UsedLimit {
  /** When there are tests again, on the monotonic clock. */
  readonly until: number
  readonly cost: VantageCost | undefined
}

/** Nothing was sent, because another measurement of the run has used the last tests. */
function withoutTests({ until, cost }: UsedLimit, clock: Clock): VantageMeasurement {
  const resetsIn = Math.ceil((until - clock.monotonic()) / 1000)
  return {
    at: clock.now(),
    results: [],
    ...(cost !== undefined && { cost: { ...cost, tests: 0, resetsIn } }),
    problem: 'limit',
  }
}

/** Without results, a measurement is as true whatever this runner gets. */
function saysNothing({ result }: Latest): boolean {
  return result?.results.length === 0
}

/**
 * The probe for one site; undefined if it has no places.
 *
 * @param limits of all sites of the run
 * @param viewOf a key for what this runner gets from the edge: good, or the kind of failure
 */
export function openVantage(
  site: Site,
  viewOf: (evidence: Evidence) => string,
  limits: UsedLimits = new Map(),
  apiUrl?: string,
): VantageProbe | undefined {
  const { vantage } = site
  if (vantage === undefined) return undefined
  let latest: Latest | undefined
  let count = 0
  let lastStart = -Infinity
  let watching = false
  let wasHealthy = true
  const account = vantage.token ?? ''
  const limitAt = (now: number): UsedLimit | undefined => {
    const used = limits.get(account)
    return used !== undefined && now < used.until ? used : undefined
  }
  const maxAge = (): number => (watching || count > FIRST_MEASUREMENTS ? MAX_AGE : FIRST_MAX_AGE)
  const interval = (): number =>
    watching ? MIN_WATCH_INTERVAL : count < FIRST_MEASUREMENTS ? 0 : MIN_INTERVAL
  const isUsable = (known: Latest, view: string, now: number): boolean => {
    if (known.current) return true
    const isRecent = now - known.startedAt < maxAge()
    if (!saysNothing(known)) return isRecent && known.view === view
    return isRecent || limitAt(now) !== undefined || PERMANENT.has(known.result?.problem)
  }
  const noteResult = async (made: Latest): Promise<void> => {
    made.result = await made.measurement
    const { problem, cost } = made.result
    if (problem === 'limit')
      limits.set(account, { until: made.startedAt + (cost?.resetsIn ?? 0) * 1000, cost })
  }
  return {
    measure: (known, isNeeded, subject, context) => {
      if (!isNeeded && (wasHealthy || watching)) return undefined
      const now = context.clock.monotonic()
      const view = viewOf(known)
      if (latest !== undefined && isUsable(latest, view, now)) return latest.measurement
      const used = limitAt(now)
      if (used !== undefined) return Promise.resolve(withoutTests(used, context.clock))
      if (now - lastStart < interval()) return undefined
      count += 1
      lastStart = now
      const measurement = loadVantage().then(({ measureFromElsewhere }) =>
        measureFromElsewhere({ ...subject, site, vantage, edge: known.edge }, context, apiUrl),
      )
      const made: Latest = { startedAt: now, measurement, view, current: true }
      latest = made
      void noteResult(made)
      return measurement
    },
    ended: (evidence, isHealthy) => {
      wasHealthy = isHealthy
      if (latest === undefined) return
      const view = viewOf(evidence)
      if (latest.current) latest.view = view
      else if (latest.view !== view && !saysNothing(latest)) latest = undefined
      if (latest !== undefined) latest.current = false
    },
    watch: () => {
      watching = true
      lastStart = -Infinity
    },
  }
}
