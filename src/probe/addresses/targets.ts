import type { ChosenAddress, UncheckedAddresses } from '../../domain/address.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Address, Resolution } from '../../domain/dns.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import { embeddedIPv4, isIP } from '../../shared/ip.ts'
import { usesProxy } from '../network/connect.ts'
import { reusableConnection, type ReusableConnection } from '../http/reuse.ts'
import { chooseAddresses, inOrder, MAX_ADDRESSES, type Choice, type Chosen } from './choice.ts'
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
 * A target for each address of a name that a round requests; a single one if there is nothing to choose. Cloudflare's
 * addresses count as one, because they belong to the same servers (anycast). Never rejects.
 */
export async function targetsOf(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<readonly Target[]> {
  const only = [{ resolution, connection: reusableConnection() }]
  if (isIP(request.host) !== 0 || usesProxy(request, context.network)) return only
  const resolved = await resolution
  if (resolved.kind === 'failed' || resolved.addresses.length === 1) return only
  if (await isAtCloudflare(resolution)) return only
  const reachable = await reachableFamilies(inOrder(resolved.addresses), context)
  const { chosen, unchecked } = choiceOf(resolved.addresses, reachable, context.showOrigin)
  const targetOf = ({ address, which }: Chosen, index: number): Target => ({
    resolution: Promise.resolve({ ...resolved, addresses: [address] }),
    connection: reusableConnection(),
    ...(which !== undefined && { address: which }),
    ...(index === 0 && unchecked !== undefined && { unchecked }),
  })
  return chosen.map(targetOf)
}

/** One of Cloudflare's addresses first, and each of the others. */
function choiceOf(
  addresses: readonly Address[],
  reachable: ReadonlySet<4 | 6>,
  showOrigin: boolean | undefined,
): Choice {
  const [inside, outside] = byRange(addresses)
  if (inside.length === 0) return chooseAddresses(addresses, reachable, showOrigin)
  const edge = inOrder(inside).find(({ family }) => reachable.has(family))
  const atCloudflare = edge === undefined ? [] : [edge]
  const limit = MAX_ADDRESSES - atCloudflare.length
  // Cloudflare's other addresses need no request, so they are not counted as unchecked.
  const { chosen, unchecked } = chooseAddresses(outside, reachable, showOrigin, limit)
  const of = chosen.length + atCloudflare.length
  return {
    chosen: [
      ...atCloudflare.map((address): Chosen => ({
        address,
        ...(of > 1 && { which: { position: 1, of, family: address.family } }),
      })),
      ...chosen.map(({ address, which }, index): Chosen => {
        const known = { family: address.family, ...(showOrigin === true && { shown: address.address }) }
        const position = 1 + index + atCloudflare.length
        return { address, which: { ...known, ...which, position, of, outside: true } }
      }),
    ],
    ...(unchecked !== undefined && { unchecked }),
  }
}

/** Cloudflare's addresses, and the others. */
function byRange(addresses: readonly Address[]): readonly [readonly Address[], readonly Address[]] {
  const { inside = [], outside = [] } = Object.groupBy(addresses, ({ address }) =>
    // On networks with only IPv6, DNS64 makes an IPv6 address that contains Cloudflare's IPv4 address.
    [address, ...embeddedIPv4(address)].some((each) => inCloudflareRanges(each)) ? 'inside' : 'outside',
  )
  return [inside, outside]
}

/** Cloudflare's addresses of a name if it has some, else all: where Cloudflare itself responds, if anywhere. */
export async function cloudflareFirst(resolution: Promise<Resolution>): Promise<Resolution> {
  const resolved = await resolution
  if (resolved.kind === 'failed') return resolved
  const [[first, ...others]] = byRange(resolved.addresses)
  return first === undefined ? resolved : { ...resolved, addresses: [first, ...others] }
}

export async function isAtCloudflare(resolution: Promise<Resolution>): Promise<boolean> {
  const resolved = await resolution
  return resolved.kind === 'resolved' && byRange(resolved.addresses)[1].length === 0
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
  if (isIP(request.host) !== 0 || !usesProxy(request, context.network)) return
  const resolved = await resolution
  const count = resolved.kind === 'failed' ? 0 : inOrder(resolved.addresses).length
  return count > 1 ? { byProxy: count - 1 } : undefined
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
