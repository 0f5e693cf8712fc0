import type { Address, ResolutionFailure, DnsAnswer, Transport } from '../../domain/dns.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { stopwatch } from '../network/clock.ts'
import type { DnsAccess, ProbeContext } from '../types.ts'
import { queryServer, type DnsReply } from './query.ts'

export interface DnsServer {
  /** The name or address under which its answers are reported. */
  readonly server: string
  readonly address: string
  /** True for a resolver. A name server knows its own zones only. */
  readonly recursive: boolean
}

/** Queries one server for the IPv4 and IPv6 addresses of a name, both at once. */
export async function queryAddresses(
  name: string,
  { server, address, recursive }: DnsServer,
  dns: DnsAccess,
  context: ProbeContext,
): Promise<DnsAnswer> {
  const stop = stopwatch(context.clock)
  const question = { name, recursive, unchecked: false }
  const replies = await Promise.all([
    queryServer({ ...question, type: 'A' }, address, dns, context),
    queryServer({ ...question, type: 'AAAA' }, address, dns, context),
  ])
  const elapsed = stop()
  const reported = untrusted(server)
  const answer = addressAnswerOf(replies)
  if (answer.kind === 'resolved' || !recursive || answer.code !== 'SERVFAIL')
    return { server: reported, elapsed, ...answer }
  // If the same query succeeds without DNSSEC validation, only the signatures are wrong.
  const unchecked = await queryServer({ ...question, type: 'A', unchecked: true }, address, dns, context)
  return {
    server: reported,
    elapsed,
    ...answer,
    bogus: unchecked.ok && unchecked.message.rcode !== 'SERVFAIL',
  }
}

type AddressAnswer = DnsAnswer extends infer T
  ? T extends DnsAnswer
    ? Omit<T, 'server' | 'elapsed'>
    : never
  : never

/** Combines the replies for A and AAAA. An address in one of them is enough. Pure. */
export function addressAnswerOf(replies: readonly [DnsReply, DnsReply]): AddressAnswer {
  const transport: Transport = replies.find(({ ok }) => ok)?.transport ?? replies[0].transport
  const messages = replies.flatMap((reply) => (reply.ok ? [reply.message] : []))
  const [first, ...rest] = messages.flatMap(({ addresses }): readonly Address[] => addresses)
  const ttls = messages
    .filter(({ addresses }) => first === undefined || addresses.length > 0)
    .flatMap(({ ttl }) => ttl ?? [])
  const aliases = messages.find((message) => message.aliases.length > 0)?.aliases ?? []
  if (first !== undefined) {
    return {
      transport,
      kind: 'resolved',
      addresses: [first, ...rest],
      aliases: aliases.map(untrusted),
      ttl: Math.min(...ttls, MAX_TTL),
    }
  }
  const codes = replies.map((reply) => (reply.ok ? reply.message.rcode : reply.code))
  const code = codes.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? 'NOERROR'
  return {
    transport,
    kind: 'failed',
    reason: REASONS[code] ?? (messages.length === 0 ? 'timeout' : 'other'),
    code,
    ...(ttls.length > 0 && { ttl: Math.min(...ttls) }),
    ...(aliases.length > 0 && { aliases: aliases.map(untrusted) }),
    errors: messages.flatMap(({ errors }) => errors).slice(0, MAX_ERRORS),
    bogus: false,
  }
}

/** Seconds: one week, the usual cache limit of resolvers. */
const MAX_TTL = 604_800
const MAX_ERRORS = 8

const REASONS: Readonly<Record<string, ResolutionFailure>> = {
  NXDOMAIN: 'no-such-host',
  SERVFAIL: 'server-failure',
  DEADLINE: 'timeout',
  ETIMEOUT: 'timeout',
  NOERROR: 'no-address',
}

/**
 * Most conclusive first. NXDOMAIN covers both record types. NOERROR means "no address" only if both replies have it.
 */
function rankOf(code: string): number {
  const order = ['NXDOMAIN', 'SERVFAIL', 'DEADLINE', 'ETIMEOUT', 'NOERROR']
  const rank = order.indexOf(code)
  // Any other code is more conclusive than a timeout, and less than SERVFAIL.
  return rank < 0 ? 1.5 : rank
}
