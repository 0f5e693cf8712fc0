import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { headersTooLarge, resetBeforeResponse } from '../facts/malformed.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { probeRejected, originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { idleConnectionMatch } from '../rules/idle-connections.ts'
import { ALLOW_CLOUDFLARE } from './shared-steps.ts'

/** Something listens, accepts, and tears the connection down: a close would have been polite. */
export default defineCause({
  id: 'origin-reset',
  title: 'the origin resets the connection',
  brief: { observedOr: 'connection reset' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin accepts the connection and resets it: at once, when it has read the request, or in the middle of its headers. A process that is killed with a request unread does that. So does a full queue of connections, or a security product that resets what it does not like. Cloudflare shows 520, or 522.',
    'Some origins answer each fresh connection, and cut off the second request of one that is kept open without having said that they close it. Cloudflare keeps connections, so some of its requests get 520 while everybody else is fine.',
    'With `watch`, the check keeps a connection to the origin and uses it again after a rest. It notes an origin that closes the connection sooner than Cloudflare would, which is after 900 seconds. Most servers are set so, and a request of Cloudflare that meets a connection as it closes gets 520.',
    'A reset is not a refusal: something listens there, and has accepted. Nor is it a close without a byte: a process that had read everything ends so.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a security product that resets strangers on purpose' },
      distinguishedBy:
        'Its log; and `tcpdump` on the origin, which shows whether the reset comes from the host itself.',
    },
    {
      what: 'origin-refused',
      distinguishedBy: '`ss -ltn` on the origin: without a listener the connection is never accepted.',
      isOpen: ({ origin }) => failedAt(origin, 'connect'),
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const { origin } = moment
    if (
      hasEdgeError(moment, 520, 502) &&
      originHealthy(moment) &&
      cutOffWhenKept(moment) &&
      !headersTooLarge(origin)
    ) {
      const because =
        'the origin answers the first request of a connection and cuts the second one off, and Cloudflare keeps its connections'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    if (!resetBeforeResponse(origin)) return idleConnectionMatch(moment)
    const does =
      origin.error.received === 0
        ? 'accepts the connection and resets it without a byte'
        : 'resets the connection in the middle of its headers'
    if (hasEdgeError(moment, 520, 502, 522)) {
      // A server that resets strangers on purpose looks the same, and may fail Cloudflare in another way.
      return directFailure(moment, does, {
        sure: 'likely',
        agreed: 'Cloudflare got no answer that it could use',
      })
    }
    // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
    if (visitorsServed(moment) && probeRejected(moment)) return
    const seenByVisitors = isProxied(moment) === false && failedAt(moment.edge, 'processing', 'reset')
    return directFailure(moment, does, {
      sure: 'likely',
      agreed: seenByVisitors ? 'visitors are cut off as well' : undefined,
    })
  },
  remedy: () => ({
    summary: 'Find who sends the reset: the process, the kernel, or a box on the way.',
    steps: [
      step(
        '',
        'Look for a process that was killed or restarted at the time of this check: `journalctl -u SERVICE --since -15min`, `dmesg | grep -i oom`.',
      ),
      step(
        '',
        'See whether the queue of connections overflows: `nstat -az TcpExtListenOverflows TcpExtTCPAbortOnOverflow`, and `ss -ltn`.',
      ),
      step(
        '',
        "Watch where the reset comes from: `tcpdump -ni any 'tcp[tcpflags] & tcp-rst != 0'` on the origin. If none leaves the host, a firewall or load balancer before it sends them.",
      ),
      step(
        '',
        'If only some requests fail, keep idle connections open for longer than Cloudflare does, 900 seconds (`keepalive_timeout 905s;` in nginx, `server.keepAliveTimeout` in Node), or answer with `Connection: close`.',
      ),
      ALLOW_CLOUDFLARE,
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

/** The origin was fine on a fresh connection, and let down the next request on it. */
function cutOffWhenKept({ recheck }: Moment): boolean {
  return (
    recheck?.keepAlive?.reused === true &&
    failedAt(recheck.keepAlive.exchange, 'processing', 'reset', 'closed')
  )
}
