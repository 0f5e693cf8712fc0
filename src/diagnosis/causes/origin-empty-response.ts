import { defineCause, step } from '../../domain/cause.ts'
import { closedWithoutData } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { probeRejected } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { originRequiresClientCertificate, tlsOnPlainPort } from '../facts/tls.ts'

/** A crash in the middle of a request looks like this: the kernel closes what the process leaves behind. */
export default defineCause({
  id: 'origin-empty-response',
  title: 'the origin closes the connection without a byte',
  brief: { observedOr: 'closes without a response' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin takes the request and closes the connection without sending anything. The process crashes on the request or is killed by a timeout of its own. Or something in front of it (nginx with `return 444`, a security module) hangs up on purpose. Cloudflare shows 520 or 502.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a security module that hangs up on purpose' },
      distinguishedBy:
        "The origin's access log has a line with status 444, or none, while the application's log shows no crash.",
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment) {
    if (!closedWithoutData(moment.origin)) return
    // Who wants a client certificate, or TLS, has hung up for that.
    if (originRequiresClientCertificate(moment) || tlsOnPlainPort(moment)) return
    if (hasEdgeError(moment, 520, 502)) {
      return {
        outcome: 'unhealthy',
        // A server that hangs up on strangers on purpose looks the same, and may be broken for Cloudflare in another way.
        confidence: 'likely',
        because: `Cloudflare got no answer that it could use, and the origin gave this runner none at all${headerCaveat(moment)}`,
        clues: cluesOf(moment),
      }
    }
    if (isProxied(moment) === false && failedAt(moment.edge, 'processing', 'closed')) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'visitors and the direct probe are both cut off without an answer',
        clues: cluesOf(moment),
      }
    }
    // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
    if (visitorsServed(moment) && !probeRejected(moment)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because:
          'the origin hung up on this runner; what visitors get may come from a cache or from another origin',
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: () => ({
    summary: 'Find what ends the process, or what hangs up in its place.',
    steps: [
      step(
        '',
        'Look for a crash at the time of this check: `journalctl -u SERVICE --since -15min`, `docker ps -a` for restarts, `dmesg | grep -i oom`.',
      ),
      step(
        '',
        'On the origin, ask the application past its web server, on its own port: `curl -sv http://127.0.0.1:PORT/`. If that works, look at the web server.',
      ),
      step(
        '',
        'Look for rules that close without an answer: `return 444` in nginx, a security module, a worker timeout that is shorter than the request.',
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})
