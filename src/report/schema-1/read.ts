import { VERDICTS } from '../../domain/diagnosis.ts'
import { CAUSE_CATEGORIES, type Category } from '../../domain/cause-id.ts'
import type { Change, Look, Owner, Remedy, Risk, Step } from '../../domain/cause.ts'
import { CERTIFICATE_FAULTS } from '../../domain/certificate.ts'
import { FAILURE_REASONS, PHASES, type Timings } from '../../domain/exchange.ts'
import { PLACE_RESULTS } from '../../domain/vantage/place-result.ts'
import type { Monitoring, VerdictHistory } from '../../domain/history/entry.ts'
import { ROUTE_KINDS } from '../../domain/route/route.ts'
import { VANTAGE_PROBLEMS, type VantageCost } from '../../domain/vantage/vantage.ts'
import type {
  Alternative,
  AvailabilityReport,
  ChainCertificateReport,
  Change as Difference,
  ChangesReport,
  ClueReport,
  DnsReport,
  DnsServerReport,
  Hop,
  LastSeen,
  LookalikeReport,
  ProbeReport,
  Prose,
  Remark,
  Report,
  SiteReport,
  Span,
  TimelineEntry,
  VantagePlaceReport,
  VantageReport,
} from '../../domain/report.ts'
import { member, parseJson } from '../../shared/json.ts'
import { plain, plainText } from '../prose.ts'
import { docsOf } from '../words.ts'
import { headOf, MAX_SITES } from './head.ts'
import { HISTORY_ENTRY, headEntryIn, MAX_ENTRIES as MAX_HISTORY } from '../history/entries.ts'
import {
  below,
  byKey,
  Damage,
  type Fields,
  flag,
  listOf,
  made,
  matching,
  needed,
  NEVER,
  number,
  objectOf,
  oneOf,
  optional,
  orNull,
  type Reader,
  someOf,
} from './reader.ts'
import { isKnownReference } from './references.ts'
import {
  causeId,
  CAUSES,
  causeOrNone,
  columnName,
  confidence,
  confidenceOrNone,
  date,
  moment,
  piece,
  text,
  trend,
  verdict,
} from './values.ts'

/**
 * Reads a JSON report of schema 1, which may be anyone's bytes, back into a report. All renderers make the same of it
 * as of the original, except the raw responses of the HTML report. On an error, returns a text that completes "the
 * file …".
 */
export function reportIn(text: string): Report | string {
  const json = parseJson(text)
  const head = headOf(json)
  if (typeof head === 'string') return head
  try {
    const report = REPORT(json)
    return contradicts(report) ? 'contradicts itself: its verdict is not that of its worst site' : report
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    const { path, most } = error
    return most === undefined
      ? `has no valid \`${path}\``
      : `has more than ${most.toLocaleString('en-US')} entries in \`${path}\``
  }
}

/** The verdict of a cancelled run is always inconclusive. */
function contradicts({ verdict, notes, sites }: Report): boolean {
  const worst = VERDICTS.find((each) => sites.some((site) => site.verdict === each))
  const cancelled = verdict === 'inconclusive' && notes.some(({ id }) => id === 'cancelled')
  return verdict !== worst && !cancelled
}

/** What follows from the cause is never read: a forged link or category can't get in. */
const categoryOfCause: Reader<Category | ''> = (object) => {
  const cause = causeOrNone(member(object, 'cause'))
  return cause === '' ? '' : CAUSE_CATEGORIES[cause]
}
const docsOfCause: Reader<string> = (object) => {
  const cause = causeOrNone(member(object, 'cause'))
  return cause === '' ? '' : docsOf(cause)
}

const REMARK = objectOf<Remark>({
  id: needed(oneOf([...CAUSES, 'baseline', 'cancelled', 'merged'])),
  text: needed(text),
})
const REMARKS = listOf(REMARK, MAX_SITES)

const SPANS: Reader<Prose> = listOf(objectOf<Span>({ text: needed(piece), strong: optional(oneOf([true])) }))

/** The summary with its bold parts. Without them, or if they are not the summary, it is plain. */
const summary: Reader<Prose> = (site) => {
  const whole = below('summary', text, member(site, 'summary'))
  const parts = member(site, 'summaryParts')
  const prose = parts === undefined ? [] : below('summaryParts', SPANS, parts)
  return plainText(prose) === whole ? prose : [plain(whole)]
}

const WORDS = { action: needed(text), details: needed(piece) }

const STEP: Reader<Step> = byKey<Step>('type', {
  look: objectOf<Look>({ type: needed(oneOf(['look'])), ...WORDS }),
  change: objectOf<Change>({ type: needed(oneOf(['change'])), ...WORDS, undo: needed(text) }),
  risk: objectOf<Risk>({
    type: needed(oneOf(['risk'])),
    ...WORDS,
    exposes: needed(text),
    limit: needed(text),
    undo: needed(text),
  }),
})

