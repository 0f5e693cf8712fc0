import { dnsAnswer, MAX_CNAME_CHAIN, type DnsAnswer, type Question } from './answer.ts'
import { isWithin, closestApex, normalizeName, type LabRecord } from './records.ts'
import type { DnsZone } from './setup.ts'

/** Resolves the target of an alias for a zone that flattens it. */
export type ResolveAlias = (question: Question) => DnsAnswer

/** The answer of a server with these zones (RFC 1034, 4.3.2). REFUSED for other zones. */
export function answerFromZones(
  zones: readonly DnsZone[],
  question: Question,
  resolveAlias: ResolveAlias,
  depth = MAX_CNAME_CHAIN,
): DnsAnswer {
  const name = normalizeName(question.name)
  const zone = findZone(zones, name)
  if (zone === undefined) return dnsAnswer('REFUSED')

  const records = recordsAt(zone, name)
  if (records === undefined) return dnsAnswer('NXDOMAIN', { authorities: soaOf(zone) })

  const cname = records.find(({ type }) => type === 'CNAME')
  if (cname !== undefined && question.type !== 'CNAME') {
    const target = { ...question, name: cname.data }
    const isLocal = depth > 0 && findZone(zones, normalizeName(cname.data)) !== undefined
    // Where its zones end, the client resolves the rest.
    const rest = isLocal ? answerFromZones(zones, target, resolveAlias, depth - 1) : dnsAnswer('NOERROR')
    return { ...rest, answers: [cname, ...rest.answers] }
  }

  const alias = records.find(({ type }) => type === 'ALIAS')
  const flattened = alias && (question.type === 'A' || question.type === 'AAAA')
  const answers = flattened
    ? flattenAlias(alias, resolveAlias({ ...question, name: alias.data }), question.type)
    : records.filter(({ type }) => type === question.type)
  if (answers === undefined) return dnsAnswer('SERVFAIL')
  return dnsAnswer('NOERROR', answers.length === 0 ? { authorities: soaOf(zone) } : { answers })
}

export function findZone(zones: readonly DnsZone[], name: string): DnsZone | undefined {
  const apex = closestApex(
    name,
    zones.map((zone) => zone.apex),
  )
  return zones.find((zone) => zone.apex === apex)
}

/** Records of a name, or of the wildcard that covers it. Undefined if the name doesn't exist. */
function recordsAt({ apex, records }: DnsZone, name: string): readonly LabRecord[] | undefined {
  // A name with names below it exists, even without records.
  const exists = (at: string): boolean => records.some((record) => isWithin(record.name, at))
  if (exists(name)) return records.filter((record) => record.name === name)
  // RFC 4592: the closest existing name hides wildcards above it.
  let above = name
  while (above !== apex && !exists(above)) above = above.slice(above.indexOf('.') + 1)
  const wild = records.filter((record) => record.name === `*.${above}`)
  return wild.length === 0 ? undefined : wild.map(({ ttl, type, data }) => ({ name, ttl, type, data }))
}

/** A denial is cached for the lesser of the SOA's own TTL and its last number (RFC 2308, 5). */
function soaOf({ apex, records }: DnsZone): readonly LabRecord[] {
  return records
    .filter(({ name, type }) => name === apex && type === 'SOA')
    .map(({ name, ttl, type, data }) => ({
      name,
      ttl: Math.min(ttl, Number(data.split(' ').at(-1))),
      type,
      data,
    }))
}

/** The addresses of an alias under its own name. Undefined if its target doesn't resolve. */
function flattenAlias(
  alias: LabRecord,
  target: DnsAnswer,
  type: 'A' | 'AAAA',
): readonly LabRecord[] | undefined {
  if (target.rcode !== 'NOERROR') return undefined
  return target.answers
    .filter((record) => record.type === type)
    .map(({ ttl, data }) => ({ name: alias.name, ttl: Math.min(ttl, alias.ttl), type, data }))
}
