import { change, defineCause, look } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import type { Match } from '../../domain/cause.ts'
import { hasZoneError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { admitSecret, matchesCheck, checkElsewhere, SEND_SECRET } from '../rules/admit.ts'
import { servedEverywhereElse } from '../vantage/places.ts'
import { refusalOf } from '../facts/cloudflare/refusals.ts'

export default defineCause({
  id: 'cloudflare-rate-limited',
  title: 'Cloudflare rate-limited this check',
  brief: 'rate-limits this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "Cloudflare returns 429 with code 1015. A rate limiting rule of the zone counts this runner's address, which other clients may share. Real visitors may be unaffected, so the verdict is inconclusive. With `vantage-points`, the site is healthy with a note if all of these places get it and the direct request succeeds.",
    'The rule may have a custom response. Then the 429 has no `cf-cache-status`, which every response from an origin has.',
    'A Worker that exceeds its burst limit gets code 1015 too. That limits every visitor, also at the vantage points.',
  ],
  sources: [
    {
      claim: 'Code 1015 means that a rate limiting rule of the zone counted too many requests.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
      read: '2026-11-30',
    },
    {
      claim: 'A Worker that exceeds its burst rate limit returns code 1015.',
      at: 'https://developers.cloudflare.com/workers/observability/errors/',
      read: '2026-11-30',
    },
    {
      claim: 'Security events of that limit have the rule ID `worker`. The Workers Paid plan lifts it.',
      at: 'https://developers.cloudflare.com/workers/platform/limits/',
      read: '2026-11-30',
    },
    {
      claim:
        'Only Enterprise plans have fields for request headers in rate limiting rules. Custom rules can skip these rules.',
      at: 'https://developers.cloudflare.com/waf/rate-limiting-rules/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a rate limit at the origin' },
      distinguishedBy: "The origin's 429 has a `cf-cache-status` and is not a Cloudflare page.",
    },
    {
      what: { other: 'a Worker that exceeds its burst limit' },
      distinguishedBy:
        'Security → Analytics → Events in the Cloudflare dashboard lists an event with the rule ID `worker`, or none, and a Worker handles the page.',
      isOpen: (moment) => moment.zone?.worker !== false && !servedEverywhereElse(moment),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    if (hasZoneError(moment, 1015)) {
      const because = 'Cloudflare returns code 1015, its code for rate limiting.'
      return { outcome: 'inconclusive', confidence: 'certain', because, clues }
    }
    if (refusalOf(moment) !== 'rate-limit') return
    const direct = originHealthy(moment) ? ' The origin responds normally when requested directly.' : ''
    const because = `The 429 comes from Cloudflare, not from the origin: a rule or a Worker generated it.${direct}`
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  },
  remedy: ({ host, elsewhere }) => ({
    summary: 'Send fewer requests, or exempt this check from the rule.',
    steps: [
      look(
        'Find the rule',
        ' in the Cloudflare dashboard, under Security → Analytics → Events (formerly Security → Events): filter by the Ray ID. The rule ID `worker` means the limit of a Worker, from which no rule can exempt a check.',
      ),
      change(
        'Raise `interval`',
        ', and check that no other job requests the same site at the same time.',
        'restore the old value of `interval`.',
      ),
      change(
        'Upgrade to Workers Paid',
        ' if the limit is that of a Worker. The limit of a free plan affects every visitor.',
        'change the plan back.',
      ),
      ...checkElsewhere(elsewhere),
      SEND_SECRET,
      admitSecret(
        'Add a custom rule with the action Skip',
        `, under Security → Security rules (formerly Security → WAF), for ${matchesCheck(host)}. Skip only "All rate limiting rules". Except on Enterprise, these rules can't match a header themselves.`,
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
  }),
})
