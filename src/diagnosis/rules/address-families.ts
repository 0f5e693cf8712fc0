import type { AddressFamilies } from '../../domain/recheck.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { FailureReason } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { originName } from '../facts/which-origin.ts'

type Family = 'IPv4' | 'IPv6'

/**
 * The connection works over one IP version and fails over the other. Clients that try both get through; Cloudflare, and
 * visitors with only the failing one, may not. A runner without IPv6 has no route there, which proves nothing.
 *
 * @param reason how the connection fails
 * @param codes the Cloudflare errors for that failure
 */
export function addressFamilyMatch(
  moment: Moment,
  reason: FailureReason,
  ...codes: readonly number[]
): Match | undefined {
  const does = reason === 'refused' ? 'refuses the connection' : 'does not respond'
  const originFamily = failingFamily(moment.recheck?.addressFamilies, reason)
  if (originFamily !== undefined && hasEdgeError(moment, ...codes)) {
    const because = `The origin's name has IPv4 and IPv6 addresses, and over ${originFamily} the origin ${does}. Cloudflare may be using that address.`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
  }
  const siteFamily = failingFamily(moment.addressFamilies, reason)
  if (siteFamily === undefined) return siteAddressMatch(moment, reason, does)
  if (isProxied(moment) !== false) return
  const because = `The name has IPv4 and IPv6 addresses, and over ${siteFamily} the host ${does}. ${VISITORS}`
  return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
}

const VISITORS = 'Visitors who use that address get a delay or an error.'

/**
 * An address of the site's name accepts no connection, while another responds. `edge` is that one, because clients fall
 * back to it.
 *
 * @param does completes "the host …"
 */
export function siteAddressMatch(moment: Moment, reason: FailureReason, does: string): Match | undefined {
  const failing = (moment.otherAddresses ?? []).filter(({ exchange }) =>
    failedAt(exchange, 'connect', reason),
  )
  const [first] = failing
  if (first === undefined || !visitorsServed(moment)) return
  const which = originName({
    position: 1,
    of: 1,
    address: first.address,
    ...(failing.length > 1 && { alike: failing.length }),
    site: true,
  })
  const because = `At ${which}, the host ${does}. ${VISITORS}`
  return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
}

function failingFamily({ v4, v6 }: AddressFamilies = {}, reason: FailureReason): Family | undefined {
  if (v4?.ok === true && v6?.ok === false && v6.error.reason === reason) return 'IPv6'
  return v6?.ok === true && v4?.ok === false && v4.error.reason === reason ? 'IPv4' : undefined
}
