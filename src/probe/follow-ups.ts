import { ANALYTICS_MINUTES } from '../cloudflare/api/analytics.ts'
import type { Resolution, DnsAnswer } from '../domain/dns.ts'
import type { FollowUps, FollowUpQuestion, Recheck } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import type { VantageMeasurement } from '../domain/vantage/vantage.ts'
import { rawTextOf, untrusted } from '../domain/untrusted.ts'
import { defaultPort } from '../shared/authority.ts'
import { requestLateAddresses } from './addresses/late.ts'
import type { Once } from './cache.ts'
import { currentRanges } from './cloudflare/ranges.ts'
import { readStatusPage } from './cloudflare/status-page.ts'
import type { Zone } from './cloudflare/zone.ts'
import { queryResolvers } from './dns/resolvers.ts'
import { exchange } from './http/exchange.ts'
import { sendTwice } from './http/keep-alive.ts'
import { loadDnsQueries, loadForFollowUps, loadHttp2 } from './late-imports.ts'
import { probeAddressFamilies } from './network/address-families.ts'
import { observeSilentConnection } from './network/silent-connection.ts'
import type { ReusableConnection } from './http/reuse.ts'
import { fetchPage, fetchPageOver } from './page/page.ts'
import { withVisitorHeaders, withoutCloudflareHeaders } from './plan/cloudflare-headers.ts'
import { serverNameOf, type ProbePlan } from './plan/plan.ts'
import { requestAssets } from './page/request-assets.ts'
import { uncached } from './plan/uncached.ts'
import { inspectTls } from './tls/inspect.ts'
import type { Endpoint, PendingAnswers, ProbeContext, ProbeRequest } from './types.ts'

/** What the first probes of a round pass on to its follow-ups. */
export interface FollowUpContext {
  readonly plan: ProbePlan
  readonly context: ProbeContext
  /** The site's name, and each origin's, as resolved for the first probes. */
  readonly resolution: Promise<Resolution>
  readonly originResolutions: readonly Promise<Resolution>[]
  /** Absent without an API token. */
  readonly zone?: Zone
  /** The Cloudflare data center of the first responses; empty if unknown. */
  readonly colo: string
  /** What visitors get. */
  readonly page: Exchange
  /** Whether the files that the page names may be requested next, on its connection. */
  readonly keepsEdge: boolean
  /** The connections of the first responses, which may still be open. */
  readonly connections: { readonly edge: ReusableConnection; readonly origins: readonly ReusableConnection[] }
  /** These may have started with the first probes, and run once per round. */
  readonly trace: Once<Promise<Exchange>>
  readonly uncached: Once<Promise<Exchange>>
  readonly edgeWithGet: Once<Promise<Exchange>>
  readonly resolvers: Once<PendingAnswers>
  readonly connectivity: Once<Promise<Exchange>>
  /** What this round uses, if it uses one. */
  readonly vantage: () => Promise<VantageMeasurement>
}

/** One row per follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS: {
  readonly [K in keyof FollowUps]: (followUp: FollowUpContext) => Promise<FollowUps[K]>
} = {
  trace: ({ trace }) => trace.start(),
  uncached: ({ uncached }) => uncached.start(),
  edgeWithGet: ({ edgeWithGet }) => edgeWithGet.start(),
  analytics: async ({ zone, context }) =>
    (await zone?.analytics(context)) ?? { minutes: ANALYTICS_MINUTES, rows: [] },
  statusPage: ({ colo, context }) => readStatusPage(colo, context),
  resolvers: ({ resolvers }) => resolvers.start().all,
  lateAddresses: ({ plan, resolvers, originResolutions, context }) =>
    requestLateAddresses(plan.edge, resolvers.start().soFar(), originResolutions, context),
  ownResolver: ({ plan, context }) => queryOwnResolver(plan, context),
  nameServers: async ({ plan, resolvers, context }) => {
    if (plan.resolvers.length === 0) return []
    const { queryNameServers } = await loadDnsQueries()
    const responsive = responsiveServers(resolvers.start().soFar())
    return queryNameServers(plan.edge.host, [...responsive, ...ownResolvers(context)], context)
  },
  connectivity: ({ connectivity }) => connectivity.start(),
  ranges: ({ context }) => currentRanges(context),
  addressFamilies: ({ plan, resolution, context }) => probeAddressFamilies(plan.edge, resolution, context),
  assets: ({ plan, page, resolution, connections: { edge }, context }) =>
    requestAssets(page, plan.edge, edge, resolution, context),
  vantage: ({ vantage }) => vantage(),
}

/** One row per recheck of an origin. A key of `Recheck` without a row does not compile. */
const RECHECKS: {
  readonly [K in keyof Recheck]-?: (
    request: ProbeRequest,
    resolution: Promise<Resolution>,
    context: ProbeContext,
    connection: ReusableConnection,
  ) => Promise<NonNullable<Recheck[K]>>
} = {
  // Only the headers differ. Over another connection, a load balancer could select another server.
  withoutCloudflareHeaders: async (request, resolution, context, connection) => {
    const page = await fetchPageOver(connection, withoutCloudflareHeaders(request), resolution, context)
    connection.close()
    return page
  },
  // A failure may be limited to one connection, so this probe and those below open their own.
  repeated: fetchPage,
  visitorHeaders: (request, resolution, context) =>
    fetchPage(withVisitorHeaders(request), resolution, context),
  withGet: (request, resolution, context) => fetchPage({ ...request, method: 'GET' }, resolution, context),
  classicalKeyExchange: (request, resolution, context) =>
    fetchPage(withClassicalGroups(request), resolution, context),
  http2: async (request, resolution, context) => (await loadHttp2()).sendHttp2(request, resolution, context),
  keepAlive: sendTwice,
  addressFamilies: probeAddressFamilies,
  silentConnection: observeSilentConnection,
  tlsInspection: inspectTls,
  otherScheme: (request, resolution, context) =>
    exchange(inOtherScheme(request, request.port), resolution, {
      ...context,
      timeout: Math.min(context.timeout, OTHER_SCHEME_TIME),
    }),
  otherPort: (request, resolution, context) =>
    exchange(inOtherScheme(request, defaultPort(request.tls === undefined)), resolution, context),
}

