import type { Evidence } from '../domain/evidence.ts'
import type { Exchange } from '../domain/exchange.ts'
import type { Judgement } from '../domain/diagnosis.ts'
import { rayOf } from '../cloudflare/answer.ts'
import { outcome } from './look.ts'
import { duration, MARKS, timeOfDay } from './words.ts'

export interface LookLine {
  readonly evidence: Evidence
  readonly judgement: Judgement
  readonly streak: number
  readonly needed: number
  readonly next: number | undefined
  readonly left: number
}

/** `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · directly connection refused (31 ms) · origin-refused, certain · again in 5 s, 48 s left` */
export function progressLine({ evidence, judgement, streak, needed, next, left }: LookLine): string {
  const time = timeOfDay(new Date(evidence.at).toISOString())
  const [lead] = judgement.findings
  const told = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`]
  const row = judgement.verdict === 'healthy' && needed > 1 ? [`${streak} of ${needed} in a row`] : []
  const again =
    next === undefined
      ? []
      : [`again in ${duration(next)}${told.length > 0 ? `, ${duration(left)} left` : ''}`]
  const origins = evidence.origins ?? []
  const direct = origins.map((origin, index) => {
    const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : ''
    return `directly${which} ${side(origin)}`
  })
  const parts = [`through Cloudflare ${side(evidence.edge)}`, ...direct, ...told, ...row, ...again]
  return `${time} ${MARKS[judgement.verdict]} ${parts.join(' · ')}`
}

function side(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'not asked'
  const total = Object.values(exchange.timings).reduce((sum, ms) => sum + ms, 0)
  const colo = rayOf(exchange)?.colo ?? ''
  return `${outcome(exchange)} (${colo === '' ? '' : `${colo}, `}${duration(total)})`
}
