import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { headersTooLarge } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { rollBack } from './application-steps.ts'
import { rawResponse } from './shared-steps.ts'

export default defineCause({
  id: 'origin-headers-too-large',
  title: "the origin's response headers exceed Cloudflare's limit",
  brief: 'headers too large',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The response headers exceed 128 KB, the most that Cloudflare accepts. It then shows 520, although the origin returns 200 to other clients. The usual reasons are cookies that are set repeatedly, a policy header that grew, or debug output in a header. Speed → Origin Analytics shows 200 for the origin and 520 for visitors.',
  ],
  sources: [
    {
      claim: 'Response headers have a total limit of 128 KB.',
      at: 'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
      read: '2026-11-30',
    },
    {
      claim: '520 may mean headers over 128 KB, often because of cookies.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
      read: '2026-11-30',
    },
    {
      claim: 'Origin Analytics shows 200 for the origin and 520 for visitors if the headers are too large.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy: 'Measure the headers as the steps describe. Cloudflare accepts up to 131,072 bytes.',
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const { origin } = moment
    if (!headersTooLarge(origin)) return
    const size = origin.wire?.headBytes
    const does = `sends ${size === undefined ? 'more than the 256 KB of headers that this check reads' : `${sizeText(size)} of headers`}, but Cloudflare accepts at most 128 KB`
    // A complete response is not a failure in itself: Cloudflare has just accepted it, or did not request it.
    if (visitorsServed(moment) && isGoodResponse(moment, origin)) {
      const because = `The origin ${does}. Visitors are still served.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return directFailure(moment, does, {
      sure: 'certain',
      agreed: hasEdgeError(moment, 520) ? 'Cloudflare cannot use its response (520).' : undefined,
    })
  },
  remedy: (context) => ({
    summary: 'Send fewer and shorter headers.',
    steps: [
      look(
        'Measure the headers',
        `, in bytes: \`${rawResponse(context)} | sed '/^\\r$/q' | wc -c\`. \`curl\` stops at a single header of more than 100 KB.`,
      ),
      look(
        'Check which headers are large',
        ": the same command with `awk '{ print length, substr($0, 1, 40) }' | sort -rn | head` in place of `wc -c`.",
      ),
      look(
        'Check the usual sources',
        ': `Set-Cookie` in a loop, sessions kept in cookies, `Content-Security-Policy` and `Link` lines that a build generates, debug headers.',
      ),
      change(
        'Move session data out of cookies',
        ' into the session store, and merge policy headers.',
        'restore the old code.',
      ),
      rollBack(context),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

/** Close to the limit in bytes: rounded, it could equal the limit. */
function sizeText(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024)
  return kilobytes > 128 ? `${kilobytes} KB` : `${bytes.toLocaleString('en-US')} bytes`
}
