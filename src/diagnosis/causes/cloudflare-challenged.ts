import { defineCause, look, change } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { challengeIn } from '../../cloudflare/response.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'

export default defineCause({
  id: 'cloudflare-challenged',
  title: 'Cloudflare challenged this runner',
  brief: 'challenges this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare responded to this check with a challenge that only a browser can pass. Runners share their addresses with bots, so this is common. Real visitors may be unaffected, so the verdict is inconclusive.',
    'The check recognizes it by the header `cf-mitigated: challenge`, or by the challenge page itself. A Cloudflare script in the page proves nothing: healthy pages contain it too.',
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
  remedy: ({ host }) => ({
    summary: 'Let this check skip the challenge.',
    steps: [
      change(
        'Send a secret header with every request',
        ': `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.',
        '',
      ),
      change(
        'Add a custom rule with the action Skip',
        ` for that header in the Cloudflare dashboard, under Security → Security rules (formerly Security → WAF): \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`,
        '',
      ),
      change(
        'Turn off Bot Fight Mode if it is on',
        ' (Security → Settings, Bot traffic), because no rule can skip it. Rules can skip Super Bot Fight Mode.',
        '',
      ),
      change(
        'Or run the step on a runner with its own address',
        ', and skip the challenge for that address.',
        '',
      ),
      look("Don't count the challenge page as success.", ' A site that is down behind it would pass.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
  }),
})
