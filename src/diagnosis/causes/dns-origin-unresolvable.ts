import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Remedy } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { aliasOfOtherOwner } from '../facts/dns.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { hasNoHealthyPool, usesTunnel } from '../facts/zone.ts'
import { WITHOUT_CODE } from './shared-steps.ts'

export default defineCause({
  id: 'dns-origin-unresolvable',
  title: "the origin's name does not resolve",
  brief: "origin's name does not resolve",
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "Cloudflare finds no address for the origin, so it returns 530 with code 1016. Usually the target of the CNAME or of a load balancer's pool was deleted, renamed or misspelled, or the record is missing. A Worker that requests a host without a record in a partial (CNAME) zone gets it too.",
    "The site's name may be an alias of another owner's name at Cloudflare, such as a SaaS provider's. Then 1016 usually means that the provider has not validated this host name yet, or has no fallback origin.",
    'A custom error page can hide the code. A 530 without a code means 1016, or 1033 for a tunnel.',
    'When visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not checked.',
  ],
  sources: [
    {
      claim:
        "1016 has these causes: a missing A record, a CNAME or load balancer endpoints that do not resolve, a Worker's request to a partial zone, or a custom hostname that is not validated.",
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
      read: '2026-11-30',
    },
    {
      claim: '530 is shown with a 1xxx code that names the reason.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-530/',
      read: '2026-11-30',
    },
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
    const otherCause = hasNoHealthyPool(moment) || usesTunnel(moment)
    // Without a healthy load balancer pool the page is the same. A token can read that.
    if (hasEdgeError(moment, 1016) && !otherCause) {
      if (moment.zone?.record === undefined && aliasOfOtherOwner(moment)) {
        const because =
          "Cloudflare returns code 1016, and the site's name is an alias of another owner's name at Cloudflare. The provider has not activated this host name, or the provider's own origin is missing."
        return {
          outcome: 'unhealthy',
          confidence: 'likely',
          because,
          clues: cluesOf(moment),
          form: 'provider',
        }
      }
      const because = 'Cloudflare returns code 1016: it finds no address for the origin.'
      // A host with a CNAME record has no load balancer.
      const confidence = moment.zone?.record?.kind === 'name' ? 'certain' : 'likely'
      return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
    }
    if (hasEdgeError(moment, 530) && !otherCause) {
      const named = moment.zone?.record?.kind === 'name'
      const because = `Cloudflare returns ${WITHOUT_CODE}${named ? ' The record points to a name, not to a tunnel.' : ''}`
      const confidence = named ? 'likely' : 'possible'
      return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
    }
    if (!visitorsServed(moment) || !failedAt(moment.origin, 'resolve')) return
    const because = 'This runner cannot resolve the name in `origin`, so the origin was not checked.'
    if (servedFromOrigin(moment))
      return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
    const unseen = `Visitors get a cached copy. ${because}`
    return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) }
  },
  remedy: ({ host, form }) => ({
    ...(form === 'provider' ? contactProvider(host) : FIX_TARGET),
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
  }),
})

type Advice = Pick<Remedy, 'summary' | 'steps'>

/** https://…/error-1016/, under "in the context of SSL for SaaS" (commit 2474c4c of the docs). */
function contactProvider(host: string): Advice {
  return {
    summary: 'Contact the provider that the name points to.',
    steps: [
      look(
        'Contact the provider',
        `: is \`${host}\` active there? Its custom hostname at Cloudflare must have the status Active, and its fallback origin must exist.`,
      ),
      look(
        'Compare the target of the CNAME',
        ` with the one that the provider gives: \`dig +short ${host} CNAME\`.`,
      ),
      change(
        'Complete the validation',
        ' that the provider requires for custom domains: usually a TXT record, and the CNAME itself.',
        'delete the records again.',
      ),
      change(
        'If the host is new, give this step a longer `wait`.',
        ' The activation takes a few minutes.',
        'restore the old value.',
      ),
    ],
  }
}

const FIX_TARGET: Advice = {
  summary: 'Point the record, and the `origin` input, to a name that resolves.',
  steps: [
    look(
      'Check the target of the record',
      ' in the Cloudflare dashboard, under DNS → Records: `dig +short` with the target must print an address. Check the endpoints of a load balancer in the same way.',
    ),
    look(
      'Check the Worker on this route',
      ', if it requests another host: in a partial (CNAME) zone, that host needs a record at Cloudflare too.',
    ),
    change(
      'Fix the target where it is hosted',
      ', or point the record to the new name. A missing record needs the address of the origin.',
      'restore the old record.',
    ),
    change(
      'Set `origin` to an address',
      ' if the name exists only inside your network, or run the step on a runner there.',
      'restore the old value.',
    ),
  ],
}
