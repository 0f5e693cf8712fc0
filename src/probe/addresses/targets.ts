import type { ChosenAddress, UncheckedAddresses } from '../../domain/address.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Address, Resolution } from '../../domain/dns.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import { isIP } from '../../shared/ip.ts'
import { reusableConnection, type ReusableConnection } from '../http/reuse.ts'
import { chooseAddresses, inOrder, type Chosen } from './choice.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'

/** A request to one address of a name. */
export interface Target {
  /** Resolves to that address, or to what the name resolves to if it is the only one. */
  readonly resolution: Promise<Resolution>
  readonly connection: ReusableConnection
  /** Absent if the name has one address, or if the probe doesn't choose it. */
  readonly address?: ChosenAddress
  /** In the first target of a name. */
  readonly unchecked?: UncheckedAddresses
}

/**
 * A target for each address of a name that a round requests; a single one if there is nothing to choose. Never
 * rejects.
 */
export async function targetsOf(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<readonly Target[]> {
  const only = [{ resolution, connection: reusableConnection() }]
  if (isIP(request.host) !== 0 || usesProxy(request, context)) return only
  const resolved = await resolution
  if (resolved.kind === 'failed' || resolved.addresses.length === 1) return only
  // Every Cloudflare address belongs to the same servers (anycast).
  if (resolved.addresses.every(({ address }) => inCloudflareRanges(address))) return only
  const reachable = await reachableFamilies(inOrder(resolved.addresses), context)
  const { chosen, unchecked } = chooseAddresses(resolved.addresses, reachable, context.showOrigin)
  const targetOf = ({ address, which }: Chosen, index: number): Target => ({
    resolution: Promise.resolve({ ...resolved, addresses: [address] }),
    connection: reusableConnection(),
    ...(which !== undefined && { address: which }),
    ...(index === 0 && unchecked !== undefined && { unchecked }),
  })
  return chosen.map(targetOf)
}

/** The same for the site's name. Behind Cloudflare, every address belongs to the same servers (anycast). */
export async function siteTargetsOf(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<readonly Target[]> {
  const only = [{ resolution, connection: reusableConnection() }]
  if (usesProxy(request, context) || (await isAtCloudflare(resolution))) return only
  return targetsOf(request, resolution, context)
}

export async function isAtCloudflare(resolution: Promise<Resolution>): Promise<boolean> {
  const resolved = await resolution
  return resolved.kind === 'resolved' && resolved.addresses.some(({ address }) => inCloudflareRanges(address))
}

/** How the probe connects to an origin, for each of its targets. */
export function dialedAs(
  dialed: CheckRequest['origins'][number],
  { address, unchecked }: Target,
): CheckRequest['origins'][number] {
  return {
    ...dialed,
    ...(address !== undefined && { address }),
    ...(unchecked !== undefined && { unchecked }),
  }
}

/** The addresses of a name that are not requested, because the runner's proxy resolves it again and chooses one. */
export async function uncheckedByProxy(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<UncheckedAddresses | undefined> {
  if (isIP(request.host) !== 0 || !usesProxy(request, context)) return
  const resolved = await resolution
  const count = resolved.kind === 'failed' ? 0 : inOrder(resolved.addresses).length
  return count > 1 ? { byProxy: count - 1 } : undefined
}

function usesProxy({ host, port, tls }: ProbeRequest, { network }: ProbeContext): boolean {
  return network.openThroughProxy?.(host, port, tls !== undefined) !== undefined
}

/** The IP versions for which the runner has a route to one of these addresses. Both, if it has none at all. */
async function reachableFamilies(
  addresses: readonly Address[],
  { network: { hasRoute } }: ProbeContext,
): Promise<ReadonlySet<4 | 6>> {
  const families = new Set(addresses.map(({ family }) => family))
  if (families.size === 1 || hasRoute === undefined) return families
  const routes = await Promise.all(
    addresses.map(async ({ address, family }) => ({ family, found: await hasRoute(address) })),
  )
  const reachable = new Set(routes.flatMap(({ family, found }) => (found ? [family] : [])))
  return reachable.size === 0 ? families : reachable
}
