import type { UnseenOrigin } from '../../domain/cause.ts'
import { EXCHANGE_RECHECKS, type Evidence, type Recheck } from '../../domain/evidence.ts'
import type { Exchange, FailedExchange } from '../../domain/exchange.ts'
import { ROUTE_FAILURES, type RouteFailureCode } from '../../domain/route/route.ts'

/** The command of `origin-proxy-command` failed by itself, so the exchange says nothing about the origin. */
export function failedOnRoute(exchange: Exchange | undefined): exchange is FailedExchange {
  return exchange?.kind === 'failed' && exchange.error.reason === 'route'
}

/** The origins that were not reached, in the order of the evidence. */
export function unseenOrigins({ origins = [], request }: Evidence): readonly UnseenOrigin[] {
  const othersSeen = origins.some((origin) => !failedOnRoute(origin))
  return origins.flatMap((origin, index): readonly UnseenOrigin[] => {
    if (!failedOnRoute(origin)) return []
    const { error, commandOutput } = origin
    const { route = 'command' } = request.origins[index] ?? {}
    const output = commandOutput === undefined ? {} : { output: commandOutput }
    return [{ route, code: codeOf(error.code), othersSeen, ...output }]
  })
}

function codeOf(code: string): RouteFailureCode {
  return ROUTE_FAILURES.find((known) => known === code) ?? 'ROUTE_ENDED'
}

/**
 * The evidence as if only the origins that were reached had been given. Positions change, so it suits questions that
 * are not about one of them.
 */
export function withoutUnseen(evidence: Evidence): Evidence {
  const { origins = [], rechecks, request } = evidence
  if (!origins.some(failedOnRoute)) return evidence
  const isSeen = (_: unknown, index: number): boolean => !failedOnRoute(origins[index])
  return {
    ...evidence,
    origins: origins.filter(isSeen),
    ...(rechecks !== undefined && { rechecks: rechecks.filter(isSeen) }),
    request: { ...request, origins: request.origins.filter(isSeen) },
  }
}

/** What only connections of this runner's own can show is dropped from the evidence of origins behind a command. */
export function withoutDirectFacts(evidence: Evidence): Evidence {
  if (evidence.request.origins.every(({ route }) => route === undefined)) return evidence
  // Whether the name resolves to the address of an origin: that address may have a meaning only there.
  const { atOrigins: _, idleConnections: __, rechecks, ...rest } = evidence
  return { ...rest, ...(rechecks !== undefined && { rechecks: rechecks.map(withoutFailedRoutes) }) }
}

/** A follow-up request whose route failed shows nothing. */
function withoutFailedRoutes(recheck: Recheck): Recheck {
  const kept = EXCHANGE_RECHECKS.reduce<Recheck>(
    (all, probe) => (failedOnRoute(all[probe]) ? without(all, probe) : all),
    recheck,
  )
  const { addressFamilies: _, http2, keepAlive, ...rest } = kept
  return {
    ...rest,
    ...(http2 !== undefined && !(http2.agreed && failedOnRoute(http2.exchange)) && { http2 }),
    ...(keepAlive !== undefined && !(keepAlive.reused && failedOnRoute(keepAlive.exchange)) && { keepAlive }),
  }
}

function without(recheck: Recheck, probe: keyof Recheck): Recheck {
  const { [probe]: _, ...others } = recheck
  return others
}
