import { plural } from '../../shared/text.ts'
import type { Judgment, Verdict } from '../../domain/diagnosis.ts'
import { timeOfDay } from '../words.ts'

/** Runs with more sites than this log totals instead of one line per round. */
export const MAX_LINE_PER_SITE = 10

/** A round. Without a pause it was the last one of its site. */
interface FinishedRound {
  readonly site: { readonly url: string }
  readonly judgment: Pick<Judgment, 'verdict'>
  readonly pause: number | undefined
}

/** The progress of a run with many sites. */
export interface ManySites {
  readonly addRound: (round: FinishedRound) => void
  /**
   * `14:03:07 412 of 1000 sites done: 405 healthy, 7 unhealthy · 3 not healthy yet · 40 checks`
   *
   * @param now milliseconds since the epoch
   */
  readonly line: (now: number) => string
}

export function manySitesProgress(total: number): ManySites {
  const done: Record<Verdict, number> = { healthy: 0, unhealthy: 0, inconclusive: 0 }
  const pending = new Set<string>()
  let rounds = 0
  return {
    addRound: ({ site: { url }, judgment: { verdict }, pause }) => {
      rounds += 1
      if (pause === undefined) done[verdict] += 1
      if (pause === undefined || verdict === 'healthy') pending.delete(url)
      else pending.add(url)
    },
    line: (now) => {
      const { healthy, unhealthy, inconclusive } = done
      const ended = healthy + unhealthy + inconclusive
      const kinds = [
        ...(ended === 0 ? [] : [`${healthy} healthy`]),
        ...(unhealthy === 0 ? [] : [`${unhealthy} unhealthy`]),
        ...(inconclusive === 0 ? [] : [`${inconclusive} inconclusive`]),
      ]
      const sites = `${ended} of ${plural(total, 'site')} done`
      const parts = [
        kinds.length === 0 ? sites : `${sites}: ${kinds.join(', ')}`,
        ...(pending.size === 0 ? [] : [`${pending.size} not healthy yet`]),
        plural(rounds, 'check'),
      ]
      return `${timeOfDay(new Date(now).toISOString())} ${parts.join(' · ')}`
    },
  }
}
