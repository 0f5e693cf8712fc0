import { edgeErrorIn } from '../../../cloudflare/response.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { Exchange } from '../../../domain/exchange.ts'
import type { Originless } from '../../../domain/zone.ts'
import { visitorsServed } from '../visitors.ts'

/**
 * A direct response is Cloudflare's own 520 to 530: the given origin is a host or an address at Cloudflare, and the
 * application did not send it.
 */
export function isCloudflareFailure(origin: Exchange | undefined): boolean {
  const code = edgeErrorIn(origin)?.code ?? 0
  return (code >= 520 && code <= 530) || code === 1016 || code === 1033
}

/**
 * Codes for a host that the service does not know. Pages and placeholders get no connection. A CNAME to another
 * account's zone may get the codes of that zone.
 */
const CODES: Readonly<Record<Originless, ReadonlySet<number>>> = {
  pages: new Set([522, 523, 1001, 1016, 1018, 1023]),
  workers: new Set([522, 523, 1001, 1014, 1016, 1018, 1023, 1042]),
  r2: new Set([522, 523, 1001, 1014, 1016, 1018, 1023]),
  placeholder: new Set([521, 522, 523]),
}

/** What the record, or else the given origin, points to instead of a server, when that is why Cloudflare fails. */
export function originlessFault(
  moment: Moment,
): { readonly target: Originless; readonly code: number; readonly by: 'zone' | 'input' } | undefined {
  const code = visitorsServed(moment) ? undefined : edgeErrorIn(moment.edge)?.code
  if (code === undefined) return
  const { record } = moment.zone ?? {}
  const target = record === undefined ? moment.dialedOrigin?.originless : record.originless
  // Another origin that was given responds, or the record decides.
  if (target === undefined || !CODES[target].has(code)) return
  return { target, code, by: record === undefined ? 'input' : 'zone' }
}
