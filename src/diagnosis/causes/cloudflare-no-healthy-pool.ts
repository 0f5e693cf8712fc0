import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { hasNoHealthyPool } from '../facts/zone.ts'

export default defineCause({
  id: 'cloudflare-no-healthy-pool',
  title: "Cloudflare's load balancer has no healthy pool",
  brief: { observedOr: 'no healthy pool' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The host has a Cloudflare load balancer, and the health checks of all its pools fail. Cloudflare then sends requests to none of them, or to the fallback pool as a last resort. The origins themselves may work: a health check that requests a deleted page is enough to fail.',
    'Visitors see the same page as for an origin whose name does not resolve (530 with 1016). This check can only distinguish the two with `cloudflare-api-token`.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-origin-unresolvable',
      distinguishedBy: 'Check the status of the pools under Load Balancing in the dashboard.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!hasNoHealthyPool(moment) || visitorsServed(moment) || edgeErrorCode(moment) === undefined) return
    // With another code, Cloudflare used the fallback pool, whose failure has its own cause.
    const named = hasEdgeError(moment, 1016, 1002)
    return {
      outcome: 'unhealthy',
      confidence: named ? 'certain' : 'likely',
      because: named
        ? 'Cloudflare cannot find an origin, and its API reports that the load balancer has no healthy pool.'
        : "Cloudflare's API reports that the load balancer has no healthy pool, and visitors get an error.",
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Make the health check of a pool succeed.',
    steps: [
      step(
        'Check why the pools are unhealthy',
        ' in the Cloudflare dashboard, under Load Balancing: each origin shows the reason.',
      ),
      step(
        "Send the monitor's request yourself",
        ', from a machine that the origin admits: same path, port and Host header. Compare the response with the codes and the text that the monitor expects.',
      ),
      step('Fix the monitor or restore the page', ' if a deploy moved the page that the monitor requests.'),
      step(
        "Allow Cloudflare's IP ranges",
        " (https://www.cloudflare.com/ips/) in the origin's firewall: the monitor connects from there.",
      ),
      step(
        'Remove the monitor from one working pool',
        ' to serve visitors in the meantime. A pool without a monitor counts as healthy. Add the monitor back afterward.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
  }),
})
