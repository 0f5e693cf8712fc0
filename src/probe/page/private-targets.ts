import type { Resolution } from '../../domain/dns.ts'
import { isCloudMetadata, networkOf } from '../../shared/ip.ts'

/**
 * Whether a redirect points into the runner or its private network (server-side request forgery). A site that is itself
 * on a private network may redirect within private networks, and one on the runner to the runner. Never to a metadata
 * service, or to an address where no site can be.
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

function networksOf(resolution: Resolution): ReadonlySet<ReturnType<typeof networkOf>> {
  const addresses = resolution.kind === 'resolved' ? resolution.addresses : []
  const networks = addresses.map(({ address }) => networkOf(address))
  // A proxy may know the name although this machine doesn't.
  return new Set(isCloudMetadata(resolution.host) ? [...networks, 'metadata'] : networks)
}
