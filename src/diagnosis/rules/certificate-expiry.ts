import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import type { Certificate } from '../../domain/certificate.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { day } from './certificate.ts'

const DAY = 86_400_000

/** A certificate that is good and ends before long, on either side: worth a warning, whatever else is so. */
export function endingMatch(moment: Moment): Match | undefined {
  const { edge, origin, request, zone } = moment
  // What Cloudflare does not judge may end when it likes.
  const judged = validates(sslModeOf(request, zone?.ssl)) ? origin?.tls?.certificate : undefined
  const [first, second] = [
    ...ending(moment, "the origin's certificate", judged),
    ...ending(moment, 'the certificate that visitors are shown', edge?.tls?.certificate),
  ]
  if (first === undefined) return
  const because = second === undefined ? first : `${first}, and ${second}`
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: [{ from: 'certificate', text: `${because}.` }],
  }
}

function ending(
  { at, request }: Moment,
  whose: string,
  certificate: Certificate | undefined,
): readonly string[] {
  if (certificate === undefined || certificate.faults.includes('expired')) return []
  const { notBefore, notAfter } = certificate
  const [life, left] = [notAfter - notBefore, notAfter - at]
  const limit = request.certificateDays * DAY
  // A certificate that never lives so long is renewed when a third of its life is left, as Let's Encrypt has it.
  if (left >= (life <= limit ? life / 3 : limit)) return []
  return [`${whose} ends in ${days(left)}, on ${day(notAfter)}`]
}

function days(milliseconds: number): string {
  const count = Math.floor(milliseconds / DAY)
  if (count < 1) return 'less than a day'
  return count === 1 ? 'one day' : `${count} days`
}
