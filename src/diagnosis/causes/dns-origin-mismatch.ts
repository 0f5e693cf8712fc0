import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { recordPointsElsewhere } from '../facts/zone.ts'

/** Two origins: the one that was deployed to, and the one that visitors get. */
export default defineCause({
  id: 'dns-origin-mismatch',
  title: "Cloudflare's record leads elsewhere than to the origin",
  brief: { observedOr: 'points to another host' },
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'The token has read the record of the host in Cloudflare, and it does not lead to the origin that was given in the workflow. Visitors get what another machine serves: usually an old host, which may still serve what was there before the deploy. Nothing should be promoted on that, even while both answer.',
    'A load balancer, an Origin Rule or a Worker may lead requests elsewhere than the record says; then the check does not claim this. Nor does it where the two cannot be compared: a private address, or IPv4 against IPv6.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: {
        other: 'an origin with several addresses, of which the workflow has one and Cloudflare another',
      },
      distinguishedBy:
        'See whether both lead to the same machine. If they do, give the address of the record as `origin`.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const { zone, dialedOrigin } = moment
    if (zone?.record === undefined || dialedOrigin === undefined || !recordPointsElsewhere(moment)) return
    const { kind, pointsToOrigins } = zone.record
    const clues = cluesOf(moment)
    if (pointsToOrigins.includes(true)) {
      const because = `the record leads to another of the origins, not to origin ${dialedOrigin.position} of ${dialedOrigin.of}`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    // A name may have other addresses for others than for this runner.
    const named = kind !== 'address' || moment.origin?.timings.resolve !== undefined
    const confidence = !named && rulesKnown(moment) ? 'certain' : 'likely'
    const because = "Cloudflare's API says where the record leads, and that is not the origin that was given"
    return { outcome: 'unhealthy', confidence, because, clues }
  },
  remedy: () => ({
    summary: 'Point the record to the new origin, or give the right address as `origin`.',
    steps: [
      step(
        '',
        'In the Cloudflare dashboard, under DNS → Records, open the A, AAAA or CNAME record of the name. Manage Account → Audit Log tells who changed it.',
      ),
      step(
        '',
        'If the site has moved, enter the address of the new origin. Cloudflare uses it within seconds: a proxied record needs no propagation.',
      ),
      step('', 'Look for a forgotten AAAA record too: change or delete it.'),
      step('', 'If the record is right, correct `origin` in the workflow.'),
      step('', 'Keep the old host up until its traffic has ended.'),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  }),
})

/** What could lead requests elsewhere was read, and does not. */
function rulesKnown({ zone }: Moment): boolean {
  return zone?.rules !== undefined && zone.worker !== undefined
}
