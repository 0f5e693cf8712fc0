import { clientOn } from '../http/undici-client.ts'
import { familyOf } from '../../shared/ip.ts'
import { orAborted } from '../../shared/abort.ts'
import sendRequest from 'undici/lib/api/api-request.js'
import { failureCode } from '../network/failure.ts'
import { connectTo } from '../network/connect.ts'
import type { ProbeContext } from '../http/exchange.ts'
import { startTls } from '../tls/handshake.ts'
import { answers, queryOf, readMessage, type Question } from './message.ts'
import { noReply, type ReplyOrError } from './udp.ts'

const FORMAT = 'application/dns-message'
const LONGEST_ANSWER = 65_535

/**
 * The names under which the well-known resolvers answer over HTTPS, at the addresses at which they answer over UDP.
 * 9.9.9.9 does so by HTTP/2 alone, and we ask by HTTP/1.1: there it stays unheard.
 */
const NAMES: Readonly<Record<string, string>> = {
  '1.1.1.1': 'cloudflare-dns.com',
  '1.0.0.1': 'cloudflare-dns.com',
  '2606:4700:4700::1111': 'cloudflare-dns.com',
  '2606:4700:4700::1001': 'cloudflare-dns.com',
  '8.8.8.8': 'dns.google',
  '8.8.4.4': 'dns.google',
  '2001:4860:4860::8888': 'dns.google',
  '2001:4860:4860::8844': 'dns.google',
  '9.9.9.9': 'dns.quad9.net',
  '149.112.112.112': 'dns.quad9.net',
}

export function speaksHttps(address: string): boolean {
  return Object.hasOwn(NAMES, address)
}

/** Asks over HTTPS (RFC 8484), for where port 53 is closed. Only a certificate that holds is believed. */
export async function overHttps(
  question: Question,
  address: string,
  { network, clock, signal }: ProbeContext,
): Promise<ReplyOrError> {
  const name = NAMES[address]
  if (name === undefined) return noReply('ENOTSUP')
  const family = familyOf(address)
  const connection = await connectTo([{ address, family }], 443, network, signal)
  if (!connection.ok) return noReply(connection.error.code)
  const hello = { tls: { servername: name, trust: 'visitors' }, protocols: ['http/1.1'] } as const
  const handshake = await startTls(connection.socket, hello, clock, signal)
  if (!handshake.ok) return noReply(handshake.error.code)
  const { socket, session } = handshake
  const [fault] = session.certificate.faults
  const query = queryOf(question, 0)
  const client = clientOn(`http://${name}`, () => socket, { maxResponseSize: LONGEST_ANSWER })
  try {
    if (fault !== undefined) return noReply(fault)
    const path = `/dns-query?dns=${Buffer.from(query.bytes).toString('base64url')}`
    const sent = sendRequest.call(client, {
      method: 'GET',
      path,
      headers: { host: name, accept: FORMAT },
      signal,
    })
    const answer = await orAborted(sent, signal)
    if (answer.statusCode !== 200 || answer.headers['content-type'] !== FORMAT) return noReply('EBADRESP')
    const body = await orAborted(answer.body.arrayBuffer(), signal)
    const message = readMessage(new Uint8Array(body))
    return message !== undefined && answers(query, message) ? { ok: true, message } : noReply('EBADRESP')
  } catch (error) {
    return noReply(signal.aborted ? 'DEADLINE' : failureCode(error))
  } finally {
    socket.on('error', () => undefined)
    void client.destroy().catch(() => undefined)
    socket.destroy()
  }
}
