import { defaultPort } from '../../shared/authority.ts'
import type { Cause, Lookalike, RemedyContext, Remedy, Step } from '../../domain/cause.ts'
import type { Site } from '../../domain/config.ts'
import type { Diagnosis, Finding, Verdict } from '../../domain/diagnosis.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { Alternative, Remark, Report, SiteReport } from '../../domain/report.ts'
import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import { causeById } from '../../diagnosis/causes/index.ts'
import type { EarlierReport } from '../baseline/baseline.ts'
import { withDiff } from '../baseline/diff.ts'
import { clean, cut } from '../../redact/visible.ts'
import { availabilityReportOf } from './availability.ts'
import { shownRound, timelineOf, withNames } from './timeline.ts'
import { requestPath } from './request-path.ts'
import { probesOf, type Sanitize } from './probes.ts'
import type { Redactor } from '../../redact/redact.ts'
import { reproduceOf } from './reproduce.ts'
import { headlineOf, summaryOf } from './sentences.ts'
import { withMedian } from './median.ts'
import { dayOf, docsOf } from '../words.ts'

/** One site, what was seen of it, and what that means. */
export interface Judged {
  readonly site: Site
  readonly history: History
  readonly diagnosis: Diagnosis
  /** Takes the origin's address out of a text; `redactNothing` when the user wants to see it. */
  readonly redact: Redactor
}

export interface ReportInput {
  /** One at least. Gone through once: of thousands, not all need be at hand at once. */
  readonly sites: Iterable<Judged>
  /** When the report is made, in milliseconds since the epoch. */
  readonly at: number
  readonly version: string
  /** An earlier report, to tell what changed since then. */
  readonly earlier?: EarlierReport
}

/** Worst first. */
const ORDER: readonly Verdict[] = ['unhealthy', 'inconclusive', 'healthy']

/** Says what a run comes to. The only place that redacts: nothing that was not redacted leaves it. */
export function reportOf({ sites, at, version, earlier }: ReportInput): Report {
  const redactors = new Set<Redactor>()
  const reports = Array.from(sites, (site) => {
    redactors.add(site.redact)
    return siteReportOf(site)
  })
  const [worst, ...rest] = withChanges(reports, redactors, earlier).toSorted(byWeight)
  if (worst === undefined) throw new RangeError('There is no site')
  const all = [worst, ...rest] as const
  return {
    schema: 1,
    version,
    at: new Date(at).toISOString(),
    verdict: worst.verdict,
    promote: worst.verdict === 'healthy',
    cause: worst.cause,
    category: worst.category,
    confidence: worst.confidence,
    trend: worst.trend,
    warnings: all.flatMap((site) => site.warnings),
    notes: [...all.flatMap((site) => site.notes), ...noteOfBaseline(all, earlier)],
    sites: all,
  }
}

/** The sites beside what an earlier report has of them. Each hides what is known of any. */
function withChanges(
  reports: readonly SiteReport[],
  redactors: ReadonlySet<Redactor>,
  earlier: EarlierReport | undefined,
): readonly SiteReport[] {
  if (earlier === undefined || 'missing' in earlier) return reports
  const redact: Redactor = (text) => [...redactors].reduce((hidden, next) => next(hidden), text)
  return withDiff(reports, earlier, sayOf(redact))
}

/** Why some or all of the sites are not compared. */
function noteOfBaseline(all: readonly SiteReport[], earlier: EarlierReport | undefined): readonly Remark[] {
  if (earlier === undefined) return []
  if ('missing' in earlier) return [{ id: 'baseline', text: earlier.missing }]
  const unknown = all.filter(({ changes }) => changes === undefined).length
  if (unknown === 0) return []
  const which = all.length === 1 ? 'this site' : `${unknown} of the ${all.length} sites`
  const since = dayOf(earlier.at)
  return [{ id: 'baseline', text: `The earlier report, of ${since}, has nothing to compare ${which} with.` }]
}

/** What visitors miss comes before what only the origin lacks, and what is known before what is suspected. */
function byWeight(a: SiteReport, b: SiteReport): number {
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    Number(answers(a)) - Number(answers(b)) ||
    CONFIDENCE_ORDER.indexOf(a.confidence) - CONFIDENCE_ORDER.indexOf(b.confidence)
  )
}

const CONFIDENCE_ORDER: readonly SiteReport['confidence'][] = ['certain', 'likely', 'possible', '']

function answers({ probes: { edge } }: SiteReport): boolean {
  return edge?.broke === undefined && (edge?.status ?? 500) < 400
}

