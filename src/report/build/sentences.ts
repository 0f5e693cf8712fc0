import { duration, plural } from '../../shared/text.ts'
import { challengeIn, edgeErrorIn, rayOf, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import type { Confidence } from '../../domain/cause.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { Originless } from '../../domain/zone.ts'
import type { AvailabilityReport, Prose as ProseOf, Span as SpanOf } from '../../domain/report.ts'
import { listed, phrase, quote, type Sentence } from '../../domain/untrusted.ts'
import { isCloudflareFailure } from '../../diagnosis/facts/cloudflare/originless.ts'
import { deviationOfCode } from '../../diagnosis/facts/deviations.ts'
import { shownWall } from '../../diagnosis/facts/pages/intercepted.ts'
import { replacementText } from '../../diagnosis/facts/pages/page-text.ts'
import { ORIGINLESS_TARGETS } from '../../diagnosis/clues/zone.ts'
import { placesOf, servedEverywhereElse, type SeenPlace } from '../../diagnosis/vantage/places.ts'
import { gotWords, placeNames } from '../../diagnosis/vantage/words.ts'
import { failureWords } from '../../diagnosis/failure-words.ts'
import { fromWhere, requestedBy } from '../../diagnosis/route/observer.ts'
import { isBrokenPage } from '../../diagnosis/freshness/broken-file-match.ts'
import { headFailsOnly } from '../../diagnosis/facts/comparison/request-forms.ts'
import { encodingDamage, elapsedIn } from '../../diagnosis/facts/exchange.ts'
import { joinSentences, plain, strong } from '../prose.ts'
import { availabilitySentences, wentDown } from './availability.ts'
import { isoOf, outdatedIssuer } from './probes.ts'
import { isHealthySoFar } from './timeline.ts'
import { dayOf } from '../words.ts'
import { DAMAGE, missingContentText, redirectText } from '../../diagnosis/clues/exchange.ts'
import { entryName, hasAddresses, shortOriginName, whichOrigins } from '../../diagnosis/facts/which-origin.ts'
import { meetsExpectations } from '../../diagnosis/facts/content.ts'

/** Not redacted yet. */
type Prose = ProseOf<Sentence>
type Span = SpanOf<Sentence>

/** The verdict and the cause in one line. It claims no more than the confidence of the cause. */
export function headlineOf(diagnosis: Diagnosis, evidence: Evidence): Sentence {
  const page = hostAndPath(evidence.request.url)
  switch (diagnosis.verdict) {
    case 'healthy': {
      const after = diagnosis.trend === 'intermittent' ? ' after intermittent failures' : ''
      return `${page} is healthy${after}: ${healthyText(evidence)}`
    }
    case 'inconclusive':
      if (isHealthySoFar(diagnosis))
        return `${page} is healthy so far${streakText(diagnosis)}: ${healthyText(evidence)}`
      return phrase`The check of ${page} is inconclusive${causeText(diagnosis)}`
    case 'unhealthy':
      return phrase`${page} ${stateText(diagnosis, evidence)}${causeText(diagnosis)}`
    default:
      return diagnosis.verdict satisfies never
  }
}

/** ` (1 of 2 checks in a row)`; empty once there were enough of them. */
function streakText({ soFar }: Diagnosis): string {
  return soFar === undefined || soFar.streak >= soFar.needed
    ? ''
    : ` (${soFar.streak} of ${soFar.needed} checks in a row)`
}

/** `www.example.com`, or `www.example.com/health`, because a run may check several pages of one host. */
function hostAndPath(url: string): string {
  const { host, pathname } = new URL(url)
  return pathname === '/' ? host : host + pathname
}

const HEDGES: Readonly<Record<Confidence, string>> = {
  certain: ': ',
  likely: '. Probable cause: ',
  possible: '. Possible cause: ',
}

function causeText({ cause: finding, judgments }: Diagnosis): Sentence {
  if (judgments.length === 0) return ': no check finished'
  if (finding === undefined || finding.cause.id === 'unexplained') return ': no known cause fits'
  const { origin, cause, match } = finding
  const which = origin === undefined ? '' : ` (${shortOriginName(origin)})`
  return phrase`${HEDGES[match.confidence]}${match.title ?? cause.title}${which}`
}

/** The forms of causes in which visitors get a good response from elsewhere, or another page. */
const UNUSABLE: ReadonlySet<string> = new Set(['cached-redirect', 'other-server', 'name-servers'])

function stateText({ trend, cause, judgments }: Diagnosis, evidence: Evidence): string {
  if (trend === 'recovered') return 'was down and has recovered'
  if (cause?.match.elsewhere === true) return 'fails in some places'
  if (trend === 'intermittent') return wentDown(judgments) ? 'went down' : 'fails intermittently'
  if (cause?.origin?.site === true) return 'fails for some visitors'
  if (cause !== undefined && isBrokenPage(cause.match)) return 'is unhealthy'
  const isSite = !UNUSABLE.has(cause?.match.form ?? '')
  if (isSite && meetsExpectations(evidence, evidence.edge)) return 'works for visitors but is unhealthy'
  return cause?.cause.category === 'content' ? 'is unhealthy' : 'is down'
}

/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyText(evidence: Evidence): string {
  const { origins = [] } = evidence
  const front = isServedOnlyElsewhere(evidence) ? frontElsewhere(evidence) : frontHere(evidence)
  // A direct request that reaches Cloudflare too says nothing about the origin: see `dns-points-to-cloudflare`.
  const checked = origins.filter((origin) => !throughCloudflare(origin) || !throughCloudflare(evidence.edge))
  const good = checked.filter((origin) => meetsExpectations(evidence, origin))
  if (good.length === 0) return front
  const [only] = good
  const how = fromWhere(evidence.request.origins[0]?.route)
  const shown = front.slice(0, front.indexOf(' '))
  const same = good.every((origin) => statusOf(origin) === shown)
  if (origins.length === 1) {
    return `${front} and ${same ? '' : `${statusOf(only)} `}${how} (${elapsedText(only)}${how === 'directly' ? '' : ', route included'})`
  }
  const count =
    good.length === origins.length ? `all ${origins.length}` : `${good.length} of ${origins.length}`
  return `${front} and ${how === 'directly' ? 'directly from' : `${how} from`} ${count} ${hasAddresses(evidence.request) ? 'addresses' : 'origins'}`
}

/** `200 through Cloudflare (SJC, 62 ms)`. */
function frontHere({ edge }: Evidence): string {
  const colo = rayOf(edge)?.colo ?? ''
  const details = [colo, elapsedText(edge)].filter((text) => text !== '').join(', ')
  const route = throughCloudflare(edge) ? 'through Cloudflare' : 'to visitors'
  return `${statusOf(edge)} ${route} (${details})`
}

/** `200 through Cloudflare in 3 places`. */
function frontElsewhere(evidence: Evidence): string {
  const places = placesOf(evidence)
  return `${gotWords(places)} through Cloudflare in ${plural(places.length, 'place')}`
}

/** This runner doesn't get the site, and vantage points do. */
function isServedOnlyElsewhere(evidence: Evidence): boolean {
  return !meetsExpectations(evidence, evidence.edge) && servedEverywhereElse(evidence)
}

function statusOf(exchange: Exchange | undefined): string {
  return exchange?.kind === 'completed' ? String(exchange.head.status) : 'no response'
}

function elapsedText(exchange: Exchange | undefined): string {
  return exchange === undefined ? '' : duration(elapsedIn(exchange))
}

/** What visitors get, what a direct request to the origin gets, and how that changed over time. */
export function summaryOf(diagnosis: Diagnosis, evidence: Evidence, availability: AvailabilityReport): Prose {
  // A run that was cancelled before its first round requested nothing.
  const sides =
    availability.rounds === 0 ? [] : [edgeSentences(evidence, diagnosis), originSentences(evidence)]
  return joinSentences([...sides, availabilitySentences(diagnosis, availability)])
}

const CHALLENGED: Prose = [
  plain('Cloudflare '),
  strong('challenged this runner'),
  plain(' instead of serving the site. Real visitors may be unaffected.'),
]

function edgeSentences(evidence: Evidence, diagnosis: Diagnosis): Prose {
  const { edge, ...others } = evidence
  const { verdict, cause } = diagnosis
  const places = placesOf(evidence)
  if (verdict === 'healthy' && isServedOnlyElsewhere(evidence))
    return [
      plain(phrase`Visitors in ${placeNames(places)} get `),
      strong(gotWords(places)),
      plain(' through Cloudflare. This runner does not get the site.'),
    ]
  if (edge === undefined) return []
  if (challengeIn(edge) !== undefined)
    return places.length === 0
      ? CHALLENGED
      : CHALLENGED.slice(0, 2).concat(plain(' instead of serving the site.'))
  // What an offline or blocked runner gets says nothing about visitors.
  const id = cause?.cause.id
  const originOnly =
    id === 'origin-locked-to-cloudflare' || (id === 'origin-bot-protection' && shownWall(edge) === undefined)
  const elsewhere = cause?.match.elsewhere === true
  const runnerOnly = elsewhere || (verdict === 'inconclusive' && !originOnly && !isHealthySoFar(diagnosis))
  const who = plain(runnerOnly ? 'This runner gets ' : 'Visitors get ')
  if (edge.kind === 'failed') {
    const { phase, error } = edge
    const partial = phase === 'transfer'
    const reached =
      partial || traceOf(others.trace) === undefined ? '' : ', although Cloudflare itself is reachable'
    return [
      who,
      plain(partial ? 'no complete response: ' : 'no response: '),
      strong(failureWords({ phase, reason: error.reason, code: '' }).brief),
      plain(phrase`${redirectText(edge)}${reached}.`),
    ]
  }
  const { status } = edge.head
  if (headFailsOnly({ edge, ...others }) && others.edgeWithGet?.kind === 'completed') {
    const got = others.edgeWithGet.head.status
    return [
      plain('HEAD gets '),
      strong(String(status)),
      plain(' through Cloudflare. GET, which browsers send, gets '),
      strong(String(got)),
      plain('.'),
    ]
  }
  const missing = missingContentText(edge)
  const replaced = replacementText(edge)
  const rest = phrase`${missing === '' ? '' : `,${missing}`}${redirectText(edge)}.`
  if (!throughCloudflare(edge))
    return [who, strong(String(status)), plain(phrase`${replaced}, but not from Cloudflare${rest}`)]
  // Only Cloudflare itself sends these statuses.
  const route = status >= 520 && status <= 530 ? 'from' : 'through'
  return [
    who,
    strong(String(status)),
    plain(phrase` ${route} Cloudflare${replaced === '' ? '' : `,${replaced}`}${rest}`),
    ...(elsewhere ? failuresElsewhere(places) : []),
  ]
}

/** ` In some places, visitors get 521.` */
function failuresElsewhere(places: readonly SeenPlace[]): Prose {
  const failing = places.filter(({ seen, proxied }) => seen === 'error' && proxied)
  const where = failing.length === places.length ? 'Elsewhere' : 'In some places'
  return failing.length === 0
    ? []
    : [plain(` ${where}, visitors get `), strong(gotWords(failing)), plain('.')]
}

const NOT_PROBED: Prose = [
  plain(
    'The origin was not probed. Set the `origin` input to distinguish a broken origin from one that only Cloudflare cannot reach.',
  ),
]

function noServer(originless: Originless): Prose {
  return [
    plain(
      `The record points to ${ORIGINLESS_TARGETS[originless]}, so there is no origin server to request directly.`,
    ),
  ]
}

function originSentences(evidence: Evidence): Prose {
  const route = evidence.request.origins[0]?.route
  return sentencesOfOrigins(evidence).map((span) =>
    Object.assign({}, span, { text: requestedBy(route, span.text) }),
  )
}

function sentencesOfOrigins(evidence: Evidence): Prose {
  const { origins = [], request } = evidence
  const [first] = origins
  if (first === undefined) {
    // A service behind a tunnel has no address to probe.
    const originless = evidence.zone?.record?.originless
    if (originless !== undefined && request.origins.length === 0) return noServer(originless)
    const tunneled = edgeErrorIn(evidence.edge)?.code === 1033 || evidence.zone?.record?.kind === 'tunnel'
    return request.origins.length === 0 && !tunneled ? NOT_PROBED : []
  }
  if (origins.length === 1) return originSentence(evidence, first)
  const which = whichOrigins(request, origins.length)
  const several = which.some(({ of }) => of > 1)
  if (!several && new Set(origins.map((origin) => behaviorKey(evidence, origin))).size === 1)
    return originSentence(evidence, first)
  const good = origins.filter((origin) => meetsExpectations(evidence, origin)).length
  const failing = origins.flatMap((origin, index) =>
    meetsExpectations(evidence, origin)
      ? []
      : [[plain(`${entryName(which[index], several)} `), ...behavior(evidence, origin, index)]],
  )
  const goodText = good === 1 ? 'one responds as expected' : `${good} respond as expected`
  const items = [
    ...(good === 0 ? [] : [[plain(goodText)]]),
    ...failing.slice(0, MAX_FAILING_ORIGINS),
    ...(failing.length > MAX_FAILING_ORIGINS
      ? [[plain(`${failing.length - MAX_FAILING_ORIGINS} more fail`)]]
      : []),
  ]
  const all = hasAddresses(request) ? 'addresses of the origin' : 'origins'
  return [
    plain(`Of ${origins.length} ${all}${several && hasAddresses(request) ? 's' : ''} requested directly, `),
    ...listOf(items),
    plain('.'),
  ]
}

/** Equal for origins about which the same words apply. */
function behaviorKey(evidence: Evidence, origin: Exchange): string {
  const parts =
    origin.kind === 'failed'
      ? [origin.phase, origin.error.reason, origin.error.alert]
      : [origin.head.status, encodingDamage(origin)]
  return [meetsExpectations(evidence, origin), ...parts, ...(origin.tls?.certificate.faults ?? [])].join(' ')
}

/** More failing origins than this are counted. */
const MAX_FAILING_ORIGINS = 3

/** `a, b and c`. */
function listOf(items: readonly Prose[]): Prose {
  return items.flatMap((item, index) => {
    if (index === 0) return item
    return [plain(index === items.length - 1 ? ' and ' : ', '), ...item]
  })
}

const AT_CLOUDFLARE: Prose = [
  plain(
    "The direct request reached Cloudflare instead of the origin. Set the `origin` input to the server's own address, or leave it empty.",
  ),
]

/** The only origin. */
function originSentence(evidence: Evidence, origin: Exchange): Prose {
  if (isCloudflareFailure(origin)) return AT_CLOUDFLARE
  if (origin.kind === 'completed') {
    return [
      plain('A direct request to the origin returns '),
      ...responseText(origin, evidence.at),
      plain('.'),
    ]
  }
  const { reason } = origin.error
  const start =
    reason === 'proxy' || reason === 'route' || reason === 'unrouted'
      ? 'The origin '
      : 'A direct request fails because the origin '
  return [plain(start), ...behavior(evidence, origin, 0), plain('.')]
}

/** What an origin does: completes "the origin …". */
function behavior(evidence: Evidence, origin: Exchange, index: number): Prose {
  if (origin.kind === 'completed') return [plain('returns '), ...responseText(origin, evidence.at)]
  const { phase, error } = origin
  const fault = certificateText(origin.tls?.certificate, evidence.at)
  if (error.reason === 'untrusted' && fault !== '') {
    return [plain('presents a certificate that '), strong(fault)]
  }
  const port = evidence.request.origins[index]?.port ?? evidence.request.port
  // Only the codes of deviations and of the runner's proxy have their own words.
  const hasWords =
    error.reason === 'proxy' || error.reason === 'route' || deviationOfCode(error.code) !== undefined
  const code = hasWords ? error.code : ''
  const alert = error.alert === undefined ? {} : { alert: error.alert }
  return [strong(failureWords({ phase, reason: error.reason, code, port, ...alert }).does)]
}

/** `200, without the expected text, with a certificate that expired on 2026-11-21`: completes "returns …". */
function responseText(origin: Exchange & { readonly kind: 'completed' }, at: number): readonly Span[] {
  const damage = encodingDamage(origin)
  const page = damage === undefined ? '' : ` with a compressed page that ${DAMAGE[damage]}`
  const fault = certificateText(origin.tls?.certificate, at)
  const missing = missingContentText(origin)
  return [
    strong(String(origin.head.status)),
    plain(
      phrase`${page}${replacementText(origin)}${missing === '' ? '' : `,${missing}`}${redirectText(origin)}`,
    ),
    ...(fault === '' ? [] : [plain(', with a certificate that '), strong(fault)]),
  ]
}

const AN_ISSUER = { intermediate: 'an intermediate certificate', root: 'a root certificate' } as const
const DATE_FAULTS = { expired: 'expired on', 'not-yet-valid': 'is not valid before' } as const

/** Completes "a certificate that …". Names in the certificate come from the server and are not repeated here. */
function certificateText(certificate: Certificate | undefined, at: number): Sentence {
  if (certificate === undefined) return ''
  const issuer = outdatedIssuer(certificate, at)
  const { faults, notBefore, notAfter, expectedName } = certificate
  const texts: Readonly<Record<CertificateFault, Sentence>> = {
    expired: `expired on ${dayOf(isoOf(notAfter))}`,
    'not-yet-valid': `is not valid before ${dayOf(isoOf(notBefore))}`,
    'name-mismatch': phrase`is not valid for ${quote(expectedName)}`,
    untrusted: 'is not signed by a trusted authority',
    'chain-incomplete': 'is sent without its intermediate',
  }
  return listed(
    faults.map((fault) =>
      issuer?.fault === fault
        ? `depends on ${AN_ISSUER[issuer.role]} that ${DATE_FAULTS[issuer.fault]} ${dayOf(issuer.at)}`
        : texts[fault],
    ),
  )
}
