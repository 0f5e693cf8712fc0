import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { joined, phrase, quote } from '../../domain/untrusted.ts'
import { plural } from '../../shared/text.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { hasNoHealthyPool, unhealthyPools } from '../facts/zone.ts'

export default defineCause({
  id: 'cloudflare-no-healthy-pool',
  title: "Cloudflare's load balancer has no healthy pool",
  brief: { observedOr: 'no healthy pool' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The host has a Cloudflare load balancer, and the health checks of all its pools fail. Cloudflare then sends all requests to the fallback pool, whatever its health, so visitors get the response or the error of that pool. The origins themselves may work: a health check also fails if it requests a deleted page.',
    'Code 1016 means that the fallback pool is disabled too, or that its name does not resolve. The page is the same as for an origin whose name does not resolve. This check can only distinguish the two with `cloudflare-api-token`.',
    'While visitors are served, unhealthy pools are a warning: the site has lost some of its redundancy.',
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
    if (visitorsServed(moment)) return whileServed(moment)
    const code = edgeErrorCode(moment)
    if (!hasNoHealthyPool(moment) || code === undefined) return
    // With another code, Cloudflare used the fallback pool, whose failure has its own cause.
    const named = hasEdgeError(moment, 1016, 1002)
    return {
      outcome: 'unhealthy',
      confidence: named ? 'certain' : 'likely',
      because: named
        ? "Cloudflare's API reports that the load balancer has no healthy pool. The fallback pool is disabled, or its name does not resolve."
        : `Cloudflare's API reports that the load balancer has no healthy pool. The ${code} that visitors get comes from the fallback pool.`,
      clues: cluesOf(moment),
      ...(!named && { form: 'fallback' }),
    }
  },
  remedy: ({ form }) => ({
    summary:
      form === 'fallback'
        ? 'Fix the origin of the fallback pool, and make the health checks succeed.'
        : 'Make the health check of a pool succeed.',
    steps: [
      look(
        'Check why the pools are unhealthy',
        ' in the Cloudflare dashboard, under Load Balancing: each origin shows the reason.',
      ),
      change(
        "Send the monitor's request yourself",
        ', from a machine that the origin admits: same path, port and Host header. Compare the response with the codes and the text that the monitor expects.',
        '',
      ),
      change(
        'Fix the monitor or restore the page',
        ' if a deploy moved the page that the monitor requests.',
        '',
      ),
      change(
        "Allow Cloudflare's IP ranges",
        " (https://www.cloudflare.com/ips/) in the origin's firewall: the monitor connects from there.",
        '',
      ),
      change(
        'Remove the monitor from one working pool',
        ' to serve visitors in the meantime. A pool without a monitor counts as healthy. Add the monitor back afterward.',
        '',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
  }),
})

/** Some pools are unhealthy, and the others or the fallback pool serve visitors. */
function whileServed(moment: Moment): Match | undefined {
  const pools = moment.zone?.pools ?? []
  const unhealthy = unhealthyPools(moment)
  if (unhealthy.length === 0) return
  const reasons = [...new Set(unhealthy.flatMap(({ failures }) => failures))].slice(0, 3)
  const why =
    reasons.length === 0
      ? ''
      : phrase` (${joined(
          reasons.map((each) => quote(each)),
          ', ',
        )})`
  const rest =
    unhealthy.length === pools.length
      ? 'Only the fallback pool serves visitors, although its own health check fails.'
      : 'The others serve visitors.'
  const because = phrase`${unhealthy.length} of ${plural(pools.length, 'load balancer pool')} ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why}. ${rest}`
  return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) }
}
