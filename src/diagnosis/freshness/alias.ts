import type { Moment } from '../../domain/cause.ts'
import type { DnsAnswer } from '../../domain/dns.ts'
import type { Untrusted } from '../../domain/untrusted.ts'

/** The name that the site's name is an alias of, if every server that followed the alias found it broken. */
export function brokenAlias({ resolvers = [], ownResolver = [] }: Moment): Untrusted | undefined {
  const answers = [...resolvers, ...ownResolver]
  if (answers.some(({ kind }) => kind === 'resolved')) return
  const targets = new Set(answers.flatMap(targetOf))
  const [only, second] = targets
  return second === undefined ? only : undefined
}

function targetOf(answer: DnsAnswer): readonly Untrusted[] {
  const last = answer.kind === 'failed' ? answer.aliases?.at(-1) : undefined
  return last === undefined ? [] : [last]
}
