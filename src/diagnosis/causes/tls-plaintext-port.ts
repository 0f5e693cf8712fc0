import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, passedThroughCloudflare } from '../facts/edge.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { plainHttpOnTlsPort, tlsOnPlainPort, asksForTls } from '../facts/tls.ts'
import { handshakeClues } from '../clues/tls.ts'

/** Somebody asks in TLS where plain HTTP is spoken, or the other way round. */
export default defineCause({
  id: 'tls-plaintext-port',
  title: 'one side speaks TLS and the other plain HTTP',
  brief: 'TLS on one side only',
  hop: 'TLS',
  owner: 'origin',
  meaning: [
    "The port that should speak TLS speaks plain HTTP, or the other way round. Usually a line `listen 443` lacks the word `ssl`, a container's plain port was published as 443, or the zone's mode does not fit the server: Flexible dials port 80 in plain HTTP, Full and Full (strict) dial port 443 in TLS. Cloudflare shows 525 where it speaks TLS, and 520 or the server's own 400 where it does not.",
    'The bytes tell: the answer to a TLS hello begins like HTTP, or the same port completes a handshake once it is asked in TLS.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-handshake-failed',
      distinguishedBy:
        'Plain HTTP at the same port: `curl -v http://$ORIGIN:443/`. A page means plain HTTP; a 400 or nothing means TLS.',
    },
    {
      what: { other: 'a mode of the zone that does not fit' },
      distinguishedBy:
        'Dashboard, SSL/TLS → Overview: Flexible needs plain HTTP on port 80, Full and Full (strict) need TLS on port 443.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return toVisitors(moment) ?? plainMatch(moment) ?? tlsMatch(moment)
  },
  remedy: ({ port, tls }) => ({
    summary: tls
      ? `Have port ${port} of the origin speak TLS.`
      : `Have port ${port} of the origin speak plain HTTP, or have Cloudflare ask in TLS.`,
    steps: [
      step(
        '',
        `See what the port speaks: \`curl -sv http://$ORIGIN:${port}/\` and \`openssl s_client -connect $ORIGIN:${port}\`. One of the two works.`,
      ),
      step(
        '',
        tls
          ? `In nginx, \`listen ${port} ssl;\` with the word \`ssl\`; in Apache, \`SSLEngine on\`; in a container, publish the TLS port and not the plain one.`
          : `In nginx, \`listen ${port};\` without the word \`ssl\`.`,
      ),
      step(
        '',
        "Compare with the zone's mode: dashboard, SSL/TLS → Overview. Full (strict) is the right one as soon as the origin has a certificate.",
      ),
      step('', 'See that no Origin Rule sends requests to another port: dashboard, Rules → Origin Rules.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
  }),
})

/** The server says it itself, in an answer that Cloudflare passes on. */
function toVisitors(moment: Moment): Match | undefined {
  if (!asksForTls(moment, moment.edge) || !passedThroughCloudflare(moment)) return
  const both = asksForTls(moment, moment.origin)
  const because = both
    ? 'the server tells visitors and this runner that it wants TLS on that port'
    : "Cloudflare passes on the server's word that it wants TLS on that port"
  return { outcome: 'unhealthy', confidence: both ? 'certain' : 'likely', because, clues: cluesOf(moment) }
}

/** Plain HTTP where TLS was asked for. */
function plainMatch(moment: Moment): Match | undefined {
  if (!plainHttpOnTlsPort(moment)) return
  const { dialedOrigin, request } = moment
  const clues = cluesOf(moment, ...handshakeClues(moment))
  const port = `port ${dialedOrigin?.port}`
  if (hasEdgeError(moment, 525)) {
    const because = `Cloudflare's handshake fails (525), and ${port} answers in plain HTTP`
    // Cloudflare dials the port of the URL, unless a rule of the zone says otherwise.
    return {
      outcome: 'unhealthy',
      confidence: dialedOrigin?.port === request.port ? 'certain' : 'likely',
      because,
      clues,
    }
  }
  if (servedFromOrigin(moment)) {
    const because = `${port} of the origin speaks plain HTTP, and Cloudflare is served all the same: it dials otherwise than this check did. Give \`origin\` with \`http://\`, or the zone's \`ssl-mode\``
    return { outcome: 'note', confidence: 'likely', because, clues }
  }
  if (visitorsServed(moment)) return
  const because = `${port} speaks plain HTTP, though that is not what Cloudflare complains about`
  return { outcome: 'alternative', confidence: 'possible', because, clues }
}

/** TLS where plain HTTP was asked for. */
function tlsMatch(moment: Moment): Match | undefined {
  if (!tlsOnPlainPort(moment)) return
  const { dialedOrigin, request, recheck, zone } = moment
  const clues = cluesOf(moment, ...handshakeClues(moment))
  const port = `port ${dialedOrigin?.port}`
  if (hasEdgeError(moment, 520, 502)) {
    const { mode, by } = sslModeOf(request, zone?.ssl)
    const plain = by !== 'url' && (mode === 'off' || mode === 'flexible')
    const because = `Cloudflare gets no usable answer, and ${port} speaks TLS where plain HTTP is asked for`
    return { outcome: 'unhealthy', confidence: plain ? 'certain' : 'likely', because, clues }
  }
  if (servedFromOrigin(moment) && isGoodResponse(moment, recheck?.otherScheme)) {
    const because = `${port} of the origin speaks TLS and answers well in it, while this check was told to ask in plain HTTP: give \`origin\` with \`https://\``
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  const because = `${port} of the origin speaks TLS where plain HTTP is asked for`
  return {
    outcome: visitorsServed(moment) ? 'unhealthy' : 'alternative',
    confidence: visitorsServed(moment) ? 'likely' : 'possible',
    because,
    clues,
  }
}
