import type { Config, Site } from '../domain/config.ts'
import type { Judgment } from '../domain/diagnosis.ts'
import type { Report, SiteReport } from '../domain/report.ts'
import { openZone, type ApiResults, type Zone } from '../probe/cloudflare/zone.ts'
import { sharedResolvers } from '../probe/dns/resolvers.ts'
import { loadForProbes } from '../probe/late-imports.ts'
import type { Clock } from '../probe/network/clock.ts'
import { connectionLimit } from '../probe/network/connection-limit.ts'
import { sharedNetwork } from '../probe/network/network.ts'
import { watchShortage } from '../probe/network/shortage.ts'
import { planOf } from '../probe/plan/plan.ts'
import type { Network } from '../probe/types.ts'
import type { Recording, RecordedSite } from '../recording/recording.ts'
import { namesFoundIn } from '../redact/certificate-names.ts'
import { redactorOfSites, type SensitiveSite } from '../redact/redactors.ts'
import { resolvedOrigins } from '../redact/resolved-origins.ts'
import { runnerAddresses } from '../redact/runner-addresses.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import { limitMemory } from '../shared/limit-memory.ts'
import { inTurns } from '../shared/turns.ts'
import { VERSION } from '../version.ts'
import { diagnosedSite, MANY_SITES, redactedReport, reportOfRound, type DiagnosedSite } from './conclude.ts'
import { compressor, uncompressed, type Compressed } from './memory.ts'
import { interrupted } from './outcome.ts'
import { watch, type Progress, type SiteRound, type WatchResult } from './watch.ts'

/** What a run needs from its shell. */
export interface RunHooks {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Called with the addresses of an origin's name before anything that could contain them is printed. */
  readonly onAddresses: (addresses: readonly string[]) => void
  /** Called after each round. */
  readonly onProgress: (progress: Progress) => void
  /** Called with the evidence of all sites, even if the run was cancelled. */
  readonly onFinished?: (finished: Omit<Recording, 'recording'>) => Promise<void>
  /** The process exists for this run alone, so the run may change how V8 uses memory. */
  readonly ownsProcess?: boolean
  /** The evidence keeps the pages whole, not only what its judgment depends on. */
  readonly keepPages?: boolean
  /** The report has raw responses, for an HTML report. */
  readonly responses?: boolean
  /** The id of the workflow run; empty outside GitHub Actions. */
  readonly run?: string
  /** Whether a cancelled run must end soon, with what its report has. */
  readonly isLate?: () => boolean
  /** Called after the last round; undefined when there is no report to compare with. */
  readonly readBaseline?: () => Promise<EarlierReport | undefined>
}

/**
 * Checks every site as often as the schedule says, and makes the report. A cancelled run reports what it knows, as
 * `inconclusive`.
 */
