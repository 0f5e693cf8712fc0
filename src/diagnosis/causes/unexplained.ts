import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'

/** The honest rest: broken, and no rule knows why. It speaks only when every other cause is silent. */
export default defineCause({
  id: 'unexplained',
  title: 'no known cause fits what was seen',
  brief: { observedOr: '' },
  hop: 'unknown',
  owner: 'unknown',
  meaning: [
    'Something is wrong, and it fits none of the causes that this check knows. The report tells what was seen.',
  ],
  recoversByItself: true,
  lookalikes: [],
  // Health is seen: where nothing was seen, this has to speak.
  needs: [],
  rule(moment): Match {
    const clues = cluesOf(moment)
    if (moment.edge === undefined) {
      const because = 'nobody has looked at the site as visitors get it'
      return { outcome: 'inconclusive', confidence: 'possible', because, clues }
    }
    const because = 'the site or its origin fails, in a way that no rule of this check knows'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: () => ({
    summary: 'Read what was seen, and tell us about it.',
    steps: [
      step(
        '',
        'Compare both sides in the table: the first difference is where to look. If the origin was not asked, give this step its address as `origin`: most causes take both sides to tell.',
      ),
      step(
        '',
        "Look at the origin's logs from the time of this check, and at Cloudflare's dashboard under Analytics & Logs → HTTP Traffic.",
      ),
      step(
        '',
        'Open an issue at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that this case gets a name.',
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
  }),
})
