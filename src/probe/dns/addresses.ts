import type { Address, ResolutionFailure, DnsAnswer, Transport } from '../../domain/dns.ts'
import { stopwatch } from '../network/clock.ts'
import type { ProbeContext } from '../http/exchange.ts'
import type { DnsAccess } from '../network/network.ts'
import { queryServer, type DnsReply } from './query.ts'

/** Whom to ask, and what of him. */
export interface Server {
  /** How he is called in what he says. */
  readonly server: string
  readonly address: string
  /** A name server speaks of its own zones only; whoever is not one finds out for us. */
  readonly recursive: boolean
}

/** Asks one server for the addresses of a name, IPv4 and IPv6 at the same moment. */
export async function queryAddresses(
  name: string,
  at: Server,
  dns: DnsAccess,
  way: ProbeContext,
): Promise<DnsAnswer> {
  const { server, address, recursive } = at
  const lap = stopwatch(way.clock)
  const question = { name, recursive, unchecked: false }
  const said = await Promise.all([
    queryServer({ ...question, type: 'A' }, address, dns, way),
    queryServer({ ...question, type: 'AAAA' }, address, dns, way),
  ])
  const elapsed = lap()
  const told = dnsAnswerOf(said)
  if (told.kind === 'resolved' || !recursive || told.code !== 'SERVFAIL') return { server, elapsed, ...told }
  // Whoever does not check signatures gets an answer where nothing but they are wrong.
  const unchecked = await queryServer({ ...question, type: 'A', unchecked: true }, address, dns, way)
  return { server, elapsed, ...told, bogus: unchecked.ok && unchecked.message.rcode !== 'SERVFAIL' }
}

type AddressAnswer = DnsAnswer extends infer T
  ? T extends DnsAnswer
    ? Omit<T, 'server' | 'elapsed'>
    : never
  : never

/** What the answers for IPv4 and for IPv6 come to: one of them with an address is enough. Pure. */
export function dnsAnswerOf(said: readonly [DnsReply, DnsReply]): AddressAnswer {
  const transport: Transport = said.find(({ ok }) => ok)?.over ?? said[0].over
  const messages = said.flatMap((each) => (each.ok ? [each.message] : []))
  const [first, ...rest] = messages.flatMap(({ addresses }): readonly Address[] => addresses)
  const ttls = messages
    .filter(({ addresses }) => first === undefined || addresses.length > 0)
    .flatMap(({ ttl }) => ttl ?? [])
  if (first !== undefined) {
    const aliases = messages.find((message) => message.aliases.length > 0)?.aliases ?? []
    return {
      transport,
      kind: 'resolved',
      addresses: [first, ...rest],
      aliases,
      ttl: Math.min(...ttls, MOST_TTL),
    }
  }
  const codes = said.map((each) => (each.ok ? each.message.rcode : each.code))
  const code = codes.toSorted((a, b) => weightOf(a) - weightOf(b))[0] ?? 'NOERROR'
  return {
    transport,
    kind: 'failed',
    reason: REASONS[code] ?? (messages.length === 0 ? 'timeout' : 'other'),
    code,
    ...(ttls.length > 0 && { ttl: Math.min(...ttls) }),
    errors: messages.flatMap(({ errors }) => errors).slice(0, MOST_ERRORS),
    bogus: false,
  }
}

/** A week: no answer is kept for longer by those who ask. */
const MOST_TTL = 604_800
const MOST_ERRORS = 8

const REASONS: Readonly<Record<string, ResolutionFailure>> = {
  NXDOMAIN: 'no-such-host',
  SERVFAIL: 'server-failure',
  DEADLINE: 'timeout',
  ETIMEOUT: 'timeout',
  NOERROR: 'no-address',
}

/** "No such name" holds for addresses of either kind; "no address" only where both were told. */
function weightOf(code: string): number {
  const order = ['NXDOMAIN', 'SERVFAIL', 'DEADLINE', 'ETIMEOUT', 'NOERROR']
  const place = order.indexOf(code)
  // What nobody expects says more than silence, and less than an answer.
  return place < 0 ? 1.5 : place
}
