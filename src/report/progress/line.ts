import { duration } from '../../shared/text.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import { rayOf, throughCloudflare } from '../../cloudflare/response.ts'
import { elapsedIn } from '../../diagnosis/facts/exchange.ts'
import { fromWhere } from '../../diagnosis/route/observer.ts'
import type { Next } from '../../diagnosis/next/schedule.ts'
import { outcome } from '../build/timeline.ts'
import { MARKS, timeOfDay } from '../words.ts'

/** One finished round at a site, and what comes next. */
export interface RoundProgress {
  readonly evidence: Evidence
  readonly judgment: Judgment
  /** Healthy rounds in a row. */
  readonly streak: number
  /** Healthy rounds in a row that make the site healthy. */
  readonly needed: number
  /** The site is healthy already, and this round is one of `watch`. */
  readonly watching: boolean
  readonly next: Next
  /** Milliseconds until the next round, which may be the first of `watch`; undefined after the last one. */
  readonly pause: number | undefined
  /** Milliseconds after an unhealthy round. */
  readonly interval: number
  /** Milliseconds that are left of `wait`, or of `watch`. */
  readonly left: number
}

export interface LineOptions {
  /** Columns. */
  readonly width?: number
  /** Milliseconds since the round finished. */
  readonly since?: number
}

/** What is dropped from a line that is too long, in this order. The verdict and the cause always stay. */
const DROPPED = [
  'timings',
  'data center',
  'time left',
  'long words',
  'time of day',
  'origins',
  'edge',
  'next',
  'confidence',
] as const

type Detail = (typeof DROPPED)[number]

/**
 * One round on one line, with as much detail as there is room for: `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) ·
 * direct connection refused (31 ms) · origin-refused, certain · next check in 5 s, 48 s left`
 */
export function progressLine(line: RoundProgress, { width = Infinity, since = 0 }: LineOptions = {}): string {
  const forms = Array.from({ length: DROPPED.length + 1 }, (_, count) => {
    const dropped: ReadonlySet<Detail> = new Set(DROPPED.slice(0, count))
    return lineWith((detail) => !dropped.has(detail), line, since)
  })
  return forms.find((form) => form.length <= width) ?? forms.at(-1) ?? ''
}

type Has = (detail: Detail) => boolean

function lineWith(has: Has, line: RoundProgress, since: number): string {
  const { evidence, judgment } = line
  const [lead] = judgment.findings
  const confidence = lead === undefined || !has('confidence') ? '' : `, ${lead.match.confidence}`
  const parts = [
    ...(has('edge') ? [`${routeTo(evidence.edge, has)} ${side(evidence.edge, has)}`] : []),
    ...(has('origins') ? originParts(evidence, has) : []),
    ...(lead === undefined ? [] : [`${lead.cause.id}${confidence}`]),
    ...(judgment.verdict === 'healthy' ? streakParts(line, has) : []),
    ...(has('next') ? afterwards(line, since, has) : []),
  ]
  // Without a cause, the mark alone would say too little.
  const words = parts.length === 0 ? [judgment.verdict] : parts
  const time = has('time of day') ? `${timeOfDay(new Date(evidence.at).toISOString())} ` : ''
  return `${time}${MARKS[judgment.verdict]} ${words.join(' · ')}`
}

function streakParts({ streak, needed, watching }: RoundProgress, has: Has): readonly string[] {
  if (watching) return streak > 1 && has('time left') ? [`${streak} in a row`] : []
  return needed > 1 ? [`${streak} of ${needed} in a row`] : []
}

function originParts({ origins = [], request }: Evidence, has: Has): readonly string[] {
  return origins.map((origin, index) => {
    const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : ''
    const route = request.origins[index]?.route
    return `${route === undefined ? 'direct' : fromWhere(route)}${which} ${side(origin, has)}`
  })
}

/** What follows this round, and for how long. */
function afterwards(
  { judgment, watching, next, pause, left }: RoundProgress,
  since: number,
  has: Has,
): readonly string[] {
  if (next.kind === 'hopeless') return ["waiting won't fix this"]
  if (pause === undefined) return []
  const again = nextCheck(pause, since, has)
  const remaining = Math.max(0, left - since)
  if (next.kind === 'reached') return ['healthy, watching from now on', again]
  if (!has('time left')) return [again]
  if (watching) return [`${again}, watching for ${duration(remaining)} more`]
  return [judgment.verdict === 'healthy' ? again : `${again}, ${duration(remaining)} left`]
}

/** `next check in 5 s`; once that has passed, `checking again, 12 s`. */
function nextCheck(pause: number, since: number, has: Has): string {
  if (since < pause)
    return `${has('long words') ? 'next check' : 'again'} in ${duration(inSeconds(pause - since, since))}`
  if (since === pause) return 'checking again'
  return `checking again, ${duration(Math.floor((since - pause) / 1000) * 1000)}`
}

/** A pause that runs down is counted in whole seconds. */
function inSeconds(milliseconds: number, since: number): number {
  return since === 0 ? milliseconds : Math.ceil(milliseconds / 1000) * 1000
}

/** The route of a response. One from another server didn't come through Cloudflare. */
function routeTo(edge: Exchange | undefined, has: Has): string {
  if (edge?.kind === 'completed' && !throughCloudflare(edge)) return 'by name'
  return has('long words') ? 'through Cloudflare' : 'edge'
}

function side(exchange: Exchange | undefined, has: Has): string {
  if (exchange === undefined) return 'not checked'
  const colo = rayOf(exchange)?.colo ?? ''
  const details = [
    ...(colo !== '' && has('data center') ? [colo] : []),
    ...(has('timings') ? [duration(elapsedIn(exchange))] : []),
  ]
  return `${outcome(exchange)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}
