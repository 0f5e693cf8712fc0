import type { Certificate, CertificateFault } from '../domain/certificate.ts'
import type { Clue, Confidence, Match, Moment } from '../domain/cause.ts'
import { cluesOf } from './clues.ts'
import { certificateFault, edgeSaid, served, servedFresh, visitorsSee } from './facts.ts'

/**
 * The rule that the causes about certificates share. Cloudflare's 526 says that it turned the certificate down, not
 * why; the direct handshake shows why. While visitors are served, the zone does not validate: then it is a warning.
 */
export function certificateMatch(
  moment: Moment,
  fault: CertificateFault,
  inWords: (certificate: Certificate) => string,
): Match | undefined {
  const shown = moment.origin?.tls?.certificate
  const visitors = moment.edge?.tls?.certificate
  if (visitorsSee(moment, fault) && visitors !== undefined) {
    // A runner behind a proxy that opens TLS sees that proxy's certificate, and a runner's clock may be wrong: only a
    // second certificate with the same fault rules that out.
    const confidence: Confidence = certificateFault(moment, fault) ? 'certain' : 'likely'
    const clue: Clue = {
      from: 'certificate',
      text: `The certificate that visitors are shown ${inWords(visitors)}.`,
    }
    const because = 'the handshake under the site’s name shows it'
    return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment, clue) }
  }
  if (certificateFault(moment, fault) && shown !== undefined) {
    const clue: Clue = { from: 'certificate', text: `The origin’s certificate ${inWords(shown)}.` }
    if (edgeSaid(moment, 526)) {
      const because = 'Cloudflare turned the certificate down (526), and the direct handshake shows the fault'
      return { outcome: 'unhealthy', confidence: 'certain', because, clues: cluesOf(moment, clue) }
    }
    if (served(moment) && !servedFresh(moment)) {
      const because = `the origin’s certificate ${inWords(shown)}; what visitors get does not tell whether Cloudflare accepts it`
      return { outcome: 'warning', confidence: 'likely', because, clues: [clue] }
    }
    if (served(moment)) {
      const because = `the origin’s certificate ${inWords(shown)}; Cloudflare serves the site all the same, so its mode is not Full (strict)`
      return { outcome: 'warning', confidence: 'certain', because, clues: [clue] }
    }
    const because =
      'the origin’s certificate has this fault, though it is not what Cloudflare complains about'
    return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] }
  }
  // A certificate that was seen and is sound is not the one that Cloudflare turned down: nothing tells which fault that has.
  if (!edgeSaid(moment, 526) || shown !== undefined) return
  const because =
    'Cloudflare turned the origin’s certificate down (526), and the direct probe did not see that certificate'
  return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
}

/** `2026-11-23` */
export function day(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date'
}
