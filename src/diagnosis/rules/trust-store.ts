import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Clue, Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { servedFromOrigin } from '../facts/visitors.ts'

/** Cloudflare rejects (526) a certificate of the origin in which this check finds no fault. */
export function rejectsValidCertificate({ origin, ...moment }: Moment): boolean {
  return origin?.tls?.certificate.faults.length === 0 && hasEdgeError(moment, 526)
}

/**
 * The match for a certificate that a custom origin trust store rejects. With a CA in it, Cloudflare ignores all public
 * CAs and uses only the uploaded ones, so probably not its own Origin CA either
 * (https://developers.cloudflare.com/ssl/origin-configuration/custom-origin-trust-store/, commit 2088758 of the docs).
 */
export function trustStoreMatch(moment: Moment): Match | undefined {
  const certificate = moment.origin?.tls?.certificate
  if (certificate === undefined || certificate.faults.length > 0) return
  const outside = certificate.outsideTrustStore === true
  const fault = "The origin's certificate is not from a CA in `origin-ca`."
  const clue: Clue = {
    from: 'certificate',
    text: outside ? fault : "This check finds no fault in the origin's certificate.",
  }
  if (rejectsValidCertificate(moment)) {
    const clues = cluesOf(moment, clue)
    return outside
      ? {
          outcome: 'unhealthy',
          confidence: 'likely',
          because: `${fault} A custom origin trust store replaces the public CAs, and Cloudflare rejected the certificate (526).`,
          clues,
          form: 'trust-store',
          title: "the zone's custom origin trust store does not have the certificate's CA",
        }
      : {
          outcome: 'unhealthy',
          confidence: 'possible',
          because:
            "Cloudflare rejected the origin's certificate (526), and this check finds no fault in the one that the origin serves to it. The zone may have a custom origin trust store, which trusts only the uploaded CAs.",
          clues,
          form: 'valid-here',
          title: 'Cloudflare rejects a certificate that this check accepts',
        }
  }
  if (!outside || !servedFromOrigin(moment)) return
  const mode = sslModeOf(moment.request, moment.zone?.ssl)
  if (!validates(mode) && mode.by !== 'url') return
  const because = `${fault} Cloudflare still serves the site, so its SSL mode is not Full (strict), or the zone has no custom origin trust store.`
  return { outcome: 'warning', confidence: 'likely', because, clues: [clue], form: 'trust-store' }
}
