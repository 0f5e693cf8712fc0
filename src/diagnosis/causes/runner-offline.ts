import { defineCause, step } from '../../domain/cause.ts'
import type { Clue, Match, Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { isProxied } from '../facts/edge.ts'
import { neverConnected } from '../facts/exchange.ts'
import { resolverViews } from '../facts/dns.ts'

/** We reached nothing at all, so we have nothing to say about anybody else. */
export default defineCause({
  id: 'runner-offline',
  title: 'this runner reaches nothing',
  brief: 'offline',
  hop: 'visitor',
  owner: 'runner',
  meaning: [
    "The check could reach neither Cloudflare nor the origin, by connection or by name. That both are down at once is unlikely: the runner's own network is the likeliest reason. The check then dials 1.1.1.1, which has nothing to do with the site: if that fails too, the runner is to blame, and if it answers, the runner is cleared.",
    'The check does not know how the site is, and says so.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a name that leads straight to a host that is down' },
      distinguishedBy: 'Run this check on another runner or on your own machine.',
    },
  ],
  needs: [],
  rule(moment): Match | undefined {
    const { edge, trace, origin, dns, connectivity, proxyRefused } = moment
    if (proxyRefused !== undefined) {
      const text = `This runner's own proxy does not let the check through to the site (${proxyRefused}).`
      const because = "the runner's proxy keeps the check from the site: nobody has looked at it"
      return { outcome: 'inconclusive', confidence: 'likely', because, clues: [{ from: 'edge', text }] }
    }
    if (edge === undefined || trace === undefined || dns === undefined) return
    if (!neverConnected(edge) || !neverConnected(trace) || (origin !== undefined && !neverConnected(origin)))
      return
    // The resolver did answer, or another one did.
    if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address')) return
    if (dns.kind === 'failed' && resolverViews(moment).length > 0) return
    // An origin's name that was resolved shows that the resolver works.
    const noResolver =
      dns.kind === 'failed' &&
      (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
      origin?.timings.resolve === undefined
    const resolverWorks = dns.kind === 'failed' && !noResolver
    if (resolverWorks) return
    const clues = cluesOf(moment, ...neutralClue(moment))
    if (connectivity?.kind === 'completed') {
      // The runner has a network. Then a name that leads past Cloudflare, or nowhere, speaks for itself.
      if (noResolver || isProxied(moment) === false) return
      const because =
        "this runner reaches other addresses, and neither Cloudflare's for this site nor the origin: a firewall of its own is likelier than two outages at once"
      return { outcome: 'inconclusive', confidence: 'possible', because, clues }
    }
    const noWay = [edge, trace, origin].every((exchange) => exchange === undefined || withoutWay(exchange))
    const offline = connectivity !== undefined
    if (!noResolver && !noWay && !offline && origin === undefined) {
      const because = 'nothing answered this runner; without a direct probe there is nothing to compare with'
      return { outcome: 'inconclusive', confidence: 'possible', because, clues }
    }
    const beside = offline ? ', and 1.1.1.1 is out of reach as well' : ''
    const because = noResolver
      ? `the runner's resolver does not answer${offline ? ',' : ', and'} no probe got a connection${beside}`
      : `no probe got a connection, neither to Cloudflare nor to the origin${beside}`
    const confidence = noResolver || noWay || offline ? 'likely' : 'possible'
    return { outcome: 'inconclusive', confidence, because, clues }
  },
  remedy: () => ({
    summary: 'Give the runner a network, then run the check again.',
    steps: [
      step('', 'Run the job again: hosted runners lose their network now and then.'),
      step(
        '',
        'On a self-hosted runner, see whether it reaches anything: `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.',
      ),
      step(
        '',
        'See whether an outgoing firewall or a proxy stands in the way, and whether it lets this host and ports 80 and 443 pass. The check heeds `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; a 407 means that the proxy wants other credentials.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
  }),
})

/** What became of an address that has nothing to do with the site. */
function neutralClue({ connectivity }: Moment): readonly Clue[] {
  if (connectivity === undefined) return []
  const text =
    connectivity.kind === 'completed'
      ? '1.1.1.1, which has nothing to do with the site, answers this runner.'
      : 'Nor does 1.1.1.1, which has nothing to do with the site, answer this runner.'
  return [{ from: 'trace', text }]
}

function withoutWay(exchange: Exchange): boolean {
  return exchange.kind === 'failed' && exchange.error.reason === 'unreachable'
}
