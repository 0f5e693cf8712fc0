import type { Transport } from '../../domain/dns.ts'
import type { ProbeContext } from '../http/exchange.ts'
import { overHttps, speaksHttps } from './https.ts'
import { queryOf, type Question } from './message.ts'
import type { DnsAccess } from '../network/network.ts'
import { overTcp } from './tcp.ts'
import { overUdp, type ReplyOrError } from './udp.ts'

/** What a server said to one question, and by which way that came. */
export type DnsReply = ReplyOrError & { readonly over: Transport }

/**
 * Asks one server: by UDP, by TCP where the answer has no room there, and where port 53 leads nowhere over HTTPS, as
 * far as the server is known to speak that.
 */
export async function queryServer(
  question: Question,
  address: string,
  dns: DnsAccess,
  way: ProbeContext,
): Promise<DnsReply> {
  const { network, signal } = way
  const query = queryOf(question)
  const brief = await overUdp(query, address, dns, signal)
  if (brief.ok && !brief.message.truncated) return { ...brief, over: 'udp' }
  if (brief.ok || !speaksHttps(address)) {
    const whole = await overTcp(query, address, network, signal)
    if (whole.ok || !speaksHttps(address)) return { ...whole, over: 'tcp' }
  }
  return { ...(await overHttps(question, address, way)), over: 'https' }
}
