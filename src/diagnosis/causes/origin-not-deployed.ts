import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { probeRejected } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { lacksContent, undecidedContentReason, meetsExpectations } from '../facts/content.ts'

/** The origin works, and what was to be deployed is not on it. */
export default defineCause({
  id: 'origin-not-deployed',
  title: 'the origin lacks the expected content',
  brief: 'lacks the expected content',
  hop: 'application',
  owner: 'deploy',
  meaning: [
    "The origin answers well, and `expected-body` or `expected-header` is not in its answer: the release before this one, the web server's own page, or an empty build. A fresh answer through Cloudflare lacks it too. A cached one may hide that.",
    'The check searches the first megabyte of a page. A pattern that takes too long to match is given up, and the check says that it does not know.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an expectation that never fitted' },
      distinguishedBy:
        'Ask the previous release: does it meet `expected-body` and `expected-header`? The text is compared letter by letter, before any script runs.',
      isOpen: () => true,
    },
    {
      what: { other: 'an origin that was asked under another name than Cloudflare uses' },
      distinguishedBy: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return missing(moment) ?? unsure(moment)
  },
  remedy: ({ host, port, tls }) => ({
    summary: 'See what the deploy put on the origin, and whether it runs.',
    steps: [
      step(
        '',
        `See what the origin answers: \`curl -si '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}" | head -n 40\`, with the path of \`url\`.`,
      ),
      step(
        '',
        'See whether the deploy ended well: was the build copied, did the process restart, does the web server point at the new folder?',
      ),
      step(
        '',
        'With several origins, or containers: see whether all of them run the new release; a rollout takes its time.',
      ),
      step('', 'If only the expectation is wrong, mend `expected-body` or `expected-header`.'),
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
    const told = 'asked directly, the origin answers without what is expected'
    if (freshly || past) {
      const because = `${told}, and so does Cloudflare, which has just asked an origin`
      return { outcome: 'unhealthy', confidence: 'certain', because, clues }
    }
    const because = meetsExpectations(moment, edge)
      ? `${told}; what visitors get comes from a cache or from another origin`
      : told
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  const unseen = origin === undefined || origin.kind === 'failed' || probeRejected(moment)
  if (unseen && past && fromCache(edge) && meetsExpectations(moment, edge)) {
    const because =
      "Cloudflare's copy has what is expected, and what an origin answers past the cache lacks it: pages that are not in the cache lack it already"
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  if (!unseen || !shown) return
  if (!freshly && !past) {
    // A copy tells of the time when it was made. What does not come through Cloudflare at all comes from some origin.
    const because = 'what visitors get lacks what is expected, and nobody has looked at the origin'
    return fromCache(edge)
      ? { outcome: 'alternative', confidence: 'possible', because, clues }
      : { outcome: 'unhealthy', confidence: 'likely', because, clues }
  }
  const because = 'Cloudflare has just asked an origin, and the answer lacks what is expected'
  return { outcome: 'unhealthy', confidence: 'likely', because, clues }
}

/** Nobody could tell whether it is there: neither health nor a fault. */
function unsure(moment: Moment): Match | undefined {
  const why = undecidedContentReason(moment, moment.edge) ?? undecidedContentReason(moment, moment.origin)
  if (why === undefined || !visitorsServed(moment)) return
  const because = `nobody knows whether the expected content is there: ${why}`
  return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) }
}
