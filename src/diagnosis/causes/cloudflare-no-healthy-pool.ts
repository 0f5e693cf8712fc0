import { change, defineCause, look } from '../../domain/cause.ts'
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
  sources: [
    {
      claim:
        'If all pools are unhealthy, traffic goes to the fallback pool. Its health does not matter. If it is disabled, visitors get 530 with code 1016.',
      at: 'https://developers.cloudflare.com/load-balancing/understand-basics/health-details/',
      read: '2026-11-30',
    },
    {
      claim:
        'An HTTP monitor fails if the endpoint redirects to HTTPS. Only the first 10 KB of a body are read. An endpoint name that Cloudflare proxies is not checked.',
      at: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
      read: '2026-11-30',
    },
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
        ' in the Cloudflare dashboard, under Load Balancing → Pools: each endpoint shows the reason. "DNS Internal" means that Cloudflare proxies the name of the endpoint, so it is never checked.',
      ),
      look(
        "Send the monitor's request yourself",
        ', from a machine that the endpoint allows, with the same path, port and Host header. Compare the response with the expected codes. The expected text must be in its first 10 KB.',
      ),
      change(
        'Fix the monitor, or restore the page that it requests',
        ': if the endpoint redirects HTTP to HTTPS, let the monitor use HTTPS or follow redirects.',
        'restore the old values of the monitor.',
      ),
      change(
        "Allow Cloudflare's IP ranges",
        " (https://www.cloudflare.com/ips/) in the endpoint's firewall: the monitor connects from them.",
        'remove the new rules.',
      ),
      change(
        'Enable the fallback pool, or choose one that responds',
        ', in the settings of the load balancer. Its health is ignored, so it serves visitors in the meantime.',
        'choose the previous fallback pool, or disable it again.',
      ),
    ],
    avoid:
      "Don't remove the monitor from a pool. The pool would then get traffic even while it is down, and no one would notice.",
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