/** A page that our remedies name. Any other is left out, so that a report links to nothing else. */
const reference: Reader<string> = (value) => {
  const address = text(value)
  return isKnownReference(address) ? address : ''
}

const REMEDY = objectOf<Remedy>({
  summary: needed(text),
  steps: needed(someOf(STEP), 'typedSteps'),
  avoid: optional(text),
  difficulty: needed(oneOf(['easy', 'medium', 'hard'])),
  reference: needed(reference),
})

const CHAIN_CERTIFICATE = objectOf<ChainCertificateReport>({
  subject: needed(text),
  issuer: needed(text),
  notBefore: needed(date),
  notAfter: needed(date),
  key: needed(text),
  signature: needed(text),
  linked: needed(flag),
})

type Tls = NonNullable<ProbeReport['tls']>

const TLS = objectOf<Tls>({
  protocol: needed(text),
  cipher: needed(text),
  subject: needed(text),
  issuer: needed(text),
  names: needed(listOf(text)),
  notBefore: needed(date),
  notAfter: needed(date),
  daysLeft: needed(number),
  chain: needed(listOf(CHAIN_CERTIFICATE)),
  faults: needed(listOf(oneOf(CERTIFICATE_FAULTS))),
  outdatedIssuer: optional(
    objectOf<NonNullable<Tls['outdatedIssuer']>>({
      role: needed(oneOf(['intermediate', 'root'])),
      fault: needed(oneOf(['expired', 'not-yet-valid'])),
      at: needed(date),
    }),
  ),
})

const TIMINGS = objectOf<Timings>({
  resolve: optional(number),
  connect: optional(number),
  tls: optional(number),
  processing: optional(number),
  transfer: optional(number),
})

const PROBE_FIELDS: Fields<ProbeReport> = {
  timings: needed(TIMINGS),
  total: needed(number),
  status: optional(number),
  redirects: optional(listOf(text)),
  failure: optional(
    objectOf<NonNullable<ProbeReport['failure']>>({
      phase: needed(oneOf(PHASES)),
      reason: needed(oneOf(FAILURE_REASONS)),
      code: needed(text),
    }),
    'broke',
  ),
  server: optional(text),
  cache: optional(text),
  rayId: optional(text),
  colo: optional(text),
  contentType: optional(text),
  generator: optional(text),
  http: optional(text),
  bytes: optional(number),
  median: optional(number, 'typical'),
  tls: optional(TLS),
}
const PROBE = objectOf<ProbeReport>(PROBE_FIELDS)

const ORIGIN_PROBE = objectOf<SiteReport['probes']['origins'][number]>({
  ...PROBE_FIELDS,
  port: needed(number),
  name: optional(columnName),
  route: optional(oneOf(ROUTE_KINDS)),
})

const DNS = objectOf<DnsReport>({
  elapsed: needed(number, 'took'),
  cloudflare: needed(listOf(text)),
  others: needed(number),
  failure: optional(text),
  servers: optional(
    listOf(
      objectOf<DnsServerReport>({
        server: needed(text),
        answer: needed(text, 'says'),
        ttl: optional(number),
      }),
    ),
  ),
})

const TIMELINE_ENTRY = objectOf<TimelineEntry>({
  skipped: optional(
    objectOf<NonNullable<TimelineEntry['skipped']>>({
      rounds: needed(number, 'looks'),
      failed: needed(number),
      identical: needed(flag, 'alike'),
    }),
  ),
  at: needed(moment),
  verdict: needed(verdict),
  cause: needed(causeOrNone),
  edge: needed(text),
  origin: needed(text),
  edgeTime: optional(number),
  originTimes: optional(listOf(number)),
})

const AVAILABILITY = objectOf<AvailabilityReport>({
  ended: needed(oneOf(['settled', 'hopeless', 'over', 'cancelled'])),
  rounds: needed(number, 'looks'),
  failed: needed(number),
  inconclusive: needed(number, 'unseen'),
  transitions: needed(number, 'flaps'),
  secondsDown: needed(number),
  firstFailure: needed(orNull(moment), 'firstBad'),
  lastFailure: needed(orNull(moment), 'lastBad'),
  secondsToRecover: needed(orNull(number)),
  pattern: needed(text),
})

