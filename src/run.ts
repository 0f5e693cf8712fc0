import type { Config, PublishConfig, Site } from './domain/config.ts'
import type { Diagnosis } from './domain/diagnosis.ts'
import type { Report } from './domain/report.ts'
import { cutShort, diagnose } from './diagnosis/diagnose.ts'
import type { Clock } from './probe/clock.ts'
import type { Network } from './probe/network.ts'
import { planOf } from './probe/plan.ts'
import { zoneOf, type Readings, type Zone } from './probe/zone.ts'
import type { Earlier } from './report/baseline.ts'
import { hidingOf } from './report/hiding.ts'
import { ledPast } from './report/led-past.ts'
import type { Recording, Watched } from './report/recording.ts'
import { reportOf, type Judged } from './report/report.ts'
import { interrupted } from './verdict.ts'
import { VERSION } from './version.ts'
import { streakOf, watch, type Progress } from './watch.ts'

/** What a run needs of the world. */
export interface World {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Told each address that an origin's name resolves to, before anything else is said. */
  readonly reveal: (addresses: readonly string[]) => void
  /** Told of each look as it happens. */
  readonly tell: (progress: Progress) => void
  /** Told what was seen in all, unless the run is cancelled. */
  readonly keep?: (seen: Omit<Recording, 'recording'>) => void
  /** Reads the earlier report to compare with, once all is seen; undefined when none is named. */
  readonly earlier?: () => Promise<Earlier | undefined>
}

/**
 * Looks at every site, waits as the schedule allows, and says what it comes to. When told to stop, says what is known until
 * then, as `inconclusive`.
 */
export async function run(config: Config, world: World): Promise<Report> {
  const { clock, signal } = world
  const readings = new Map<string, Readings>()
  const judged = async (given: Site): Promise<Seen> => {
    const addresses = new Set<string>()
    const reveal = (found: readonly string[]): void => {
      for (const address of found) addresses.add(address)
      world.reveal(found)
    }
    const seeing = { ...world, reveal }
    const zone = zoneFor(given, seeing, readings)
    const { site, history, cancelled } = await watch(given, config.schedule, seeing, zone)
    const streak = streakOf(config.schedule)
    const diagnosis =
      cancelled || history === undefined ? cutShort(history ?? [], streak) : diagnose(history, streak)
    // Before its first look there is only the question.
    const seen = history ?? [{ at: clock.now(), asked: planOf(site).asked }]
    return { site, history: seen, diagnosis, addresses: [...addresses] }
  }
  const [first, ...rest] = config.sites
  const [one, ...more] = await Promise.all([judged(first), ...rest.map(judged)])
  const at = clock.now()
  const earlier = await world.earlier?.()
  const report = conclude([one, ...more], { ...config, ...(earlier !== undefined && { earlier }) }, at)
  // Its recording would be judged as if the looks had been over.
  if (signal.aborted) return interrupted(report)
  const sites = [watchedOf(one), ...more.map(watchedOf)] as const
  world.keep?.({ version: VERSION, at, schedule: config.schedule, sites })
  return report
}

/** Begins to read the zone of a site whose token is given. Sites with the same token share what was read. */
function zoneFor(site: Site, world: World, readings: Map<string, Readings>): Zone | undefined {
  if (site.zone === undefined) return
  const shared = readings.get(site.zone.token) ?? new Map()
  readings.set(site.zone.token, shared)
  return zoneOf(site, site.zone, { ...world, timeout: site.timeout }, shared)
}

function watchedOf({ site, history, addresses }: Seen): Watched {
  return { site, history, addresses }
}

/** Judges and says again what a recording has. Pure. */
export function replayed({ sites: [first, ...rest], schedule, at }: Recording, telling: Telling): Report {
  const judged = (watched: Watched): Seen => ({
    ...watched,
    diagnosis: diagnose(watched.history, streakOf(schedule)),
  })
  return conclude([judged(first), ...rest.map(judged)], telling, at)
}

/** What was seen of one site, and what it means. */
export interface Seen extends Watched {
  readonly diagnosis: Diagnosis
}

/** What of the configuration decides how things are said. */
export interface Telling {
  readonly showOrigin: boolean
  readonly publish: Pick<PublishConfig, 'githubToken'>
  /** To tell what changed since then. */
  readonly earlier?: Earlier
}

/** Says what was seen. Pure. */
export function conclude(
  seen: readonly [Seen, ...Seen[]],
  { showOrigin, publish, earlier }: Telling,
  at: number,
): Report {
  const guarded = seen.map(({ site, addresses, history }) => ({
    site,
    addresses: [...addresses, ...history.flatMap(ledPast)],
  }))
  const { origin, secrets } = hidingOf(guarded, { showOrigin, tokens: [publish.githubToken] })
  const redact = (text: string): string => origin(secrets(text))
  const judged = ({ site, history, diagnosis }: Seen): Judged => ({ site, history, diagnosis, redact })
  const [first, ...rest] = seen
  return reportOf({
    sites: [judged(first), ...rest.map(judged)],
    at,
    version: VERSION,
    ...(earlier !== undefined && { earlier }),
  })
}
