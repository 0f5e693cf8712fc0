import type { Moment } from '../../domain/cause.ts'
import type { PoolHealth } from '../../domain/zone.ts'

/** The zone's record points to a Cloudflare Tunnel. */
export function usesTunnel({ zone }: Moment): boolean {
  return zone?.record?.kind === 'tunnel'
}

/**
 * The proxied record decides which origin Cloudflare uses, and it points to another one than the origin of this
 * moment.
 */
export function recordPointsElsewhere({ zone, dialedOrigin }: Moment): boolean {
  // The address of an origin behind a command may be that of the same host inside its network.
  if (dialedOrigin?.route !== undefined) return false
  const overridden = zone?.pools !== undefined || zone?.worker === true || zone?.rules?.address === true
  const { proxied, pointsToOrigins = [] } = zone?.record ?? {}
  return proxied === true && !overridden && pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] === false
}

/** The pools of the host's load balancer that Cloudflare's monitors report as unhealthy. */
export function unhealthyPools({ zone }: Moment): readonly PoolHealth[] {
  return (zone?.pools ?? []).filter(({ healthy }) => healthy === false)
}

/** The host has a load balancer, and none of its pools is healthy. */
export function hasNoHealthyPool({ zone }: Moment): boolean {
  const pools = zone?.pools ?? []
  return pools.length > 0 && pools.every(({ healthy }) => healthy === false)
}
