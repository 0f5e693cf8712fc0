import { originName } from '../facts/which-origin.ts'
import type { SkippedRounds } from '../../domain/availability.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { ShownResponses } from '../trim-evidence.ts'
import { NONE_SKIPPED, sampleOf, healthAfter, stepBetween, type Health } from './availability.ts'

/** Rounds that are kept in memory. A day of watching makes thousands. */
export const MAX_ROUNDS = 200

interface RecordedRound {
  readonly evidence: Evidence
  /** With more of the pages than the evidence has. Only the newest round with this result has them. */
  readonly responses?: ShownResponses
  readonly judgment: Judgment
  /** When the round began, in milliseconds since the epoch. */
  readonly at: number
  /** The site's health after this round. */
  readonly health: Health
  /** Equal for rounds with the same result. */
  readonly key: string
  /** Never dropped. */
  readonly pinned: boolean
}

/** The recorded rounds of a run, oldest first. */
export type RunHistory = readonly RecordedRound[]

export const EMPTY_HISTORY: RunHistory = []

interface AddOptions {
  readonly pin?: number
  readonly max?: number
  readonly responses?: ShownResponses
}

/**
 * Adds a round. A full history drops one first, and the next recorded round accounts for it in `skipped`. Rounds
 * between identical ones go first, then those that don't start or end a problem.
 *
 * @param options.pin keeps this round and the `pin - 1` rounds before it forever
 * @param options.responses for the report, if it shows this round
 */
export function addRound(
  rounds: RunHistory,
  evidence: Evidence,
  judgment: Judgment,
  { pin = 0, max = MAX_ROUNDS, responses }: AddOptions = {},
): RunHistory {
  const before = rounds.at(-1)
  const added: RecordedRound = {
    evidence: withSharedBodies(evidence, before?.evidence),
    ...(responses !== undefined && { responses }),
    judgment,
    at: evidence.at,
    health: healthAfter(before?.health, judgment.verdict),
    key: resultKey(evidence, judgment),
    pinned: pin > 0,
  }
  const pinnedAfter = rounds.length - pin
  const all = [
    ...withoutResponses(rounds, judgment).map((round, index) =>
      index > pinnedAfter ? pinned(round) : round,
    ),
    added,
  ]
  return all.length > max ? dropRound(all, leastUseful(all)) : all
}

function pinned(round: RecordedRound): RecordedRound {
  return { ...round, pinned: true }
}

/** The report shows the newest round with its verdict and cause, so that earlier ones need no responses. */
function withoutResponses(rounds: RunHistory, judgment: Judgment): RunHistory {
  const problem = problemKey(judgment)
  return rounds.map((round) => {
    if (round.responses === undefined || problemKey(round.judgment) !== problem) return round
    const { responses: _, ...rest } = round
    return rest
  })
}

function problemKey({ verdict, findings }: Judgment): string {
  return `${verdict} ${findings[0]?.cause.id ?? ''}`
}

/** The recorded evidence; undefined before the first round. */
export function historyOf(rounds: RunHistory): History | undefined {
  const [first, ...rest] = rounds.map(({ evidence, responses }) =>
    responses === undefined ? evidence : { ...evidence, ...responses },
  )
  return first === undefined ? undefined : [first, ...rest]
}

/** Whether every round was healthy, without a warning or a note. */
export function isQuiet(rounds: RunHistory): boolean {
  return rounds.every(
    ({ judgment: { verdict, findings, warnings, notes } }) =>
      verdict === 'healthy' && findings.length + warnings.length + notes.length === 0,
  )
}

/** The index of the round to drop. */
function leastUseful(all: RunHistory): number {
  const candidates = all.flatMap(({ pinned }, at) =>
    pinned || at === 0 || at === all.length - 1 ? [] : [at],
  )
  const betweenIdentical = candidates.find(
    (at) => all[at - 1]?.key === all[at]?.key && all[at]?.key === all[at + 1]?.key,
  )
  if (betweenIdentical !== undefined) return betweenIdentical
  const boundaries = problemBoundaries(all)
  const inner = candidates.filter((at) => !boundaries.has(at))
  return inner[Math.floor(inner.length / 2)] ?? Math.floor(all.length / 2)
}

