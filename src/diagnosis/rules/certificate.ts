import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import type { Clue, Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { originCertificateHas, edgeCertificateHas } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'

/**
 * The rule that the certificate causes share. Cloudflare's 526 says that it rejected the certificate; only the direct
 * handshake shows why. While visitors are served, the zone doesn't validate certificates, so the fault is a warning, or
 * nothing when the SSL mode is known not to validate.
 *
 * @param faultOf completes "The origin's certificate …"
 * @param maxConfidence the highest confidence that the fault allows
 */
export function certificateMatch(
  moment: Moment,
  fault: CertificateFault,
  faultOf: (certificate: Certificate) => string,
  maxConfidence: Confidence = 'certain',
): Match | undefined {
  const originCertificate = moment.origin?.tls?.certificate
  const edgeCertificate = moment.edge?.tls?.certificate
  if (edgeCertificateHas(moment, fault) && edgeCertificate !== undefined) {
    // The certificate may be from a TLS-intercepting proxy, or the runner's clock may be wrong. The same fault in a
    // second certificate rules that out.
    const confidence = originCertificateHas(moment, fault) ? maxConfidence : 'likely'
    const text = `The certificate that visitors get ${faultOf(edgeCertificate)}.`
    const because = "The TLS handshake for the site's name shows it."
    return {
      outcome: 'unhealthy',
      confidence,
      because,
      clues: cluesOf(moment, { from: 'certificate', text }),
    }
  }
  if (originCertificateHas(moment, fault) && originCertificate !== undefined) {
    return originMatch(moment, faultOf(originCertificate), maxConfidence)
  }
  // A valid certificate from the direct probe isn't the one that Cloudflare rejected, so its fault stays unknown.
  if (!hasEdgeError(moment, 526) || originCertificate !== undefined) return
  const because =
    "Cloudflare rejected the origin's certificate (526), but the direct request did not get that certificate."
  return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
}

/** The match for a fault in the origin's certificate. `fault` completes "The origin's certificate …". */
function originMatch(moment: Moment, fault: string, maxConfidence: Confidence): Match | undefined {
  const clue: Clue = { from: 'certificate', text: `The origin's certificate ${fault}.` }
  if (hasEdgeError(moment, 526)) {
    const because = 'Cloudflare rejected the certificate (526), and the direct handshake shows the fault.'
    return { outcome: 'unhealthy', confidence: maxConfidence, because, clues: cluesOf(moment, clue) }
  }
  const mode = sslModeOf(moment.request, moment.zone?.ssl)
  if (visitorsServed(moment)) {
    if (!validates(mode) && mode.by !== 'url') return
    const [confidence, consequence] = servedFromOrigin(moment)
      ? ([maxConfidence, `Cloudflare still serves the site, so ${modeText(mode.by === 'url')}.`] as const)
      : (['likely', 'What visitors get does not show whether Cloudflare accepts the certificate.'] as const)
    const because = `The origin's certificate ${fault}. ${consequence}`
    return { outcome: 'warning', confidence, because, clues: [clue] }
  }
  const because = "The origin's certificate has this fault, but it is not what Cloudflare reports."
  return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] }
}

function modeText(guessed: boolean): string {
  return guessed
    ? 'its SSL/TLS mode is not Full (strict)'
    : 'its SSL/TLS mode is not the expected one, or it uses a different origin'
}

/** `2026-11-23` */
export function isoDate(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date'
}
