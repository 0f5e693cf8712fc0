import { dnsAnswer, MAX_CNAME_CHAIN, type DnsAnswer, type Question } from './answer.ts'
import type { Cache } from './cache.ts'
import { resolveFromRoot } from './recursive.ts'
import type { DnsSetup } from './setup.ts'

/** What a resolver knows: what it cachedRecords, and for the rest what the name servers say. */
export function resolveWithCache(
  cache: Cache,
  stage: DnsSetup,
  caches: boolean,
  question: Question,
  checkingDisabled: boolean,
  depth = MAX_CNAME_CHAIN,
): DnsAnswer {
  if (depth === 0) return dnsAnswer('SERVFAIL')
  const known = cache.lookup(question)
  if (known !== undefined) return known

  const [alias] = cache.lookup({ ...question, type: 'CNAME' })?.answers ?? []
  if (alias !== undefined) {
    const target = { ...question, name: alias.data }
    const rest = resolveWithCache(cache, stage, caches, target, checkingDisabled, depth - 1)
    return { ...rest, answers: [alias, ...rest.answers] }
  }
  const answer = resolveFromRoot(stage, question, checkingDisabled)
  // An answer that nobody checked is not for those who want it checked.
  if (caches && !checkingDisabled) cache.store(question, answer)
  return answer
}
