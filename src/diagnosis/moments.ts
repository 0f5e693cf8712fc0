import { matches, untrusted } from '../domain/untrusted.ts'
import type { WhichOrigin } from '../domain/address.ts'
import type { Moment } from '../domain/cause.ts'
import type { Resolution } from '../domain/dns.ts'
import type { Evidence, Recheck } from '../domain/evidence.ts'
import type { Exchange, FailedExchange } from '../domain/exchange.ts'
import { isCloudflareFailure } from './facts/cloudflare/originless.ts'
import { failsAsCloudflareReports } from './facts/comparison/agreement.ts'
import { meetsExpectations } from './facts/content.ts'
import { isGoodResponse, isUnrouted } from './facts/exchange.ts'
import { isIntercepted } from './facts/pages/intercepted.ts'
import { endlessRedirects, isDiverted, redirectedElsewhere } from './facts/redirects.ts'
import { differenceOf } from './freshness/differing-address.ts'
import { servedFromOrigin, visitorsServed } from './facts/visitors.ts'
import { whichOrigins } from './facts/which-origin.ts'
import { failedOnRoute, unseenOrigins, withoutDirectFacts } from './route/unseen.ts'
import { siteAddressMoment, workingAddress } from './site-addresses.ts'

/**
 * One moment per origin, so that a cause judges one origin at a time; a single moment without origins. Their order
 * follows the evidence, not the input: first those that fail exactly as Cloudflare reports.
 */
export function momentsOf(evidence: Evidence): readonly Moment[] {
  const {
    origins = [],
    rechecks = [],
    idleConnections = [],
    atOrigins,
    otherAddresses = [],
    edge: requested,
    dns,
    ...rest
  } = withoutDirectFacts(evidence)
  const unseen = unseenOrigins(evidence)
  const edge = withPage(requested, rest.edgeWithGet, rest.request)
  // A failure of the runner's own proxy says nothing about the site, so causes don't get that exchange.
  const proxyRefused = edge !== undefined && failedAtProxy(edge) ? edge.error.code : undefined
  const shared: Omit<Moment, 'origin'> = {
    ...rest,
    ...(otherAddresses.length > 0 && { otherAddresses }),
    ...(proxyRefused === undefined ? edge !== undefined && { edge } : { proxyRefused }),
    ...(dns !== undefined && !resolvedByProxy(dns, edge) && { dns }),
    ...(unseen.length > 0 && { unseenOrigins: unseen }),
    ...(origins.some(isUnrouted) && { unroutedOrigins: unroutedIn(origins, rest.request) }),
  }
  const working = workingAddress(shared, otherAddresses)
  if (working !== undefined) {
    const dnsOnly = { origins, rechecks, idleConnections, ...(atOrigins !== undefined && { atOrigins }) }
    const others = momentsOf({ ...rest, ...dnsOnly, ...(dns !== undefined && { dns }), edge: working })
    return [siteAddressMoment(shared, otherAddresses), ...others]
  }
  // When the site redirects to another host or port and that fails, this site's origins are not the cause.
  const failsElsewhere =
    redirectedElsewhere(shared) &&
    !isGoodResponse(shared, shared.edge) &&
    endlessRedirects(shared.edge) === undefined
  if (origins.every(failedOnRoute) || failsElsewhere) return [shared]
  const which = whichOrigins(shared.request, origins.length)
  const judged = comparedAddresses(
    shared,
    origins.flatMap((origin, index) =>
      failedOnRoute(origin)
        ? []
        : which
            .slice(index, index + 1)
            .map((each) =>
              Object.assign({}, judgedBy(shared, origin, rechecks[index]), { which: each, index }),
            ),
    ),
  ).map((each) =>
    // Once for each, because every moment compares its origin with all others.
    Object.assign({}, each, {
      responds: isGoodResponse(shared, each.origin),
      intercepted: isIntercepted(shared, each.origin),
    }),
  )
  const atName = atOrigins?.includes(true)
  const counts = {
    responding: judged.filter(({ responds }) => responds).length,
    intercepted: judged.filter(({ intercepted }) => intercepted).length,
  }
  const ofName = Map.groupBy(judged, ({ which: { position } }) => position)
  const moments = judged
    .map((each) => {
      const { index } = each
      const siblings = ofName.get(each.which.position)?.filter((other) => other !== each) ?? []
      return momentOf(shared, each, { index, siblings, counts, idleConnection: idleConnections[index] })
    })
    .map((moment) => (atName === undefined ? moment : withNameAt(moment, atName)))
  return moments.toSorted((a, b) => Number(failsAsCloudflareReports(b)) - Number(failsAsCloudflareReports(a)))
}

