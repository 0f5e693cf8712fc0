import { isDeepStrictEqual } from 'node:util'
import { found, type Found, type Question } from './answer.ts'
import { plain, type LabRecord } from './records.ts'
import type { Resolver } from './setup.ts'

type Memory = Pick<Resolver, 'remembers' | 'denies'>

/** What a resolver remembers, counting down. */
export interface Cache {
  /** What is known of the question itself, with the seconds that are left of it. */
  readonly recall: (question: Question) => Found | undefined
  readonly keep: (question: Question, answer: Found) => void
  /** Another memory than before takes the place of all that was learned; the same one changes nothing. */
  readonly prime: (memory: Memory) => void
}

/** `now` tells milliseconds. */
export function openCache(now: () => number): Cache {
  const entries = new Map<string, { readonly answer: Found; readonly since: number }>()
  let primed: Memory = { remembers: [], denies: {} }

  const keep = (question: Question, answer: Found): void => {
    // Failures are asked about again.
    if (answer.rcode === 'NOERROR' || answer.rcode === 'NXDOMAIN') {
      entries.set(keyOf(question), { answer, since: now() })
    }
  }
  const fresh = (key: string): Found | undefined => {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const aged = agedBy(Math.floor((now() - entry.since) / 1000), entry.answer)
    if (aged === undefined) entries.delete(key)
    return aged
  }

  return {
    recall: (question) => fresh(keyOf(question)) ?? fresh(keyOf({ ...question, type: EVERY })),
    keep,
    prime: ({ remembers, denies }) => {
      if (isDeepStrictEqual({ remembers, denies }, primed)) return
      primed = { remembers, denies }
      entries.clear()
      const sets = Map.groupBy(remembers, keyOf)
      for (const [key, answers] of sets) {
        entries.set(key, { answer: found('NOERROR', { answers }), since: now() })
      }
      for (const [name, left] of Object.entries(denies)) {
        const authorities: readonly LabRecord[] = [{ name, ttl: left, type: 'SOA', data: DENYING_SOA }]
        keep({ name, type: EVERY }, found('NXDOMAIN', { authorities }))
      }
    },
  }
}

/** A name that does not exist has no records of any type. */
const EVERY = '*'

const DENYING_SOA = 'ns1.lab-dns.example hostmaster.lab-dns.example 2026100100 10000 2400 604800 1800'

const keyOf = ({ name, type }: Question): string => `${plain(name)} ${type}`

/** The answer some seconds later; undefined once a part of it has run out. One without records tells no time, and is not kept. */
function agedBy(seconds: number, answer: Found): Found | undefined {
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
