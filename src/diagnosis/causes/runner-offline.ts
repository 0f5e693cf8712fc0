import { defineCause, look, change } from '../../domain/cause.ts'
import type { Clue, Match, Moment, Remedy } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { RouteKind } from '../../domain/route/route.ts'
import { cluesOf } from '../clues/clues.ts'
import { proxyWords } from '../failure-words.ts'
import { isProxied } from '../facts/edge.ts'
import { isUnrouted, neverConnected } from '../facts/exchange.ts'
import { originWasResolved } from '../facts/origin.ts'
import { servedEverywhereElse } from '../vantage/places.ts'
import { resolverViews } from '../facts/dns.ts'
import { brokenRouteMatch, isRouteForm, repairRoute } from '../route/broken-route.ts'
import { rejectedMatch } from '../route/rejected.ts'

export default defineCause({
  id: 'runner-offline',
  title: 'this runner has no network connection',
  brief: { observedOr: 'offline' },
  hop: 'visitor',
  owner: 'runner',
  meaning: [
    "The check could not connect to Cloudflare or to the origin, or could not resolve the name. Cloudflare and the origin are rarely down at the same time, so the runner's own network is the most likely reason. The check then connects to 1.1.1.1, which is unrelated to the site. If that fails too, the runner is offline. If it responds, the runner is online.",
    'A runner without IPv6, such as a GitHub-hosted one, cannot check a name that has only IPv6 addresses.',
    "The state of the site is unknown, so the verdict is inconclusive. With `vantage-points`, the check sees what others get while this runner can't reach the site. The site is healthy with a note if all of these places get it and the direct request succeeds.",
    'If the command of `origin-proxy-command` fails, the origin is not checked. That is a warning with the reason and the next step. The site is judged through Cloudflare, as if no `origin` had been given. [Locked origins and bastions](../locked-origins.md) has all messages.',
  ],
  sources: [
    {
      claim:
        "A proxied DNS record also has Cloudflare's IPv6 addresses, unless IPv6 Compatibility is turned off.",
      at: 'https://developers.cloudflare.com/network/ipv6-compatibility/',
      read: '2026-11-30',
    },
    {
      claim: 'GitHub-hosted runners have no IPv6.',
      at: 'https://github.com/actions/runner-images/issues/668',
      read: '2026-11-30',
    },
    {
      claim: 'Self-hosted runners use the proxies in `https_proxy`, `http_proxy` and `no_proxy`.',
      at: 'https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers',
      read: '2026-11-30',
    },
    {
      claim: "A ProxyCommand's input and output are the connection, `%h` and `%p` the host and the port.",
      at: 'https://man.openbsd.org/ssh_config#ProxyCommand',
      read: '2026-11-30',
    },
    {
      claim:
        'Unless `AllowTcpForwarding` is off, sshd forwards connections. `PermitOpen` limits their destinations.',
      at: 'https://man.openbsd.org/sshd_config#PermitOpen',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a name that resolves directly to a host that is down' },
      distinguishedBy: 'Set `vantage-points`, or run this check on another runner or on your own machine.',
      isOpen: (moment) =>
        moment.proxyRefused === undefined && !isOnlyWithoutIpv6(moment) && !servedEverywhereElse(moment),
    },
  ],
  needs: [],
  rule: (moment) => offlineMatch(moment) ?? brokenRouteMatch(moment) ?? rejectedMatch(moment),
  remedy: ({ form, host }) => {
    if (form === WITHOUT_IPV6) return addIpv6(host)
    if (form === AT_PROXY) return passProxy(host)
    return form !== undefined && isRouteForm(form) ? repairRoute(form) : connectRunner(host)
  },
})

