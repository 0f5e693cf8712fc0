import { throughCloudflare } from '../../cloudflare/response.ts'
import { elapsedIn } from '../../diagnosis/facts/exchange.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { RouteKind } from '../../domain/route/route.ts'
import { fromWhere } from '../../diagnosis/route/observer.ts'
import { duration, list } from '../../shared/text.ts'
import { outcome } from './timeline.ts'

/** What a cancelled first round had seen. The cancellation ends probes as a timeout does: these have not failed. */
export function unfinishedSentence(evidence: Evidence | undefined): string {
  const { edge, origins = [], request } = evidence ?? {}
  const parts = [
    ...(edge === undefined ? [] : [edgePart(edge)]),
    ...originsPart(origins, request?.origins[0]?.route),
  ]
  return parts.length === 0 ? 'Nothing is known about the site yet.' : `At that time, ${list(parts)}.`
}

function edgePart(edge: Exchange): string {
  if (edge.kind === 'completed')
    return throughCloudflare(edge)
      ? `Cloudflare had returned ${outcome(edge)}`
      : `the site had returned ${outcome(edge)}, but not from Cloudflare`
  return edge.error.reason === 'timeout'
    ? `no complete response had arrived through Cloudflare after ${duration(elapsedIn(edge))}`
    : `a request through Cloudflare had failed (${outcome(edge)})`
}

function originsPart(origins: readonly Exchange[], route: RouteKind | undefined): readonly string[] {
  const request = route === undefined ? 'a direct request' : `a request ${fromWhere(route)}`
  const [only, ...others] = origins
  if (only === undefined) return []
  if (others.length > 0) {
    const responded = origins.filter(({ kind }) => kind === 'completed').length
    return [`${responded} of ${origins.length} origins had responded`]
  }
  if (only.kind === 'completed') return [`${request} to the origin had returned ${outcome(only)}`]
  return only.error.reason === 'timeout'
    ? [`the origin had sent no complete response for ${duration(elapsedIn(only))}`]
    : [`${request} to the origin had failed (${outcome(only)})`]
}
