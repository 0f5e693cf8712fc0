import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import type { Clue, Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeError } from '../facts/edge.ts'
import { certificateFault, visitorsSee } from '../facts/origin.ts'
import { served, servedFresh } from '../facts/visitors.ts'

/**
 * The rule that the causes about certificates share. Cloudflare's 526 says that it turned the certificate down, not
 * why; the direct handshake shows why. While visitors are served, the zone does not validate: then it is a warning, and
 * nothing at all where the mode is known to be one that does not. `surest` is the most that the fault itself allows.
 */
export function certificateMatch(
  moment: Moment,
  fault: CertificateFault,
  inWords: (certificate: Certificate) => string,
  surest: Confidence = 'certain',
): Match | undefined {
  const shown = moment.origin?.tls?.certificate
  const visitors = moment.edge?.tls?.certificate
  if (visitorsSee(moment, fault) && visitors !== undefined) {
    // A runner behind a proxy that opens TLS sees that proxy's certificate, and a runner's clock may be wrong: only a
    // second certificate with the same fault rules that out.
    const confidence = certificateFault(moment, fault) ? surest : 'likely'
    const clue: Clue = {
      from: 'certificate',
      text: `The certificate that visitors are shown ${inWords(visitors)}.`,
    }
    const because = "the handshake under the site's name shows it"
    return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment, clue) }
  }
  if (certificateFault(moment, fault) && shown !== undefined) {
    return originMatch(moment, `The origin's certificate ${inWords(shown)}`, surest)
  }
  // A certificate that was seen and is sound is not the one that Cloudflare turned down: nothing tells which fault that has.
  if (!edgeError(moment, 526) || shown !== undefined) return
  const because =
    "Cloudflare turned the origin's certificate down (526), and the direct probe did not see that certificate"
  return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
}

/** What a fault of the certificate that the origin shows comes to. */
function originMatch(moment: Moment, text: string, surest: Confidence): Match | undefined {
  const clue: Clue = { from: 'certificate', text: `${text}.` }
  if (edgeError(moment, 526)) {
    const because = 'Cloudflare turned the certificate down (526), and the direct handshake shows the fault'
    return { outcome: 'unhealthy', confidence: surest, because, clues: cluesOf(moment, clue) }
  }
  const known = sslModeOf(moment.request, moment.zone?.ssl)
  const said = text.replace('The', 'the')
  if (served(moment)) {
    if (!validates(known) && known.by !== 'url') return
    const [confidence, rest] = servedFresh(moment)
      ? ([surest, `Cloudflare serves the site all the same, so ${exempt(known.by === 'url')}`] as const)
      : (['likely', 'what visitors get does not tell whether Cloudflare accepts it'] as const)
    return { outcome: 'warning', confidence, because: `${said}; ${rest}`, clues: [clue] }
  }
  const because = "the origin's certificate has this fault, though it is not what Cloudflare complains about"
  return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] }
}

function exempt(guessed: boolean): string {
  return guessed
    ? 'its mode is not Full (strict)'
    : 'its mode is not the one that it should be, or it asks another origin'
}

/** `2026-11-23` */
export function day(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date'
}
