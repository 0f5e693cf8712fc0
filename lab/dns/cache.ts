import { isDeepStrictEqual } from 'node:util'
import { dnsAnswer, type DnsAnswer, type Question } from './answer.ts'
import { normalizeName, type LabRecord } from './records.ts'
import type { Resolver } from './setup.ts'

type Preloaded = Pick<Resolver, 'cachedRecords' | 'cachedDenials'>

/** A resolver's cache. TTLs count down. */
export interface Cache {
  /** The cached answer, with its remaining TTL. */
  readonly lookup: (question: Question) => DnsAnswer | undefined
  readonly store: (question: Question, answer: DnsAnswer) => void
  /** Replaces the content if these records differ from the preloaded ones. Otherwise does nothing. */
  readonly preload: (memory: Preloaded) => void
}

/** `now` returns milliseconds. */
export function openCache(now: () => number): Cache {
  const entries = new Map<string, { readonly answer: DnsAnswer; readonly since: number }>()
  let preloaded: Preloaded = { cachedRecords: [], cachedDenials: {} }

  const store = (question: Question, answer: DnsAnswer): void => {
    // Failures are not cached.
    if (answer.rcode === 'NOERROR' || answer.rcode === 'NXDOMAIN') {
      entries.set(questionKey(question), { answer, since: now() })
    }
  }
  const fresh = (key: string): DnsAnswer | undefined => {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const aged = ageAnswer(Math.floor((now() - entry.since) / 1000), entry.answer)
    if (aged === undefined) entries.delete(key)
    return aged
  }

  return {
    lookup: (question) => fresh(questionKey(question)) ?? fresh(questionKey({ ...question, type: ANY_TYPE })),
    store,
    preload: ({ cachedRecords, cachedDenials }) => {
      if (isDeepStrictEqual({ cachedRecords, cachedDenials }, preloaded)) return
      preloaded = { cachedRecords, cachedDenials }
      entries.clear()
      const sets = Map.groupBy(cachedRecords, questionKey)
      for (const [key, answers] of sets) {
        entries.set(key, { answer: dnsAnswer('NOERROR', { answers }), since: now() })
      }
      for (const [name, left] of Object.entries(cachedDenials)) {
        const authorities: readonly LabRecord[] = [{ name, ttl: left, type: 'SOA', data: DENYING_SOA }]
        store({ name, type: ANY_TYPE }, dnsAnswer('NXDOMAIN', { authorities }))
      }
    },
  }
}

/** A name that doesn't exist has no records of any type. */
const ANY_TYPE = '*'

const DENYING_SOA = 'ns1.lab-dns.example hostmaster.lab-dns.example 2026100100 10000 2400 604800 1800'

const questionKey = ({ name, type }: Question): string => `${normalizeName(name)} ${type}`

/** The answer some seconds later. Undefined once any record has expired, or without records. */
function ageAnswer(seconds: number, answer: DnsAnswer): DnsAnswer | undefined {
  const older = (record: LabRecord): LabRecord => ({ ...record, ttl: record.ttl - seconds })
  const aged = {
    ...answer,
    answers: answer.answers.map(older),
    authorities: answer.authorities.map(older),
    waited: false,
  }
  const records = [...aged.answers, ...aged.authorities]
  return records.length > 0 && records.every(({ ttl }) => ttl > 0) ? aged : undefined
}
