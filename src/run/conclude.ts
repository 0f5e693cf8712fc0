import type { Config, PublishConfig, Schedule, Site } from '../domain/config.ts'
import type { Diagnosis } from '../domain/diagnosis.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Report, SiteReport } from '../domain/report.ts'
import { diagnose, diagnoseSoFar, QUIET } from '../diagnosis/diagnose.ts'
import type { Recording, RecordedSite } from '../recording/recording.ts'
import { memoized } from '../report/build/sanitize.ts'
import { namesFoundIn } from '../redact/certificate-names.ts'
import { redactorOfSites, withhold, type SensitiveSite } from '../redact/redactors.ts'
import { resolvedOrigins } from '../redact/resolved-origins.ts'
import { runnerAddresses } from '../redact/runner-addresses.ts'
import { responseRedactor } from '../redact/response/shown.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import { printedUrl, reportSteps, uniqueUrls, type JudgedSite } from '../report/build/report.ts'
import { atOnce } from '../shared/turns.ts'
import { VERSION } from '../version.ts'
import { interrupted } from './outcome.ts'

/** The evidence of one site, and its diagnosis. */
export interface DiagnosedSite extends RecordedSite {
  readonly diagnosis: Diagnosis
}

/** The parts of the configuration that a report depends on. */
export interface ReportOptions {
  readonly showOrigin: boolean
  readonly publish: Pick<PublishConfig, 'githubToken'>
  /** The report to compare with. */
  readonly earlier?: EarlierReport
  readonly deployed?: Config['deployed']
  /** The id of the workflow run; empty outside GitHub Actions. */
  readonly run?: string
  /** The report has raw responses, for an HTML report. */
  readonly responses?: boolean
}

/**
 * With more sites than this, no connections stay open between rounds (each site would hold one per origin), the trace
 * is requested only when it adds something, evidence is compressed until the report is made, and the report has fewer
 * and shorter raw responses.
 */
export const MANY_SITES = 20

/** With many sites, at most this many that aren't healthy have raw responses. */
const MAX_SITES_WITH_RESPONSES = 200
/** Characters of a body. */
const MAX_BODY = { few: 4000, many: 1000 } as const

/** Judges a recording again. Pure. The report is that of the run, even if it was cancelled. */
export function replayed(
  { sites: [first, ...rest], schedule, at, cancelled }: Recording,
  options: ReportOptions,
): Report {
  const diagnosed = (site: RecordedSite): DiagnosedSite => diagnosedSite(site, schedule)
  const report = conclude([diagnosed(first), ...rest.map(diagnosed)], options, at)
  return cancelled === true ? interrupted(report) : report
}

/**
 * Judges the rounds of a site.
 *
 * @param schedule of sites without their own
 * @param quiet whether every round was healthy, without a warning or a note
 */
export function diagnosedSite(site: RecordedSite, schedule: Schedule, quiet = false): DiagnosedSite {
  const { history, stopped } = site
  const needed = requiredStreak(site.site.schedule ?? schedule)
  switch (stopped) {
    case undefined:
      return { ...site, diagnosis: diagnose(history, needed, quiet ? history.map(() => QUIET) : undefined) }
    case 'later':
      return { ...site, diagnosis: diagnoseSoFar(history, needed) }
    case 'first-check': {
      const [unfinished] = history
      // What the round lacks is not the site's fault, so only its request is reported.
      const { at, request } = unfinished
      return { ...site, history: [{ at, request }], diagnosis: diagnoseSoFar([], needed, unfinished) }
    }
    default:
      return stopped satisfies never
  }
}

/** The report on sites whose evidence is all in memory. Pure. */
export function conclude(
  sites: readonly [DiagnosedSite, ...DiagnosedSite[]],
  options: ReportOptions,
  at: number,
): Report {
  const sensitive = sites.map(({ site, addresses, history }) => ({
    site,
    addresses: [...addresses, ...history.flatMap(resolvedOrigins)],
    ...namesFoundIn(history),
    runner: history.flatMap(runnerAddresses),
  }))
  return atOnce(redactedReport(sensitive, sites, options, at))
}

/**
 * The report of one round while the run goes on. Pure. It is redacted with the secrets and origins of all sites.
 *
 * @param addresses what the names of the site's origins resolved to
 */
export function reportOfRound(
  { site, evidence, needed }: { readonly site: Site; readonly evidence: Evidence; readonly needed: number },
  sites: readonly Site[],
  addresses: readonly string[],
  options: ReportOptions,
): SiteReport {
  const history = [evidence] as const
  const sensitive = {
    site,
    addresses: [...addresses, ...resolvedOrigins(evidence)],
    ...namesFoundIn(history),
    runner: runnerAddresses(evidence),
  }
  const others = sites.map((other) => ({ site: other, addresses: [] }))
  const diagnosed = { site, history, addresses, diagnosis: diagnoseSoFar(history, needed) }
  const { showOrigin, publish } = options
  const steps = redactedReport([sensitive, ...others], [diagnosed], { showOrigin, publish }, evidence.at)
  return atOnce(steps).sites[0]
}

/**
 * The report, without the origins and secrets of any site, in steps: one for each site.
 *
 * @param sensitive all sites: each report hides what any of them hides
 * @param sites the same sites, read once, one at a time
 * @param at milliseconds since the epoch
 */
export function redactedReport(
  sensitive: readonly SensitiveSite[],
  sites: Iterable<DiagnosedSite>,
  { showOrigin, publish, earlier, deployed, run, responses = false }: ReportOptions,
  at: number,
): Generator<void, Report> {
  const redactor = redactorOfSites(sensitive, { showOrigin, tokens: [publish.githubToken] })
  const redact = redactor === withhold ? withhold : memoized(redactor)
  const many = sensitive.length > MANY_SITES
  let withResponses = 0
  const judged = ({ site, history, diagnosis }: DiagnosedSite): JudgedSite => {
    const judgedSite = { site, history, diagnosis, redact }
    if (!responses) return judgedSite
    if (many && (diagnosis.verdict === 'healthy' || withResponses >= MAX_SITES_WITH_RESPONSES))
      return judgedSite
    withResponses += 1
    const redactResponse = responseRedactor(redactor, site, history, showOrigin)
    return {
      ...judgedSite,
      responses: { redact: redactResponse, maxBody: many ? MAX_BODY.many : MAX_BODY.few },
    }
  }
  return reportSteps({
    sites: Iterator.from(sites).map(judged),
    at,
    version: VERSION,
    ...(earlier !== undefined && { earlier }),
    ...(showOrigin &&
      earlier !== undefined && {
        hide: redactorOfSites(sensitive, { showOrigin: false, tokens: [publish.githubToken] }),
      }),
    urls: () => sensitive.map(({ site }) => printedUrl(site.url, redact)).map(uniqueUrls()),
    ...(run !== undefined && { run }),
    ...(deployed !== undefined && {
      monitoring: { deployedAt: deployed.at, until: deployed.at + deployed.monitorFor },
    }),
  })
}

/** Healthy rounds in a row that make a site healthy. With `wait: 0s` there is only one round. */
export function requiredStreak({ wait, consecutiveSuccesses }: Schedule): number {
  return wait === 0 ? 1 : consecutiveSuccesses
}
