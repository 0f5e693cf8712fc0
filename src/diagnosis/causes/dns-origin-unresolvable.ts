import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { hasNoHealthyPool } from '../facts/zone.ts'

export default defineCause({
  id: 'dns-origin-unresolvable',
  title: "the origin's name does not resolve",
  brief: "origin's name does not resolve",
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The site's record in Cloudflare is a CNAME, or a load balancer pool, whose target has no address, so Cloudflare returns 530 with code 1016. The target was deleted, renamed or misspelled.",
    'When visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not checked.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-no-healthy-pool',
      distinguishedBy:
        'Check the status of the pools under Load Balancing in the dashboard. Visitors get the same page.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    // Without a healthy load balancer pool the page is the same. A token can read that.
    if (hasEdgeError(moment, 1016) && !hasNoHealthyPool(moment)) {
      const because = 'Cloudflare returns code 1016: it finds no address for the origin.'
      // A host with a CNAME record has no load balancer.
      const confidence = moment.zone?.record?.kind === 'name' ? 'certain' : 'likely'
      return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
    }
    if (!visitorsServed(moment) || !failedAt(moment.origin, 'resolve')) return
    const because = 'This runner cannot resolve the name in `origin`, so the origin was not checked.'
    if (servedFromOrigin(moment))
      return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
    const unseen = `Visitors get a cached copy. ${because}`
    return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) }
  },
  remedy: () => ({
    summary: 'Give the record, and the `origin` input, a target that resolves.',
    steps: [
      step(
        'Check the target of the CNAME record',
        ' in the Cloudflare dashboard, under DNS → Records: `dig +short TARGET`. No output means that it has no address.',
      ),
      step('Fix the target where it is hosted', ', or point the record to the new name.'),
      step(
        'Set `origin` to an address',
        ' if the name exists only inside your network, or run the step on a runner there.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
  }),
})
