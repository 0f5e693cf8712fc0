import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { hasNoHealthyPool } from '../facts/zone.ts'

/** The record leads to a name, and that name leads nowhere. */
export default defineCause({
  id: 'dns-origin-unresolvable',
  title: "the origin's name does not resolve",
  brief: "origin's name does not resolve",
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The site's record in Cloudflare is a CNAME, or a pool of a load balancer, whose target has no address: Cloudflare answers 530 with code 1016. The target was deleted, renamed or misspelt.",
    'While visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not looked at.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-no-healthy-pool',
      distinguishedBy:
        'Dashboard, Load Balancing: the state of the pools. The page that visitors get is the same.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    // When no pool of a load balancer is healthy the page is the same; a token reads that none is.
    if (hasEdgeError(moment, 1016) && !hasNoHealthyPool(moment)) {
      const because = 'Cloudflare says with code 1016 that it finds no address for the origin'
      // Only the record itself rules out a load balancer: its host has none.
      const confidence = moment.zone?.record?.kind === 'name' ? 'certain' : 'likely'
      return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
    }
    if (!visitorsServed(moment) || !failedAt(moment.origin, 'resolve')) return
    const because = 'this runner cannot resolve the name in `origin`, so the origin was not looked at'
    if (servedFromOrigin(moment))
      return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
    const unseen = `visitors get a cached copy, and ${because}`
    return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) }
  },
  remedy: () => ({
    summary: 'Give the record, and the `origin` input, a target that resolves.',
    steps: [
      step(
        '',
        'In the Cloudflare dashboard, under DNS → Records, open the CNAME record of the name and copy its target.',
      ),
      step('', 'Look that target up: `dig +short TARGET`. No output means that it has no address.'),
      step('', 'Mend the target where it is hosted, or point the record to the new name.'),
      step(
        '',
        'If the name is known only inside your network, give `origin` an address, or run the step on a runner there.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
  }),
})