/**
 * Milliseconds for a request in the other scheme. A server that waits for the rest of a request line never responds
 * to a ClientHello, and one that uses TLS responds to it immediately.
 */
const OTHER_SCHEME_TIME = 2000

/** Runs the follow-up probes for these questions, all at once. */
export async function followUp(
  questions: readonly FollowUpQuestion[],
  followUpContext: FollowUpContext,
): Promise<Partial<FollowUps> & { readonly rechecks?: readonly Recheck[] }> {
  const { plan, originResolutions, connections, keepsEdge, context } = followUpContext
  closeUnused(connections, questions, keepsEdge)
  const results: Partial<FollowUps> = {}
  const rechecks: { -readonly [K in keyof Recheck]: Recheck[K] }[] = plan.origins.map(() => ({}))
  const recheck = async (key: keyof Recheck, origin: number): Promise<void> => {
    const [request, resolution, result] = [plan.origins[origin], originResolutions[origin], rechecks[origin]]
    const connection = connections.origins[origin]
    if (request === undefined || resolution === undefined || result === undefined || connection === undefined)
      return
    await assign(result, key, RECHECKS[key](request, resolution, context, connection))
  }
  await loadForFollowUps(questions)
  await Promise.all(
    questions.map((question) =>
      'origin' in question
        ? recheck(question.probe, question.origin)
        : assign(results, question.probe, FOLLOW_UPS[question.probe](followUpContext)),
    ),
  )
  return { ...results, ...(questions.some((question) => 'origin' in question) && { rechecks }) }
}

/** The follow-ups that use the connection of the first response. */
const REUSING = { edge: 'uncached', origin: 'withoutCloudflareHeaders' } as const

/**
 * Closes the connections that no question needs. A server may serve one connection at a time, so an idle one would
 * delay the others.
 */
export function closeUnused(
  { edge, origins }: FollowUpContext['connections'],
  questions: readonly FollowUpQuestion[],
  keepsEdge = false,
): void {
  if (!keepsEdge && !questions.some(({ probe }) => probe === REUSING.edge)) edge.close()
  for (const [index, connection] of origins.entries()) {
    const isNeeded = questions.some(
      (question) => question.probe === REUSING.origin && 'origin' in question && question.origin === index,
    )
    if (!isNeeded) connection.close()
  }
}

async function assign<T, K extends keyof T>(target: T, key: K, value: Promise<T[K]>): Promise<void> {
  target[key] = await value
}

/** The same request over plain HTTP if it used TLS, else over TLS. */
function inOtherScheme({ tls, ...request }: ProbeRequest, port: number): ProbeRequest {
  const servername = serverNameOf(request.headers['host'] ?? '')
  return { ...request, port, ...(tls === undefined && { tls: { servername, trust: 'cloudflare' } }) }
}

/** Queries the runner's first resolver. Its address is replaced: it may be a secret of the runner's network. */
async function queryOwnResolver(
  { edge, resolvers }: ProbePlan,
  context: ProbeContext,
): Promise<readonly DnsAnswer[]> {
  if (resolvers.length === 0) return []
  const [answer] = await queryResolvers(edge.host, ownResolvers(context), context).all
  return answer === undefined ? [] : [{ ...answer, server: untrusted('own') }]
}

function ownResolvers({ network }: ProbeContext): readonly string[] {
  return network.dns?.servers().slice(0, 1) ?? []
}

function responsiveServers(answers: readonly DnsAnswer[]): readonly string[] {
  return answers
    .filter((answer) => answer.kind === 'resolved' || answer.reason !== 'timeout')
    .map(({ server }) => rawTextOf(server))
}

/**
 * Requests the site past the cache. Whether a cache has a response depends on the request, not on the connection, so
 * the first response's connection can be reused.
 */
export async function fetchUncached(
  {
    plan,
    resolution,
    connections: { edge },
    keepsEdge,
  }: Pick<FollowUpContext, 'plan' | 'resolution' | 'connections' | 'keepsEdge'>,
  context: ProbeContext,
): Promise<Exchange> {
  const page = await fetchPageOver(edge, uncached(plan.edge, context.clock.now()), resolution, context)
  if (!keepsEdge) edge.close()
  return page
}

/** The same request with a ClientHello that fits in one packet, also after redirects to the same origin. */
function withClassicalGroups(request: ProbeRequest): ProbeRequest {
  const { redirects } = request
  if (redirects?.direct === undefined) return classical(request)
  const { configured, byScheme } = redirects.direct
  const direct = {
    configured: classical(configured),
    ...(byScheme !== undefined && {
      byScheme: { 'http:': byScheme['http:'], 'https:': classical(byScheme['https:']) },
    }),
  }
  return { ...classical(request), redirects: { ...redirects, direct } }
}

function classical<T extends Endpoint>(endpoint: T): T {
  return endpoint.tls === undefined
    ? endpoint
    : { ...endpoint, tls: { ...endpoint.tls, classicalGroups: true } }
}
