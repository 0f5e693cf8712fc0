import { defaultPort } from '../../shared/authority.ts'
import { atOnce } from '../../shared/turns.ts'
import type { Cause, Lookalike, RemedyContext, Remedy, Step } from '../../domain/cause.ts'
import type { Site } from '../../domain/config.ts'
import { type Diagnosis, type Finding, VERDICTS } from '../../domain/diagnosis.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { Alternative, Hop, Prose, Remark, Report, SiteReport, Span } from '../../domain/report.ts'
import { joined, phrase, quote, redactedSentence, type Sentence } from '../../domain/untrusted.ts'
import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import { serverIn } from '../../diagnosis/facts/servers/origin-server.ts'
import { indexOfOrigin, originName } from '../../diagnosis/facts/which-origin.ts'
import { CAUSES, causeById } from '../../diagnosis/causes/index.ts'
import type { EarlierReport } from '../baseline/baseline.ts'
import { compared } from '../baseline/comparison.ts'
import { historyOf } from '../history/carried.ts'
import { MAX_AGE, MAX_SKEW } from '../history/entries.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { availabilityReportOf } from './availability.ts'
import { shownRound, timelineOf, withLatestDnsServers } from './timeline.ts'
import { requestPath, routePath } from './request-path.ts'
import { probesOf } from './probes.ts'
import type { Redactor } from '../../redact/redact.ts'
import { reproduceOf } from './reproduce.ts'
import { responsesOf, type ResponseOptions } from './responses.ts'
import { sanitizerOf, wholeRedactorOf, type Sanitize } from './sanitize.ts'
import { headlineOf, summaryOf } from './sentences.ts'
import { betweenSpaces, plain, plainText } from '../prose.ts'
import { withMedian } from './times.ts'
import { vantageReportOf, withLatestVantage } from './vantage.ts'
import { problemSentence } from '../vantage-problem.ts'
import { sharing } from './sharing.ts'
import { docsOf, minuteOf } from '../words.ts'

/** A site, the evidence of all its rounds, and the diagnosis. */
export interface JudgedSite {
  readonly site: Site
  readonly history: History
  readonly diagnosis: Diagnosis
  /** Replaces the origin's address in a text; `redactNothing` with `show-origin: true`. */
  readonly redact: Redactor
  /** Absent: the report has no raw responses. */
  readonly responses?: ResponseOptions
}

export interface ReportInput {
  /** At least one. Iterated once, so that thousands of sites need not be in memory together. */
  readonly sites: Iterable<JudgedSite>
  /** When the report is made, in milliseconds since the epoch. */
  readonly at: number
  readonly version: string
  /** An earlier report to compare with. */
  readonly earlier?: EarlierReport
  /** The URLs of all sites, as they are printed. Absent: those in `sites`, which are fewer if the run was cancelled. */
  readonly urls?: () => Iterable<string>
  /** Hides what `show-origin` shows, in what later runs compare with. */
  readonly hide?: Redactor
  /** The id of the workflow run; empty outside GitHub Actions. */
  readonly run?: string
  /** When the site was deployed, and until when it is watched over, in milliseconds since the epoch. */
  readonly monitoring?: { readonly deployedAt: number; readonly until: number }
}

/** Builds the report of a run. All text in a report is redacted here. */
export function reportOf(input: ReportInput): Report {
  return atOnce(reportSteps(input))
}

