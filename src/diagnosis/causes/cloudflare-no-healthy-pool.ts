import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { hasNoHealthyPool } from '../facts/zone.ts'

/** The load balancer knows origins, and its monitor believes in none of them. */
export default defineCause({
  id: 'cloudflare-no-healthy-pool',
  title: "no pool of Cloudflare's load balancer is healthy",
  brief: { observedOr: 'no healthy pool' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The host has a Cloudflare load balancer, and the health checks of all its pools fail. Cloudflare sends requests to none of them, or to the fallback pool as a last resort. The origins themselves may be fine: a health check that asks for a page that is gone is enough.',
    'Visitors see the page of an origin whose name does not resolve (530 with 1016). Only `cloudflare-api-token` lets this check tell the two apart.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-origin-unresolvable',
      distinguishedBy: 'Dashboard, Load Balancing: the state of the pools.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!hasNoHealthyPool(moment) || visitorsServed(moment) || edgeErrorCode(moment) === undefined) return
    // With another code the fallback pool was asked, and its failure has a cause of its own.
    const named = hasEdgeError(moment, 1016, 1002)
    return {
      outcome: 'unhealthy',
      confidence: named ? 'certain' : 'likely',
      because: named
        ? 'Cloudflare finds no origin, and its API says that no pool of the load balancer is healthy'
        : "no pool of the load balancer is healthy, by Cloudflare's API, and visitors get an error",
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Make the health check succeed: mend what it asks for, or what it expects.',
    steps: [
      step(
        '',
        'In the Cloudflare dashboard, open Load Balancing and its pools: the reason stands beside each origin.',
      ),
      step(
        '',
        'From a machine that the origin lets in, ask as the monitor does: its path, its port, its Host header. Compare the answer with the codes and the text that it expects.',
      ),
      step(
        '',
        'If a deploy moved the page that the monitor asks for, change the monitor, or bring the page back.',
      ),
      step(
        '',
        "Allow the addresses of https://www.cloudflare.com/ips/ in the origin's firewall: the monitor asks from there.",
      ),
      step(
        '',
        'To serve visitors meanwhile, take the monitor off one pool whose origin answers: a pool without a monitor counts as healthy. Put it back afterwards.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
  }),
})
