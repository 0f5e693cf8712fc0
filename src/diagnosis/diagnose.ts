import type { Diagnosis, Judgement } from '../domain/diagnosis.ts'
import type { History } from '../domain/evidence.ts'
import { judge } from './judge.ts'

/**
 * What a run comes to. The only code that knows about time: a site is healthy when its last looks, as many in a row
 * as `streak` says, were healthy. `history` is judged as it is, so a run that was cut short is never healthy.
 */
export function diagnose(history: History, streak: number): Diagnosis {
  const looks = history.map(judge)
  const sinceHealthy = looks.slice(looks.findLastIndex(({ verdict }) => verdict === 'healthy') + 1)
  const good = looks.length - 1 - looks.findLastIndex(({ verdict }) => verdict !== 'healthy')
  const last = looks.at(-1)
  const remarks = { warnings: last?.warnings ?? [], notes: last?.notes ?? [], looks }
  if (sinceHealthy.length === 0 && good >= streak) {
    return {
      verdict: 'healthy',
      trend: good < looks.length ? 'recovered' : 'steady',
      alternatives: [],
      ...remarks,
    }
  }
  // Healthy at the end, though not for long enough: the last trouble is what there is to tell.
  const trouble =
    sinceHealthy.length > 0 ? sinceHealthy : looks.filter(({ verdict }) => verdict !== 'healthy').slice(-1)
  const told = telling(trouble)
  const trend = looks.some(({ verdict }) => verdict === 'healthy') ? 'intermittent' : 'steady'
  if (told === undefined) return { verdict: 'inconclusive', trend: 'steady', alternatives: [], ...remarks }
  const [cause, ...alternatives] = told.findings
  return { verdict: told.verdict, trend, ...(cause !== undefined && { cause }), alternatives, ...remarks }
}

/**
 * The look that says most: the latest, unless it knows less than an earlier one of the same kind. A runner that lost its
 * network says nothing about the site; any other look that could not see has seen that what was broken before is not.
 */
function telling(looks: readonly Judgement[]): Judgement | undefined {
  const seeing = looks.findLastIndex((look) => look.findings[0]?.cause.category !== 'runner')
  const last = looks[seeing] ?? looks.at(-1)
  if (last?.verdict !== 'unhealthy') return last
  const since = looks.slice(0, seeing + 1).findLastIndex(({ verdict }) => verdict !== 'unhealthy') + 1
  return looks.slice(since, seeing + 1).findLast(knows) ?? last
}

function knows({ verdict, findings }: Judgement): boolean {
  return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible'
}