/** The same in steps, one for each site. */
export function* reportSteps({
  sites,
  at,
  version,
  earlier,
  urls,
  hide,
  run = '',
  monitoring: given,
}: ReportInput): Generator<void, Report> {
  const redactors = new Set<Redactor>()
  const shared = sharing()
  const reports: SiteReport[] = []
  const unique = uniqueUrls()
  for (const site of sites) {
    redactors.add(site.redact)
    const report = siteReportOf(site)
    reports.push(shared({ ...report, url: unique(report.url) }))
    yield
  }
  const moment = new Date(at).toISOString()
  // Everything would be before the deploy, so that the history would have no other run.
  const isAhead = given !== undefined && given.deployedAt - at > MAX_SKEW
  const monitoring = isAhead ? undefined : given
  const ofRun = new Set(earlier === undefined ? [] : (urls?.() ?? reports.map(({ url }) => url)))
  const from = Math.max(at - MAX_AGE, monitoring?.deployedAt ?? -Infinity)
  const comparison = compared(reports, earlier, {
    redactors,
    urls: ofRun,
    at: moment,
    from,
    ...(hide !== undefined && { hide }),
  })
  const [worst, ...rest] = comparison.sites.toSorted(byWeight)
  if (worst === undefined) throw new RangeError('A report needs at least one site')
  const all = [worst, ...rest] as const
  const { verdict, cause } = worst
  return {
    schema: 1,
    version,
    at: moment,
    verdict,
    promote: verdict === 'healthy',
    cause,
    category: worst.category,
    confidence: worst.confidence,
    trend: worst.trend,
    warnings: all.flatMap((site) => site.warnings),
    notes: [
      ...all.flatMap((site) => site.notes),
      ...comparison.notes,
      ...(isAhead ? [aheadNote(given.deployedAt)] : []),
    ],
    sites: all,
    history: historyOf({ at: moment, verdict, cause }, all, run, from, comparison),
    ...(monitoring !== undefined && {
      monitoring: {
        deployedAt: new Date(monitoring.deployedAt).toISOString(),
        until: new Date(monitoring.until).toISOString(),
      },
    }),
  }
}

function aheadNote(deployedAt: number): Remark {
  const when = minuteOf(new Date(deployedAt).toISOString())
  const text = `\`deployed-at\` has no effect, because ${when} is in the future. Check its time zone.`
  return { id: 'baseline', text }
}

/** Numbers the printed URLs that only hidden values distinguish, in their order. */
export function uniqueUrls(): (url: string) => string {
  const counts = new Map<string, number>()
  return (url) => {
    const count = url.includes('***') ? (counts.get(url) ?? 0) + 1 : 1
    counts.set(url, count)
    return count === 1 ? url : `${url}#${count}`
  }
}

/** A site's URL as it is printed, before it is numbered. */
export function printedUrl(url: string, redact: Redactor): string {
  return sanitizerOf(redact)(shownUrl(url), 500)
}

/**
 * Failures that visitors see come first, then those that are certain, then in the order of the causes. So the order in
 * the configuration doesn't decide which cause is reported.
 */
export function byWeight(a: SiteReport, b: SiteReport): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    Number(servesVisitors(a)) - Number(servesVisitors(b)) ||
    CONFIDENCE_ORDER.indexOf(a.confidence) - CONFIDENCE_ORDER.indexOf(b.confidence) ||
    CAUSE_ORDER.indexOf(a.cause) - CAUSE_ORDER.indexOf(b.cause)
  )
}

const CAUSE_ORDER: readonly string[] = CAUSES.map(({ id }) => id)

const CONFIDENCE_ORDER: readonly SiteReport['confidence'][] = ['certain', 'likely', 'possible', '']

function servesVisitors({ probes: { edge } }: SiteReport): boolean {
  return edge?.failure === undefined && (edge?.status ?? 500) < 400
}

