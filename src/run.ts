import type { Config, Schedule, Site } from './domain/config.ts'
import type { Diagnosis, Judgement } from './domain/diagnosis.ts'
import type { Evidence, History } from './domain/evidence.ts'
import type { Report } from './domain/report.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { judge } from './diagnosis/judge.ts'
import { questionsOf } from './diagnosis/questions.ts'
import type { Clock } from './probe/clock.ts'
import { look } from './probe/index.ts'
import type { Network } from './probe/network.ts'
import { planOf, type Plan } from './probe/plan.ts'
import { zoneOf, type Readings, type Zone } from './probe/zone.ts'
import { redactNothing, redactorOf } from './report/redact.ts'
import { secretRedactorOf } from './report/redact-secrets.ts'
import { reportOf, type Judged } from './report/report.ts'
import { VERSION } from './version.ts'

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

/** How far the looks at one site have come. */
export interface Progress {
  readonly site: Site
  readonly evidence: Evidence
  readonly judgement: Judgement
  /** Healthy looks in a row, and how many it takes. */
  readonly streak: number
  readonly needed: number
  /** Milliseconds until the next look; undefined: this was the last one. */
  readonly next: number | undefined
  /** Milliseconds that are left of `wait`. */
  readonly left: number
}

/** The run was told to stop before it had judged. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** Milliseconds between the healthy looks of a streak. */
const BETWEEN_SUCCESSES = 1000

/** Looks at every site, waits as the schedule allows, and says what it comes to. Throws `Cancelled` when told to stop. */
export async function run(config: Config, world: World): Promise<Report> {
  const { clock } = world
  const readings = new Map<string, Readings>()
  const judged = async (given: Site): Promise<Seen> => {
    const addresses = new Set<string>()
    const reveal = (found: readonly string[]): void => {
      for (const address of found) addresses.add(address)
      world.reveal(found)
    }
    const seeing = { ...world, reveal }
    const { site, history } = await watch(given, config.schedule, seeing, zoneFor(given, seeing, readings))
    return {
      site,
      history,
      diagnosis: diagnose(history, streakOf(config.schedule)),
      addresses: [...addresses],
    }
  }
  const [first, ...rest] = config.sites
  const [one, ...more] = await Promise.all([judged(first), ...rest.map(judged)])
  return conclude([one, ...more], config, clock.now())
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

/** Looks until the site has been healthy for long enough, the time is up, or waiting cannot help. */
async function watch(
  given: Site,
  schedule: Schedule,
  world: World,
  zone: Zone | undefined,
): Promise<{ readonly site: Site; readonly history: History }> {
  const { clock, signal } = world
  const way = { ...world, timeout: given.timeout }
  const needed = streakOf(schedule)
  const until = clock.monotonic() + schedule.wait
  let history: History | undefined
  let streak = 0
  let calm = false
  for (;;) {
    const site = (await zone?.site()) ?? given
    const plan: Plan = { ...planOf(site), resolversAtOnce: !calm }
    const evidence = await look(plan, way, questionsOf, zone)
    // What a cancelled look could not see is no fault of the site.
    if (signal.aborted) throw new Cancelled()
    const judgement = judge(evidence)
    calm = leavesNothing(judgement, evidence, plan)
    streak = judgement.verdict === 'healthy' ? streak + 1 : 0
    const left = Math.max(0, until - clock.monotonic())
    const next = pauseAfter(judgement, { streak, needed, left, interval: schedule.interval })
    world.tell({ site, evidence, judgement, streak, needed, next, left })
    history = history === undefined ? [evidence] : [...history, evidence]
    if (next === undefined) return { site, history }
    if (judgement.verdict !== 'healthy') zone?.again()
    await clock.sleep(next, signal)
    if (signal.aborted) throw new Cancelled()
  }
}

/**
 * Whether a look leaves nothing to ask other resolvers: the next one need not trouble them. Those who could not answer in
 * the time of a quick look are asked again.
 */
function leavesNothing({ verdict, warnings }: Judgement, { resolvers }: Evidence, plan: Plan): boolean {
  const unheard = resolvers !== undefined && resolvers.length < plan.resolvers.length
  return verdict === 'healthy' && !unheard && !warnings.some(({ cause }) => cause.category === 'dns')
}

/** `wait: 0s` looks once, whatever the streak. */
function streakOf({ wait, consecutiveSuccesses }: Schedule): number {
  return wait === 0 ? 1 : consecutiveSuccesses
}

interface Pace {
  readonly streak: number
  readonly needed: number
  readonly left: number
  readonly interval: number
}

/**
 * Milliseconds until the next look, undefined when there is none. A streak that has begun may end after the time is up:
 * the site gets to show that it lasts.
 */
export function pauseAfter(
  { verdict, findings }: Judgement,
  { streak, needed, left, interval }: Pace,
): number | undefined {
  if (verdict === 'healthy') return streak >= needed ? undefined : BETWEEN_SUCCESSES
  const [lead] = findings
  const hopeless = lead !== undefined && !lead.cause.heals && lead.match.confidence === 'certain'
  return hopeless || left === 0 ? undefined : Math.min(interval, left)
}
