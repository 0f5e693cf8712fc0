import type { Transport } from '../../domain/dns.ts'
import type { DnsAccess, ProbeContext } from '../types.ts'
import { queryOverHttps, supportsHttps } from './https.ts'
import { encodeQuery, type Question } from './message.ts'
import { queryOverTcp } from './tcp.ts'
import { queryOverUdp, type ReplyOrError } from './udp.ts'

/** A server's reply to one query, and the transport it came over. */
export type DnsReply = ReplyOrError & { readonly transport: Transport }

/**
 * Queries one server over UDP. A truncated reply is queried again over TCP. Without a reply, it tries HTTPS if the
 * server is known to support that, else TCP.
 */
export async function queryServer(
  question: Question,
  address: string,
  dns: DnsAccess,
  context: ProbeContext,
): Promise<DnsReply> {
  const { network, signal } = context
  const query = encodeQuery(question)
  const overUdp = await queryOverUdp(query, address, dns, signal)
  if (overUdp.ok && !overUdp.message.truncated) return { ...overUdp, transport: 'udp' }
  if (overUdp.ok || !supportsHttps(address)) {
    const overTcp = await queryOverTcp(query, address, network, signal)
    if (overTcp.ok || !supportsHttps(address)) return { ...overTcp, transport: 'tcp' }
  }
  return { ...(await queryOverHttps(question, address, context)), transport: 'https' }
}
