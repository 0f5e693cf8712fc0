import { randomInt } from 'node:crypto'
import { isIP } from '../../shared/ip.ts'
import { decode, encode, RECURSION_DESIRED, CHECKING_DISABLED } from 'dns-packet'
import type { Answer, DecodedPacket } from 'dns-packet'
import type { Address, ExtendedError } from '../../domain/dns.ts'
import { untrusted } from '../../domain/untrusted.ts'

/** The question of a DNS query. */
export interface Question {
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'NS'
  /** Sets RD. Without it, a name server answers for its own zones only. */
  readonly recursive: boolean
  /** Sets CD: the resolver answers even if the DNSSEC signatures are invalid (RFC 4035, section 3.2.2). */
  readonly unchecked: boolean
}

/** An encoded query. A reply has the same id and question. */
export interface Query {
  readonly id: number
  readonly question: Question
  readonly bytes: Uint8Array
}

/** What we use of a reply. All text in it is hostile. */
export interface Message {
  readonly id: number
  readonly rcode: string
  readonly truncated: boolean
  readonly question: { readonly name: string; readonly type: string }
  /** Addresses of the name at the end of the CNAME chain. */
  readonly addresses: readonly Address[]
  readonly nameServers: readonly string[]
  /** Targets of the CNAME chain, in order. */
  readonly aliases: readonly string[]
  /** Seconds for which the answer may be cached; absent if unknown. */
  readonly ttl?: number
  readonly errors: readonly ExtendedError[]
}

/** Bytes that pass every network without fragmentation, https://www.dnsflagday.net/2020/. */
const UDP_PAYLOAD_SIZE = 1232
/** Addresses, name servers or extended errors to keep of one message. */
const MAX_ITEMS = 32
/** CNAMEs to follow. Longer chains are loops. */
const MAX_CNAMES = 16
/** Bytes of an extended error's text to keep. */
const MAX_ERROR_TEXT = 200
/** EDNS option code (RFC 8914). */
const EXTENDED_ERROR = 15
/** Response codes by number (RFC 1035, section 4.1.1). */
const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const
/** RFC 2181, section 8. */
const MAX_TTL = 0x7fff_ffff

/** @param id random by default. DNS over HTTPS uses 0, so that responses can be cached (RFC 8484, section 4.1) */
export function encodeQuery(question: Question, id = randomInt(0x1_0000)): Query {
  const { name, type, recursive, unchecked } = question
  const flags = (recursive ? RECURSION_DESIRED : 0) | (unchecked ? CHECKING_DISABLED : 0)
  const bytes = encode({
    type: 'query',
    id,
    flags,
    questions: [{ name, type }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: UDP_PAYLOAD_SIZE,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: [],
      },
    ],
  })
  return { id, question, bytes }
}

/** Parses a reply. Undefined if the packet is not a valid reply with one question. Never throws on hostile input. */
export function readMessage(bytes: Uint8Array): Message | undefined {
  let packet: DecodedPacket
  try {
    packet = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    return undefined
  }
  const [question, second] = packet.questions ?? []
  const { flags = 0, answers = [] } = packet
  const opcode = (flags >> 11) & 0xf
  if (!packet.flag_qr || opcode !== 0 || question === undefined || second !== undefined) return undefined
  const { names, ttls } = cnameChain(question.name, answers)
  const canonicalName = names.at(-1) ?? normalizeName(question.name)
  const records = answers.filter(
    (record) => record.type === question.type && normalizeName(record.name) === canonicalName,
  )
  const addresses = records.flatMap(addressesIn).slice(0, MAX_ITEMS)
  const nameServers = records
    .flatMap((record) => (record.type === 'NS' ? [normalizeName(record.data)] : []))
    .slice(0, MAX_ITEMS)
  const ttl = minimum(records.length > 0 ? [...ttls, ...records.flatMap(ttlOf)] : negativeTtls(packet))
  return {
    id: packet.id ?? 0,
    rcode: RCODES[flags & 0xf] ?? `RCODE${flags & 0xf}`,
    truncated: packet.flag_tc,
    question: { name: normalizeName(question.name), type: question.type },
    addresses,
    nameServers,
    aliases: names.slice(1),
    ...(ttl !== undefined && { ttl }),
    errors: extendedErrors(packet),
  }
}

/** Whether a message replies to this query. Others are late or forged. */
export function isReplyTo({ id, question }: Query, message: Message): boolean {
  return (
    message.id === id &&
    message.question.type === question.type &&
    message.question.name === normalizeName(question.name)
  )
}

/** DNS names are case-insensitive, and the final dot is optional. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

/** The names from the queried one to the last CNAME's target, and the TTLs of those CNAMEs. */
function cnameChain(
  name: string,
  records: readonly Answer[],
): { readonly names: readonly string[]; readonly ttls: readonly number[] } {
  const names = [normalizeName(name)]
  const ttls: number[] = []
  while (names.length <= MAX_CNAMES) {
    const last = names.at(-1)
    const cname = records.find((record) => record.type === 'CNAME' && normalizeName(record.name) === last)
    if (cname?.type !== 'CNAME') break
    names.push(normalizeName(cname.data))
    ttls.push(...ttlOf(cname))
  }
  return { names, ttls }
}

function addressesIn(record: Answer): readonly Address[] {
  if (record.type === 'A' && isIP(record.data) === 4) return [{ address: record.data, family: 4 }]
  if (record.type === 'AAAA' && isIP(record.data) === 6) return [{ address: record.data, family: 6 }]
  return []
}

function ttlOf(record: Answer): readonly number[] {
  const ttl = 'ttl' in record ? record.ttl : undefined
  return ttl === undefined || ttl > MAX_TTL ? [0] : [ttl]
}

/** A negative answer is cached for the lesser of the SOA's TTL and its MINIMUM (RFC 2308, section 5). */
function negativeTtls({ authorities = [] }: DecodedPacket): readonly number[] {
  return authorities.flatMap((record) =>
    record.type === 'SOA' ? [...ttlOf(record), record.data.minimum ?? 0] : [],
  )
}

function minimum(seconds: readonly number[]): number | undefined {
  return seconds.length === 0 ? undefined : Math.min(...seconds.slice(0, 2 * MAX_ITEMS))
}

function extendedErrors({ additionals = [] }: DecodedPacket): readonly ExtendedError[] {
  return additionals
    .flatMap((record) => (record.type === 'OPT' ? record.options : []))
    .flatMap((option) => {
      // The package has no type for this option.
      const { code, data }: { readonly code: unknown; readonly data?: unknown } = option
      if (code !== EXTENDED_ERROR || !(data instanceof Uint8Array) || data.length < 2) return []
      const text = Buffer.from(data.subarray(2, 2 + MAX_ERROR_TEXT)).toString('utf8')
      return [{ code: Buffer.from(data).readUInt16BE(0), text: untrusted(text) }]
    })
    .slice(0, MAX_ITEMS)
}
