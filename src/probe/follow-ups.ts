import { defaultPort } from '../shared/authority.ts'
import type { FollowUps, FollowUpQuestion, Recheck } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import type { Resolution, DnsAnswer } from '../domain/dns.ts'
import { withoutCloudflareHeaders } from './plan/cloudflare-headers.ts'
import { ANALYTICS_MINUTES } from '../cloudflare/api/analytics.ts'
import { queryResolvers, type PendingAnswers } from './dns/resolvers.ts'
import { probeAddressFamilies } from './network/address-families.ts'
import { exchange, type ProbeContext } from './http/exchange.ts'
import { inspectTls } from './tls/inspect.ts'
import { sendHttp2 } from './http/http2.ts'
import { sendTwice } from './http/keep-alive.ts'
import type { Once } from './network/lazy.ts'
import { nameOf, type ProbeRequest, type ProbePlan } from './plan/plan.ts'
import { statusOf } from './cloudflare/status-page.ts'
import type { Zone } from './cloudflare/zone.ts'
import { currentRanges } from './cloudflare/ranges.ts'
import { resolution } from './dns/system.ts'
import { fetchPage } from './page/page.ts'

/** What the first probes of a look have in hand for those that ask again. */
export interface Again {
  readonly plan: ProbePlan
  readonly way: ProbeContext
  /** The site's name, and each origin's, as they were resolved a moment ago. */
  readonly name: Promise<Resolution>
  readonly originNames: readonly Promise<Resolution>[]
  /** Absent without a token. */
  readonly zone?: Zone
  /** The data center that answered, where one did. */
  readonly colo: string
  /** What may be under way by then, and is never asked twice. */
  readonly resolvers: Once<PendingAnswers>
  readonly neutral: Once<Promise<Exchange>>
}

/** One row a follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS: { readonly [K in keyof FollowUps]: (again: Again) => Promise<FollowUps[K]> } = {
  uncached: ({ plan, name, way }) => fetchPage(uncached(plan.edge, way.clock.now()), name, way),
  analytics: async ({ zone, way }) => (await zone?.figures(way)) ?? { minutes: ANALYTICS_MINUTES, rows: [] },
  statusPage: ({ colo, way }) => statusOf(colo, way),
  resolvers: ({ resolvers }) => resolvers.begin().all,
  ownResolver: ({ plan, way }) => askOwn(plan, way),
  nameServers: async ({ plan, resolvers, way }) => {
    if (plan.resolvers.length === 0) return []
    const { queryNameServers } = await import('./dns/name-servers.ts')
    return queryNameServers(
      plan.edge.host,
      [...answering(resolvers.begin().soFar()), ...ownServers(way)],
      way,
    )
  },
  connectivity: ({ neutral }) => neutral.begin(),
  ranges: ({ way }) => currentRanges((host) => resolution(host, way), way),
  addressFamilies: ({ plan, name, way }) => probeAddressFamilies(plan.edge, name, way),
}

/** Likewise, for what is asked of one origin again. */
const RECHECKS: {
  readonly [K in keyof Recheck]-?: (
    ask: ProbeRequest,
    name: Promise<Resolution>,
    way: ProbeContext,
  ) => Promise<NonNullable<Recheck[K]>>
} = {
  withoutCloudflareHeaders: (ask, name, way) => fetchPage(withoutCloudflareHeaders(ask), name, way),
  repeated: (ask, name, way) => fetchPage(ask, name, way),
  http2: (ask, name, way) => sendHttp2(ask, name, way),
  keepAlive: (ask, name, way) => sendTwice(ask, name, way),
  addressFamilies: (ask, name, way) => probeAddressFamilies(ask, name, way),
  tlsInspection: inspectTls,
  otherScheme: (ask, name, way) => exchange(inOtherScheme(ask, ask.port), name, way),
  otherPort: (ask, name, way) => exchange(inOtherScheme(ask, defaultPort(ask.tls === undefined)), name, way),
}

/** Asks again, all at the same moment. */
export async function followUp(
  questions: readonly FollowUpQuestion[],
  again: Again,
): Promise<Partial<FollowUps> & { readonly rechecks?: readonly Recheck[] }> {
  const found: Partial<FollowUps> = {}
  const rechecks: { -readonly [K in keyof Recheck]: Recheck[K] }[] = again.plan.origins.map(() => ({}))
  const recheck = async (key: keyof Recheck, origin: number): Promise<void> => {
    const [ask, name, place] = [again.plan.origins[origin], again.originNames[origin], rechecks[origin]]
    if (ask === undefined || name === undefined || place === undefined) return
    await fill(place, key, RECHECKS[key](ask, name, again.way))
  }
  await Promise.all(
    questions.map((question) =>
      'origin' in question
        ? recheck(question.ask, question.origin)
        : fill(found, question.ask, FOLLOW_UPS[question.ask](again)),
    ),
  )
  return { ...found, ...(questions.some((question) => 'origin' in question) && { rechecks }) }
}

async function fill<T, K extends keyof T>(place: T, key: K, value: Promise<T[K]>): Promise<void> {
  place[key] = await value
}

/** In plain HTTP what was asked in TLS, and the other way round. */
function inOtherScheme({ tls, ...ask }: ProbeRequest, port: number): ProbeRequest {
  const servername = nameOf(ask.headers['host'] ?? '')
  return { ...ask, port, ...(tls === undefined && { tls: { servername, trust: 'cloudflare' } }) }
}

/** The first of the runner's own servers, under no address: that may be a secret of its network. */
async function askOwn({ edge, resolvers }: ProbePlan, way: ProbeContext): Promise<readonly DnsAnswer[]> {
  if (resolvers.length === 0) return []
  const [told] = await queryResolvers(edge.host, ownServers(way), way).all
  return told === undefined ? [] : [{ ...told, server: 'own' }]
}

function ownServers({ network }: ProbeContext): readonly string[] {
  return network.dns?.servers().slice(0, 1) ?? []
}

function answering(told: readonly DnsAnswer[]): readonly string[] {
  return told
    .filter((each) => each.kind === 'resolved' || each.reason !== 'timeout')
    .map(({ server }) => server)
}

/** A query string that nobody asked for before is in no cache. */
function uncached(ask: ProbeRequest, now: number): ProbeRequest {
  const join = ask.path.includes('?') ? '&' : '?'
  return { ...ask, path: `${ask.path}${join}origin-gate=${now.toString(36)}` }
}
