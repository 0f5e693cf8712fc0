import { DAY, roughDuration } from '../../shared/text.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate } from '../../domain/certificate.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { joined, phrase, type Sentence } from '../../domain/untrusted.ts'
import { chainOf, isoDate, linkName } from '../facts/handshake/certificate-chain.ts'

/** A valid certificate that expires soon, the origin's or the edge's, is a warning. */
export function expiryMatch(moment: Moment): Match | undefined {
  const { edge, origin, request, zone } = moment
  // Cloudflare ignores the dates of a certificate that it doesn't validate.
  const validated = validates(sslModeOf(request, zone?.ssl)) ? origin?.tls?.certificate : undefined
  const originExpiry = expiresSoon(moment, validated, [
    "The origin's certificate",
    "the origin's certificate",
  ])
  const edgeExpiry = expiresSoon(moment, edge?.tls?.certificate, [
    'The certificate that visitors get',
    'the certificate that visitors get',
  ])
  const texts = [
    ...(originExpiry === undefined ? [] : [originExpiry]),
    ...(edgeExpiry === undefined ? [] : [edgeExpiry]),
  ]
  if (texts.length === 0) return
  const because = joined(texts, ' ')
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: [{ from: 'certificate', text: because }],
  }
}

/**
 * A sentence on the certificate of a chain that expires first, if it does so soon.
 *
 * @param names the leaf, at the beginning of a sentence and within one
 */
function expiresSoon(
  { at, request }: Moment,
  certificate: Certificate | undefined,
  [leafFirst, leaf]: readonly [string, string],
): Sentence | undefined {
  if (certificate === undefined || certificate.faults.includes('expired')) return
  const { notBefore, notAfter } = certificate
  const [lifetime, left] = [notAfter - notBefore, notAfter - at]
  const limit = request.certificateDays * DAY
  const when = (end: number): string => `in ${roughDuration(end - at, Math.floor)}, on ${isoDate(end)}`
  // No authority signs for longer than its own certificate lasts, so such an issuer is an old copy.
  const issuer = chainOf(certificate).find(
    ({ role, link }) => role === 'intermediate' && link.notAfter < notAfter && link.notAfter - at < limit,
  )
  if (issuer !== undefined) {
    const { link } = issuer
    return phrase`The chain of ${leaf} contains ${linkName(issuer)}, which expires ${when(link.notAfter)}. Replace it with its successor.`
  }
  // Certificates with a lifetime below the limit are renewed at a third of it, as Let's Encrypt recommends.
  if (left >= (lifetime <= limit ? lifetime / 3 : limit)) return
  return `${leafFirst} expires ${when(notAfter)}.`
}
