import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { deviationsOf, deviationText } from '../facts/deviations.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse, failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'

export default defineCause({
  id: 'origin-http2-broken',
  title: 'HTTP/2 to the origin fails, but HTTP/1.1 works',
  brief: 'fails over HTTP/2',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin negotiates HTTP/2 in the TLS handshake. Then it resets the stream, ends the connection with GOAWAY, or sends invalid frames. Cloudflare uses HTTP/2 with every origin that offers it and shows 520 or 502, while `curl --http1.1` and many monitors are served normally.',
    'The check tries HTTP/2 only when Cloudflare could not use a response and HTTP/1.1 works. An origin that does not offer HTTP/2 is not at fault.',
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
  remedy: ({ host, port }) => ({
    summary: 'Turn off HTTP/2 to the origin, fix it, then turn it on again.',
    steps: [
      change(
        'Turn off HTTP/2 to the origin',
        ': Speed → Settings → Protocol Optimization in the dashboard, "HTTP/2 to Origin". Or stop offering it at the origin: `http2 off;` in nginx, no `h2` in Apache\'s `Protocols` or HAProxy\'s `alpn`.',
        '',
      ),
      look(
        'Reproduce it',
        `: \`curl -sv --http2 -o /dev/null 'https://${host}/' --connect-to "::$ORIGIN:${port}"\` fails, but works with \`--http1.1\`.`,
      ),
      change(
        'Offer only `http/1.1`',
        ' if a TLS proxy offers `h2` for a backend that supports only HTTP/1.1.',
        '',
      ),
      change('Update the HTTP/2 server', ', and check its error log: it names the invalid frame.', ''),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
  }),
})
