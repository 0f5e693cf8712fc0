import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { blockedBy } from '../../cloudflare/response.ts'
import { edgeErrorCode, hasEdgeError, relayedByOrigin } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'

export default defineCause({
  id: 'cloudflare-waf-blocked',
  title: 'a Cloudflare rule blocked this check',
  brief: 'blocks this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'A Cloudflare rule blocked this runner by its network (1005), address (1006 to 1008), country (1009) or signature (1010), or by a firewall rule (1020). Real visitors may be unaffected, so the verdict is inconclusive.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a rule that blocks all visitors' },
      distinguishedBy: 'Open the site from another network, such as a phone without Wi-Fi.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    // An application may pass on a page that it got from another zone.
    if (relayedByOrigin(moment)) return
    const page = !visitorsServed(moment) && blockedBy(moment.edge)
    if (!page && !hasEdgeError(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: page
        ? 'The response is the page that Cloudflare shows when a rule blocks a request.'
        : `Cloudflare returns code ${edgeErrorCode(moment)}, which means that a rule blocked the request.`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check skip the rule.',
    steps: [
      step(
        'Find the rule',
        ` in the Cloudflare dashboard, under Security → Events: filter by host \`${host}\` and by the Ray ID from the evidence.`,
      ),
      step(
        'Add a custom rule with the action Skip',
        ' before the others: Security → Security rules (formerly Security → WAF). Send a secret header with every request (`headers`), and match that header.',
      ),
      step('Or run the step on a runner with its own address', ', and allow that address.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  }),
})
