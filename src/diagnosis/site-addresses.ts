import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { ChosenAddress, OtherAddress } from '../domain/address.ts'
import type { Moment } from '../domain/cause.ts'
import type { CheckRequest } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import { meetsExpectations } from './facts/content.ts'
import { bypassesCloudflare } from './facts/cloudflare/bypass.ts'
import { failedAt } from './facts/exchange.ts'
import { isIntercepted } from './facts/pages/intercepted.ts'

/** A response for the site's name, and the address that it is from, if the name has several. */
export interface AddressPage {
  readonly page: Exchange
  readonly address: ChosenAddress | undefined
}

/**
 * Which response for the site's name is judged: the first that fails, or the first. Clients fall back from IPv6 to IPv4
 * when they can't connect (RFC 8305), so that failure alone doesn't count.
 */
export function worstPage(request: CheckRequest, pages: readonly AddressPage[]): number {
  const ranks = pages.map(({ page, address }) => rankOf(request, page, address, pages))
  return ranks.indexOf(Math.min(...ranks))
}

function rankOf(
  request: CheckRequest,
  page: Exchange,
  address: ChosenAddress | undefined,
  pages: readonly AddressPage[],
): number {
  if (meetsExpectations({ request, edge: page }, page)) return 2
  const ipv4Works = pages.some(
    (other) => other.address?.family === 4 && meetsExpectations({ request, edge: other.page }, other.page),
  )
  if (address?.family === 6 && failedAt(page, 'connect') && ipv4Works) return 3
  return isIntercepted({ request }, page) ? 1 : 0
}

/** The response of another address, while the one that is judged fails. */
export function workingAddress(
  { request, edge }: Pick<Moment, 'request' | 'edge'>,
  others: readonly OtherAddress[],
): Exchange | undefined {
  const { siteAddress } = request
  if (siteAddress === undefined || edge === undefined || meetsExpectations({ request, edge }, edge)) return
  const atCloudflare = others.find(({ address }) => address.outside !== true)
  // Of a name with addresses at Cloudflare, what fails there is judged with the origins, as that of any site.
  if (hasOutside([siteAddress, ...others.map(({ address }) => address)]))
    return bypassesCloudflare({ address: siteAddress, exchange: edge }) ? atCloudflare?.exchange : undefined
  return others.find(({ exchange }) => meetsExpectations({ request, edge: exchange }, exchange))?.exchange
}

function hasOutside(addresses: readonly ChosenAddress[]): boolean {
  return addresses.some(({ outside }) => outside === true)
}

/**
 * The moment of an address of the site's name that fails while another one responds. Without Cloudflare, that address
 * is an origin, and visitors connect to it as the direct probe does.
 */
export function siteAddressMoment(all: Moment, others: readonly OtherAddress[]): Moment {
  const shared = all.request.siteAddress?.outside === true ? withoutCloudflare(all) : all
  const { edge, request } = shared
  const { siteAddress, url, port } = request
  const alike = 1 + others.filter(({ exchange }) => failsAlike(exchange, edge)).length
  return {
    ...shared,
    ...(edge !== undefined && { origin: edge }),
    dialedOrigin: {
      tls: url.startsWith('https:'),
      port,
      position: 1,
      of: 1,
      site: true,
      ...(siteAddress !== undefined && { address: siteAddress, chosen: siteAddress }),
      ...(alike > 1 && { alike }),
      othersRespond: true,
      siblingResponds: true,
    },
  }
}

/** What is known of visitors who get an address outside Cloudflare, while others get one inside. */
function withoutCloudflare(moment: Moment): Moment {
  const { trace: _, resolvers: __, nameServers: ___, dns, ...rest } = moment
  if (dns?.kind !== 'resolved') return rest
  const [first, ...others] = dns.addresses.filter(({ address }) => !inCloudflareRanges(address, rest.ranges))
  return first === undefined ? rest : { ...rest, dns: { ...dns, addresses: [first, ...others] } }
}

function failsAlike(exchange: Exchange, edge: Exchange | undefined): boolean {
  if (exchange.kind === 'completed' || edge?.kind !== 'failed')
    return (
      exchange.kind === 'completed' && edge?.kind === 'completed' && exchange.head.status === edge.head.status
    )
  return exchange.phase === edge.phase && exchange.error.reason === edge.error.reason
}
