/**
 * What a zone may hold. `ALIAS` is Cloudflare's CNAME flattening: the zone's own server follows the name and answers
 * with the addresses that it finds, so that nobody outside ever sees the record itself.
 */
export type RecordType = (typeof TYPES)[number]

/** One record, with its data as `dig` shows it; names in lower case and without the dot at their end. */
export interface LabRecord {
  readonly name: string
  /** Seconds. */
  readonly ttl: number
  readonly type: RecordType
  readonly data: string
}

const TYPES = ['A', 'AAAA', 'CNAME', 'NS', 'SOA', 'TXT', 'CAA', 'ALIAS'] as const

/** Reads lines such as `www.shop.example 300 A 104.16.10.10`. Blank lines do not count; a line that is none of these throws. */
export function parseRecords(zoneFile: string): readonly LabRecord[] {
  const lines = zoneFile.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map(parseRecord)
}

function parseRecord(line: string): LabRecord {
  const [, name, ttl, word, data] = /^(\S+)\s+(\d+)\s+([A-Z]+)\s+(.+)$/.exec(line) ?? []
  const type = TYPES.find((known) => known === word)
  if (name === undefined || data === undefined || type === undefined) {
    throw new TypeError(`Not a record: ${line}`)
  }
  return { name: normalizeName(name), ttl: Number(ttl), type, data }
}

/** A name as the lab compares names: DNS knows no upper case, and the dot at the end says nothing here. */
export const normalizeName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** Whether `name` is `apex` or below it. */
export const isWithin = (name: string, apex: string): boolean =>
  name === apex || name.endsWith(`.${apex}`) || apex === ''

/** The one of `apexes` that is nearest above `name`. */
export const closestApex = (name: string, apexes: readonly string[]): string | undefined =>
  apexes.filter((apex) => isWithin(name, apex)).toSorted((a, b) => b.length - a.length)[0]
