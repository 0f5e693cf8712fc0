import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { lenientStatus, malformation } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { toleratedByCloudflare } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { requestDirectly } from './shared-steps.ts'

/** Somebody answers, and not in HTTP: or in what only a browser forgives. */
export default defineCause({
  id: 'origin-malformed-response',
  title: 'the origin does not answer in valid HTTP',
  brief: { observedOr: 'invalid HTTP' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin sends something that is not valid HTTP: no status line, a header without a colon or with a control character in it, two lengths that contradict each other, or the greeting of another protocol. The application wrote its answer by hand, a warning got among its headers, or another server holds the port. Cloudflare shows 520.',
    'Browsers and `curl` forgive much of it. A proxy must not: two readers that disagree on where an answer ends can be played off against each other.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'tls-plaintext-port',
      distinguishedBy: 'The first bytes: 15 03 or 16 03 are TLS, on a port that was asked in plain HTTP.',
    },
    {
      what: { other: 'a client that is stricter than Cloudflare' },
      distinguishedBy:
        'Visitors are served, and the answer is not from a cache: then Cloudflare forgives it today.',
      isOpen: visitorsServed,
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const wrong = malformation(moment.origin)
    if (wrong === undefined) return
    if (toleratedByCloudflare(moment)) {
      const because = `the origin ${wrong}: lines that end without CR, go on in the next one, or give a length twice. Cloudflare puts up with it, others do not`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    // Whoever puts up with it has another reason for what he says.
    const plain = lenientStatus(moment.origin) === undefined
    const seenByVisitors =
      isProxied(moment) === false && failedAt(moment.edge, 'processing', 'protocol', 'closed')
    return directFailure(moment, wrong, {
      sure: plain && hasEdgeError(moment, 520) ? 'certain' : 'likely',
      agreed: hasEdgeError(moment, 520, 502)
        ? 'Cloudflare cannot use its answer either'
        : seenByVisitors
          ? 'visitors get the same'
          : undefined,
    })
  },
  remedy: (place) => ({
    summary: 'Look at the bytes of the answer, and mend what writes them.',
    steps: [
      requestDirectly(place),
      step('', `See the first bytes as they are: ${rawBytes(place)}.`),
      step(
        '',
        'A line that is no header: look for output before the headers, such as a warning of PHP (`display_errors = Off`) or a debug print.',
      ),
      step(
        '',
        'Two lengths: let one place set `Content-Length`, the server or the application, and remove it where the body is chunked or compressed.',
      ),
      step('', 'A greeting of another protocol: `ss -ltnp` shows which process holds the port.'),
      step('', 'If this began with a deploy, roll it back first.'),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

function rawBytes({ host, port, tls }: { host: string; port: number; tls: boolean }): string {
  const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`
  const way = tls
    ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
    : `nc "$ORIGIN" ${port}`
  return `\`${request} | ${way} | head -c 400 | xxd\``
}