interface ComparedAddress extends JudgedAddress {
  readonly responds: boolean
  readonly intercepted: boolean
}

interface Compared {
  readonly index: number
  /** The other addresses of the same name. */
  readonly siblings: readonly ComparedAddress[]
  /** Of all origins. */
  readonly counts: { readonly responding: number; readonly intercepted: number }
  readonly idleConnection: Moment['idleConnection']
}

function momentOf(
  shared: Moment,
  { origin, recheck, which: { position, of, ...which }, responds, intercepted }: ComparedAddress,
  { index, siblings, counts, idleConnection }: Compared,
): Moment {
  const { tls, port, named, route, inner, originless } = dialedAfter(
    origin,
    shared.request.origins[index],
    shared.request,
  )
  const atCloudflare = isCloudflareFailure(origin)
  const othersIntercepted = counts.intercepted > Number(intercepted)
  const responding = siblings.filter((sibling) => sibling.responds)
  const chosen = shared.request.origins[index]?.address
  const redirectsAlone =
    chosen !== undefined &&
    origin.redirectChain !== undefined &&
    responding.some((sibling) => sibling.origin.redirectChain === undefined)
  const siblingAlike =
    chosen !== undefined &&
    responding.some((sibling) => differenceOf(shared, sibling.origin, shared.edge) === undefined)
  return {
    ...shared,
    ...(!failedAtProxy(origin) && !isUnrouted(origin) && !atCloudflare && { origin }),
    ...(recheck !== undefined && { recheck }),
    ...(idleConnection !== undefined && { idleConnection }),
    dialedOrigin: {
      tls,
      port,
      ...(named !== undefined && { named }),
      ...(route !== undefined && { route }),
      ...(inner !== undefined && { inner }),
      ...(originless !== undefined && { originless }),
      ...(atCloudflare && { atCloudflare }),
      position,
      of,
      ...which,
      ...(chosen !== undefined && { chosen }),
      ...(redirectsAlone && { redirectsAlone }),
      othersRespond: counts.responding > Number(responds),
      ...(siblingAlike && { siblingAlike }),
      ...(responding.length > 0 && { siblingResponds: true }),
      ...(othersIntercepted && { othersIntercepted }),
    },
  }
}

function withNameAt(moment: Moment, atName: boolean): Moment {
  const { dialedOrigin } = moment
  return dialedOrigin === undefined ? moment : { ...moment, dialedOrigin: { ...dialedOrigin, atName } }
}

interface Judged {
  readonly origin: Exchange
  readonly recheck?: Recheck
}

interface JudgedAddress extends Judged {
  /** Its place in the evidence. */
  readonly index: number
  readonly which: WhichOrigin
}

/** Counts the addresses of a name that do the same. If all do, the name matters and not the address. */
function comparedAddresses(shared: Moment, all: readonly JudgedAddress[]): readonly JudgedAddress[] {
  const keys = all.map(({ origin, which }) => `${which.position} ${behaviorKey(shared, origin)}`)
  return all.map((judged, index) => {
    const { address, ...which } = judged.which
    if (address === undefined) return judged
    const alike = keys.filter((key) => key === keys[index]).length
    if (alike === address.of) return { ...judged, which }
    return { ...judged, which: { ...which, address, ...(alike > 1 && { alike }) } }
  })
}

/** Equal for exchanges that succeed or fail in the same way. */
function behaviorKey(shared: Moment, exchange: Exchange): string {
  const good = meetsExpectations(shared, exchange)
  const faults = exchange.tls?.certificate.faults ?? []
  return exchange.kind === 'failed'
    ? [exchange.phase, exchange.error.reason, ...faults].join(' ')
    : [good, good ? '' : exchange.head.status, ...faults].join(' ')
}

