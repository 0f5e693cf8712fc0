import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { deviationsOf, deviationText } from '../facts/deviations.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse, failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { howTo } from '../servers/index.ts'
import { originUrl, applied } from './shared-steps.ts'

export default defineCause({
  id: 'origin-http2-broken',
  title: 'HTTP/2 to the origin fails, but HTTP/1.1 works',
  brief: 'fails over HTTP/2',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin negotiates HTTP/2 in the TLS handshake. Then it resets the stream, ends the connection with GOAWAY, or sends invalid frames. Except in Enterprise zones, Cloudflare uses HTTP/2 by default with every origin that offers it. It shows 520 or 502, while `curl --http1.1` and many monitors are served normally.',
    'The check tries HTTP/2 only when Cloudflare could not use a response and HTTP/1.1 works. An origin that does not offer HTTP/2 is not at fault.',
  ],
  sources: [
    {
      claim:
        'HTTP/2 to the origin is on by default, and can be turned off under Speed → Settings → Protocol Optimization.',
      at: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
      read: '2026-11-30',
    },
    {
      claim: 'The default of `origin_max_http_version` is 2, in Enterprise zones 1.',
      at: 'https://developers.cloudflare.com/api/resources/zones/subresources/settings/methods/get/',
      read: '2026-11-30',
    },
    {
      claim: 'An origin that accepts HTTP/2 and does not respect the protocol causes 520.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
      read: '2026-11-30',
    },
    {
      claim: '`http2` is a directive since nginx 1.25.1. Older versions have it in `listen`.',
      at: 'https://nginx.org/en/docs/http/ngx_http_v2_module.html#http2',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        'Turn off HTTP/2 to the origin in Cloudflare. If the 520 remains, HTTP/2 is not the reason.',
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const http2 = moment.recheck?.http2
    if (http2?.agreed !== true || !originHealthy(moment) || isGoodResponse(moment, http2.exchange)) return
    // Only what fails after HTTP/2 was negotiated counts.
    const failed = failedAt(http2.exchange, 'processing') || failedAt(http2.exchange, 'transfer')
    if (http2.exchange.kind === 'failed' && !failed) return
    const deviation = deviationText(deviationsOf(http2.exchange, 'rejects'))
    const how = deviation === undefined ? '' : ` The HTTP/2 response ${deviation}.`
    return {
      outcome: 'unhealthy',
      // The zone may have HTTP/2 to the origin switched off. Cloudflare then has another reason.
      confidence: 'likely',
      because: `The origin works over HTTP/1.1 but fails over HTTP/2, which it offers and which Cloudflare uses by default.${how}`,
      clues: cluesOf(moment),
    }
  },
  remedy: (context) => ({
    summary: 'Turn off HTTP/2 to the origin, fix it, then turn it on again.',
    steps: [
      look(
        'Reproduce it',
        `: \`curl -ksv --http2 -o /dev/null '${originUrl(context)}' --connect-to "::$ORIGIN:${context.port}"\` fails, but works with \`--http1.1\`.`,
      ),
      look(
        "Check the web server's error log",
        `, which names the invalid frame: ${howTo('errorLog', context.server)}.`,
      ),
      change(
        'Turn off HTTP/2 to the origin',
        ': Speed → Settings → Protocol Optimization in the dashboard, "HTTP/2 to Origin".',
        'turn it on again.',
      ),
      change(
        'Or offer only HTTP/1.1 at the origin',
        `, for example if its backend supports nothing else: ${applied(howTo('httpOnly1', context.server), context)}`,
        'restore the old lines, then reload.',
      ),
      change('Update the HTTP/2 server.', '', 'install the old version again.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
  }),
})
