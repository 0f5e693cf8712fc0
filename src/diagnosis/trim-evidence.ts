import type { Judgment } from '../domain/diagnosis.ts'
import type { Evidence, Recheck } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import { judge } from './judge.ts'

/** Characters of each page that are tried in turn: mostly a page says nothing that its head does not. */
const LENGTHS = [0, 2000, 16_000] as const

/** The same look with its pages cut as short as can be without another judgment. Its report is the same. */
export function trimEvidence(evidence: Evidence, judgment: Judgment): Evidence {
  const said = saidBy(judgment)
  for (const length of LENGTHS) {
    const less = cut(evidence, length)
    if (saidBy(judge(less)) === said) return less
  }
  return evidence
}

/** All that a judgment says, in a form that can be compared. */
function saidBy({ verdict, findings, warnings, notes }: Judgment): string {
  const said = [findings, warnings, notes].map((all) =>
    all.map(({ cause, match, origin }) => [cause.id, match, origin]),
  )
  return JSON.stringify([verdict, said])
}

function cut(evidence: Evidence, length: number): Evidence {
  const { edge, origins, uncached, rechecks } = evidence
  const short = (exchange: Exchange): Exchange => shortened(exchange, length)
  return {
    ...evidence,
    ...(edge !== undefined && { edge: short(edge) }),
    ...(origins !== undefined && { origins: origins.map(short) }),
    ...(uncached !== undefined && { uncached: short(uncached) }),
    ...(rechecks !== undefined && { rechecks: rechecks.map((recheck) => lessOf(recheck, short)) }),
  }
}

function lessOf(recheck: Recheck, short: (exchange: Exchange) => Exchange): Recheck {
  const { withoutCloudflareHeaders, repeated } = recheck
  return {
    ...recheck,
    ...(withoutCloudflareHeaders !== undefined && {
      withoutCloudflareHeaders: short(withoutCloudflareHeaders),
    }),
    ...(repeated !== undefined && { repeated: short(repeated) }),
  }
}

function shortened(exchange: Exchange, length: number): Exchange {
  if (exchange.kind !== 'completed' || exchange.body.text.length <= length) return exchange
  return { ...exchange, body: { ...exchange.body, text: copied(exchange.body.text.slice(0, length)) } }
}

/** A piece of a string keeps the whole of it in memory, unless it is made anew. */
function copied(text: string): string {
  return String(JSON.parse(JSON.stringify(text)))
}
