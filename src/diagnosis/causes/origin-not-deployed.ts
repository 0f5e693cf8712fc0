import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { probeRejected } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'
import { lacksContent, undecidedContentReason, meetsExpectations } from '../facts/content.ts'

export default defineCause({
  id: 'origin-not-deployed',
  title: 'the origin lacks the expected content',
  brief: 'lacks the expected content',
  hop: 'application',
  owner: 'deploy',
  meaning: [
    "The origin responds normally, but its response lacks `expected-body` or `expected-header`. It serves the previous release, the web server's default page, or an empty build. A fresh response through Cloudflare lacks it too. A cached one may hide that.",
    'The check searches the first megabyte of a page. If a pattern takes too long to match, the verdict is inconclusive.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an expectation that was never met' },
      distinguishedBy:
        'Check the previous release: does it meet `expected-body` and `expected-header`? The text is compared exactly, before any script runs.',
      isOpen: () => true,
    },
    {
      what: { other: 'a direct request with a different host name than Cloudflare uses' },
      distinguishedBy:
        'Check Rules → Origin Rules in the dashboard, and set `origin-host` to the Host override.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return missing(moment) ?? unsure(moment)
  },
  remedy: ({ host, port, tls }) => ({
    summary: 'Check what the deploy put on the origin, and whether it runs.',
    steps: [
      step(
        'Check that the deploy succeeded.',
        ' Was the build copied? Did the process restart? Does the web server point to the new folder?',
      ),
      step(
        'Check what the origin returns',
        `: \`curl -si '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}" | head -n 40\`, with the path of \`url\`.`,
      ),
      step(
        'Check that every origin or container runs the new release',
        ', if there are several. A rollout takes time.',
      ),
      step('Fix `expected-body` or `expected-header`', ' if only the expectation is wrong.'),
    ],
    difficulty: 'easy',
    reference: 'https://docs.github.com/en/actions/how-tos/deploy',
  }),
})

function missing(moment: Moment): Match | undefined {
  const { edge, origin, uncached } = moment
  const clues = cluesOf(moment)
  const shown = visitorsServed(moment) && lacksContent(moment, edge)
  const freshly = shown && throughCloudflare(edge) && !fromCache(edge)
  const past = lacksContent(moment, uncached) && throughCloudflare(uncached) && !fromCache(uncached)
  if (lacksContent(moment, origin)) {
    const lacking = 'When requested directly, the origin responds without the expected content.'
    if (freshly || past) {
      const because = `${lacking} A fresh response through Cloudflare lacks it too.`
      return { outcome: 'unhealthy', confidence: 'certain', because, clues }
    }
    const because = meetsExpectations(moment, edge) ? `${lacking}${SERVED_ELSEWHERE}` : lacking
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  const unseen = origin === undefined || origin.kind === 'failed' || probeRejected(moment)
  if (unseen && past && fromCache(edge) && meetsExpectations(moment, edge)) {
    const because =
      "Cloudflare's cached copy has the expected content, but a response that bypasses the cache does not. Uncached pages already lack it."
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  if (!unseen || !shown) return
  if (!freshly && !past) {
    // A cached copy may predate the deploy. A response that did not come through Cloudflare comes from an origin.
    const because = 'What visitors get lacks the expected content. The origin was not checked.'
    return fromCache(edge)
      ? { outcome: 'alternative', confidence: 'possible', because, clues }
      : { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  const because = 'A fresh response through Cloudflare lacks the expected content.'
  return { outcome: 'unhealthy', confidence: 'likely', because, clues }
}

/** The check could not determine whether the content is there. */
function unsure(moment: Moment): Match | undefined {
  const why = undecidedContentReason(moment, moment.edge) ?? undecidedContentReason(moment, moment.origin)
  if (why === undefined || !visitorsServed(moment)) return
  const because = `Whether the expected content is there is unknown: ${why}.`
  return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) }
}