const VANTAGE = objectOf<VantageReport>({
  at: needed(moment),
  summary: needed(text),
  places: needed(
    listOf(
      objectOf<VantagePlaceReport>({
        name: needed(text),
        network: needed(text),
        target: needed(columnName),
        result: needed(oneOf([...PLACE_RESULTS, 'offline'])),
        response: needed(text),
        rayId: optional(text),
        colo: optional(text),
        total: optional(number),
        resolvedTo: optional(oneOf(['cloudflare', 'elsewhere'])),
      }),
    ),
  ),
  missing: optional(number),
  withoutHeaders: optional(oneOf([true])),
  cost: optional(
    objectOf<VantageCost>({
      tests: needed(number),
      remaining: needed(number),
      limit: needed(number),
      resetsIn: needed(number),
      credits: optional(number),
    }),
  ),
  problem: optional(oneOf(VANTAGE_PROBLEMS)),
})

const DIFFERENCES = listOf(
  objectOf<Difference>({
    where: needed(text),
    what: needed(text),
    before: needed(text),
    now: needed(text),
  }),
)

const CHANGES = objectOf<ChangesReport>({
  baselineAt: needed(moment, 'since'),
  verdict: needed(verdict),
  changes: needed(DIFFERENCES),
  responses: needed(DIFFERENCES, 'answers'),
})

const OWNERS: readonly Owner[] = [
  'origin',
  'certificate',
  'dns',
  'firewall',
  'cloudflare',
  'cloudflare-settings',
  'deploy',
  'runner',
  'unknown',
]

const CLUE = objectOf<ClueReport>({
  from: needed((value) =>
    value === 'control'
      ? 'trace'
      : oneOf(['edge', 'origin', 'dns', 'certificate', 'zone', 'status', 'vantage'])(value),
  ),
  text: needed(text),
})

const HOPS = listOf(
  objectOf<Hop>({
    name: needed(text),
    state: needed(oneOf(['ok', 'broken', 'unknown'])),
    detail: needed(text),
  }),
)

const SITE = objectOf<SiteReport>({
  url: needed(text),
  host: needed(text),
  verdict: needed(verdict),
  cause: needed(causeOrNone),
  category: made(categoryOfCause),
  confidence: needed(confidenceOrNone),
  because: needed(text),
  trend: needed(trend),
  headline: needed(text),
  summary: made(summary),
  owner: needed(oneOf([...OWNERS, ''])),
  clues: needed(listOf(CLUE)),
  alternatives: needed(
    listOf(
      objectOf<Alternative>({
        cause: needed(causeId),
        confidence: needed(confidence),
        title: needed(text),
        because: needed(text),
        distinguishedBy: needed(text, 'told'),
      }),
    ),
  ),
  lookalikes: optional(
    listOf(objectOf<LookalikeReport>({ title: needed(text, 'what'), distinguishedBy: needed(text, 'told') })),
  ),
  remedy: needed(orNull(REMEDY)),
  docs: made(docsOfCause),
  warnings: needed(REMARKS),
  notes: needed(REMARKS),
  unread: optional(listOf(text)),
  vantage: optional(VANTAGE),
  changes: optional(CHANGES),
  lastSeen: optional(
    listOf(
      objectOf<LastSeen>({
        where: needed(text),
        what: needed(text),
        value: needed(text),
        at: needed(moment),
      }),
    ),
  ),
  sslMode: optional(text),
  path: needed(HOPS),
  route: optional(HOPS),
  probes: needed(
    objectOf<SiteReport['probes']>({
      edge: optional(PROBE),
      origins: needed(listOf(ORIGIN_PROBE)),
      trace: optional(PROBE, 'control'),
      dns: optional(DNS),
    }),
  ),
  responses: NEVER,
  timeline: needed(listOf(TIMELINE_ENTRY)),
  availability: needed(AVAILABILITY, 'course'),
  reproduce: needed(listOf(text)),
})

const HISTORY = someOf(HISTORY_ENTRY, MAX_HISTORY)

/** A report of a version without the key has the history of one run. */
const history: Reader<VerdictHistory> = (report) => {
  const found = member(report, 'history')
  if (found !== undefined) return below('history', HISTORY, found)
  return [headEntryIn(report)]
}

const REPORT = objectOf<Report>({
  schema: needed(oneOf([1])),
  version: needed(matching(/^[\w.+-]{1,60}$/)),
  at: needed(moment),
  verdict: needed(verdict),
  promote: needed(flag),
  cause: needed(causeOrNone),
  category: made(categoryOfCause),
  confidence: needed(confidenceOrNone),
  trend: needed(trend),
  warnings: needed(REMARKS),
  notes: needed(REMARKS),
  sites: needed(someOf(SITE, MAX_SITES)),
  history: made(history),
  monitoring: optional(objectOf<Monitoring>({ deployedAt: needed(moment), until: needed(moment) })),
})
