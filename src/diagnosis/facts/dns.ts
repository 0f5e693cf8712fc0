import { throughCloudflare, traceOf } from '../../cloudflare/response.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Moment } from '../../domain/cause.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Resolution, DnsAnswer } from '../../domain/dns.ts'
import { matches, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** Where a DNS server says that a name points, or why it gives no address. `other`: a problem of that server alone. */
export type DnsView = 'cloudflare' | 'elsewhere' | 'no-such-host' | 'no-address' | 'server-failure' | 'other'

/** One resolver's answer, and what it says about the name. */
export interface ResolverView {
  readonly answer: DnsAnswer
  readonly view: DnsView
}

/** Blocked, censored, filtered, prohibited (RFC 8914): a policy of that resolver, not the DNS. */
const FILTERED_CODES: ReadonlySet<number> = new Set([15, 16, 17, 18])

/** What the runner's own resolver says. */
export function runnerView({ dns, ranges }: Pick<Moment, 'dns' | 'ranges'>): DnsView | undefined {
  return dns && viewOf(dns, ranges)
}

/** What each of the other resolvers says, without those that didn't respond or that filter the name. */
export function resolverViews({
  resolvers = [],
  ranges,
}: Pick<Moment, 'resolvers' | 'ranges'>): readonly ResolverView[] {
  return resolvers
    .map((answer) => ({ answer, view: viewOf(answer, ranges) }))
    .filter(({ answer, view }) => view !== 'other' && !isFiltered(answer))
}

/** What the zone's name servers say, if all that respond agree. */
export function nameServerView({
  nameServers = [],
  ranges,
}: Pick<Moment, 'nameServers' | 'ranges'>): DnsView | undefined {
  const views = new Set(
    nameServers.map((answer) => viewOf(answer, ranges)).filter((view) => view !== 'other'),
  )
  const [only, second] = views
  return second === undefined ? only : undefined
}

export function hasAddress({ view }: Pick<ResolverView, 'view'>): boolean {
  return view === 'cloudflare' || view === 'elsewhere'
}

export function hasNoRecord({ view }: Pick<ResolverView, 'view'>): boolean {
  return view === 'no-such-host' || view === 'no-address'
}

/** Another resolver has an address for the name, or the zone's name servers do, which resolvers will follow. */
export function otherServersHaveAddress(
  moment: Pick<Moment, 'resolvers' | 'nameServers' | 'ranges'>,
): boolean {
  const view = nameServerView(moment)
  return resolverViews(moment).some(hasAddress) || (view !== undefined && hasAddress({ view }))
}

/**
 * The resolvers whose answer differs from the one that this check used: they have no record, or they point elsewhere
 * while the runner's resolver points to Cloudflare.
 */
export function lateResolvers(moment: Pick<Moment, 'dns' | 'resolvers' | 'ranges'>): readonly ResolverView[] {
  const own = runnerView(moment)
  return resolverViews(moment).filter(
    (resolver) => hasNoRecord(resolver) || (own === 'cloudflare' && resolver.view === 'elsewhere'),
  )
}

/** The runner's resolver points to Cloudflare, and several others, or the only other one, point elsewhere. */
export function severalAreElsewhere(moment: Pick<Moment, 'dns' | 'resolvers' | 'ranges'>): boolean {
  if (runnerView(moment) !== 'cloudflare') return false
  const late = lateResolvers(moment)
  const several = late.length > 1 || late.length === resolverViews(moment).length
  return several && late.length > 0 && late.every(({ view }) => view === 'elsewhere')
}

/** Another resolver points to Cloudflare, whatever the runner's own resolver says. */
export function othersPointToCloudflare(moment: Pick<Moment, 'resolvers' | 'ranges'>): boolean {
  return resolverViews(moment).some(({ view }) => view === 'cloudflare')
}

/** A resolver that validates DNSSEC reports that the zone's signatures are invalid. */
export function failsDnssec({ answer }: ResolverView): boolean {
  return (
    answer.kind === 'failed' && (answer.bogus || answer.errors.some(({ code }) => DNSSEC_CODES.has(code)))
  )
}

/** DNSSEC indeterminate, bogus, expired, not yet valid, without key, signature or zone key (RFC 8914). */
const DNSSEC_CODES: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 10, 11, 12])

/**
 * The site's addresses are outside the built-in Cloudflare ranges, and no response shows that Cloudflare is there.
 * Only then it matters whether the list of ranges is current.
 */
export function needsCurrentRanges({ edge, trace, dns }: Evidence): boolean {
  if (throughCloudflare(edge) || traceOf(trace) !== undefined) return false
  return dns?.kind === 'resolved' && viewOf(dns) === 'elsewhere'
}

function viewOf(result: Resolution | DnsAnswer, ranges?: readonly string[]): DnsView {
  if (result.kind === 'resolved') {
    return result.addresses.some(({ address }) => inCloudflareRanges(address, ranges))
      ? 'cloudflare'
      : 'elsewhere'
  }
  return result.reason === 'timeout' ? 'other' : result.reason
}

function isFiltered(answer: DnsAnswer): boolean {
  return answer.kind === 'failed' && answer.errors.some(({ code }) => FILTERED_CODES.has(code))
}

/**
 * The site's name is an alias whose target resolves to Cloudflare and doesn't share its last two labels: the zone of
 * another owner, such as a SaaS provider. Within a zone, Cloudflare shows no alias. `cdn.cloudflare.net` is a partial
 * (CNAME) setup of the same owner.
 */
export function aliasOfOtherOwner({
  request,
  resolvers = [],
  nameServers = [],
  ranges,
}: Pick<Moment, 'request' | 'resolvers' | 'nameServers' | 'ranges'>): boolean {
  const own = lastLabels(untrusted(request.host.replace(/:\d+$/, '')))
  return [...resolvers, ...nameServers].some((answer) => {
    if (answer.kind !== 'resolved' || viewOf(answer, ranges) !== 'cloudflare') return false
    const [target] = answer.aliases
    return (
      target !== undefined && lastLabels(target) !== own && !matches(target, /\.cdn\.cloudflare\.net\.?$/i)
    )
  })
}

function lastLabels(name: Untrusted): Untrusted {
  return read(name, (text) => untrusted(text.toLowerCase().replace(/\.$/, '').split('.').slice(-2).join('.')))
}
