import type { OtherAddress } from '../../domain/address.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { FollowUpContext } from '../follow-ups.ts'
import { usesProxy } from '../network/connect.ts'
import { weightOf } from '../network/connection-limit.ts'
import { fetchPageOver } from '../page/page.ts'
import type { ProbePlan } from '../plan/plan.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { dialedAs, isAtCloudflare, uncheckedByProxy, targetsOf, type Target } from './targets.ts'

/** The index of the response that is judged, of those that the site's name gets at several addresses. */
export type WorstOf = (
  pages: readonly { readonly page: Exchange; readonly address: Target['address'] }[],
) => number

/** What one address returns. */
export interface DirectPage {
  readonly page: Exchange
  /** The index of the origin in the plan. */
  readonly origin: number
  readonly target: Target
}

/** What visitors get, and where. */
export interface SitePage extends Omit<DirectPage, 'origin'> {
  readonly unchecked: Target['unchecked']
  /** What they get at the other addresses of the site's name. */
  readonly others: readonly OtherAddress[]
}

/** The addresses that a round requests: of the site, and of each origin. */
export interface RoundTargets {
  readonly site: Promise<readonly Target[]>
  readonly origins: readonly Promise<readonly Target[]>[]
}

export function targetsOfRound(
  plan: ProbePlan,
  resolution: Promise<Resolution>,
  originResolutions: readonly Promise<Resolution>[],
  context: ProbeContext,
): RoundTargets {
  return {
    site: targetsOf(plan.edge, resolution, context),
    origins: originResolutions.map((each, index) =>
      targetsOf(plan.origins[index] ?? plan.edge, each, context),
    ),
  }
}

/** How many connections these targets need. */
export async function connectionsOfTargets(
  { site, origins }: RoundTargets,
  plan: ProbePlan,
): Promise<number> {
  const [visited, ...direct] = await Promise.all([site, ...origins])
  return direct.reduce(
    (sum, { length }, index) => sum + length * weightOf(plan.origins[index]?.proxyCommand),
    visited.length,
  )
}

/** Requests the site: once behind Cloudflare, else at each address. The page is the worst of them. */
export async function requestSite(
  { edge }: ProbePlan,
  targets: readonly Target[],
  limited: () => ProbeContext,
  worstOf: WorstOf,
): Promise<SitePage> {
  const pages = await Promise.all(targets.map((target) => pageAt(target, edge, limited())))
  const worst =
    pages.length === 1 ? 0 : worstOf(pages.map((page, index) => ({ page, address: targets[index]?.address })))
  const others = targets.flatMap(({ address, connection }, index): readonly OtherAddress[] => {
    const exchange = pages[index]
    if (index === worst || exchange === undefined || address === undefined) return []
    connection.close()
    return [{ address, exchange }]
  })
  const [page, target] = [pages[worst], targets[worst]]
  if (page === undefined || target === undefined) throw new RangeError('A site has at least one address')
  return { page, target, others, unchecked: targets[0]?.unchecked }
}

/** Requests each address of each origin. */
export async function requestOrigins(
  { origins }: ProbePlan,
  targets: RoundTargets['origins'],
  limited: () => ProbeContext,
): Promise<readonly DirectPage[]> {
  const pages = await Promise.all(
    origins.map(async (request, origin) => {
      const known = (await targets[origin]) ?? []
      return Promise.all(
        known.map(async (target): Promise<DirectPage> => {
          const { connection } = target
          const page = await pageAt(target, request, limited())
          // A follow-up uses this connection only after a failure.
          if (page.kind === 'completed' && page.head.status < 400) connection.close()
          return { page, origin, target }
        }),
      )
    }),
  )
  return pages.flat()
}

/** Finds out whether it fails because the runner has no IPv6. */
async function pageAt(
  { connection, resolution }: Target,
  request: ProbeRequest,
  context: ProbeContext,
): Promise<Exchange> {
  const page = await fetchPageOver(connection, request, resolution, context)
  if (page.kind !== 'failed' || page.phase !== 'connect' || page.error.reason !== 'unreachable') return page
  // Then the other end has no route.
  if (usesProxy(request, context.network)) return page
  const { hasRoute } = context.network
  const resolved = await resolution
  if (hasRoute === undefined || page.redirectChain !== undefined || resolved.kind === 'failed') return page
  const [first, ...others] = resolved.addresses
  const all = [first, ...others]
  if (all.some(({ family }) => family === 4) || !NO_ROUTE.has(page.error.code)) return page
  const routes = await Promise.all(all.map(({ address }) => hasRoute(address)))
  if (routes.includes(true)) return page
  return { ...page, error: { ...page.error, reason: 'unrouted' } }
}

/** The codes of a system without IPv6. */
const NO_ROUTE: ReadonlySet<string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])

type Context = Pick<FollowUpContext, 'plan' | 'resolution' | 'originResolutions' | 'connections'>

/** Follow-ups go to the address that the page is from. */
export function withSite<T extends Context>(round: T, { target, unchecked }: SitePage): T {
  const { plan, connections } = round
  const request: CheckRequest = {
    ...plan.request,
    ...(target.address !== undefined && { siteAddress: target.address }),
    ...(unchecked !== undefined && { siteUnchecked: unchecked }),
  }
  return {
    ...round,
    plan: { ...plan, request },
    resolution: target.resolution,
    connections: { ...connections, edge: target.connection },
  }
}

/** From here on, each address of an origin is an origin of the plan. */
export function withOrigins<T extends Context>(round: T, pages: readonly DirectPage[]): T {
  const { plan, connections } = round
  return {
    ...round,
    plan: {
      ...plan,
      request: {
        ...plan.request,
        origins: pages.flatMap(({ origin, target }) =>
          plan.request.origins.slice(origin, origin + 1).map((dialed) => dialedAs(dialed, target)),
        ),
      },
      origins: pages.flatMap(({ origin }) => plan.origins.slice(origin, origin + 1)),
    },
    originResolutions: pages.map(({ target }) => target.resolution),
    connections: { ...connections, origins: pages.map(({ target }) => target.connection) },
  }
}

/** Counts the addresses that the runner's proxy did not choose. Such a name has one target. */
export async function withProxyNotes<T extends Context>(
  round: T,
  plan: ProbePlan,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<T> {
  const { plan: known } = round
  const origins = await Promise.all(
    known.origins.map((request, index) =>
      uncheckedByProxy(request, round.originResolutions[index] ?? resolution, context),
    ),
  )
  const site = (await isAtCloudflare(resolution))
    ? undefined
    : await uncheckedByProxy(plan.edge, resolution, context)
  if (site === undefined && origins.every((unchecked) => unchecked === undefined)) return round
  return {
    ...round,
    plan: {
      ...known,
      request: {
        ...known.request,
        ...(site !== undefined && { siteUnchecked: site }),
        origins: known.request.origins.map((dialed, index) => {
          const unchecked = origins[index]
          return unchecked === undefined ? dialed : Object.assign({}, dialed, { unchecked })
        }),
      },
    },
  }
}
