import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import { visitorsServed } from '../facts/visitors.ts'

/** A challenge is for robots such as we are. It says nothing about what people get. */
export default defineCause({
  id: 'cloudflare-challenged',
  title: 'Cloudflare challenged the probe',
  brief: 'challenges this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare answered this check with a challenge that only a browser passes. Runners share their addresses with bots, so this is common. Visitors may be fine: the check does not know, and says so.',
    "It is told by the header `cf-mitigated: challenge`, or by the challenge page itself. A script of Cloudflare's in the page proves nothing: healthy pages have it too.",
  ],
  recoversByItself: false,
  lookalikes: [],
  needs: ['edge'],
  rule(moment) {
    const sign = visitorsServed(moment) ? undefined : challengeIn(moment.edge)
    if (sign === undefined) return
    return {
      outcome: 'inconclusive',
      confidence: sign === 'header' ? 'certain' : 'likely',
      because:
        sign === 'header'
          ? 'Cloudflare says so in the header `cf-mitigated`'
          : 'the page is the one that Cloudflare shows while it checks a browser',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check past the challenge.',
    steps: [
      step('', 'Send a secret header with every probe: `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.'),
      step(
        '',
        `In the Cloudflare dashboard, under Security → Security rules (formerly Security → WAF), add a custom rule with the action Skip for it: \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`,
      ),
      step(
        '',
        'No rule can skip Bot Fight Mode. If it is on (Security → Settings, Bot traffic), turn it off, or use Super Bot Fight Mode, which rules can skip.',
      ),
      step(
        '',
        'Or run the step on a runner that has an address of its own, and skip the challenge for that address.',
      ),
      step('', 'Do not count the challenge page as success: a site that is down behind it would pass.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
  }),
})