function siteReportOf({ site, history, diagnosis, redact }: Judged): SiteReport {
  const say = sayOf(redact)
  const evidence = shownRound(diagnosis, history)
  const { verdict, trend, cause: finding } = diagnosis
  const cause = finding?.cause
  const course = availabilityReportOf(diagnosis, history)
  const place = placeOf(site, finding)
  return {
    url: say(site.url, 500),
    host: say(evidence.request.host, 255),
    verdict,
    cause: cause?.id ?? '',
    category: cause?.category ?? '',
    confidence: finding?.match.confidence ?? '',
    because: say(finding?.match.because ?? ''),
    trend,
    headline: say(headlineOf(diagnosis, evidence)),
    summary: say(summaryOf(diagnosis, evidence, course), 600),
    owner: finding?.match.owner ?? cause?.owner ?? '',
    clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: say(text) })),
    alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, say)),
    lookalikes: furtherLookalikes(diagnosis).map(({ what, distinguishedBy }) => ({
      what: say(typeof what === 'string' ? (causeById(what)?.title ?? what) : what.other),
      told: say(distinguishedBy),
    })),
    remedy: cause === undefined ? null : remedyOf(cause.remedy(place), say),
    docs: cause === undefined ? '' : docsOf(cause.id),
    warnings: diagnosis.warnings.map((warning) => warningOf(warning, placeOf(site, warning), say)),
    notes: diagnosis.notes.map((note) => noteOf(note, say)),
    ...unreadOf(evidence, say),
    path: requestPath(diagnosis, evidence).map(({ name, state, detail }) => ({
      name,
      state,
      detail: say(detail, 60),
    })),
    ...sslModeIn(evidence),
    probes: withMedian(probesOf(withNames(evidence, history), say), history),
    timeline: timelineOf(diagnosis, history),
    course,
    reproduce: reproduceOf(site, evidence, say),
  }
}

/** What is unseen goes first: an address with an invisible letter in it is still that address. */
function sayOf(redact: Redactor): Sanitize {
  return (text, max = 300) => cut(redact(clean(text)), max)
}

/** What the user or the zone says; what the URL suggests is a guess. */
function sslModeIn({ request, zone }: Evidence): Pick<SiteReport, 'sslMode'> {
  const { mode, by } = sslModeOf(request, zone?.ssl)
  return by === 'url' ? {} : { sslMode: mode }
}

/** Absent when there is nothing to say: most runs have no token. */
function unreadOf({ zone, analytics, statusPage }: Evidence, say: Sanitize): Pick<SiteReport, 'unread'> {
  const sentences = [...(zone?.unread ?? []), analytics?.unread ?? '', statusPage?.unread ?? '']
  const told = sentences.filter((sentence) => sentence !== '').map((sentence) => say(sentence))
  return told.length === 0 ? {} : { unread: told }
}

function placeOf({ url, origins }: Site, finding: Finding | undefined): RemedyContext {
  const { hostname, protocol, port } = new URL(url)
  const origin = origins[(finding?.origin?.position ?? 1) - 1]
  const tls = (origin?.scheme ?? protocol) === 'https:'
  const form = finding?.match.form
  return {
    host: hostname,
    port: origin?.port ?? (port === '' ? defaultPort(tls) : Number(port)),
    tls,
    ...(form !== undefined && { form }),
  }
}

function remedyOf(
  { summary, steps: [first, ...more], difficulty, reference }: Remedy,
  say: Sanitize,
): Remedy {
  const stepOf = ({ action, details }: Step): Step => ({ action: say(action), details: say(details, 600) })
  return {
    summary: say(summary),
    steps: [stepOf(first), ...more.map(stepOf)],
    difficulty,
    reference: say(reference),
  }
}

function alternativeOf(
  { cause: other, match }: Finding,
  cause: Cause | undefined,
  say: Sanitize,
): Alternative {
  const told =
    cause?.lookalikes.find((lookalike) => lookalike.what === other.id)?.distinguishedBy ??
    other.lookalikes.find((lookalike) => lookalike.what === cause?.id)?.distinguishedBy
  return {
    cause: other.id,
    confidence: match.confidence,
    title: say(other.title),
    because: say(match.because),
    told: say(told ?? ''),
  }
}

/** What the cause may be mistaken for, but for what is told as an alternative already. */
function furtherLookalikes({ cause, alternatives }: Diagnosis): readonly Lookalike[] {
  return (cause?.lookalikes ?? []).filter(
    (lookalike) => !alternatives.some((other) => lookalike.what === other.cause.id),
  )
}

function warningOf({ cause, match }: Finding, place: RemedyContext, say: Sanitize): Remark {
  return { id: cause.id, text: say(`${match.because} ${cause.remedy(place).summary}`, 600) }
}

function noteOf({ cause, match }: Finding, say: Sanitize): Remark {
  return { id: cause.id, text: say(match.because, 600) }
}
