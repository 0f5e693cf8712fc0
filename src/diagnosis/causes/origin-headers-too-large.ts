import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { headersTooLarge } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { requestDirectly } from './shared-steps.ts'

/** The answer is good, and too much for Cloudflare before it even begins. */
export default defineCause({
  id: 'origin-headers-too-large',
  title: "the headers of the origin's answer are larger than Cloudflare allows",
  brief: 'headers too large',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The headers of the answer come to more than 128 KB, the most that Cloudflare takes. It then shows 520, though the origin answers 200 to anybody else. Usually it is cookies that are set over and over, a policy header that grew, or debug output in a header.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy: 'Measure them: `curl -sD - -o /dev/null URL | wc -c` on the origin.',
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const { origin } = moment
    if (!headersTooLarge(origin)) return
    const size = origin.wire?.headBytes
    const does = `sends ${size === undefined ? 'more headers than this check reads, 256 KB' : `${Math.round(size / 1024)} KB of headers`}, and Cloudflare takes no more than 128 KB`
    // A whole answer is no failure in itself, and Cloudflare has just taken it, or has not been asked.
    if (visitorsServed(moment) && isGoodResponse(moment, origin)) {
      const because = `the origin ${does}; visitors are served all the same`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return directFailure(moment, does, {
      sure: 'certain',
      agreed: hasEdgeError(moment, 520) ? 'Cloudflare cannot use its answer (520)' : undefined,
    })
  },
  remedy: (place) => ({
    summary: 'Send fewer and shorter headers.',
    steps: [
      requestDirectly(place),
      step(
        '',
        "See which headers are large: `curl -sD - -o /dev/null … | awk '{ print length, substr($0, 1, 40) }' | sort -rn | head`.",
      ),
      step(
        '',
        'Look for `Set-Cookie` in a loop, for sessions kept in cookies, for `Content-Security-Policy` and `Link` lines that a build generates, and for debug headers.',
      ),
      step('', "Move what is in cookies into the session's store, and merge policies."),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})
