import type { Answer } from 'dns-packet'
import type { ExtendedError } from '../answer.ts'
import type { LabRecord, RecordType } from '../records.ts'

/** The numbers of record types on the wire. */
export const TYPE_NUMBERS: Readonly<Record<Exclude<RecordType, 'ALIAS'>, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  TXT: 16,
  AAAA: 28,
  CAA: 257,
}

/** A record for the package that encodes packets. Empty for ALIAS, which never leaves its server. */
export function packetRecords({ name, ttl, type, data }: LabRecord): readonly Answer[] {
  switch (type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return [{ name, ttl, type, data }]
    case 'TXT':
      // A string in a TXT record has at most 255 bytes.
      return [{ name, ttl, type, data: data.match(/.{1,255}/g) ?? [''] }]
    case 'SOA': {
      const [mname = '', rname = '', ...numbers] = data.split(' ')
      const [serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0] = numbers.map(Number)
      return [{ name, ttl, type, data: { mname, rname, serial, refresh, retry, expire, minimum } }]
    }
    case 'CAA': {
      const [, flags, tag, value = ''] = /^(\d+) (issue|issuewild|iodef) "?([^"]*)"?$/.exec(data) ?? []
      if (tag !== 'issue' && tag !== 'issuewild' && tag !== 'iodef') return []
      return [{ name, ttl, type, data: { flags: Number(flags), tag, value } }]
    }
    case 'ALIAS':
      return []
    default:
      return type satisfies never
  }
}

/** An OPT record (RFC 6891) with extended DNS errors (RFC 8914): option 15, a code and a text. */
export function encodeOptRecord(reasons: readonly ExtendedError[]): Buffer {
  const options = reasons.map(({ code, text }) => {
    const words = Buffer.from(text.slice(0, 200))
    const option = Buffer.alloc(6)
    option.writeUInt16BE(15, 0)
    option.writeUInt16BE(2 + words.length, 2)
    option.writeUInt16BE(code, 4)
    return Buffer.concat([option, words])
  })
  const content = Buffer.concat(options)
  // The root's name, type 41, our UDP payload size, no flags, the length.
  const head = Buffer.from([0, 0, 41, 0x04, 0xd0, 0, 0, 0, 0, 0, 0])
  head.writeUInt16BE(content.length, 9)
  return Buffer.concat([head, content])
}
