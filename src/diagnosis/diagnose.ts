import type { Diagnosis, Finding, Judgment } from '../domain/diagnosis.ts'
import { isSameSentence, phrase } from '../domain/untrusted.ts'
import { isDifference } from './freshness/differing-address.ts'
import type { Evidence, History } from '../domain/evidence.ts'
import { meetsExpectations } from './facts/content.ts'
import { NONE_SKIPPED } from './history/availability.ts'
import { judge } from './judge.ts'
import { trendOf } from './history/trend.ts'

/**
 * Judges a whole run. A site is healthy when the last `needed` rounds were healthy and no round after the first such
 * streak failed: those rounds belong to `watch`. Inconclusive rounds count neither as failures nor as healthy.
 * `history` is judged as it is, so a run that was cut short is never healthy.
 *
 * @param known the judgments of its rounds, if there are any
 */
export function diagnose(
  history: History,
  needed: number,
  known: readonly Judgment[] = history.map(judge),
): Diagnosis {
  const judgments = withUnmeasured(history, known)
  const streaks = streaksOf(history, judgments)
  const settled = (streaks.at(-1) ?? 0) >= needed
  const outage = outageIn(judgments, streaks, needed)
  const trend = trendOf(
    judgments.map(({ verdict }) => verdict),
    settled,
  )
  const last = judgments.at(-1)
  const remarks = { trend, warnings: steadyWarnings(judgments), notes: last?.notes ?? [], judgments }
  if (settled && outage.length === 0) {
    const warnings =
      trend === 'intermittent' ? [...outageWarning(judgments), ...remarks.warnings] : remarks.warnings
    return { verdict: 'healthy', alternatives: [], ...remarks, warnings }
  }
  const decisive = mostInformative(outage.length > 0 ? outage : latestTrouble(judgments))
  if (decisive === undefined) return { verdict: 'inconclusive', alternatives: [], ...remarks }
  const [cause, ...alternatives] = decisive.findings
  return { verdict: decisive.verdict, ...(cause !== undefined && { cause }), alternatives, ...remarks }
}

/**
 * Not every round is measured from elsewhere. Just before one in which the site fails there alone, rounds that were
 * healthy from here prove nothing about the others.
 */
function withUnmeasured(history: History, judgments: readonly Judgment[]): readonly Judgment[] {
  const all = [...judgments]
  for (const [index, { findings }] of judgments.entries()) {
    const isElsewhere = findings[0]?.match.elsewhere === true
    if (!isElsewhere || !meetsExpectations(history[index] ?? history[0], history[index]?.edge)) continue
    for (let before = index - 1; before >= 0; before -= 1) {
      if (judgments[before]?.verdict !== 'healthy' || history[before]?.vantage !== undefined) break
      all[before] = UNMEASURED
    }
  }
  return all
}

const UNMEASURED: Judgment = { verdict: 'inconclusive', findings: [], warnings: [], notes: [] }

/** The unhealthy rounds after the site was healthy for long enough. */
function outageIn(
  judgments: readonly Judgment[],
  streaks: readonly number[],
  needed: number,
): readonly Judgment[] {
  const reached = streaks.findIndex((streak) => streak >= needed)
  return reached < 0 ? [] : judgments.slice(reached).filter(({ verdict }) => verdict === 'unhealthy')
}

/**
 * A site that failed, recovered and failed again may do so once more, although it was healthy for long enough. A single
 * outage is a restart.
 */
function outageWarning(judgments: readonly Judgment[]): readonly Finding[] {
  const unhealthy = judgments.filter(({ verdict }) => verdict === 'unhealthy')
  const finding = (unhealthy.findLast(hasFirmCause) ?? unhealthy.at(-1))?.findings[0]
  if (finding === undefined) return []
  const { match } = finding
  const because = phrase`The site failed, recovered and failed again before it was healthy. ${match.because}`
  return [{ ...finding, lookalikes: [], match: { ...match, outcome: 'warning', because } }]
}

/** Without differences between responses that the round before didn't have: such pages differ with each request. */
function steadyWarnings(judgments: readonly Judgment[]): Judgment['warnings'] {
  const [last, before] = [judgments.at(-1), judgments.at(-2)]
  return (last?.warnings ?? []).filter(
    ({ match }) =>
      !isDifference(match) ||
      before?.verdict !== 'healthy' ||
      before.warnings.some((other) => isSameSentence(other.match.because, match.because)),
  )
}

/**
 * What the rounds so far show, of a run that goes on or was cancelled. Never healthy: the streak isn't complete, or the
 * time to watch isn't over. A site whose last round was healthy has no cause, even if earlier rounds failed.
 *
 * @param unfinished the first round, if it was cancelled
 */
export function diagnoseSoFar(
  history: readonly [] | History,
  needed: number,
  unfinished?: Evidence,
): Diagnosis {
  const [first, ...rest] = history
  if (first === undefined)
    return { ...WITHOUT_ROUNDS, soFar: { streak: 0, needed, ...(unfinished && { unfinished }) } }
  const { cause, alternatives, ...known } = diagnose([first, ...rest], needed)
  const streaks = streaksOf([first, ...rest], known.judgments)
  const soFar = { streak: streaks.at(-1) ?? 0, needed }
  if (soFar.streak > 0 && outageIn(known.judgments, streaks, needed).length === 0)
    return { ...known, verdict: 'inconclusive', alternatives: [], soFar }
  return { ...known, ...(cause !== undefined && { cause }), alternatives, soFar }
}

/** The judgment of a healthy round without a warning or a note. */
export const QUIET: Judgment = { verdict: 'healthy', findings: [], warnings: [], notes: [] }

const WITHOUT_ROUNDS: Diagnosis = {
  verdict: 'inconclusive',
  trend: 'steady',
  alternatives: [],
  warnings: [],
  notes: [],
  judgments: [],
}

/** For each round, the number of healthy rounds in a row up to and including it. */
function streaksOf(history: History, judgments: readonly Judgment[]): readonly number[] {
  let streak = 0
  return judgments.map(({ verdict }, at) => {
    const { healthy, unhealthy, inconclusive } = history[at]?.skipped ?? NONE_SKIPPED
    const before = unhealthy + inconclusive === 0 ? streak + healthy : 0
    streak = verdict === 'healthy' ? before + 1 : 0
    return streak
  })
}

/** The rounds after the last healthy one; when the run ended healthy, the last round that wasn't. */
function latestTrouble(judgments: readonly Judgment[]): readonly Judgment[] {
  const sinceHealthy = judgments.slice(judgments.findLastIndex(({ verdict }) => verdict === 'healthy') + 1)
  return sinceHealthy.length > 0
    ? sinceHealthy
    : judgments.filter(({ verdict }) => verdict !== 'healthy').slice(-1)
}

/**
 * The latest round, or an earlier one of the same outage with a firmer cause. Rounds in which the runner itself
 * failed are skipped, because they say nothing about the site. Other inconclusive rounds end an outage.
 */
function mostInformative(judgments: readonly Judgment[]): Judgment | undefined {
  const lastOfSite = judgments.findLastIndex((round) => round.findings[0]?.cause.category !== 'runner')
  const last = judgments[lastOfSite] ?? judgments.at(-1)
  if (last?.verdict !== 'unhealthy') return last
  const outageStart =
    judgments.slice(0, lastOfSite + 1).findLastIndex(({ verdict }) => verdict !== 'unhealthy') + 1
  return judgments.slice(outageStart, lastOfSite + 1).findLast(hasFirmCause) ?? last
}

function hasFirmCause({ verdict, findings }: Judgment): boolean {
  return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible'
}
