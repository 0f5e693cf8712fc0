import type { Match, Moment } from '../../domain/cause.ts'
import type { FailureReason, AddressFamilies } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeError, proxied } from '../facts/edge.ts'

type Family = 'IPv4' | 'IPv6'

/**
 * Where one family of addresses works and the other does not. Whoever dials both takes what works; Cloudflare, and visitors
 * without the other, may not. A runner without IPv6 has no route there, which tells nothing.
 *
 * @param reason how the connection fails, and `codes` what Cloudflare says when it meets that
 */
export function familyMatch(
  moment: Moment,
  reason: FailureReason,
  ...codes: readonly number[]
): Match | undefined {
  const how = reason === 'refused' ? 'refuses the connection' : 'does not answer'
  const behind = broken(moment.recheck?.addressFamilies, reason)
  if (behind !== undefined && edgeError(moment, ...codes)) {
    const because = `the origin's name has addresses of both families, and by ${behind} it ${how}: Cloudflare may be dialling that`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
  }
  const front = broken(moment.addressFamilies, reason)
  if (front === undefined || proxied(moment) !== false) return
  const because = `the name leads to addresses of both families, and by ${front} the host ${how}: visitors who come that way wait or fail`
  return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
}

function broken({ v4, v6 }: AddressFamilies = {}, reason: FailureReason): Family | undefined {
  if (v4?.ok === true && v6?.ok === false && v6.error.reason === reason) return 'IPv6'
  return v6?.ok === true && v4?.ok === false && v4.error.reason === reason ? 'IPv4' : undefined
}
