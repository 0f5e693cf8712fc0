import type { Resolution } from '../../domain/dns.ts'
import { isIP, networkOf } from '../../shared/ip.ts'
import { mayHaveAnyAddress, networkOfName } from '../../shared/special-names.ts'

/**
 * Whether a redirect points into the runner or its private network (server-side request forgery). A site that is itself
 * on a private network may redirect within private networks, and one on the runner to the runner. Never to a metadata
 * service, or to an address where no site can be. Names of private networks count like their addresses.
 *
 * @param target the addresses of the redirect's target
 * @param site the addresses of the site's own name
 */
export async function isPrivateTarget(
  target: Promise<Resolution>,
  site: Promise<Resolution>,
): Promise<boolean> {
  const found = networksOf(await target)
  if (found.has('metadata') || found.has('unusable')) return true
  if (!found.has('local') && !found.has('private')) return false
  const own = networksOf(await site)
  return !own.has('local') && (found.has('local') || !own.has('private'))
}

/** A proxy may know a name that this machine doesn't, so the name itself is judged too. */
function networksOf(resolution: Resolution): ReadonlySet<ReturnType<typeof networkOf>> {
  const { host } = resolution
  if (isIP(host) !== 0) return new Set([networkOf(host)])
  const named = networkOfName(host)
  const own = named === undefined ? [] : [named]
  if (resolution.kind === 'resolved')
    return new Set([...own, ...resolution.addresses.map(({ address }) => networkOf(address))])
  return new Set(mayHaveAnyAddress(host) ? ['unusable'] : own)
}