/**
 * The response by which an origin is judged. Another one than the first counts when only the check's own request makes
 * the first fail, twice, and visitors are not affected.
 */
function judgedBy(shared: Moment, first: Exchange, recheck: Recheck | undefined): Judged {
  if (recheck === undefined || failedAtProxy(first) || isUnrouted(first))
    return { origin: first, ...(recheck !== undefined && { recheck }) }
  const moment = { ...shared, origin: first, recheck }
  const { classicalKeyExchange, visitorHeaders, withoutCloudflareHeaders, withGet, repeated } = recheck
  if (failedInTls(first) && failedInTls(repeated) && classicalKeyExchange?.tls !== undefined) {
    // Those handshakes say only that the larger ClientHello was rejected.
    const { tlsInspection: _, otherScheme: __, ...others } = recheck
    return { origin: classicalKeyExchange, recheck: others }
  }
  const origin = withPage(first, withGet, shared.request) ?? first
  const failsTwice =
    repeated !== undefined &&
    [origin, repeated].every((each) => !isGoodResponse(moment, each) || isDiverted(moment, each))
  if (failsTwice && servedFromOrigin(moment)) {
    if (
      visitorHeaders !== undefined &&
      meetsExpectations(moment, visitorHeaders) &&
      !isDiverted(moment, visitorHeaders)
    )
      return { origin: visitorHeaders, recheck }
    const isRejection = origin.kind === 'failed' || origin.head.status < 500
    if (
      isRejection &&
      withoutCloudflareHeaders !== undefined &&
      meetsExpectations(moment, withoutCloudflareHeaders)
    )
      return { origin: withoutCloudflareHeaders, recheck }
  }
  // Cloudflare may send GET where a visitor sends HEAD, to fill its cache.
  if (withGet !== undefined && visitorsServed(moment) && meetsExpectations(moment, withGet))
    return { origin: withGet, recheck }
  return { origin, recheck }
}

/** How the last request was sent. After a redirect to the other scheme, it goes to the default port of that scheme. */
function dialedAfter(
  origin: Exchange | undefined,
  dialed: Evidence['request']['origins'][number] = { tls: false, port: 0 },
  { url }: Evidence['request'],
): Evidence['request']['origins'][number] {
  const last = origin?.redirectChain?.redirects.at(-1)?.to ?? untrusted('')
  const toHttp = url.startsWith('https:') && matches(last, /^http:/) && dialed.tls && dialed.port === 443
  const toHttps = url.startsWith('http:') && matches(last, /^https:/) && !dialed.tls && dialed.port === 80
  return toHttp || toHttps ? { ...dialed, tls: toHttps, port: toHttps ? 443 : 80 } : dialed
}

/** A response to HEAD has no page that explains its status. GET with the same status has one. */
function withPage(
  head: Exchange | undefined,
  get: Exchange | undefined,
  request: Evidence['request'],
): Exchange | undefined {
  const sameStatus =
    request.method === 'HEAD' &&
    !isGoodResponse({ request }, head) &&
    head?.kind === 'completed' &&
    get?.kind === 'completed' &&
    head.head.status === get.head.status
  return sameStatus ? get : head
}

function failedInTls(exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'failed' && exchange.phase === 'tls' && exchange.error.reason !== 'untrusted'
}

/** Behind a proxy, the proxy resolves the site's name; the runner's resolver may not know public names. */
function resolvedByProxy(dns: Resolution, edge: Exchange | undefined): boolean {
  if (dns.kind === 'resolved' || edge === undefined) return false
  return edge.kind === 'completed' || edge.phase !== 'resolve'
}

function unroutedIn(
  origins: readonly Exchange[],
  request: Evidence['request'],
): NonNullable<Moment['unroutedOrigins']> {
  const positions = whichOrigins(request, origins.length)
    .filter((_, index) => origins.slice(index, index + 1).some(isUnrouted))
    .map(({ position }) => position)
  return [...new Set(positions)].map((position) => ({
    position,
    count: positions.filter((each) => each === position).length,
  }))
}

function failedAtProxy(exchange: Exchange): exchange is FailedExchange {
  return exchange.kind === 'failed' && exchange.error.reason === 'proxy'
}
