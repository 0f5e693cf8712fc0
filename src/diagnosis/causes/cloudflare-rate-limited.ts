import { defineCause, change } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import type { Match } from '../../domain/cause.ts'
import { hasZoneError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { refusalOf } from '../facts/cloudflare/refusals.ts'

export default defineCause({
  id: 'cloudflare-rate-limited',
  title: 'Cloudflare rate-limited this check',
  brief: 'rate-limits this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "Cloudflare returns 429 with code 1015. A rate limiting rule of the zone counts this runner's address, which other clients may share. Real visitors may be unaffected, so the verdict is inconclusive.",
    'The rule may have a custom response. Then the 429 has no `cf-cache-status`, which every response from an origin has.',
    'A Worker that exceeds its burst limit gets code 1015 too. That limits every visitor.',
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
        'Security → Events in the Cloudflare dashboard lists no event with the Ray ID, and a Worker handles the page. Check Workers & Pages → the Worker → Metrics.',
      isOpen: ({ zone }) => zone?.worker !== false,
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
  remedy: () => ({
    summary: 'Send fewer requests, or exempt this check from the rule.',
    steps: [
      change(
        'Raise `interval`',
        ', and check that no other job requests the same site at the same time.',
        '',
      ),
      change(
        'Exempt this check in the rate limiting rule.',
        ' Send a secret header with every request (`headers`), and exclude requests with that header under Security → Security rules (formerly Security → WAF).',
        '',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
  }),
})
