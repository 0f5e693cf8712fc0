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

export default defineCause({
  id: 'origin-malformed-response',
  title: 'the origin sends invalid HTTP',
  brief: { observedOr: 'invalid HTTP' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin sends something that is not valid HTTP. It has no status line, a header without a colon or with a control character, two contradictory lengths, or the greeting of another protocol. The application builds its response by hand, a warning is printed among its headers, or another server has the port. Cloudflare shows 520.',
    'Browsers and `curl` tolerate much of it. A proxy must not: when two parsers disagree on where a response ends, an attacker can exploit that.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'tls-plaintext-port',
      distinguishedBy:
        'The first bytes are 15 03 or 16 03, which means TLS on a port that was requested over plain HTTP.',
    },
    {
      what: { other: 'a client that is stricter than Cloudflare' },
      distinguishedBy:
        'If visitors are served, and not from a cache, Cloudflare tolerates the response today.',
      isOpen: visitorsServed,
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const wrong = malformation(moment.origin)
    if (wrong === undefined) return
    if (toleratedByCloudflare(moment)) {
      const because = `The origin ${wrong}: lines that end without CR, continue on the next line, or repeat a length. Cloudflare tolerates it; other clients do not.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    // If Cloudflare tolerates the response, its error has another reason.
    const strictlyInvalid = lenientStatus(moment.origin) === undefined
    const seenByVisitors =
      isProxied(moment) === false && failedAt(moment.edge, 'processing', 'protocol', 'closed')
    return directFailure(moment, wrong, {
      sure: strictlyInvalid && hasEdgeError(moment, 520) ? 'certain' : 'likely',
      agreed: hasEdgeError(moment, 520, 502)
        ? 'Cloudflare cannot use its response either.'
        : seenByVisitors
          ? 'Visitors get the same.'
          : undefined,
    })
  },
  remedy: (context) => ({
    summary: 'Check the raw bytes of the response, and fix the code that writes them.',
    steps: [
      step('Check the first bytes of the response', `: ${rawBytes(context)}.`),
      requestDirectly(context),
      step(
        'If a line is not a header, check for output before the headers',
        ', such as a PHP warning (`display_errors = Off`) or a debug print.',
      ),
      step(
        'If there are two lengths, set `Content-Length` in one place',
        ', the server or the application. Remove it where the body is chunked or compressed.',
      ),
      step(
        'If another protocol responds, check which process has the port',
        ': `ss -ltnp`. If this began with a deploy, roll it back first.',
      ),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

function rawBytes({ host, port, tls }: { host: string; port: number; tls: boolean }): string {
  const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`
  const connect = tls
    ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
    : `nc "$ORIGIN" ${port}`
  return `\`${request} | ${connect} | head -c 400 | xxd\``
}
