import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasZoneError } from '../facts/edge.ts'

export default defineCause({
  id: 'cloudflare-rate-limited',
  title: 'Cloudflare rate-limited this check',
  brief: 'rate-limits this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "Cloudflare returns 429 with code 1015. A rate limiting rule of the zone counts this runner's address, which other clients may share. Real visitors may be unaffected, so the verdict is inconclusive.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a rate limit at the origin' },
      distinguishedBy: 'A 429 that is not on a Cloudflare page comes from the origin.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    if (!hasZoneError(moment, 1015)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: 'Cloudflare returns code 1015, its code for rate limiting.',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Send fewer requests, or exempt this check from the rule.',
    steps: [
      step('Raise `interval`', ', and check that no other job requests the same site at the same time.'),
      step(
        'Exempt this check in the rate limiting rule.',
        ' Send a secret header with every request (`headers`), and exclude requests with that header under Security → Security rules (formerly Security → WAF).',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
  }),
})
