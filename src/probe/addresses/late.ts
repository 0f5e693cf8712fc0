import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { LateAddress } from '../../domain/address.ts'
import type { Address, DnsAnswer, Resolution } from '../../domain/dns.ts'
import { networkOf, sameAddress } from '../../shared/ip.ts'
import { secretsInUrl } from '../../shared/secrets-in-url.ts'
import { usesProxy } from '../network/connect.ts'
import { fetchPageOver } from '../page/page.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { inOrder } from './choice.ts'
import { targetsOf } from './targets.ts'

/**
 * Requests the site at the addresses outside Cloudflare that resolvers return, as their users do. The site's own
 * headers are left out, because the addresses may belong to someone else by now. Empty if the URL has secrets, if an
 * address is not public, if there are more than a round requests, or if a proxy would choose the address.
 */
export async function requestLateAddresses(
  edge: ProbeRequest,
  answers: readonly DnsAnswer[],
  origins: readonly Promise<Resolution>[],
  context: ProbeContext,
): Promise<readonly LateAddress[]> {
  const [first, ...others] = lateAddresses(answers)
  if (first === undefined || secretsInUrl(edge.path).length > 0 || usesProxy(edge, context.network)) return []
  const addresses = [first, ...others] as const
  if (addresses.some(({ address }) => networkOf(address) !== 'public')) return []
  context.onAddresses(addresses.map(({ address }) => address))
  const resolved = Promise.resolve({ host: edge.host, elapsed: 0, kind: 'resolved', addresses } as const)
  const targets = await targetsOf(edge, resolved, context)
  if (targets.some(({ unchecked }) => unchecked?.overLimit !== undefined)) return []
  const known = (await Promise.all(origins)).flatMap((origin) =>
    origin.kind === 'resolved' ? origin.addresses : [],
  )
  return Promise.all(
    targets.map(async ({ connection, resolution }): Promise<LateAddress> => {
      const exchange = await fetchPageOver(connection, withoutOwnHeaders(edge), resolution, context)
      connection.close()
      const at = await resolution
      const isOrigin = at.kind === 'resolved' && known.some((origin) => isAmong(origin, at.addresses))
      return { exchange, isOrigin }
    }),
  )
}

/** The addresses of answers without a Cloudflare address. */
function lateAddresses(answers: readonly DnsAnswer[]): readonly Address[] {
  return inOrder(
    answers.flatMap((answer) => {
      if (answer.kind === 'failed') return []
      return answer.addresses.some(({ address }) => inCloudflareRanges(address)) ? [] : answer.addresses
    }),
  )
}

function isAmong({ address }: Address, all: readonly Address[]): boolean {
  return all.some((other) => sameAddress(other.address, address))
}

function withoutOwnHeaders(request: ProbeRequest): ProbeRequest {
  const { publicHeaders = {} } = request.redirects ?? {}
  return { ...request, headers: { host: request.headers['host'] ?? request.host, ...publicHeaders } }
}