function siteReportOf({ site, history, diagnosis, redact, responses }: JudgedSite): SiteReport {
  const sanitize = sanitizerOf(redact)
  const evidence = withLatestVantage(shownRound(diagnosis, history), history)
  const vantage = vantageReportOf(evidence, sanitize)
  const { verdict, trend, cause: finding } = diagnosis
  const cause = finding?.cause
  const availability = availabilityReportOf(diagnosis, history)
  const contextOf = (about: Finding | undefined): RemedyContext => remedyContextOf(site, about, history)
  return {
    url: printedUrl(site.url, redact),
    host: sanitize(evidence.request.host, 255),
    verdict,
    cause: cause?.id ?? '',
    category: cause?.category ?? '',
    confidence: finding?.match.confidence ?? '',
    because: sanitize(finding?.match.because ?? ''),
    trend,
    headline: sanitize(headlineOf(diagnosis, evidence)),
    summary: sanitizedProse(summaryOf(diagnosis, evidence, availability), redact),
    owner: finding?.match.owner ?? cause?.owner ?? '',
    clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: sanitize(text) })),
    alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, sanitize)),
    lookalikes: furtherLookalikes(diagnosis).map(({ what, distinguishedBy }) => ({
      title: sanitize(typeof what === 'string' ? (causeById(what)?.title ?? what) : what.other),
      distinguishedBy: sanitize(distinguishedBy),
    })),
    remedy: cause === undefined ? null : remedyOf(cause.remedy(contextOf(finding)), redact),
    docs: cause === undefined ? '' : docsOf(cause.id),
    warnings: diagnosis.warnings.map((warning) => warningOf(warning, contextOf(warning), sanitize)),
    notes: diagnosis.notes.map((note) => noteOf(note, sanitize)),
    ...unreadIn(evidence, sanitize),
    ...(vantage !== undefined && { vantage }),
    path: requestPath(diagnosis, evidence).map((hop) => hopOf(hop, sanitize)),
    ...routeIn(diagnosis, evidence, sanitize),
    ...sslModeIn(evidence),
    probes: withMedian(probesOf(withLatestDnsServers(evidence, history), sanitize), history),
    ...(responses !== undefined && { responses: responsesOf(evidence, responses) }),
    timeline: timelineOf(diagnosis, history, sanitize),
    availability,
    reproduce: reproduceOf(site, evidence, sanitize),
  }
}

/** Redacts sentences as a whole. Pieces stay apart only if that changes nothing: no address may hide at a seam. */
function sanitizedProse(prose: Prose<Sentence>, redact: Redactor): Prose {
  const sanitize = sanitizerOf(redact)
  const whole = sanitize(joined(prose.map(({ text }) => text)), MAX_PROSE)
  const pieces = prose.map((span): Span => ({ ...span, text: sanitizedPiece(span.text, redact) }))
  return plainText(pieces) === whole ? pieces : [plain(whole)]
}

/** Characters of a paragraph. */
const MAX_PROSE = 600

function sanitizedPiece(text: Sentence, redact: Redactor): string {
  return betweenSpaces(redactedSentence(text, redact, wholeRedactorOf(redact)), (inner) =>
    sanitizerOf(redact)(inner, MAX_PROSE),
  )
}

function hopOf({ name, state, detail }: Hop, sanitize: Sanitize): Hop {
  return { name, state, detail: sanitize(detail, 60) }
}

function routeIn(diagnosis: Diagnosis, evidence: Evidence, sanitize: Sanitize): Pick<SiteReport, 'route'> {
  const route = routePath(diagnosis, evidence)
  return route === undefined ? {} : { route: route.map((hop) => hopOf(hop, sanitize)) }
}

/** The SSL mode that the user or the zone specifies. One that the URL suggests is a guess and is left out. */
function sslModeIn({ request, zone }: Evidence): Pick<SiteReport, 'sslMode'> {
  const { mode, by } = sslModeOf(request, zone?.ssl)
  return by === 'url' ? {} : { sslMode: mode }
}

/** Absent when everything could be read, and in runs without a token. */
function unreadIn(
  { zone, analytics, statusPage, vantage }: Evidence,
  sanitize: Sanitize,
): Pick<SiteReport, 'unread'> {
  const sentences = [...(zone?.unread ?? []), analytics?.unread, statusPage?.unread]
  const unread = sentences.flatMap((sentence) => (sentence === undefined ? [] : [sanitize(quote(sentence))]))
  const problem = vantage && problemSentence(vantage)
  const all = problem === undefined ? unread : [...unread, problem]
  return all.length === 0 ? {} : { unread: all }
}

