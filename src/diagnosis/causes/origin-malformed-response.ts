import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { bodyCutShort, disputedDeviations, malformation, toleratedDeviations } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { cloudflareGatewayError, hasEdgeError, isProxied, statusBehind520 } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'
import { rollBack } from './application-steps.ts'
import { rawResponse, requestDirectly } from './shared-steps.ts'

export default defineCause({
  id: 'origin-malformed-response',
  title: 'the origin sends invalid HTTP',
  brief: { observedOr: 'invalid HTTP' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The origin sends something that is not valid HTTP. It has no status line, a header without a colon or with a control character, two contradictory lengths, or the greeting of another protocol. Cloudflare shows 520. Typically, the application builds its response by hand, a warning is printed among its headers, or another service listens on the port.',
    'Other deviations are less serious. Those that Cloudflare repairs are not reported. Cloudflare usually tolerates others, such as lines that end with LF instead of CRLF, folded headers or a repeated `Content-Length`. They are a warning while visitors are served, and a likely cause when Cloudflare cannot use the response. Deviations that only some proxies reject are a warning too, while visitors get fresh pages.',
    "With `cloudflare-api-token`, the check also reads Cloudflare's analytics. If the origin returned 200 where visitors got 520, Cloudflare got a response with headers that it cannot use. A direct request may get other headers, such as fewer cookies.",
    'Browsers and `curl` tolerate much more. A proxy must not: if two recipients disagree on where a response ends, an attacker can exploit that.',
  ],
  sources: [
    {
      claim: '520 means an empty, unknown or unexpected response, such as one without a status code.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
      read: '2026-11-30',
    },
    {
      claim: 'Origin Analytics shows 200 for the origin and 520 for visitors if the headers are malformed.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
    {
      claim:
        'Recipients that disagree on the length of a message can be exploited (request smuggling, response splitting).',
      at: 'RFC 9112, section 11',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'tls-plaintext-port',
      distinguishedBy:
        'The first bytes are 15 03 or 16 03, which means TLS on a port that was requested over plain HTTP.',
      // A usable response came from the right protocol. The first bytes of any other rule it out, if they were kept.
      isOpen: ({ origin }) => origin?.kind === 'failed' && origin.wire === undefined,
    },
    {
      what: { other: 'a client that is stricter than Cloudflare' },
      distinguishedBy:
        'If visitors are served, and not from a cache, Cloudflare accepts the response, or uses another origin.',
      isOpen: visitorsServed,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (moment.origin === undefined) return seenByCloudflare(moment)
    const disputed = servedFromOrigin(moment) ? disputedDeviations(moment.origin) : undefined
    if (disputed !== undefined) return disputedMatch(moment, disputed)
    const wrong = malformation(moment.origin)
    if (wrong === undefined) return tolerated(moment) ?? seenByCloudflare(moment)
    const seenByVisitors =
      isProxied(moment) === false && failedAt(moment.edge, 'processing', 'protocol', 'closed')
    return directFailure(moment, wrong, {
      sure: hasEdgeError(moment, 520) ? 'certain' : 'likely',
      agreed: hasEdgeError(moment, 520, 502)
        ? 'Cloudflare cannot use its response either.'
        : seenByVisitors
          ? 'Visitors get the same response.'
          : undefined,
    })
  },
  remedy: (context) => ({
    summary: 'Check the raw bytes of the response, and fix the code that writes them.',
    steps: [
      look('Check the first bytes of the response', `: \`${rawResponse(context)} | head -c 400 | xxd\`.`),
      requestDirectly(context),
      look(
        'Check when it started',
        ', in the Cloudflare dashboard under Speed → Origin Analytics: look for 200 from the origin with 520 for visitors.',
      ),
      change(
        'If a line is not a header, remove output before the headers',
        ', such as a PHP warning (`display_errors = Off`) or a debug print. If only line endings or whitespace are wrong, let an HTTP library write the headers.',
        'restore the old code or setting.',
      ),
      change(
        'If there are two lengths, set `Content-Length` in one place',
        ', the server or the application. Remove it where the body is chunked or compressed.',
        'restore the old code or setting.',
      ),
      rollBack(context),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
  }),
})

/** Visitors are served, although Cloudflare's published proxy would reject the response. */
function disputedMatch(moment: Moment, disputed: string): Match {
  const because = `The origin sends a response that ${disputed}. Cloudflare serves the site, but some clients and proxies reject such a response.`
  return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
}

/** Cloudflare got a response whose headers it could not use, and this runner got a usable one or didn't connect. */
function seenByCloudflare(moment: Moment): Match | undefined {
  const status = statusBehind520(moment)
  const { origin } = moment
  const contradicts = origin !== undefined && !originHealthy(moment) && !failedAt(origin, 'connect')
  if (status === undefined || contradicts) return
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because: `Cloudflare's own analytics show that the origin returned ${status} where visitors got 520. Cloudflare does that when the response headers are malformed or larger than 128 KB.`,
    clues: cluesOf(moment),
    title: "Cloudflare cannot use the origin's response headers",
  }
}

/** A response that proxies usually tolerate is unhealthy only if Cloudflare cannot use it. */
function tolerated(moment: Moment): Match | undefined {
  const { edge, origin } = moment
  const [direct, shown] = [toleratedDeviations(origin), toleratedDeviations(edge)]
  if (direct !== undefined && originHealthy(moment)) {
    const sends = `The origin sends a response that ${direct}`
    const unusable = hasEdgeError(moment, 520, 502) || cloudflareGatewayError(moment) || bodyCutShort(edge)
    if (unusable && isProxied(moment) !== false) {
      const because = `${sends}. Cloudflare usually tolerates that, but cannot use this response.`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    if (!visitorsServed(moment)) return
    const who = servedFromOrigin(moment)
      ? 'which Cloudflare tolerates, but other clients may not'
      : 'which not every proxy tolerates'
    return {
      outcome: 'warning',
      confidence: 'likely',
      because: `${sends}, ${who}.`,
      clues: cluesOf(moment),
    }
  }
  if (direct !== undefined || shown === undefined || !visitorsServed(moment)) return
  const because = `Visitors get a response that ${shown}. Browsers tolerate that; other clients may not.`
  return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
}