export async function runChecks(config: Config, hooks: RunHooks): Promise<Report> {
  const { clock, signal } = hooks
  const apiResults = new Map<string, ApiResults>()
  const several = config.sites.length > 1
  const many = config.sites.length > MANY_SITES
  if ((many || watchesLong(config)) && hooks.ownsProcess === true) limitMemory()
  const network = watchShortage(hooks.network)
  await loadForProbes(config.sites, network)
  const shared = {
    ...hooks,
    network: several ? sharedNetwork(network, clock) : network,
    ...(several && { queryResolvers: sharedResolvers(clock) }),
    connectionLimit: connectionLimit(clock, signal),
    showOrigin: config.showOrigin,
    keepPages: hooks.keepPages === true,
    showsResponses: ({ verdict }: Judgment) =>
      hooks.responses === true && hooks.keepPages !== true && (!many || verdict !== 'healthy'),
    usedLimits: new Map(),
    // How long a server keeps them can't be simulated.
    keepConnections: !many && clock.simulated === undefined,
    traceAtOnce: !many,
  }
  const store = many && !shared.keepPages ? compressor() : uncompressed
  const checkSite = async (configured: Site): Promise<FinishedSite> => {
    const addresses = new Set<string>()
    const onAddresses = (found: readonly string[]): void => {
      for (const address of found) addresses.add(address)
      hooks.onAddresses(found)
    }
    const schedule = configured.schedule ?? config.schedule
    const onProgress = (round: SiteRound): void => {
      const soFar = (): SiteReport => reportOfRound(round, config.sites, [...addresses], config)
      hooks.onProgress({ ...round, soFar })
    }
    const hides = (text: string): boolean => {
      const known = [{ site: configured, addresses: [...addresses] }]
      return redactorOfSites(known, { showOrigin: false, tokens: [] })(text) !== text
    }
    const options = { ...shared, onAddresses, onProgress, hides }
    const openZone = (): Zone | undefined => zoneFor(configured, options, apiResults)
    const { site, history, ...outcome } = await watch(configured, schedule, options, openZone)
    const rounds = history ?? (outcome.unfinished === undefined ? [] : [outcome.unfinished])
    // If the site's own name resolves to something other than Cloudflare, that is an origin too.
    for (const address of rounds.flatMap(resolvedOrigins)) addresses.add(address)
    const runner = [...new Set(rounds.flatMap(runnerAddresses))]
    return {
      site,
      addresses: [...addresses],
      ...namesFoundIn(rounds),
      runner,
      result: store({ history, ...outcome }),
    }
  }
  const [first, ...rest] = config.sites
  const finished = await Promise.all([checkSite(first), ...rest.map(checkSite)])
  const at = clock.now()
  const recorded = (
    { site, addresses }: FinishedSite,
    { history, unfinished, cancelled }: SiteResult,
  ): RecordedSite => {
    if (history !== undefined) return { site, addresses, history, ...(cancelled && { stopped: 'later' }) }
    // A site without a finished round has only its request to report.
    const begun = unfinished ?? { at, request: planOf(site).request }
    return { site, addresses, history: [begun], stopped: 'first-check' }
  }
  const diagnosed = (site: FinishedSite): DiagnosedSite => {
    const result = site.result.open()
    return diagnosedSite(recorded(site, result), config.schedule, result.quiet)
  }
  const earlier = await hooks.readBaseline?.()
  const options = {
    ...config,
    responses: hooks.responses === true,
    ...(hooks.run !== undefined && { run: hooks.run }),
    ...(earlier !== undefined && { earlier }),
  }
  let reported = 0
  function* inTime(): Generator<DiagnosedSite> {
    for (const site of finished) {
      if (reported > 0 && hooks.isLate?.() === true) return
      reported += 1
      yield diagnosed(site)
    }
  }
  const report = await inTurns(redactedReport(finished, inTime(), options, at))
  const cancelled = signal.aborted
  if (hooks.onFinished !== undefined) {
    const [one, ...more] = finished.map((site) => recorded(site, site.result.open()))
    const whole = { version: VERSION, at, schedule: config.schedule, ...(cancelled && { cancelled }) }
    if (one !== undefined) await hooks.onFinished({ ...whole, sites: [one, ...more] })
  }
  return cancelled ? interrupted(report, finished.length - reported) : report
}

/** More checks than this allocate more than V8 needs to reserve for the live data. */
const MANY_CHECKS = 100

function watchesLong({ sites, schedule }: Config): boolean {
  return sites.some((site) => {
    const { watch, interval } = site.schedule ?? schedule
    return watch > MANY_CHECKS * interval
  })
}

type SiteResult = Omit<WatchResult, 'site'>

/** A site after its last round. */
interface FinishedSite extends SensitiveSite {
  readonly result: Compressed<SiteResult>
}

/** Starts to read the zone of a site that has an API token. Sites with the same token share what was read. */
function zoneFor(site: Site, hooks: RunHooks, apiResults: Map<string, ApiResults>): Zone | undefined {
  if (site.zone === undefined) return
  const shared = apiResults.get(site.zone.token) ?? new Map()
  apiResults.set(site.zone.token, shared)
  return openZone(site, site.zone, { ...hooks, timeout: site.timeout }, shared)
}
