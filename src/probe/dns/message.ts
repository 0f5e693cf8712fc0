import { randomInt } from 'node:crypto'
import { isIP } from 'node:net'
import { decode, encode, RECURSION_DESIRED, CHECKING_DISABLED } from 'dns-packet'
import type { Answer, DecodedPacket } from 'dns-packet'
import type { Address, ExtendedError } from '../../domain/dns.ts'

/** What a DNS server is asked. */
export interface Question {
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'NS'
  /** Finds out for us; without it, a name server speaks of its own zones only. */
  readonly recursive: boolean
  /** Gives an answer also where its signatures do not hold (RFC 4035, section 3.2.2). */
  readonly unchecked: boolean
}

/** A question as it goes over the wire, and the id by which its answer is known. */
export interface Query {
  readonly id: number
  readonly question: Question
  readonly bytes: Uint8Array
}

/** What is of use in an answer. All text in it is hostile. */
export interface Message {
  readonly id: number
  readonly rcode: string
  readonly truncated: boolean
  readonly question: { readonly name: string; readonly type: string }
  /** Of the name that was asked for, at the end of its CNAMEs. */
  readonly addresses: readonly Address[]
  /** Names of name servers, of the name that was asked for. */
  readonly nameServers: readonly string[]
  /** The names that the CNAMEs lead to, in their order. */
  readonly aliases: readonly string[]
  /** Seconds for which it may be kept; absent where nothing says so. */
  readonly ttl?: number
  readonly errors: readonly ExtendedError[]
}

/** What fits through every network without fragments, https://www.dnsflagday.net/2020/. */
const ROOM = 1232
/** More of anything than this tells nothing further. */
const MOST = 32
/** Chains that are longer go in circles. */
const LONGEST_CHAIN = 16
const LONGEST_TEXT = 200
/** The option of an extended error. */
const EXTENDED_ERROR = 15
/** By their numbers (RFC 1035, 4.1.1). */
const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const
/** RFC 2181, section 8. */
const LONGEST_TTL = 0x7fff_ffff

/** @param id absent: one that nobody can guess. DNS over HTTPS takes 0, so that it can be cached (RFC 8484, 4.1) */
export function queryOf(question: Question, id = randomInt(0x1_0000)): Query {
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
        udpPayloadSize: ROOM,
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

/** The answer in a packet; undefined for what is none. Packets are hostile: never throws. */
export function readMessage(bytes: Uint8Array): Message | undefined {
  let packet: DecodedPacket
  try {
    packet = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    return undefined
  }
  const [asked, second] = packet.questions ?? []
  const { flags = 0 } = packet
  const opcode = (flags >> 11) & 0xf
  if (!packet.flag_qr || opcode !== 0 || asked === undefined || second !== undefined) return undefined
  const { names, ttls } = chainOf(asked.name, packet.answers ?? [])
  const end = names.at(-1) ?? plain(asked.name)
  const own = (packet.answers ?? []).filter(
    (record) => record.type === asked.type && plain(record.name) === end,
  )
  const addresses = own.flatMap(addressesIn).slice(0, MOST)
  const nameServers = own
    .flatMap((record) => (record.type === 'NS' ? [plain(record.data)] : []))
    .slice(0, MOST)
  const ttl = least(own.length > 0 ? [...ttls, ...own.flatMap(ttlOf)] : denialOf(packet))
  return {
    id: packet.id ?? 0,
    rcode: RCODES[flags & 0xf] ?? `RCODE${flags & 0xf}`,
    truncated: packet.flag_tc,
    question: { name: plain(asked.name), type: asked.type },
    addresses,
    nameServers,
    aliases: names.slice(1),
    ...(ttl !== undefined && { ttl }),
    errors: errorsIn(packet),
  }
}

/** Whether a message answers just that question: another may be late, or forged. */
export function answers({ id, question }: Query, message: Message): boolean {
  return (
    message.id === id &&
    message.question.type === question.type &&
    message.question.name === plain(question.name)
  )
}

/** DNS knows no upper case, and the dot at the end says nothing. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

/** The names from the one asked for to the last CNAME, and the seconds of those records. */
function chainOf(
  asked: string,
  records: readonly Answer[],
): { readonly names: readonly string[]; readonly ttls: readonly number[] } {
  const names = [plain(asked)]
  const ttls: number[] = []
  while (names.length <= LONGEST_CHAIN) {
    const at = names.at(-1)
    const alias = records.find((record) => record.type === 'CNAME' && plain(record.name) === at)
    if (alias?.type !== 'CNAME') break
    names.push(plain(alias.data))
    ttls.push(...ttlOf(alias))
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
  return ttl === undefined || ttl > LONGEST_TTL ? [0] : [ttl]
}

/** How long a "no" holds: the lesser of the SOA's own seconds and its last number (RFC 2308, section 5). */
function denialOf({ authorities = [] }: DecodedPacket): readonly number[] {
  return authorities.flatMap((record) =>
    record.type === 'SOA' ? [...ttlOf(record), record.data.minimum ?? 0] : [],
  )
}

function least(seconds: readonly number[]): number | undefined {
  return seconds.length === 0 ? undefined : Math.min(...seconds.slice(0, 2 * MOST))
}

function errorsIn({ additionals = [] }: DecodedPacket): readonly ExtendedError[] {
  return additionals
    .flatMap((record) => (record.type === 'OPT' ? record.options : []))
    .flatMap((option) => {
      // As numbers: the package has no type for this option.
      const { code, data }: { readonly code: unknown; readonly data?: unknown } = option
      if (code !== EXTENDED_ERROR || !(data instanceof Uint8Array) || data.length < 2) return []
      const text = Buffer.from(data.subarray(2, 2 + LONGEST_TEXT)).toString('utf8')
      return [{ code: Buffer.from(data).readUInt16BE(0), text }]
    })
    .slice(0, MOST)
}
