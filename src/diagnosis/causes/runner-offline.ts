import { defineCause } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { cluesOf } from '../clues.ts'

/** We reached nothing at all, so we have nothing to say about anybody else. */
export default defineCause({
  id: 'runner-offline',
  title: 'this runner reaches nothing',
  category: 'runner',
  owner: 'runner',
  meaning: [
    'Neither Cloudflare nor the origin could be reached, by connection or by name, and nothing suggests that both are down at once: the runner’s own network is the likeliest reason. The check does not know how the site is, and says so.',
  ],
  heals: true,
  lookalikes: [
    {
      what: 'a name that leads straight to a host that is down',
      told: 'A run of this check on another runner or on your own machine.',
    },
  ],
  needs: [],
  match(moment): Match | undefined {
    const { edge, control, origin, dns, proxyRefused } = moment
    if (proxyRefused !== undefined) {
      const text = `This runner’s own proxy does not let the check through to the site (${proxyRefused}).`
      const because = 'the runner’s proxy keeps the check from the site: nobody has looked at it'
      return { outcome: 'inconclusive', confidence: 'likely', because, clues: [{ from: 'edge', text }] }
    }
    if (edge === undefined || control === undefined || dns === undefined) return
    if (!unreached(edge) || !unreached(control) || (origin !== undefined && !unreached(origin))) return
    // The resolver did answer.
    if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address')) return
    // An origin's name that was resolved shows that the resolver works.
    const noResolver =
      dns.kind === 'failed' &&
      (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
      origin?.timings.resolve === undefined
    const resolverWorks = dns.kind === 'failed' && !noResolver
    if (resolverWorks) return
    const noWay = [edge, control, origin].every((exchange) => exchange === undefined || withoutWay(exchange))
    if (!noResolver && !noWay && origin === undefined) {
      const because = 'nothing answered this runner; without a direct probe there is nothing to compare with'
      return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) }
    }
    const because = noResolver
      ? 'the runner’s resolver does not answer, and no probe got a connection'
      : 'no probe got a connection, neither to Cloudflare nor to the origin'
    return {
      outcome: 'inconclusive',
      confidence: noResolver || noWay ? 'likely' : 'possible',
      because,
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Give the runner a network, then run the check again.',
    steps: [
      'Run the job again: hosted runners lose their network now and then.',
      'On a self-hosted runner, see whether it reaches anything: `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.',
      'See whether an outgoing firewall or a proxy stands in the way, and whether it lets this host and ports 80 and 443 pass. The check heeds `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; 407 means that it wants other credentials.',
    ],
    difficulty: 'easy',
    reference:
      'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
  }),
})

/** No connection came about, and not because somebody said no. */
function unreached(exchange: Exchange): boolean {
  if (exchange.kind === 'answered' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
    return false
  return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset'
}

function withoutWay(exchange: Exchange): boolean {
  return exchange.kind === 'broken' && exchange.error.reason === 'unreachable'
}
