import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { blockedBy } from '../../cloudflare/response.ts'
import { edgeErrorCode, hasEdgeError, relayedByOrigin } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'

/** A rule of the zone turned this runner away; others may be let in. */
export default defineCause({
  id: 'cloudflare-waf-blocked',
  title: 'a rule at Cloudflare blocked the probe',
  brief: 'blocks this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare turned this runner away by a rule: by its network (1005), its address (1006 to 1008), its signature (1010), its country (1009) or a rule of the firewall (1020). Visitors may be fine: the check does not know, and says so.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a rule that blocks everybody' },
      distinguishedBy: 'Open the site from elsewhere, such as a phone without Wi-Fi.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    // An application may pass on the page that another zone showed to it.
    if (relayedByOrigin(moment)) return
    const page = !visitorsServed(moment) && blockedBy(moment.edge)
    if (!page && !hasEdgeError(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: page
        ? 'the page is the one that Cloudflare shows to those whom a rule blocks'
        : `Cloudflare says so with code ${edgeErrorCode(moment)}`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check past the rule.',
    steps: [
      step(
        '',
        `Find the rule: Cloudflare dashboard, Security → Events, filter by host \`${host}\` and by the Ray ID from the evidence.`,
      ),
      step(
        '',
        'Send a secret header with every probe (`headers`), and add a custom rule before the others, with the action Skip, for requests with that header: Security → Security rules (formerly Security → WAF).',
      ),
      step('', 'Or run the step on a runner that has an address of its own, and allow that address.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  }),
})
