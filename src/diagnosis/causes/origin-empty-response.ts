import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { change, defineCause, look } from '../../domain/cause.ts'
import { closedWithoutData } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { closesWithoutByte, failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'
import { fromCache } from '../../cloudflare/response.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'
import { originRequiresClientCertificate, tlsOnPlainPort } from '../facts/tls.ts'
import { howTo } from '../servers/index.ts'
import { applicationLog, applicationStatus, hasShell, rollBack } from './application-steps.ts'
import { thenReload } from './shared-steps.ts'

/** A process that crashes during a request looks like this: the kernel closes its connections. */
export default defineCause({
  id: 'origin-empty-response',
  title: 'the origin closes the connection without a response',
  brief: { observedOr: 'closes without a response' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin accepts the request and closes the connection without sending anything. The process crashes on the request, or its own timeout kills it. Or something in front of it closes the connection on purpose: nginx with `return 444`, or a security module. Cloudflare shows 520 or 502.',
    'While Cloudflare gets fresh responses from the origin, such a close is only a note: the origin may admit only Cloudflare. See `origin-locked-to-cloudflare`.',
  ],
  sources: [
    {
      claim:
        '520 means an empty, unknown or unexpected response, such as from a server that crashes or a firewall.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
      read: '2026-11-30',
    },
    {
      claim: '`return 444` closes the connection without a response.',
      at: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a security module that closes connections on purpose' },
      distinguishedBy:
        "The origin's access log has a line with status 444, or none, while the application's log shows no crash.",
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment) {
    if (!closesWithoutByte(moment)) return
    // A server that requires a client certificate or TLS closes the connection for that reason.
    if (originRequiresClientCertificate(moment) || tlsOnPlainPort(moment)) return
    if (hasEdgeError(moment, 502) || failsWithoutReason(moment)) {
      return {
        outcome: 'unhealthy',
        // A server that closes unknown clients' connections looks the same, and may fail for Cloudflare in another way.
        confidence: 'likely',
        because: `${unusableText(moment)}, and the origin closed this runner's connection without sending a byte.${headerCaveat(moment)}`,
        clues: cluesOf(moment),
      }
    }
    if (isProxied(moment) === false && failedAt(moment.edge, 'processing', 'closed')) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'The connections of visitors and of the direct request are both closed without a response.',
        clues: cluesOf(moment),
      }
    }
    if (anotherOriginResponds(moment)) {
      const because = `The connection to ${originNameIn(moment)} was closed without a response, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    // An origin that admits only Cloudflare looks the same, unless what visitors get does not come from it.
    if (
      visitorsServed(moment) &&
      closedWithoutData(moment.origin) &&
      !servedFromOrigin(moment) &&
      !fromCache(moment.edge)
    ) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `The origin closes this runner's connection.${SERVED_ELSEWHERE}`,
        clues: cluesOf(moment),
      }
    }
    return
  },
  remedy: (context) => ({
    summary: 'Find out what ends the process, or what else closes the connection.',
    steps: [
      applicationStatus(context),
      applicationLog(context),
      ...(hasShell(context)
        ? [
            look(
              'Request the page from the application itself',
              `, not through its web server: \`curl -sv -H 'Host: ${context.host}' http://127.0.0.1:APP_PORT/\` on the origin. If that works, check the web server.`,
            ),
            look(
              'Check for rules that close without a response',
              `: ${howTo('silentClose', context.server)}, or a worker timeout that is shorter than the request.`,
            ),
          ]
        : []),
      rollBack(context),
      ...(hasShell(context)
        ? [
            change(
              'Or remove the rule',
              `, if it closes connections that it should not.${thenReload(context)}`,
              'restore the rule, then reload.',
            ),
          ]
        : []),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})
