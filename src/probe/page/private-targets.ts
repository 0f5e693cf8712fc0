import { isCloudMetadata, isRunnerNetwork } from '../../shared/ip.ts'
import type { Resolution } from '../../domain/dns.ts'

/**
 * Whether a redirect leads where a site of the internet cannot send anybody: into the runner, or into its network. A site
 * that is there itself may lead to its neighbors, and not even that one to what the cloud keeps for the machine.
 *
 * @param place where the redirect leads, and `own` where the site's own name does
 */
export async function isPrivateTarget(
  place: Promise<Resolution>,
  own: Promise<Resolution>,
): Promise<boolean> {
  if (anyOf(await place, isCloudMetadata)) return true
  return anyOf(await place, isRunnerNetwork) && !anyOf(await own, isRunnerNetwork)
}

function anyOf(found: Resolution, holds: (address: string) => boolean): boolean {
  return found.kind === 'resolved' && found.addresses.some(({ address }) => holds(address))
}
