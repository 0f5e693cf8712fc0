import { defineCause, look } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import { admitAddress, admitSecret, checkElsewhere, matchesCheck, SEND_SECRET } from '../rules/admit.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'

export default defineCause({
  id: 'cloudflare-challenged',
  title: 'Cloudflare challenged this runner',
  brief: 'challenges this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare responded to this check with a challenge that only a browser can pass. Runners share their addresses with bots, so this is common. Real visitors may be unaffected, so the verdict is inconclusive.',
    'With `vantage-points`, the check sees what others get. The site is healthy with a note if all of these places, in at least two networks, get it and the direct request succeeds. If they are challenged too, the verdict stays inconclusive.',
    'The check recognizes it by the header `cf-mitigated: challenge`, or by the challenge page itself. A Cloudflare script in the page proves nothing: healthy pages contain it too.',
  ],
  sources: [
    {
      claim: 'The header `cf-mitigated: challenge` marks a challenge, and has no other value.',
      at: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
      read: '2026-11-30',
    },
    {
      claim:
        'The action Skip has options for Super Bot Fight Mode, managed rules, rate limiting rules, and products such as Security Level and Browser Integrity Check. It cannot skip Bot Fight Mode.',
      at: 'https://developers.cloudflare.com/waf/custom-rules/skip/options/',
      read: '2026-11-30',
    },
    {
      claim: 'Bot Fight Mode does not trigger if an IP Access rule matches the request.',
      at: 'https://developers.cloudflare.com/bots/get-started/bot-fight-mode/',
      read: '2026-11-30',
    },
    {
      claim: 'An allowed address bypasses custom rules, rate limiting rules and managed rules.',
      at: 'https://developers.cloudflare.com/waf/tools/ip-access-rules/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [],
  needs: ['edge'],
  rule(moment) {
    const challenged = visitorsServed(moment) ? moment.origin : moment.edge
    // With visitors served from an origin, a challenge of the direct request doesn't matter.
    const sign = servedFromOrigin(moment) ? undefined : challengeIn(challenged)
    if (sign === undefined) return
    return {
      outcome: 'inconclusive',
      confidence: sign === 'header' ? 'certain' : 'likely',
      because:
        sign === 'header'
          ? "Cloudflare's response has the header `cf-mitigated: challenge`."
          : 'The response is the page that Cloudflare shows while it verifies a browser.',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host, elsewhere }) => ({
    summary: 'Let this check skip the challenge.',
    steps: [
      look(
        'Find what challenges the check',
        ' in the Cloudflare dashboard, under Security → Analytics → Events (formerly Security → Events): filter by the Ray ID. The field Service names the product.',
      ),
      ...checkElsewhere(elsewhere),
      SEND_SECRET,
      admitSecret(
        'Add a custom rule with the action Skip',
        `, under Security → Security rules (formerly Security → WAF), for ${matchesCheck(host)}. Skip only what challenges: custom rules, managed rules, Super Bot Fight Mode rules (Pro and higher), or a product. Under Attack mode is the product Security Level.`,
      ),
      admitAddress(
        'Or allow the address of a self-hosted runner',
        ': Security → Security rules → Create rule → IP access rules (formerly Security → WAF → Tools). Nothing else gets a check past Bot Fight Mode. The address then bypasses custom rules, rate limits and managed rules.',
      ),
    ],
    avoid:
      "Don't accept the status of the challenge as success, because a site that is down behind it would pass. Don't turn off bot protection for the whole site.",
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
  }),
})