function offlineMatch(moment: Moment): Match | undefined {
  const { edge, trace, origin, dialedOrigin, dns, connectivity, proxyRefused } = moment
  if (proxyRefused !== undefined) {
    const text = `The runner's proxy ${proxyWords(proxyRefused)} (${proxyRefused}).`
    const because = "The check did not get past the runner's proxy, so the site was not checked."
    const title = "the check did not get past this runner's proxy"
    const clues = [{ from: 'edge', text }] as const
    return { outcome: 'inconclusive', confidence: 'likely', because, clues, form: AT_PROXY, title }
  }
  if (isOnlyWithoutIpv6(moment)) {
    const because = "The site's name has only IPv6 addresses, and this runner has no IPv6 connectivity."
    const title = 'this runner has no IPv6 connectivity'
    const clues = cluesOf(moment, ...connectivityClue(moment))
    return { outcome: 'inconclusive', confidence: 'certain', because, clues, form: WITHOUT_IPV6, title }
  }
  if (edge === undefined || trace === undefined || dns === undefined) return
  // What connects to the origin was reached.
  if (origin !== undefined && isRemote(dialedOrigin?.route)) return
  if (!neverConnected(edge) || !neverConnected(trace) || (origin !== undefined && !neverConnected(origin)))
    return
  // The resolver replied, or another one did.
  if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address')) return
  if (dns.kind === 'failed' && resolverViews(moment).length > 0) return
  // If the origin's name was resolved, the resolver works.
  const noResolver =
    dns.kind === 'failed' &&
    (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
    !originWasResolved(moment)
  const resolverWorks = dns.kind === 'failed' && !noResolver
  if (resolverWorks) return
  const clues = cluesOf(moment, ...connectivityClue(moment))
  if (connectivity?.kind === 'completed') {
    // The runner is online. A name that points past Cloudflare, or nowhere, then has its own cause.
    if (noResolver || isProxied(moment) === false) return
    const because =
      "This runner can reach other addresses, but neither Cloudflare's for this site nor the origin. Its own firewall is more likely than two outages at once."
    return { outcome: 'inconclusive', confidence: 'possible', because, clues }
  }
  const noRoute = [edge, trace, origin].every((exchange) => exchange === undefined || hasNoRoute(exchange))
  const offline = connectivity !== undefined
  if (!noResolver && !noRoute && !offline && origin === undefined) {
    const because =
      'This runner got no response from anywhere. Without a direct request there is nothing to compare with.'
    return { outcome: 'inconclusive', confidence: 'possible', because, clues }
  }
  const also = offline ? ' 1.1.1.1 is unreachable as well.' : ''
  const because = noResolver
    ? `The runner's resolver does not reply, and no probe got a connection.${also}`
    : `No probe got a connection, neither to Cloudflare nor to the origin.${also}`
  const confidence = noResolver || noRoute || offline ? 'likely' : 'possible'
  return { outcome: 'inconclusive', confidence, because, clues }
}

/** The command connects to another machine, which then connects to the origin. */
function isRemote(route: RouteKind | undefined): boolean {
  return route === 'bastion' || route === 'cluster'
}

const WITHOUT_IPV6 = 'without-ipv6'
const AT_PROXY = 'at-proxy'

const CHECK_PROXY = look(
  'Check the proxy of the runner.',
  ' The check respects `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, also in lowercase. A 407 or a rejected login means that the proxy requires different credentials.',
)

function passProxy(host: string): Remedy {
  return {
    summary: "Fix the runner's proxy or its variables, then run the check again.",
    steps: [
      CHECK_PROXY,
      look(
        'Compare with curl on the runner',
        ': `curl -sv https://www.cloudflare.com/cdn-cgi/trace` uses the same variables, and shows where the proxy fails.',
      ),
      change(
        'Allow the check in the proxy',
        `: ${host}, the addresses of the origin, and 1.1.1.1, on ports 80 and 443. Or list them in \`NO_PROXY\` if the runner reaches them without the proxy.`,
        'remove the rule.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers',
  }
}

function addIpv6(host: string): Remedy {
  return {
    summary: 'Run the check on a runner with IPv6, or add an A record.',
    steps: [
      look(
        'Check which addresses the name has',
        `: \`dig +short ${host} A\` prints none, and \`dig +short ${host} AAAA\` prints the IPv6 addresses.`,
      ),
      change(
        'Run the job on a runner with IPv6',
        '. GitHub-hosted runners have only IPv4.',
        'restore `runs-on`.',
      ),
      change(
        'Or proxy the DNS record at Cloudflare',
        ', which then has IPv4 addresses too. Or add an A record. Visitors without IPv6 have no access either.',
        'restore the old record.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/network/ipv6-compatibility/',
  }
}

function connectRunner(host: string): Remedy {
  return {
    summary: 'Connect the runner to the network, then run the check again.',
    steps: [
      look('Run the job again.', ' Hosted runners occasionally lose their network.'),
      look(
        'Check the network of a self-hosted runner',
        ': `curl -sv https://www.cloudflare.com/cdn-cgi/trace` shows where the connection fails.',
      ),
      CHECK_PROXY,
      change(
        'Allow the check in outgoing firewalls and proxies',
        `: ${host}, the addresses of the origin, and 1.1.1.1, on ports 80 and 443.`,
        'remove the rule.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/monitor-and-troubleshoot',
  }
}

/** Whether an address that is unrelated to the site responded. */
function connectivityClue({ connectivity }: Moment): readonly Clue[] {
  if (connectivity === undefined) return []
  const text =
    connectivity.kind === 'completed'
      ? '1.1.1.1, which is unrelated to the site, responds to this runner.'
      : '1.1.1.1, which is unrelated to the site, does not respond to this runner either.'
  return [{ from: 'trace', text }]
}

function hasNoRoute(exchange: Exchange): boolean {
  return exchange.kind === 'failed' && ['unreachable', 'unrouted'].includes(exchange.error.reason)
}

/** The runner has a network, but not the IPv6 that the name needs. */
function isOnlyWithoutIpv6({ edge, origin, connectivity }: Moment): boolean {
  return isUnrouted(edge) && [origin, connectivity].some(responds)
}

function responds(exchange: Exchange | undefined): boolean {
  return exchange?.kind === 'completed'
}
