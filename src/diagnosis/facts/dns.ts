import { throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Moment } from '../../domain/cause.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Resolution, DnsAnswer } from '../../domain/dns.ts'

/** Where a name leads, as somebody says; or why he says nothing. `other`: his own trouble, which tells nothing of the name. */
export type View = 'cloudflare' | 'elsewhere' | 'no-such-host' | 'no-address' | 'server-failure' | 'other'

/** Whoever was asked, and what he says. */
export interface ResolverView {
  readonly told: DnsAnswer
  readonly view: View
}

/** Blocked, censored, filtered (RFC 8914): a rule of that resolver speaks, not the DNS. */
const BY_RULE: ReadonlySet<number> = new Set([15, 16, 17, 18])

/** What the runner's own resolver says. */
export function runnerView({ dns, ranges }: Pick<Moment, 'dns' | 'ranges'>): View | undefined {
  return dns && viewOf(dns, ranges)
}

/** What each of the other resolvers says, but for those that were not heard or speak by a rule of their own. */
export function resolverViews({
  resolvers = [],
  ranges,
}: Pick<Moment, 'resolvers' | 'ranges'>): readonly ResolverView[] {
  return resolvers
    .map((told) => ({ told, view: viewOf(told, ranges) }))
    .filter(({ told, view }) => view !== 'other' && !byRule(told))
}

/** What the zone's own name servers say, where all that answer agree. */
export function zoneView({
  nameServers = [],
  ranges,
}: Pick<Moment, 'nameServers' | 'ranges'>): View | undefined {
  const views = new Set(nameServers.map((told) => viewOf(told, ranges)).filter((view) => view !== 'other'))
  const [only, second] = views
  return second === undefined ? only : undefined
}

/** The name leads somewhere, as they say. */
export function hasAddress({ view }: Pick<ResolverView, 'view'>): boolean {
  return view === 'cloudflare' || view === 'elsewhere'
}

/** There is nothing to lead to, as they say. */
export function hasNoRecord({ view }: Pick<ResolverView, 'view'>): boolean {
  return view === 'no-such-host' || view === 'no-address'
}

/** Somebody knows where the name leads: another resolver, or the zone's own name servers, whom resolvers follow in time. */
export function knownElsewhere(moment: Pick<Moment, 'resolvers' | 'nameServers' | 'ranges'>): boolean {
  const view = zoneView(moment)
  return resolverViews(moment).some(hasAddress) || (view !== undefined && hasAddress({ view }))
}

/** Some other resolver leads to Cloudflare, whatever the runner's own says. */
export function othersPointToCloudflare(moment: Pick<Moment, 'resolvers' | 'ranges'>): boolean {
  return resolverViews(moment).some(({ view }) => view === 'cloudflare')
}

/** The signatures of the zone do not hold, as those say who check them. */
export function bogus({ told }: ResolverView): boolean {
  return told.kind === 'failed' && (told.bogus || told.errors.some(({ code }) => DNSSEC.has(code)))
}

/** DNSSEC indeterminate, bogus, expired, not yet valid, without key, signature or zone key (RFC 8914). */
const DNSSEC: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 10, 11, 12])

/**
 * Whether the addresses of the site's name lie outside of the built-in ranges while nothing that answers there is
 * Cloudflare: only then it matters how fresh the list is.
 */
export function rangesMatter({ edge, trace, dns }: Evidence): boolean {
  if (throughCloudflare(edge) || traceOf(trace) !== undefined) return false
  return dns?.kind === 'resolved' && viewOf(dns) === 'elsewhere'
}

function viewOf(said: Resolution | DnsAnswer, ranges?: readonly string[]): View {
  if (said.kind === 'resolved') {
    return said.addresses.some(({ address }) => inCloudflareRanges(address, ranges))
      ? 'cloudflare'
      : 'elsewhere'
  }
  return said.reason === 'timeout' ? 'other' : said.reason
}

function byRule(told: DnsAnswer): boolean {
  return told.kind === 'failed' && told.errors.some(({ code }) => BY_RULE.has(code))
}
