import type { FollowUps, Question, Recheck } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import type { Resolution, Told } from '../domain/dns.ts'
import { withoutCloudflare } from './plan/cloudflare-headers.ts'
import { FIGURES_MINUTES } from '../cloudflare/api/analytics.ts'
import { askResolvers, type Asking } from './dns/resolvers.ts'
import { byFamilies } from './network/address-families.ts'
import { exchange, type Way } from './http/exchange.ts'
import { greet } from './tls/inspect.ts'
import { askHttp2 } from './http/http2.ts'
import { askTwice } from './http/keep-alive.ts'
import type { Once } from './network/lazy.ts'
import { nameOf, type Ask, type Plan } from './plan/plan.ts'
import { statusOf } from './cloudflare/status-page.ts'
import type { Zone } from './cloudflare/zone.ts'
import { currentRanges } from './cloudflare/ranges.ts'
import { resolution } from './dns/system.ts'
import { visit } from './page/page.ts'

/** What the first probes of a look have in hand for those that ask again. */
export interface Again {
  readonly plan: Plan
  readonly way: Way
  /** The site's name, and each origin's, as they were resolved a moment ago. */
  readonly name: Promise<Resolution>
  readonly originNames: readonly Promise<Resolution>[]
  /** Absent without a token. */
  readonly zone?: Zone
  /** The data center that answered, where one did. */
  readonly colo: string
  /** What may be under way by then, and is never asked twice. */
  readonly resolvers: Once<Asking>
  readonly neutral: Once<Promise<Exchange>>
}

/** One row a follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS: { readonly [K in keyof FollowUps]: (again: Again) => Promise<FollowUps[K]> } = {
  uncached: ({ plan, name, way }) => visit(uncached(plan.edge, way.clock.now()), name, way),
  figures: async ({ zone, way }) => (await zone?.figures(way)) ?? { minutes: FIGURES_MINUTES, rows: [] },
  statusPage: ({ colo, way }) => statusOf(colo, way),
  resolvers: ({ resolvers }) => resolvers.begin().all,
  ownResolver: ({ plan, way }) => askOwn(plan, way),
  nameServers: async ({ plan, resolvers, way }) => {
    if (plan.resolvers.length === 0) return []
    const { askNameServers } = await import('./dns/name-servers.ts')
    return askNameServers(plan.edge.host, [...answering(resolvers.begin().soFar()), ...ownServers(way)], way)
  },
  neutral: ({ neutral }) => neutral.begin(),
  ranges: ({ way }) => currentRanges((host) => resolution(host, way), way),
  families: ({ plan, name, way }) => byFamilies(plan.edge, name, way),
}

/** Likewise, for what is asked of one origin again. */
const RECHECKS: {
  readonly [K in keyof Recheck]-?: (
    ask: Ask,
    name: Promise<Resolution>,
    way: Way,
  ) => Promise<NonNullable<Recheck[K]>>
} = {
  bare: (ask, name, way) => visit(withoutCloudflare(ask), name, way),
  again: (ask, name, way) => visit(ask, name, way),
  http2: (ask, name, way) => askHttp2(ask, name, way),
  kept: (ask, name, way) => askTwice(ask, name, way),
  families: (ask, name, way) => byFamilies(ask, name, way),
  greeting: greet,
  otherScheme: (ask, name, way) => exchange(inOtherScheme(ask, ask.port), name, way),
  otherPort: (ask, name, way) => exchange(inOtherScheme(ask, ask.tls === undefined ? 443 : 80), name, way),
}

/** Asks again, all at the same moment. */
export async function followUp(
  questions: readonly Question[],
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
function inOtherScheme({ tls, ...ask }: Ask, port: number): Ask {
  const servername = nameOf(ask.headers['host'] ?? '')
  return { ...ask, port, ...(tls === undefined && { tls: { servername, trust: 'cloudflare' } }) }
}

/** The first of the runner's own servers, under no address: that may be a secret of its network. */
async function askOwn({ edge, resolvers }: Plan, way: Way): Promise<readonly Told[]> {
  if (resolvers.length === 0) return []
  const [told] = await askResolvers(edge.host, ownServers(way), way).all
  return told === undefined ? [] : [{ ...told, server: 'own' }]
}

function ownServers({ network }: Way): readonly string[] {
  return network.dns?.servers().slice(0, 1) ?? []
}

function answering(told: readonly Told[]): readonly string[] {
  return told
    .filter((each) => each.kind === 'resolved' || each.reason !== 'timeout')
    .map(({ server }) => server)
}

/** A query string that nobody asked for before is in no cache. */
function uncached(ask: Ask, now: number): Ask {
  const join = ask.path.includes('?') ? '&' : '?'
  return { ...ask, path: `${ask.path}${join}origin-gate=${now.toString(36)}` }
}