/** The first and the last round of each kind of problem, and the round that recovered. */
function problemBoundaries(all: RunHistory): ReadonlySet<number> {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (const [at, { judgment }] of all.entries()) {
    if (judgment.verdict === 'healthy') continue
    const problem = problemKey(judgment)
    if (!first.has(problem)) first.set(problem, at)
    last.set(problem, at)
  }
  const lastFailure = all.findLastIndex(({ judgment }) => judgment.verdict === 'unhealthy')
  const recovery = all.findIndex(({ judgment }, at) => at > lastFailure && judgment.verdict === 'healthy')
  return new Set([...first.values(), ...last.values(), recovery])
}

function dropRound(all: RunHistory, at: number): RunHistory {
  const [previous, dropped, next] = [all[at - 1], all[at], all[at + 1]]
  if (previous === undefined || dropped === undefined || next === undefined) return all
  const skipped = skippedWith(previous, dropped, next)
  return all.toSpliced(at, 2, { ...next, evidence: { ...next.evidence, skipped } })
}

/** What `next` has to account for once `dropped` is gone. */
function skippedWith(previous: RecordedRound, dropped: RecordedRound, next: RecordedRound): SkippedRounds {
  const [before, after] = [dropped.evidence.skipped ?? NONE_SKIPPED, next.evidence.skipped ?? NONE_SKIPPED]
  const toDropped = stepBetween(previous, dropped.evidence, dropped.health)
  const toNext = stepBetween(dropped, next.evidence, next.health)
  const { verdict } = dropped.judgment
  const health = next.evidence.skipped?.health ?? dropped.health
  return {
    healthy: before.healthy + after.healthy + (verdict === 'healthy' ? 1 : 0),
    unhealthy: before.unhealthy + after.unhealthy + (verdict === 'unhealthy' ? 1 : 0),
    inconclusive: before.inconclusive + after.inconclusive + (verdict === 'inconclusive' ? 1 : 0),
    downtime: toDropped.downtime + toNext.downtime,
    transitions: toDropped.transitions + toNext.transitions,
    ...(health !== undefined && { health }),
    identical:
      before.identical && after.identical && previous.key === dropped.key && dropped.key === next.key,
  }
}

function resultKey(evidence: Evidence, judgment: Judgment): string {
  const { colo = '', family = '', origin } = sampleOf(evidence, judgment)
  const [lead] = judgment.findings
  const exchanges = [evidence.edge, ...(evidence.origins ?? [])].map(exchangeKey)
  const remarks = [...judgment.warnings, ...judgment.notes].map(({ cause }) => cause.id)
  return [
    judgment.verdict,
    lead?.cause.id,
    lead?.match.confidence,
    colo,
    family,
    origin && originName(origin),
  ]
    .concat(exchanges, remarks)
    .join(' ')
}

function exchangeKey(exchange: Exchange | undefined): string {
  if (exchange === undefined) return '-'
  if (exchange.kind === 'completed') return String(exchange.head.status)
  return `${exchange.phase}/${exchange.error.reason}`
}

/** Reuses the string of an unchanged body, so that it is in memory once. */
function withSharedBodies(evidence: Evidence, before: Evidence | undefined): Evidence {
  if (before === undefined) return evidence
  const { edge, origins } = evidence
  return {
    ...evidence,
    ...(edge !== undefined && { edge: withSharedBody(edge, before.edge) }),
    ...(origins !== undefined && {
      origins: origins.map((origin, at) => withSharedBody(origin, before.origins?.[at])),
    }),
  }
}

function withSharedBody(exchange: Exchange, before: Exchange | undefined): Exchange {
  if (exchange.kind !== 'completed' || before?.kind !== 'completed') return exchange
  const { text } = before.body
  return exchange.body.text === text ? { ...exchange, body: { ...exchange.body, text } } : exchange
}
