import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'

/** The fallback: it leads only when no other cause matches. */
export default defineCause({
  id: 'unexplained',
  title: 'the failure matches no known cause',
  brief: { observedOr: 'unknown failure' },
  hop: 'unknown',
  owner: 'unknown',
  meaning: [
    'The site or its origin fails in a way that matches none of the causes that this check knows. The report shows what was observed.',
  ],
  recoversByItself: true,
  lookalikes: [],
  // It must match even without any observation: a site is healthy only if that was observed.
  needs: [],
  rule(moment): Match {
    const clues = cluesOf(moment)
    if (moment.edge === undefined) {
      const because = 'The site was not requested the way visitors request it.'
      return { outcome: 'inconclusive', confidence: 'possible', because, clues }
    }
    const because = 'The site or its origin fails, and no known cause matches.'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: () => ({
    summary: 'Compare the measurements, and report the case.',
    steps: [
      step(
        'Compare both sides in the measurements',
        ': start with the first difference. If the origin was not requested, set `origin`: most causes require both sides.',
      ),
      step(
        "Check the origin's logs",
        " from the time of this check, and Cloudflare's dashboard under Analytics & Logs → HTTP Traffic.",
      ),
      step(
        'Open an issue',
        ' at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that we can add this cause.',
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
  }),
})
