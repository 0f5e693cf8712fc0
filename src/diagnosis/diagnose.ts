import type { Diagnosis, Judgment } from '../domain/diagnosis.ts'
import type { History } from '../domain/evidence.ts'
import { judge } from './judge.ts'
import { trendOf } from './history/trend.ts'

/**
 * What a run comes to. A site is healthy when its last judgments, as many in a row as `streak` says, were healthy, and it did
 * not fail once it had been found so: what comes after the first such streak was watched. Looks that could not see the site
 * are no failures of it, and no health either. `history` is judged as it is, so a run that was cut short is never healthy.
 */
export function diagnose(history: History, streak: number): Diagnosis {
  const judgments = history.map(judge)
  const rows = rowsOf(history, judgments)
  const settled = (rows.at(-1) ?? 0) >= streak
  const reached = rows.findIndex((row) => row >= streak)
  const outage = reached < 0 ? [] : judgments.slice(reached).filter(({ verdict }) => verdict === 'unhealthy')
  const trend = trendOf(
    judgments.map(({ verdict }) => verdict),
    settled,
  )
  const last = judgments.at(-1)
  const remarks = { trend, warnings: last?.warnings ?? [], notes: last?.notes ?? [], judgments }
  if (settled && outage.length === 0) return { verdict: 'healthy', alternatives: [], ...remarks }
  const told = mostInformative(outage.length > 0 ? outage : troubleOf(judgments))
  if (told === undefined) return { verdict: 'inconclusive', alternatives: [], ...remarks }
  const [cause, ...alternatives] = told.findings
  return { verdict: told.verdict, ...(cause !== undefined && { cause }), alternatives, ...remarks }
}

/** What is known of a run that was told to stop before it had judged: never a verdict on the site. */
export function diagnoseCancelled(history: readonly [] | History, streak: number): Diagnosis {
  const [first, ...rest] = history
  if (first === undefined) return { ...NOTHING, cancelled: true }
  const { cause, alternatives, ...known } = diagnose([first, ...rest], streak)
  const suspects = cause === undefined ? alternatives : [cause, ...alternatives]
  return { ...known, verdict: 'inconclusive', alternatives: suspects, cancelled: true }
}

const NOTHING: Diagnosis = {
  verdict: 'inconclusive',
  trend: 'steady',
  alternatives: [],
  warnings: [],
  notes: [],
  judgments: [],
}

/** For each look, how many in a row were healthy up to it. */
function rowsOf(history: History, judgments: readonly Judgment[]): readonly number[] {
  let row = 0
  return judgments.map(({ verdict }, at) => {
    const { healthy, unhealthy, inconclusive } = history[at]?.skipped ?? NONE
    const through = unhealthy + inconclusive === 0 ? row + healthy : 0
    row = verdict === 'healthy' ? through + 1 : 0
    return row
  })
}

const NONE = { healthy: 0, unhealthy: 0, inconclusive: 0 } as const

/** The trouble at the end. Healthy at the end, though not for long enough: the last trouble is what there is to tell. */
function troubleOf(judgments: readonly Judgment[]): readonly Judgment[] {
  const sinceHealthy = judgments.slice(judgments.findLastIndex(({ verdict }) => verdict === 'healthy') + 1)
  return sinceHealthy.length > 0
    ? sinceHealthy
    : judgments.filter(({ verdict }) => verdict !== 'healthy').slice(-1)
}

/**
 * The look that says most: the latest, unless it knows less than an earlier one of the same kind. A runner that lost its
 * network says nothing about the site; any other look that could not see has seen that what was broken before is not.
 */
function mostInformative(judgments: readonly Judgment[]): Judgment | undefined {
  const seeing = judgments.findLastIndex((look) => look.findings[0]?.cause.category !== 'runner')
  const last = judgments[seeing] ?? judgments.at(-1)
  if (last?.verdict !== 'unhealthy') return last
  const since = judgments.slice(0, seeing + 1).findLastIndex(({ verdict }) => verdict !== 'unhealthy') + 1
  return judgments.slice(since, seeing + 1).findLast(knows) ?? last
}

function knows({ verdict, findings }: Judgment): boolean {
  return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible'
}
