/**
 * Record types of a zone. `ALIAS` is Cloudflare's CNAME flattening: the zone's server resolves the target and
 * returns its addresses. Clients never see the record itself.
 */
export type RecordType = (typeof TYPES)[number]

/** A record with its data as `dig` prints it. Names are in lower case, without the final dot. */
export interface LabRecord {
  readonly name: string
  /** Seconds. */
  readonly ttl: number
  readonly type: RecordType
  readonly data: string
}

const TYPES = ['A', 'AAAA', 'CNAME', 'NS', 'SOA', 'TXT', 'CAA', 'ALIAS'] as const

/** Parses lines such as `www.shop.example 300 A 104.16.10.10`. Skips blank lines and throws for any other line. */
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

/** Lower case, without the final dot. */
export const normalizeName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** Whether `name` is `apex` or below it. */
export const isWithin = (name: string, apex: string): boolean =>
  name === apex || name.endsWith(`.${apex}`) || apex === ''

/** The most specific of `apexes` that contains `name`. */
export const closestApex = (name: string, apexes: readonly string[]): string | undefined =>
  apexes.filter((apex) => isWithin(name, apex)).toSorted((a, b) => b.length - a.length)[0]
