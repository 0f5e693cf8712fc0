import type { Config, Site } from './domain/config.ts'
import type { Diagnosis } from './domain/diagnosis.ts'
import type { History } from './domain/evidence.ts'
import type { Report } from './domain/report.ts'
import { cutShort, diagnose } from './diagnosis/diagnose.ts'
import type { Clock } from './probe/clock.ts'
import type { Network } from './probe/network.ts'
import { planOf } from './probe/plan.ts'
import { zoneOf, type Readings, type Zone } from './probe/zone.ts'
import { redactNothing, redactorOf } from './report/redact.ts'
import { secretRedactorOf } from './report/redact-secrets.ts'
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
  const report = conclude([one, ...more], config, clock.now())
  return signal.aborted ? interrupted(report) : report
}

/** Begins to read the zone of a site whose token is given. Sites with the same token share what was read. */
function zoneFor(site: Site, world: World, readings: Map<string, Readings>): Zone | undefined {
  if (site.zone === undefined) return
  const shared = readings.get(site.zone.token) ?? new Map()
  readings.set(site.zone.token, shared)
  return zoneOf(site, site.zone, { ...world, timeout: site.timeout }, shared)
}

/** What was seen of one site, and what it means. `addresses` are those its origins' names resolved to. */
export interface Seen {
  readonly site: Site
  readonly history: History
  readonly diagnosis: Diagnosis
  readonly addresses: readonly string[]
}

/** Says what was seen. Pure. */
export function conclude(seen: readonly [Seen, ...Seen[]], config: Config, at: number): Report {
  // One site's origin may be named in another site's answer.
  const secret = seen.flatMap(({ site, addresses }) => [
    ...site.origins.map(({ host }) => host),
    ...addresses,
  ])
  const open = seen.map(({ site }) => new URL(site.url).hostname)
  const hideOrigin = config.showOrigin ? redactNothing : redactorOf(secret, open)
  const hideSecrets = secretRedactorOf(
    [...seen.flatMap(({ site }) => secretsOf(site)), config.publish.githubToken],
    seen.map(({ site }) => site.url),
  )
  const redact = (text: string): string => hideOrigin(hideSecrets(text))
  const judged = ({ site, history, diagnosis }: Seen): Judged => ({ site, history, diagnosis, redact })
  const [first, ...rest] = seen
  return reportOf({ sites: [judged(first), ...rest.map(judged)], at, version: VERSION })
}

/** What is sent, and what a site or an API might send back. */
function secretsOf({ headers, access, zone }: Site): readonly string[] {
  const values = [...headers.map(([, value]) => value), access?.id, access?.secret, zone?.token]
  return values.filter((value) => value !== undefined)
}
