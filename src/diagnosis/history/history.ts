import type { SkippedRounds } from '../../domain/availability.ts'
import type { Judgment } from '../../domain/diagnosis.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { sampleOf, healthAfter, stepBetween, type Health } from './availability.ts'

/** Looks that are kept of a run. A day of watching makes hundreds of thousands. */
export const MAX_ROUNDS = 200

/** A look that is kept. */
interface RecordedRound {
  readonly evidence: Evidence
  readonly judgment: Judgment
  /** When it was made, and what was known of the site then. */
  readonly at: number
  readonly health: Health
  /** The same for looks that saw the same. */
  readonly key: string
  readonly pinned: boolean
}

/** The looks of a run, oldest first, as many as are worth keeping. */
export type RunHistory = readonly RecordedRound[]

export const EMPTY_HISTORY: RunHistory = []

/**
 * Remembers a look. Of a long run some are let go, with an account in the next one that is kept: first those in the midst
 * of others that saw the same, and then such as do not begin or end the trouble. `pin` keeps it, and so many before it.
 */
export function addRound(
  memory: RunHistory,
  evidence: Evidence,
  judgment: Judgment,
  { pin = 0, most = MAX_ROUNDS } = {},
): RunHistory {
  const before = memory.at(-1)
  const look: RecordedRound = {
    evidence: sharing(evidence, before?.evidence),
    judgment,
    at: evidence.at,
    health: healthAfter(before?.health, judgment.verdict),
    key: keyOf(evidence, judgment),
    pinned: pin > 0,
  }
  const from = memory.length - pin
  const all = [...memory.map((kept, at) => (at > from ? { ...kept, pinned: true } : kept)), look]
  return all.length > most ? without(all, victimOf(all)) : all
}

/** What is remembered, as a history; undefined before the first look. */
export function historyOf(memory: RunHistory): History | undefined {
  const [first, ...rest] = memory.map(({ evidence }) => evidence)
  return first === undefined ? undefined : [first, ...rest]
}

/** Place of the look that is missed least. */
function victimOf(all: RunHistory): number {
  const inner = all.flatMap(({ pinned }, at) => (pinned || at === 0 || at === all.length - 1 ? [] : [at]))
  const alike = inner.find((at) => all[at - 1]?.key === all[at]?.key && all[at]?.key === all[at + 1]?.key)
  if (alike !== undefined) return alike
  const bounds = boundsOf(all)
  const spare = inner.filter((at) => !bounds.has(at))
  return spare[Math.floor(spare.length / 2)] ?? Math.floor(all.length / 2)
}

/** The first and the last look of each kind of trouble, and the one that saw the site well again. */
function boundsOf(all: RunHistory): ReadonlySet<number> {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (const [at, { judgment }] of all.entries()) {
    if (judgment.verdict === 'healthy') continue
    const trouble = `${judgment.verdict} ${judgment.findings[0]?.cause.id ?? ''}`
    if (!first.has(trouble)) first.set(trouble, at)
    last.set(trouble, at)
  }
  const worst = all.findLastIndex(({ judgment }) => judgment.verdict === 'unhealthy')
  const healed = all.findIndex(({ judgment }, at) => at > worst && judgment.verdict === 'healthy')
  return new Set([...first.values(), ...last.values(), healed])
}

function without(all: RunHistory, at: number): RunHistory {
  const [from, gone, next] = [all[at - 1], all[at], all[at + 1]]
  if (from === undefined || gone === undefined || next === undefined) return all
  const skipped = accountOf(from, gone, next)
  return all.toSpliced(at, 2, { ...next, evidence: { ...next.evidence, skipped } })
}

function accountOf(from: RecordedRound, gone: RecordedRound, next: RecordedRound): SkippedRounds {
  const [a, b] = [gone.evidence.skipped ?? NONE, next.evidence.skipped ?? NONE]
  const there = stepBetween(from, gone.evidence, gone.health)
  const on = stepBetween(gone, next.evidence, next.health)
  const { verdict } = gone.judgment
  const health = next.evidence.skipped?.health ?? gone.health
  return {
    healthy: a.healthy + b.healthy + (verdict === 'healthy' ? 1 : 0),
    unhealthy: a.unhealthy + b.unhealthy + (verdict === 'unhealthy' ? 1 : 0),
    inconclusive: a.inconclusive + b.inconclusive + (verdict === 'inconclusive' ? 1 : 0),
    downtime: there.downtime + on.downtime,
    transitions: there.transitions + on.transitions,
    ...(health !== undefined && { health }),
    identical: a.identical && b.identical && from.key === gone.key && gone.key === next.key,
  }
}

const NONE: SkippedRounds = {
  healthy: 0,
  unhealthy: 0,
  inconclusive: 0,
  downtime: 0,
  transitions: 0,
  identical: true,
}

function keyOf(evidence: Evidence, judgment: Judgment): string {
  const { colo = '', family = '', origin } = sampleOf(evidence, judgment)
  const [lead] = judgment.findings
  const ends = [evidence.edge, ...(evidence.origins ?? [])].map(endOf)
  const remarks = [...judgment.warnings, ...judgment.notes].map(({ cause }) => cause.id)
  return [judgment.verdict, lead?.cause.id, lead?.match.confidence, colo, family, origin?.position]
    .concat(ends, remarks)
    .join(' ')
}

function endOf(exchange: Exchange | undefined): string {
  if (exchange === undefined) return '-'
  if (exchange.kind === 'completed') return String(exchange.head.status)
  return `${exchange.phase}/${exchange.error.reason}`
}

/** A page that has not changed is kept once. */
function sharing(evidence: Evidence, before: Evidence | undefined): Evidence {
  if (before === undefined) return evidence
  const { edge, origins } = evidence
  return {
    ...evidence,
    ...(edge !== undefined && { edge: sharingBody(edge, before.edge) }),
    ...(origins !== undefined && {
      origins: origins.map((origin, at) => sharingBody(origin, before.origins?.[at])),
    }),
  }
}

function sharingBody(exchange: Exchange, before: Exchange | undefined): Exchange {
  if (exchange.kind !== 'completed' || before?.kind !== 'completed') return exchange
  const { text } = before.body
  return exchange.body.text === text ? { ...exchange, body: { ...exchange.body, text } } : exchange
}
