import { encodingDamage } from '../../diagnosis/facts/exchange.ts'
import type { SkippedRounds } from '../../domain/availability.ts'
import type { Diagnosis, Judgment } from '../../domain/diagnosis.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { TimelineEntry } from '../../domain/report.ts'
import { failureWords } from '../../diagnosis/failure-words.ts'
import type { Sanitize } from './sanitize.ts'
import { wholeTime } from './times.ts'

/** The round that the report shows: the newest one with the verdict and cause of the diagnosis. */
export function shownRound(diagnosis: Diagnosis, history: History): Evidence {
  const { verdict, cause, judgments } = diagnosis
  if (isHealthySoFar(diagnosis)) return history.at(-1) ?? history[0]
  const matches = (index: number, id?: string): boolean =>
    judgments[index]?.verdict === verdict &&
    (id === undefined || judgments[index].findings[0]?.cause.id === id)
  const newest = (id?: string): number => history.findLastIndex((_, index) => matches(index, id))
  const exact = newest(cause?.cause.id)
  return history[exact < 0 ? newest() : exact] ?? history.at(-1) ?? history[0]
}

/** Whether the last round was healthy, but not yet enough of them. */
export function isHealthySoFar({ soFar, cause }: Diagnosis): boolean {
  return soFar !== undefined && soFar.streak > 0 && cause === undefined
}

/** Adds the latest answers of other DNS servers: rounds of a healthy site don't query them. */
export function withLatestDnsServers(evidence: Evidence, history: History): Evidence {
  const last = evidence.resolvers ?? history.findLast(({ resolvers }) => resolvers !== undefined)?.resolvers
  return last === undefined ? evidence : { ...evidence, resolvers: last }
}

export function timelineOf(
  { judgments }: Diagnosis,
  history: History,
  sanitize: Sanitize,
): readonly TimelineEntry[] {
  return judgments.flatMap((judgment, index) => {
    const evidence = history[index]
    return evidence === undefined ? [] : [timelineEntry(evidence, judgment, sanitize)]
  })
}

/** One round in the timeline. */
export function timelineEntry(
  evidence: Evidence,
  { verdict, findings }: Judgment,
  sanitize: Sanitize,
): TimelineEntry {
  const { edge, origins = [] } = evidence
  return {
    at: new Date(evidence.at).toISOString(),
    verdict,
    cause: findings[0]?.cause.id ?? '',
    edge: sanitize(outcome(edge)),
    origin: sanitize(origins.map(outcome).join(', ')),
    ...(edge !== undefined && { edgeTime: wholeTime(edge) }),
    ...(origins.length > 0 && { originTimes: origins.map(wholeTime) }),
    ...(evidence.skipped !== undefined && { skipped: skippedOf(evidence.skipped) }),
  }
}

function skippedOf({
  healthy,
  unhealthy,
  inconclusive,
  identical,
}: SkippedRounds): NonNullable<TimelineEntry['skipped']> {
  return { rounds: healthy + unhealthy + inconclusive, failed: unhealthy, identical }
}

/** `200`, `connection refused`; empty when nothing was requested. */
export function outcome(exchange: Exchange | undefined): string {
  if (exchange === undefined) return ''
  if (exchange.kind === 'completed') {
    const damage = encodingDamage(exchange)
    return damage === undefined ? String(exchange.head.status) : `${exchange.head.status}, ${damage}`
  }
  const { reason, code } = exchange.error
  // The code may come from the server.
  const printable = /^[A-Z0-9_]{1,60}$/.test(code) ? code : ''
  return failureWords({ phase: exchange.phase, reason, code: printable }).brief
}
