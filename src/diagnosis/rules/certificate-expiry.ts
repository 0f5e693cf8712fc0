import { DAY, roughDuration } from '../../shared/text.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate } from '../../domain/certificate.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { isoDate } from './certificate.ts'

/** A valid certificate that expires soon, the origin's or the edge's, is a warning. */
export function expiryMatch(moment: Moment): Match | undefined {
  const { edge, origin, request, zone } = moment
  // Cloudflare ignores the dates of a certificate that it doesn't validate.
  const validated = validates(sslModeOf(request, zone?.ssl)) ? origin?.tls?.certificate : undefined
  const originExpiry = expiresSoon(moment, validated)
  const edgeExpiry = expiresSoon(moment, edge?.tls?.certificate)
  const texts = [
    ...(originExpiry === undefined ? [] : [`The origin's certificate expires ${originExpiry}.`]),
    ...(edgeExpiry === undefined ? [] : [`The certificate that visitors get expires ${edgeExpiry}.`]),
  ]
  if (texts.length === 0) return
  const because = texts.join(' ')
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: [{ from: 'certificate', text: because }],
  }
}

/** When a certificate expires, such as `in 5 days, on 2026-11-28`; undefined unless it is soon. */
function expiresSoon({ at, request }: Moment, certificate: Certificate | undefined): string | undefined {
  if (certificate === undefined || certificate.faults.includes('expired')) return
  const { notBefore, notAfter } = certificate
  const [lifetime, left] = [notAfter - notBefore, notAfter - at]
  const limit = request.certificateDays * DAY
  // Certificates with a lifetime below the limit are renewed at a third of it, as Let's Encrypt recommends.
  if (left >= (lifetime <= limit ? lifetime / 3 : limit)) return
  return `in ${roughDuration(left, Math.floor)}, on ${isoDate(notAfter)}`
}
