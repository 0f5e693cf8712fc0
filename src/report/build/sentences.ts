import { duration, list } from '../../shared/text.ts'
import { challengeIn, edgeErrorIn, rayOf, throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { AvailabilityReport } from '../../domain/report.ts'
import { encodingDamage, elapsedIn } from '../../diagnosis/facts/exchange.ts'
import { availabilitySentences, wentDown } from './availability.ts'
import { isoOf } from './probes.ts'
import { briefly, dayOf, does } from '../words.ts'
import { DAMAGE, missingContentText, redirectText } from '../../diagnosis/clues/exchange.ts'
import { meetsExpectations } from '../../diagnosis/facts/content.ts'

/** The verdict and its cause in one line. `title` completes it. */
export function headlineOf(diagnosis: Diagnosis, evidence: Evidence): string {
  const host = pageOf(evidence.request.url)
  const title = titleOf(diagnosis)
  switch (diagnosis.verdict) {
    case 'healthy':
      return `${host} is healthy: ${healthyWords(evidence)}`
    case 'inconclusive':
      return `${host} could not be judged: ${title}`
    case 'unhealthy':
      return `${host} ${stateOf(diagnosis, evidence)} ${title}`
    default:
      return diagnosis.verdict satisfies never
  }
}

/** `www.example.com`, and with a path `www.example.com/health`: a run may look at several pages of one host. */
function pageOf(url: string): string {
  const { host, pathname } = new URL(url)
  return pathname === '/' ? host : host + pathname
}

function titleOf({ cause, cancelled }: Diagnosis): string {
  if (cancelled === true) return 'the run was cancelled'
  if (cause === undefined) return 'no cause fits what was seen'
  const { origin } = cause
  const which = origin === undefined || origin.of < 2 ? '' : ` (origin ${origin.position} of ${origin.of})`
  return cause.cause.title + which
}

function stateOf({ trend, cause, judgments }: Diagnosis, evidence: Evidence): string {
  if (trend === 'recovered') return 'was down and is back:'
  if (trend === 'intermittent') return wentDown(judgments) ? 'has gone down:' : 'fails now and then:'
  if (meetsExpectations(evidence, evidence.edge)) return 'still answers, but'
  return cause?.cause.category === 'content' ? 'is not healthy:' : 'is down:'
}

/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyWords(evidence: Evidence): string {
  const { edge, origins = [] } = evidence
  const colo = rayOf(edge)?.colo ?? ''
  const details = [colo, took(edge)].filter((word) => word !== '').join(', ')
  const way = throughCloudflare(edge) ? 'through Cloudflare' : 'to visitors'
  const front = `${statusOf(edge)} ${way} (${details})`
  const sound = origins.filter((origin) => meetsExpectations(evidence, origin))
  if (sound.length === 0) return front
  const [only] = sound
  const same = sound.every((origin) => statusOf(origin) === statusOf(edge))
  if (origins.length === 1) return `${front} and ${same ? '' : `${statusOf(only)} `}directly (${took(only)})`
  return `${front} and directly at ${sound.length === origins.length ? `all ${origins.length}` : `${sound.length} of ${origins.length}`} origins`
}

function statusOf(exchange: Exchange | undefined): string {
  return exchange?.kind === 'completed' ? String(exchange.head.status) : 'no answer'
}

function took(exchange: Exchange | undefined): string {
  if (exchange === undefined) return ''
  return duration(elapsedIn(exchange))
}

/** What visitors get, what the origin says when asked directly, and how it went over time. */
export function summaryOf(diagnosis: Diagnosis, evidence: Evidence, course: AvailabilityReport): string {
  // Cancelled before its first look: nothing was asked yet.
  const sides = course.looks === 0 ? [] : [edgeSentence(evidence, diagnosis), originSentence(evidence)]
  return [...sides, availabilitySentences(diagnosis, course)].filter((sentence) => sentence !== '').join(' ')
}

/** Only Cloudflare itself answers with these. */
const ONLY_CLOUDFLARE = /^5(2\d|30)$/

function edgeSentence({ edge, trace }: Evidence, { verdict, cause }: Diagnosis): string {
  if (edge === undefined) return ''
  const challenged = challengeIn(edge) !== undefined
  // What a runner without a network, or one that is turned away, gets says nothing about visitors.
  const alone =
    challenged || (verdict === 'inconclusive' && cause?.cause.id !== 'origin-locked-to-cloudflare')
  const who = alone ? 'This runner gets' : 'Visitors get'
  if (edge.kind === 'failed') {
    const { phase, error } = edge
    const reached = traceOf(trace) === undefined ? '' : ', though Cloudflare itself can be reached'
    return `${who} no answer: ${briefly({ phase, reason: error.reason, code: '' })}${redirectText(edge)}${reached}.`
  }
  const status = statusOf(edge)
  if (challenged) return `${who} a challenge of Cloudflare instead of the site; visitors may be fine.`
  const told = `${status}${missingContentText(edge)}`
  if (!throughCloudflare(edge)) return `${who} ${told}, and not from Cloudflare${redirectText(edge)}.`
  return `${who} ${told} ${ONLY_CLOUDFLARE.test(status) ? 'from' : 'through'} Cloudflare${redirectText(edge)}.`
}

/** What the direct probe would have told. */
const UNASKED =
  'The origin was not asked: with its address as the input "origin", this check would tell an origin that fails from one that only Cloudflare does not reach.'

function originSentence(evidence: Evidence): string {
  const { origins = [], request } = evidence
  const [first] = origins
  if (first === undefined) {
    // What is behind a tunnel has no address to ask.
    const tunnelled = edgeErrorIn(evidence.edge)?.code === 1033
    return request.origins.length === 0 && !tunnelled ? UNASKED : ''
  }
  if (origins.length === 1) return `Asked directly, the origin ${doing(evidence, first, 0)}.`
  const sound = origins.filter((origin) => meetsExpectations(evidence, origin)).length
  const rest = origins.flatMap((origin, index) =>
    meetsExpectations(evidence, origin) ? [] : [`origin ${index + 1} ${doing(evidence, origin, index)}`],
  )
  const shown = rest.length > 3 ? [...rest.slice(0, 3), `${rest.length - 3} more fail`] : rest
  const fine = sound === 0 ? [] : [sound === 1 ? 'one answers as expected' : `${sound} answer as expected`]
  return `Of ${origins.length} origins asked directly, ${list([...fine, ...shown])}.`
}

/** What an origin does, and what is wrong with the certificate it shows. */
function doing(evidence: Evidence, origin: Exchange, index: number): string {
  const wrong = origin.tls === undefined ? '' : certificateWords(origin.tls.certificate)
  if (origin.kind === 'completed') {
    const damage = encodingDamage(origin)
    const page = damage === undefined ? '' : ` with a compressed page that ${DAMAGE[damage]}`
    const answers = `answers ${origin.head.status}${missingContentText(origin)}${page}${redirectText(origin)}`
    return wrong === '' ? answers : `${answers}, with a certificate that ${wrong}`
  }
  const { phase, error } = origin
  if (error.reason === 'untrusted' && wrong !== '') return `shows a certificate that ${wrong}`
  const port = evidence.request.origins[index]?.port ?? evidence.request.port
  return does({ phase, reason: error.reason, code: '' }, port)
}

/** Completes "a certificate that …". Names in a certificate are the server's: they are not repeated here. */
function certificateWords({ faults, notBefore, notAfter, expectedName }: Certificate): string {
  const words: Readonly<Record<CertificateFault, string>> = {
    expired: `expired on ${dayOf(isoOf(notAfter))}`,
    'not-yet-valid': `is valid only from ${dayOf(isoOf(notBefore))} on`,
    'name-mismatch': `is not for ${expectedName}`,
    untrusted: 'no known authority signed',
    'chain-incomplete': 'comes without its intermediate',
  }
  return list(faults.map((fault) => words[fault]))
}
