import { throughCloudflare } from '../../../cloudflare/response.ts'
import type { OtherAddress } from '../../../domain/address.ts'
import type { Moment } from '../../../domain/cause.ts'

/**
 * Whether visitors who get this address of the site's name bypass Cloudflare, while others don't. A response from
 * Cloudflare shows that the address is one of a customer's own range.
 */
export function bypassesCloudflare({ address, exchange }: OtherAddress): boolean {
  return address.outside === true && !throughCloudflare(exchange)
}

/** The addresses of a name at Cloudflare that bypass it. */
export function bypassingAddresses({ request, edge, otherAddresses = [] }: Moment): readonly OtherAddress[] {
  const { siteAddress } = request
  const judged =
    siteAddress === undefined || edge === undefined ? [] : [{ address: siteAddress, exchange: edge }]
  return [...judged, ...otherAddresses].filter(bypassesCloudflare)
}
