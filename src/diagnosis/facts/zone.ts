import type { Moment } from '../../domain/cause.ts'

/** The token has read that the host's record leads to a tunnel. */
export function usesTunnel({ zone }: Moment): boolean {
  return zone?.record?.kind === 'tunnel'
}

/** The token has read that Cloudflare asks another than the origin of this moment: the record decides, and leads elsewhere. */
export function recordPointsElsewhere({ zone, dialedOrigin }: Moment): boolean {
  const redirected = zone?.pools !== undefined || zone?.worker === true || zone?.rules?.address === true
  const { proxied, pointsToOrigins = [] } = zone?.record ?? {}
  return proxied === true && !redirected && pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] === false
}

/** The token has read that the host has a load balancer without a pool that is healthy. */
export function withoutPool({ zone }: Moment): boolean {
  const pools = zone?.pools ?? []
  return pools.length > 0 && pools.every(({ healthy }) => healthy === false)
}
