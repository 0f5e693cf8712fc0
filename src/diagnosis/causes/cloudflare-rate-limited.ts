import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasZoneError } from '../facts/edge.ts'

/** The runner, or somebody with its address, asked too often. */
export default defineCause({
  id: 'cloudflare-rate-limited',
  title: 'Cloudflare limits how often the probe may ask',
  brief: 'rate-limits this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    "Cloudflare answers 429 with code 1015: a rate limiting rule of the zone counts this runner's address, which others may share. Visitors may be fine: the check does not know, and says so.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a limit of the origin' },
      distinguishedBy: "A 429 without Cloudflare's page comes from the origin.",
    },
  ],
  needs: ['edge'],
  rule(moment) {
    if (!hasZoneError(moment, 1015)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: 'Cloudflare says so with code 1015',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Ask less often, or exempt this check from the rule.',
    steps: [
      step('', 'Raise `interval`, and see that no other job asks the same site at the same time.'),
      step(
        '',
        'Send a secret header with every probe (`headers`), and exempt requests with that header in the rate limiting rule: Cloudflare dashboard, Security → Security rules (formerly Security → WAF).',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
  }),
})
