import type { CauseId } from '../../src/domain/cause-id.ts'
import type { Judgment } from '../../src/domain/diagnosis.ts'
import { RIGHT_VERDICTS } from '../../__tests__/witness/verdicts.ts'
import type { Case, Outcome, Witness } from './case.ts'
import { exchangeOf, judgedWhileRejected, judgedWhileServed } from './direct-probe.ts'
import type { Feature } from './features.ts'
import { makeCase } from './generate.ts'
import { readOurselves } from './ours.ts'
import { RECORDED } from './recorded.ts'

/** Compares the judgment of the direct probe with what real proxies do with a response as the edge. */

/**
 * `alarm`: both proxies serve the response whole, and we say unhealthy. `miss`: both refuse it, and we don't blame it.
 * `differs`: both proxies and curl read the same status and page, and we read another.
 */
export type Disagreement = 'alarm' | 'miss' | 'differs'

export interface Disagreeing {
  readonly each: Case
  readonly kind: Disagreement
  readonly features: readonly Feature[]
  /** The verdict, and the cause if there is one. */
  readonly ours: string
  readonly curl: Outcome
}

export interface VerdictComparison {
  readonly served: number
  readonly refused: number
  /** Cases in which nginx and HAProxy disagree. Any judgment is right. */
  readonly divided: number
  /** Disagreements that the list explains, by `kind feature`. */
  readonly listed: ReadonlyMap<string, number>
  /** One for each combination of kind and features. */
  readonly unlisted: readonly Disagreeing[]
}

/** The causes that blame the response itself. */
const BLAMES_RESPONSE: ReadonlySet<CauseId> = new Set([
  'origin-malformed-response',
  'origin-truncated-response',
  'origin-empty-response',
  'origin-headers-too-large',
  'origin-reset',
  'tls-plaintext-port',
])

/** Cases that the proxies read at once. */
const BATCH = 250

/** The recorded responses as they are, and then generated ones. The same seed makes the same cases. */
export function verdictCases(count: number, seed: number): readonly Case[] {
  const recorded = RECORDED.map((bytes, number): Case => ({ number, method: 'GET', bytes }))
  const generated = Array.from({ length: Math.max(0, count - recorded.length) }, (_, index) =>
    makeCase(seed, recorded.length + index),
  )
  return [...recorded, ...generated].slice(0, count)
}

export async function compareVerdicts(
  { nginx, haproxy, curl }: Readonly<Record<'nginx' | 'haproxy' | 'curl', Witness>>,
  cases: readonly Case[],
): Promise<VerdictComparison> {
  const counts = { served: 0, refused: 0, divided: 0 }
  const listed = new Map<string, number>()
  const unlisted = new Map<string, Disagreeing>()
  for (let first = 0; first < cases.length; first += BATCH) {
    const batch = cases.slice(first, first + BATCH)
    const [byNginx, byHaproxy, byCurl] = await Promise.all([
      nginx.read(batch),
      haproxy.read(batch),
      curl.read(batch),
    ])
    for (const [index, each] of batch.entries()) {
      const [one, other, lenient] = [byNginx[index], byHaproxy[index], byCurl[index]]
      if (one === undefined || other === undefined || lenient === undefined)
        throw new Error(`case ${each.number} has no outcome`)
      const group = one.complete === other.complete ? (one.complete ? 'served' : 'refused') : 'divided'
      counts[group] += 1
      const found =
        group === 'divided'
          ? undefined
          : ((await disagreement(each, group)) ?? (await difference(each, [one, other, lenient])))
      if (found === undefined) continue
      const features = [...readOurselves(each).features].toSorted()
      const explained = features.filter((feature) => RIGHT_VERDICTS[feature]?.kinds.includes(found.kind))
      for (const feature of explained) {
        const key = verdictKey(found.kind, feature)
        listed.set(key, (listed.get(key) ?? 0) + 1)
      }
      const key = `${found.kind} ${features.join()}`
      if (explained.length === 0 && !unlisted.has(key))
        unlisted.set(key, { each, ...found, features, curl: lenient })
    }
  }
  return { ...counts, listed, unlisted: [...unlisted.values()] }
}

export const verdictKey = (kind: Disagreement, feature: string): string => `${kind} ${feature}`

async function disagreement(
  { bytes, method }: Case,
  group: 'served' | 'refused',
): Promise<Pick<Disagreeing, 'kind' | 'ours'> | undefined> {
  const exchange = await exchangeOf([bytes], { method })
  if (group === 'served') {
    const judgment = judgedWhileServed(exchange, method)
    return judgment.verdict === 'unhealthy' ? { kind: 'alarm', ours: words(judgment) } : undefined
  }
  const judgment = judgedWhileRejected(exchange, method)
  const [lead] = judgment.findings
  return lead !== undefined && BLAMES_RESPONSE.has(lead.cause.id)
    ? undefined
    : { kind: 'miss', ours: words(judgment) }
}

async function difference(
  { bytes, method }: Case,
  [first, ...others]: readonly [Outcome, ...Outcome[]],
): Promise<Pick<Disagreeing, 'kind' | 'ours'> | undefined> {
  if (!first.complete) return undefined
  const agree = others.every(
    (other) => other.complete && other.status === first.status && other.body === first.body,
  )
  const exchange = await exchangeOf([bytes], { method })
  if (!agree || exchange.kind === 'failed') return undefined
  const { head, body } = exchange
  return head.status === first.status && body.bytes === first.body.length
    ? undefined
    : { kind: 'differs', ours: `${head.status}, ${body.bytes} bytes` }
}

function words({ verdict, findings: [lead] }: Judgment): string {
  return lead === undefined ? verdict : `${verdict}, ${lead.cause.id}, ${lead.match.confidence}`
}
