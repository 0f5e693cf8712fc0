import { compress, uncompressed, limitMemory, type Compressed } from './packed.ts'
import type { Config, PublishConfig, Site } from '../domain/config.ts'
import type { Diagnosis } from '../domain/diagnosis.ts'
import type { Report } from '../domain/report.ts'
import { diagnoseCancelled, diagnose } from '../diagnosis/diagnose.ts'
import type { Clock } from '../probe/network/clock.ts'
import type { Network } from '../probe/network/network.ts'
import { planOf } from '../probe/plan/plan.ts'
import { connectionLimit } from '../probe/network/connection-limit.ts'
import { sharedNetwork, sharedResolvers } from '../probe/network/shared-lookups.ts'
import { zoneOf, type Readings, type Zone } from '../probe/cloudflare/zone.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import { redactorsOf, type SensitiveSite } from '../redact/redactors.ts'
import { resolvedOrigins } from '../redact/resolved-origins.ts'
import type { Redactor } from '../redact/redact.ts'
import type { Recording, RecordedSite } from '../recording/recording.ts'
import { reportOf, type Judged } from '../report/build/report.ts'
import { interrupted } from './outcome.ts'
import { VERSION } from '../version.ts'
import { streakOf, watch, type Progress, type WatchResult as Looked } from './watch.ts'

/** What a run needs of the world. */
export interface RunHooks {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Told each address that an origin's name resolves to, before anything else is said. */
  readonly onAddresses: (addresses: readonly string[]) => void
  /** Told of each look as it happens. */
  readonly onProgress: (progress: Progress) => void
  /** Told what was seen in all, unless the run is cancelled. */
  readonly onFinished?: (seen: Omit<Recording, 'recording'>) => void
  /** Reads the earlier report to compare with, once all is seen; undefined when none is named. */
  readonly readBaseline?: () => Promise<EarlierReport | undefined>
}

/**
 * Looks at every site, waits as the schedule allows, and says what it comes to. When told to stop, says what is known until
 * then, as `inconclusive`.
 */
export async function run(config: Config, world: RunHooks): Promise<Report> {
  const { clock, signal } = world
  const readings = new Map<string, Readings>()
  const several = config.sites.length > 1
  const many = config.sites.length > MANY
  if (many) limitMemory()
  const shared = {
    ...world,
    ...(several && { network: sharedNetwork(world.network, clock), resolvers: sharedResolvers(clock) }),
    connectionLimit: connectionLimit(clock, signal),
    whole: world.onFinished !== undefined,
    reuse: !many,
  }
  const watched = async (given: Site): Promise<FinishedSite> => {
    const addresses = new Set<string>()
    const onAddresses = (found: readonly string[]): void => {
      for (const address of found) addresses.add(address)
      world.onAddresses(found)
    }
    const seeing = { ...shared, onAddresses }
    const schedule = given.schedule ?? config.schedule
    const openZone = (): Zone | undefined => zoneFor(given, seeing, readings)
    const { site, history, cancelled } = await watch(given, schedule, seeing, openZone)
    const put = many && !shared.whole ? compress : uncompressed
    // What the site's own name led to beside Cloudflare is an origin too, whether or not one was given.
    for (const address of (history ?? []).flatMap(resolvedOrigins)) addresses.add(address)
    return { site, addresses: [...addresses], looks: put({ history, cancelled }) }
  }
  const [first, ...rest] = config.sites
  const kept = await Promise.all([watched(first), ...rest.map(watched)])
  const at = clock.now()
  const opened = ({ site, addresses, looks }: FinishedSite): Seen => {
    const { history, cancelled } = looks.open()
    const streak = streakOf(site.schedule ?? config.schedule)
    const diagnosis =
      cancelled || history === undefined
        ? diagnoseCancelled(history ?? [], streak)
        : diagnose(history, streak)
    // Before its first look there is only the question.
    return { site, addresses, history: history ?? [{ at, request: planOf(site).request }], diagnosis }
  }
  const earlier = await world.readBaseline?.()
  const telling = { ...config, ...(earlier !== undefined && { earlier }) }
  const report = told(kept, Iterator.from(kept).map(opened), telling, at)
  // Its recording would be judged as if the looks had been over.
  if (signal.aborted) return interrupted(report)
  if (world.onFinished !== undefined) {
    const [one, ...more] = kept.map((each) => watchedOf(opened(each)))
    if (one !== undefined)
      world.onFinished({ version: VERSION, at, schedule: config.schedule, sites: [one, ...more] })
  }
  return report
}

/**
 * More sites than this are many: they keep no connections between their looks, since each would hold one open to each of its
 * origins, and what was seen of them is put away until it is told.
 */
const MANY = 20

/** A site whose looks are done. */
interface FinishedSite extends SensitiveSite {
  readonly looks: Compressed<Pick<Looked, 'history' | 'cancelled'>>
}

/** Begins to read the zone of a site whose token is given. Sites with the same token share what was read. */
function zoneFor(site: Site, world: RunHooks, readings: Map<string, Readings>): Zone | undefined {
  if (site.zone === undefined) return
  const shared = readings.get(site.zone.token) ?? new Map()
  readings.set(site.zone.token, shared)
  return zoneOf(site, site.zone, { ...world, timeout: site.timeout }, shared)
}

function watchedOf({ site, history, addresses }: Seen): RecordedSite {
  return { site, history, addresses }
}

/** Judges and says again what a recording has. Pure. */
export function replayed(
  { sites: [first, ...rest], schedule, at }: Recording,
  telling: ReportOptions,
): Report {
  const judged = (watched: RecordedSite): Seen => ({
    ...watched,
    diagnosis: diagnose(watched.history, streakOf(watched.site.schedule ?? schedule)),
  })
  return conclude([judged(first), ...rest.map(judged)], telling, at)
}

/** What was seen of one site, and what it means. */
export interface Seen extends RecordedSite {
  readonly diagnosis: Diagnosis
}

/** What of the configuration decides how things are said. */
export interface ReportOptions {
  readonly showOrigin: boolean
  readonly publish: Pick<PublishConfig, 'githubToken'>
  /** To tell what changed since then. */
  readonly earlier?: EarlierReport
}

/** Says what was seen. Pure. */
export function conclude(seen: readonly [Seen, ...Seen[]], telling: ReportOptions, at: number): Report {
  const guarded = seen.map(({ site, addresses, history }) => ({
    site,
    addresses: [...addresses, ...history.flatMap(resolvedOrigins)],
  }))
  return told(guarded, seen, telling, at)
}

function told(
  guarded: readonly SensitiveSite[],
  seen: Iterable<Seen>,
  telling: ReportOptions,
  at: number,
): Report {
  const { showOrigin, publish, earlier } = telling
  const { origin, secrets } = redactorsOf(guarded, { showOrigin, tokens: [publish.githubToken] })
  const redact = remembering((text: string): string => origin(secrets(text)))
  const judged = ({ site, history, diagnosis }: Seen): Judged => ({ site, history, diagnosis, redact })
  return reportOf({
    sites: Iterator.from(seen).map(judged),
    at,
    version: VERSION,
    ...(earlier !== undefined && { earlier }),
  })
}

/** Texts that are known again: most of what is said of one site is said of the next one too. */
const MOST_REMEMBERED = 5000

function remembering(redact: Redactor): Redactor {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const told = redact(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, told)
    return told
  }
}
