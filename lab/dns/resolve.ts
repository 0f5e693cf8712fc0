import { found, LONGEST_CHAIN, type Found, type Question } from './answer.ts'
import type { Cache } from './cache.ts'
import { truthOf } from './recursive.ts'
import type { DnsStage } from './setup.ts'

/** What a resolver knows: what it remembers, and for the rest what the name servers say. */
export function resolveWith(
  cache: Cache,
  stage: DnsStage,
  learns: boolean,
  question: Question,
  checkingDisabled: boolean,
  depth = LONGEST_CHAIN,
): Found {
  if (depth === 0) return found('SERVFAIL')
  const known = cache.recall(question)
  if (known !== undefined) return known

  const [alias] = cache.recall({ ...question, type: 'CNAME' })?.answers ?? []
  if (alias !== undefined) {
    const target = { ...question, name: alias.data }
    const rest = resolveWith(cache, stage, learns, target, checkingDisabled, depth - 1)
    return { ...rest, answers: [alias, ...rest.answers] }
  }
  const answer = truthOf(stage, question, checkingDisabled)
  // An answer that nobody checked is not for those who want it checked.
  if (learns && !checkingDisabled) cache.keep(question, answer)
  return answer
}
