import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment, RemedyContext, Step } from '../../domain/cause.ts'
import { headersTooLarge, resetBeforeResponse } from '../facts/malformed.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { failsWithoutReason, resetsConnections, unusableText } from '../facts/comparison/agreement.ts'
import { anotherOriginResponds, probeRejected, originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { idleConnectionMatch } from '../rules/idle-connections.ts'
import {
  applicationLog,
  applicationStatus,
  allowCloudflare,
  hasShell,
  restartApplication,
  rollBack,
} from './application-steps.ts'
import { ALLOW_CLOUDFLARE, thenReload, unitOf } from './shared-steps.ts'
import { howTo, isPlatform, nameInText } from '../servers/index.ts'

export default defineCause({
  id: 'origin-reset',
  title: 'the origin resets connections',
  brief: { observedOr: 'connection reset' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin accepts the connection and resets it: immediately, after reading the request, or in the middle of its headers. A process that is killed before it reads the request causes that. So does a security product that resets what it blocks. On Linux, a full connection queue does not, unless `net.ipv4.tcp_abort_on_overflow` is 1. Cloudflare shows 520 or 522.',
    'Some origins respond on each fresh connection but cut off the second request on a connection that is kept open. Cloudflare reuses connections, so some of its requests get 520 while other clients are served.',
    'With `watch`, the check keeps a connection to the origin idle and uses it again. It reports an origin that closes the connection sooner than Cloudflare would, which is after 900 seconds. Most servers are configured that way, and a Cloudflare request on a connection that is just closing gets 520.',
    'A reset is not a refusal: a process listens there and accepted the connection. It also differs from a close without a response, which comes from a process that has read the whole request. Closing a connection with unread data resets it too. So the check also opens a connection without sending a request. Only a server that resets connections on its own resets that one.',
  ],
  sources: [
    {
      claim: 'Cloudflare keeps an idle connection for 900 seconds. A request on a closed one may get 520.',
      at: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
      read: '2026-11-30',
    },
    {
      claim: 'A full queue drops connections. Only with `tcp_abort_on_overflow` does it reset them.',
      at: 'https://docs.kernel.org/networking/ip-sysctl.html',
      read: '2026-11-30',
    },
    {
      claim: 'In a filter, `tcp[…]` matches IPv4 only.',
      at: 'https://www.tcpdump.org/manpages/pcap-filter.7.html',
      read: '2026-11-30',
    },
    {
      claim: '`server.keepAliveTimeout` is in milliseconds.',
      at: 'https://nodejs.org/api/http.html#serverkeepalivetimeout',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a security product that resets unknown clients on purpose' },
      distinguishedBy:
        'Check its log. The `tcpdump` command in the steps shows whether the reset comes from the host itself.',
    },
    {
      what: 'origin-refused',
      distinguishedBy: 'Run `ss -ltn` on the origin. Without a listener, no connection is accepted.',
      isOpen: ({ origin }) => failedAt(origin, 'connect'),
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const { origin } = moment
    if (
      hasEdgeError(moment, 520, 502) &&
      originHealthy(moment) &&
      cutOffOnReuse(moment) &&
      !headersTooLarge(origin)
    ) {
      const because =
        'The origin responds to the first request on a connection but cuts off the second one. Cloudflare reuses its connections.'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    if (origin.kind !== 'failed' || !resetsConnections(moment)) return idleConnectionMatch(moment)
    const does =
      origin.error.received === 0
        ? 'accepts the connection and resets it without sending a byte'
        : 'resets the connection in the middle of its headers'
    if (hasEdgeError(moment, 502, 522) || failsWithoutReason(moment)) {
      // A server that resets unknown clients looks the same, and may fail for Cloudflare in another way.
      return directFailure(moment, does, {
        sure: 'likely',
        agreed: `${unusableText(moment)}.`,
      })
    }
    if (anotherOriginResponds(moment)) {
      const because = `The connection to ${originNameIn(moment)} was reset, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    // An origin that admits only Cloudflare looks the same. A handshake that fails has its own cause.
    if ((visitorsServed(moment) && probeRejected(moment)) || !resetBeforeResponse(origin)) return
    const seenByVisitors = isProxied(moment) === false && failedAt(moment.edge, 'processing', 'reset')
    return directFailure(moment, does, {
      sure: 'likely',
      agreed: seenByVisitors ? 'Visitors are cut off as well.' : undefined,
    })
  },
  remedy: (context) => ({
    summary: 'Find out what sends the reset: the process, the kernel, or a middlebox or firewall.',
    steps: hasShell(context) ? stepsOnHost(context) : stepsOnPlatform(context),
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

/** The origin responded on a fresh connection and cut off the next request on it. */
function cutOffOnReuse({ recheck }: Moment): boolean {
  return (
    recheck?.keepAlive?.reused === true &&
    failedAt(recheck.keepAlive.exchange, 'processing', 'reset', 'closed')
  )
}

function stepsOnHost(context: RemedyContext): readonly [Step, ...Step[]] {
  if (isPlatform(context.server)) {
    const log = howTo('errorLog', context.server)
    return [
      look(`Check the log of ${nameInText(context.server)}`, ` from the time of this check: ${log}.`),
      keepIdle(context),
      allowCloudflare(context),
    ]
  }
  return [
    look(
      'Check for a process that was killed or restarted',
      ` at the time of this check: \`systemctl status ${unitOf(context)}\` or \`docker ps -a\`, and \`journalctl -k --since -15min | grep -i oom\`.`,
    ),
    look(
      'Watch where the reset comes from',
      ": `tcpdump -ni any 'tcp[tcpflags] & tcp-rst != 0 or (ip6[6] == 6 and ip6[53] & 4 != 0)'` on the origin, as root. If no reset leaves the host, a firewall or load balancer in front of it sends it.",
    ),
    look(
      'Check whether a full connection queue resets',
      ': `nstat -az TcpExtListenOverflows TcpExtListenDrops`. It does so only if `sysctl net.ipv4.tcp_abort_on_overflow` shows 1. Otherwise, it drops connections.',
    ),
    keepIdle(context),
    ALLOW_CLOUDFLARE,
  ]
}

function keepIdle(context: RemedyContext): Step {
  return change(
    'Keep idle connections open longer than Cloudflare does',
    ` (900 seconds) if only some requests fail: ${howTo('keepAlive', context.server)}, or \`server.keepAliveTimeout = 905_000\` in Node.js without a web server (milliseconds).${thenReload(context)} Idle connections count toward the server's limit.${APACHE_MPM[context.server ?? ''] ?? ''}`,
    'restore the old value, then reload.',
  )
}

function stepsOnPlatform(context: RemedyContext): readonly [Step, ...Step[]] {
  return [applicationStatus(context), applicationLog(context), restartApplication(context), rollBack(context)]
}

/** With another MPM, each idle connection occupies a thread or process. '': the server is unknown. */
const APACHE_MPM: Readonly<Record<string, string>> = {
  Apache: ' Use the event MPM.',
  '': ' Apache needs its event MPM.',
}
