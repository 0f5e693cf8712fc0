import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { isGoodResponse, failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'

/** Two protocols on one port, and only one of them works. */
export default defineCause({
  id: 'origin-http2-broken',
  title: 'HTTP/2 fails at the origin, where HTTP/1.1 works',
  brief: 'fails over HTTP/2',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin agrees to HTTP/2 in the TLS handshake, and then resets the stream, ends the connection with GOAWAY, or sends frames that cannot be read. Cloudflare speaks HTTP/2 to every origin that offers it, and shows 520 or 502; `curl --http1.1` and many monitors are served well.',
    'The check asks over HTTP/2 only when Cloudflare could not use an answer and HTTP/1.1 is fine. An origin that does not offer HTTP/2 is no failure.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy: 'Switch HTTP/2 to the origin off in Cloudflare: if the 520 stays, it was not HTTP/2.',
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const http2 = moment.recheck?.http2
    if (http2?.agreed !== true || !originHealthy(moment) || isGoodResponse(moment, http2.exchange)) return
    // The server's words, or their absence, once HTTP/2 was agreed upon: what came before is another matter.
    const failed = failedAt(http2.exchange, 'processing') || failedAt(http2.exchange, 'transfer')
    if (http2.exchange.kind === 'failed' && !failed) return
    return {
      outcome: 'unhealthy',
      // The zone may have HTTP/2 to its origin switched off, and Cloudflare another reason.
      confidence: 'likely',
      because:
        'the origin is fine over HTTP/1.1 and fails over HTTP/2, which it offers and Cloudflare speaks unless told otherwise',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host, port }) => ({
    summary: 'Turn HTTP/2 to the origin off, then mend it and turn it on again.',
    steps: [
      step(
        '',
        `See it fail: \`curl -sv --http2 -o /dev/null 'https://${host}/' --connect-to "::$ORIGIN:${port}"\`, and work with \`--http1.1\`.`,
      ),
      step(
        '',
        'At once: dashboard, Speed → Settings → Protocol Optimization, switch "HTTP/2 to Origin" off. Or stop offering it at the origin: `http2 off;` in nginx, no `h2` in `Protocols` of Apache or in `alpn` of HAProxy.',
      ),
      step(
        '',
        'If a TLS proxy offers `h2` for a backend that speaks only HTTP/1.1, let it offer only `http/1.1`.',
      ),
      step('', 'Update the server that speaks HTTP/2, and read its error log: it names the frame at fault.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
  }),
})
