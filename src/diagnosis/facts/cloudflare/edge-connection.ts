import { inCloudflareRanges } from '../../../cloudflare/ranges.ts'
import { portUse } from '../../../cloudflare/ports.ts'
import type { Moment } from '../../../domain/cause.ts'
import { failedAt, runnerIsOnline } from '../exchange.ts'
import { lastEndpoint, redirectedElsewhere } from '../redirects.ts'
import { refusalOf } from './refusals.ts'

/** All addresses of the site's name are Cloudflare's. A response from there is not needed. */
function resolvesToCloudflare({ dns, ranges }: Moment): boolean {
  return dns?.kind === 'resolved' && dns.addresses.every(({ address }) => inCloudflareRanges(address, ranges))
}

/**
 * Cloudflare doesn't respond because of the URL's port. `none`: it doesn't proxy that port. `other-scheme`: it does,
 * for the other scheme.
 */
export function portFault(moment: Moment): 'none' | 'other-scheme' | undefined {
  if (refusalOf(moment) === 'scheme') return 'other-scheme'
  const { edge } = moment
  if (!resolvesToCloudflare(moment) || redirectedElsewhere(moment)) return
  const { scheme, port } = lastEndpoint(moment)
  const use = portUse(scheme, port)
  if (use === 'none' && failedAt(edge, 'connect') && runnerIsOnline(moment)) return 'none'
  // TLS on a port for plain HTTP gets an HTTP response.
  const mixed =
    failedAt(edge, 'tls', 'protocol', 'closed', 'reset') || failedAt(edge, 'processing', 'protocol')
  return use === 'other-scheme' && mixed ? 'other-scheme' : undefined
}

/** handshake_failure and unrecognized_name: Cloudflare has no certificate for the name. */
const NO_CERTIFICATE_ALERTS: ReadonlySet<number> = new Set([40, 112])

/** Cloudflare ends the visitor's TLS handshake, as it does without an edge certificate for the name. Its alert. */
export function missingEdgeCertificate(moment: Moment): number | undefined {
  const { edge } = moment
  if (edge?.kind !== 'failed' || edge.phase !== 'tls' || redirectedElsewhere(moment)) return
  const { alert } = edge.error
  if (alert === undefined || !NO_CERTIFICATE_ALERTS.has(alert)) return
  return resolvesToCloudflare(moment) ? alert : undefined
}
