import { isAnyOf } from '../../domain/untrusted.ts'
import { familyOf } from '../../shared/ip.ts'
import { openSocket } from '../network/connect.ts'
import { stopwatch } from '../network/clock.ts'
import { http1Connection } from '../http/http1.ts'
import { startTls } from '../tls/handshake.ts'
import type { ProbeContext } from '../types.ts'
import { isReplyTo, encodeQuery, readMessage, type Question } from './message.ts'
import { noReply, type ReplyOrError } from './udp.ts'

const DNS_MESSAGE = 'application/dns-message'
/** Bytes: the maximum length of a DNS message. */
const MAX_MESSAGE = 65_535

/**
 * TLS names of the well-known resolvers, by the address at which they serve both UDP and HTTPS. 9.9.9.9 serves HTTPS
 * over HTTP/2 only, so our HTTP/1.1 requests to it fail.
 */
const TLS_NAMES: Readonly<Record<string, string>> = {
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

export function supportsHttps(address: string): boolean {
  return Object.hasOwn(TLS_NAMES, address)
}

/** Sends a query over HTTPS (RFC 8484), for networks that block port 53. The server's certificate must be valid. */
export async function queryOverHttps(
  question: Question,
  address: string,
  { network, clock, signal }: ProbeContext,
): Promise<ReplyOrError> {
  const name = TLS_NAMES[address]
  if (name === undefined) return noReply('ENOTSUP')
  const family = familyOf(address)
  const tls = { servername: name, trust: 'visitors' } as const
  const connection = await openSocket(
    { host: address, port: 443, tls },
    [{ address, family }],
    network,
    signal,
  )
  if (!connection.ok) return noReply(connection.error.code)
  const options = { tls, alpn: ['http/1.1'] } as const
  const handshake = await startTls(connection.socket, options, clock, signal)
  if (!handshake.ok) return noReply(handshake.error.code)
  const { socket, session } = handshake
  const [fault] = session.certificate.faults
  const query = encodeQuery(question, 0)
  const client = http1Connection(socket)
  try {
    if (fault !== undefined) return noReply(fault)
    const path = `/dns-query?dns=${Buffer.from(query.bytes).toString('base64url')}`
    const headers = { host: name, accept: DNS_MESSAGE }
    const request = { host: name, port: 443, method: 'GET', path, headers, bodyLimit: MAX_MESSAGE } as const
    const chunks: Uint8Array[] = []
    const onBody = (bytes: Uint8Array): void => {
      if (chunks.length < MAX_MESSAGE) chunks.push(bytes)
    }
    const response = await client.send(request, signal, {}, stopwatch(clock), onBody)
    if (response.kind === 'failed') return noReply(response.error.code)
    const { head, body } = response
    if (head.status !== 200 || !isAnyOf(head.headers['content-type'], DNS_MESSAGE) || !body.complete)
      return noReply('EBADRESP')
    const message = readMessage(Buffer.concat(chunks))
    return message !== undefined && isReplyTo(query, message) ? { ok: true, message } : noReply('EBADRESP')
  } finally {
    client.close()
  }
}
