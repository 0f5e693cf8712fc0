import type { Resolution } from '../../domain/dns.ts'
import { isCloudMetadata, isRunnerNetwork } from '../../shared/ip.ts'

/**
 * Whether a redirect points into the runner or its private network (server-side request forgery). A site that is itself
 * on a private network may redirect within private networks, but never to a metadata service.
 *
 * @param target the addresses of the redirect's target
 * @param site the addresses of the site's own name
 */
export async function isPrivateTarget(
  target: Promise<Resolution>,
  site: Promise<Resolution>,
): Promise<boolean> {
  if (hasAddress(await target, isCloudMetadata)) return true
  return hasAddress(await target, isRunnerNetwork) && !hasAddress(await site, isRunnerNetwork)
}

function hasAddress(resolution: Resolution, matches: (address: string) => boolean): boolean {
  return resolution.kind === 'resolved' && resolution.addresses.some(({ address }) => matches(address))
}