function remedyContextOf(
  { url, origins }: Site,
  finding: Finding | undefined,
  history: History,
): RemedyContext {
  const { hostname, protocol, port } = new URL(url)
  const { request } = history[0]
  // Cloudflare connects to another address, on the port of the URL.
  const isInner = request.origins[indexOfOrigin(request, finding?.origin)]?.inner === true
  const isOther = isInner || finding?.origin?.site === true
  const origin = isOther ? undefined : origins[(finding?.origin?.position ?? 1) - 1]
  const tls = (origin?.scheme ?? protocol) === 'https:'
  const form = finding?.match.form
  const server = serverIn(history, finding?.origin)
  return {
    host: hostname,
    port: origin?.port ?? (port === '' ? defaultPort(tls) : Number(port)),
    tls,
    ...(form !== undefined && { form }),
    ...(server !== undefined && { server }),
    ...(history.some(({ vantage }) => vantage !== undefined) && { elsewhere: true as const }),
  }
}

function remedyOf(
  { summary, steps: [first, ...more], avoid, difficulty, reference }: Remedy,
  redact: Redactor,
): Remedy {
  const sanitize = sanitizerOf(redact)
  return {
    summary: sanitize(summary),
    steps: [stepOf(first, redact), ...more.map((step) => stepOf(step, redact))],
    ...(avoid !== undefined && { avoid: sanitize(avoid, MAX_PROSE) }),
    difficulty,
    reference: sanitize(reference),
  }
}

function stepOf(step: Step, redact: Redactor): Step {
  const sanitize = sanitizerOf(redact)
  const [action, ...details] = sanitizedProse([plain(step.action), plain(step.details)], redact)
  const words = { action: action?.text ?? '', details: plainText(details) }
  switch (step.type) {
    case 'look':
      return { ...step, ...words }
    case 'change':
      return { ...step, ...words, undo: sanitize(step.undo) }
    case 'risk':
      return {
        ...step,
        ...words,
        exposes: sanitize(step.exposes),
        limit: sanitize(step.limit),
        undo: sanitize(step.undo),
      }
  }
}

function alternativeOf(
  { cause: other, match }: Finding,
  cause: Cause | undefined,
  sanitize: Sanitize,
): Alternative {
  const distinguishedBy =
    cause?.lookalikes.find((lookalike) => lookalike.what === other.id)?.distinguishedBy ??
    other.lookalikes.find((lookalike) => lookalike.what === cause?.id)?.distinguishedBy
  return {
    cause: other.id,
    confidence: match.confidence,
    title: sanitize(match.title ?? other.title),
    because: sanitize(match.because),
    distinguishedBy: sanitize(distinguishedBy ?? ''),
  }
}

/** What the cause may be mistaken for, without the alternatives. */
function furtherLookalikes({ cause, alternatives }: Diagnosis): readonly Lookalike[] {
  return (cause?.lookalikes ?? []).filter(
    (lookalike) => !alternatives.some((other) => lookalike.what === other.cause.id),
  )
}

/** The address that a remark is about, with a space in front; empty if it names the address, or is about all. */
function whereText({ origin, match: { because } }: Finding): string {
  const isNamed = typeof because === 'string' && /\baddress(?:es)? of\b/.test(because)
  return origin?.address === undefined || isNamed ? '' : ` Observed at ${originName(origin)}.`
}

function warningOf(finding: Finding, context: RemedyContext, sanitize: Sanitize): Remark {
  const { cause, match } = finding
  const text = phrase`${match.because}${whereText(finding)} ${cause.remedy(context).summary}`
  return { id: cause.id, text: sanitize(text, MAX_PROSE) }
}

function noteOf(finding: Finding, sanitize: Sanitize): Remark {
  const text = phrase`${finding.match.because}${whereText(finding)}`
  return { id: finding.cause.id, text: sanitize(text, MAX_PROSE) }
}
