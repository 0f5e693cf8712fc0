import { plural } from '../../shared/text.ts'
import type { Judgment, Verdict } from '../../domain/diagnosis.ts'
import { timeOfDay } from '../words.ts'

/** More sites than this are told in sums: a line for each look would tell nobody anything. */
export const MAX_LINE_PER_SITE = 10

/** What of a look counts here. Without a pause it was the last one at its site. */
interface FinishedRound {
  readonly site: { readonly url: string }
  readonly judgment: Pick<Judgment, 'verdict'>
  readonly pause: number | undefined
}

/** How far a run at many sites has come. */
export interface ManySites {
  readonly saw: (look: FinishedRound) => void
  /** `14:03:07 412 of 1000 sites done: 405 healthy, 7 not · 3 not healthy so far · 40 looks`, at a time in milliseconds since the epoch. */
  readonly line: (now: number) => string
}

export function manySitesProgress(total: number): ManySites {
  const done: Record<Verdict, number> = { healthy: 0, unhealthy: 0, inconclusive: 0 }
  const ailing = new Set<string>()
  let looks = 0
  return {
    saw: ({ site: { url }, judgment: { verdict }, pause }) => {
      looks += 1
      if (pause === undefined) done[verdict] += 1
      if (pause === undefined || verdict === 'healthy') ailing.delete(url)
      else ailing.add(url)
    },
    line: (now) => {
      const { healthy, unhealthy, inconclusive } = done
      const ended = healthy + unhealthy + inconclusive
      const kinds = [
        ...(ended === 0 ? [] : [`${healthy} healthy`]),
        ...(unhealthy === 0 ? [] : [`${unhealthy} not`]),
        ...(inconclusive === 0 ? [] : [`${inconclusive} not seen`]),
      ]
      const sites = `${ended} of ${plural(total, 'site')} done`
      const parts = [
        kinds.length === 0 ? sites : `${sites}: ${kinds.join(', ')}`,
        ...(ailing.size === 0 ? [] : [`${ailing.size} not healthy so far, and waited for`]),
        plural(looks, 'look'),
      ]
      return `${timeOfDay(new Date(now).toISOString())} ${parts.join(' · ')}`
    },
  }
}
