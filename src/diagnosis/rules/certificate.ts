import { DAY } from '../../shared/text.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import type { Clue, Confidence, Match, Moment } from '../../domain/cause.ts'
import { matches, phrase, read, type Sentence } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { withoutDirect } from './fails-directly.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { originCertificateHas, edgeCertificateHas } from '../facts/origin.ts'
import { originNameIn } from '../facts/which-origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'

/** A fault of one certificate, in words. */
export interface CertificateWords {
  /** Completes "The origin's certificate …". Names the certificate that it is about, unless it is the leaf. */
  readonly text: Sentence
  /** The highest confidence that the fault allows. */
  readonly maxConfidence?: Confidence
  readonly title?: string
  readonly form?: string
  /** Cloudflare may accept it in every SSL mode, because only some clients see a fault in it. */
  readonly mayBeAccepted?: true
}

/**
 * The rule that the certificate causes share. Cloudflare's 526 says that it rejected the certificate; only the direct
 * handshake shows why. While visitors are served, the zone doesn't validate certificates, so the fault is a warning, or
 * nothing when the SSL mode is known not to validate.
 */
export function certificateMatch(
  moment: Moment,
  fault: CertificateFault,
  describe: (certificate: Certificate) => CertificateWords,
): Match | undefined {
  const match = matchOf(moment, fault, describe)
  const certificate = (edgeCertificateHas(moment, fault) ? moment.edge : moment.origin)?.tls?.certificate
  if (match?.outcome !== 'unhealthy' || certificate === undefined || !isPlaceholder(certificate, moment.at))
    return match
  const because = phrase`${match.because} It looks like a placeholder, which a proxy presents until it has a certificate.`
  return { ...match, because, temporary: true }
}

/** Self-signed certificates of proxies for hosts whose certificate they are about to get, or made minutes ago. */
function isPlaceholder({ subject, issuer, chainError, notBefore }: Certificate, at: number): boolean {
  if (matches(subject, PLACEHOLDERS) || matches(issuer, PLACEHOLDERS)) return true
  return chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT' && Math.abs(at - notBefore) < JUST_MADE
}

/** Traefik, ingress-nginx, cert-manager and Caddy. */
const PLACEHOLDERS =
  /TRAEFIK DEFAULT CERT|Kubernetes Ingress Controller Fake Certificate|cert-manager\.local|Caddy Local Authority/i

/** Milliseconds. */
const JUST_MADE = 15 * 60_000

function matchOf(
  moment: Moment,
  fault: CertificateFault,
  describe: (certificate: Certificate) => CertificateWords,
): Match | undefined {
  const originCertificate = moment.origin?.tls?.certificate
  const edgeCertificate = moment.edge?.tls?.certificate
  if (edgeCertificateHas(moment, fault) && edgeCertificate !== undefined) {
    const words = describe(edgeCertificate)
    const seenTwice = originCertificateHas(moment, fault) && !mayBeTheRunner(moment, fault)
    const confidence = seenTwice ? (words.maxConfidence ?? 'certain') : 'likely'
    const text = phrase`The certificate that visitors get ${words.text}.`
    const because = "The TLS handshake for the site's name shows it."
    const clues = cluesOf(moment, { from: 'certificate', text })
    return { outcome: 'unhealthy', confidence, because, clues, ...formOf(words) }
  }
  if (originCertificateHas(moment, fault) && originCertificate !== undefined) {
    const words = describe(originCertificate)
    const match = originMatch(moment, words)
    return match && { ...match, ...formOf(words) }
  }
  // A valid certificate from the direct probe isn't the one that Cloudflare rejected, so its fault stays unknown.
  if (!hasEdgeError(moment, 526) || originCertificate !== undefined) return
  const direct = withoutDirect(moment, 'The direct request did not get that certificate.')
  const because = `Cloudflare rejected the origin's certificate (526).${direct}`
  return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
}

/** A TLS-intercepting proxy or a wrong clock on the runner would show the same fault in every certificate. */
function mayBeTheRunner({ origin, at }: Moment, fault: CertificateFault): boolean {
  if (fault === 'name-mismatch') return false
  if (fault !== 'expired' && fault !== 'not-yet-valid') return true
  const date = origin?.kind === 'completed' ? origin.head.headers['date'] : undefined
  return date === undefined || !(Math.abs(read(date, Date.parse) - at) < DAY)
}

function formOf({ title, form }: CertificateWords): Pick<Match, 'title' | 'form'> {
  return { ...(title !== undefined && { title }), ...(form !== undefined && { form }) }
}

/** The match for a fault in the origin's certificate. */
function originMatch(
  moment: Moment,
  { text: fault, maxConfidence = 'certain', mayBeAccepted }: CertificateWords,
): Match | undefined {
  const clue: Clue = { from: 'certificate', text: phrase`The origin's certificate ${fault}.` }
  if (hasEdgeError(moment, 526)) {
    const because = 'Cloudflare rejected the certificate (526), and the direct handshake shows the fault.'
    return { outcome: 'unhealthy', confidence: maxConfidence, because, clues: cluesOf(moment, clue) }
  }
  const mode = sslModeOf(moment.request, moment.zone?.ssl)
  if (visitorsServed(moment)) {
    if (!validates(mode) && mode.by !== 'url') return
    const [confidence, consequence] = servedFromOrigin(moment)
      ? ([
          maxConfidence,
          mayBeAccepted === true
            ? 'Cloudflare still serves the site. Other clients reject the certificate.'
            : `Cloudflare still serves the site, so ${modeText(mode.by === 'url')}.`,
        ] as const)
      : (['likely', 'What visitors get does not show whether Cloudflare accepts the certificate.'] as const)
    if (moment.dialedOrigin?.address !== undefined) {
      const one = phrase`At ${originNameIn(moment)}, the origin's certificate ${fault}.`
      const because = phrase`${one} Cloudflare may be using another of its addresses.`
      return { outcome: 'warning', confidence: 'likely', because, clues: [clue] }
    }
    const because = phrase`The origin's certificate ${fault}. ${consequence}`
    return { outcome: 'warning', confidence, because, clues: [clue] }
  }
  const because = "The origin's certificate has this fault, but it is not what Cloudflare reports."
  return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] }
}

function modeText(guessed: boolean): string {
  return guessed
    ? 'its SSL mode is not Full (strict)'
    : 'its SSL mode is not the expected one, or it uses a different origin'
}
