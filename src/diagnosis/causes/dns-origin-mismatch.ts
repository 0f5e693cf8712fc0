import { originName } from '../facts/which-origin.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { AUDIT_LOGS } from './advice/dns-steps.ts'
import { cluesOf } from '../clues/clues.ts'
import { originWasResolved } from '../facts/origin.ts'
import { recordPointsElsewhere } from '../facts/zone.ts'

/** Visitors get another origin than the one that was deployed to. */
export default defineCause({
  id: 'dns-origin-mismatch',
  title: "Cloudflare's DNS record does not point to the origin",
  brief: 'points to another host',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The token allowed the check to read the host's record in Cloudflare, and it does not point to the origin given in the workflow. Visitors get what another machine serves: usually an old host, which may still serve the content from before the deploy. Don't promote on that, even if both respond.",
    'A load balancer, an Origin Rule or a Worker may send requests somewhere other than where the record points. The check then does not name this cause. The same applies when the two cannot be compared: a private address, or IPv4 versus IPv6.',
  ],
  sources: [
    {
      claim: 'Changes to proxied records take effect within five minutes.',
      at: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/',
      read: '2026-11-30',
    },
    {
      claim: 'Audit logs are under Manage Account → Audit Logs.',
      at: 'https://developers.cloudflare.com/fundamentals/account/account-security/audit-logs/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an origin with several addresses: the workflow has one, and Cloudflare another' },
      distinguishedBy:
        "Check whether both belong to the same machine. If they do, set `origin` to the record's address.",
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
      const because = `The record points to one of the other origins, not to ${originName(dialedOrigin)}.`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    // A name may resolve to other addresses elsewhere than on this runner.
    const named = kind !== 'address' || originWasResolved(moment)
    const confidence = !named && rulesKnown(moment) ? 'certain' : 'likely'
    const because = "Cloudflare's API shows that the record does not point to the given origin."
    return { outcome: 'unhealthy', confidence, because, clues }
  },
  remedy: () => ({
    summary: 'Point the record to the new origin, or set `origin` to the right address.',
    steps: [
      look(
        'Compare the record with the origin',
        ' in the Cloudflare dashboard, under DNS → Records: the A, AAAA or CNAME record for the name. One stale AAAA record is enough.',
      ),
      AUDIT_LOGS,
      change(
        "Set the record to the new origin's address",
        ' if the site has moved, and change or delete a stale AAAA record. Cloudflare uses it within five minutes, and visitors keep the same addresses. Keep the old host running until it no longer receives traffic.',
        'restore the old record.',
      ),
      change('Correct `origin` in the workflow', ' if the record is right.', 'restore the old value.'),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  }),
})

/** The check read the rules and Workers that could send requests elsewhere. */
function rulesKnown({ zone }: Moment): boolean {
  return zone?.rules !== undefined && zone.worker !== undefined
}
