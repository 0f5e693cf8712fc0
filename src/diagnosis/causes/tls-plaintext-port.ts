import { sslModeOf } from '../../cloudflare/ssl-mode.ts'
import { defineCause, look, change, risk } from '../../domain/cause.ts'
import type { Change, Match, Moment, Remedy, RemedyContext } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, passedThroughCloudflare } from '../facts/edge.ts'
import { isGoodResponse } from '../facts/exchange.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { usesTunnel } from '../facts/zone.ts'
import { plainHttpOnTlsPort, tlsOnPlainPort, requestsTls } from '../facts/tls.ts'
import { atServer } from './advice/certificate-steps.ts'
import { handshakeClues } from '../clues/tls.ts'

export default defineCause({
  id: 'tls-plaintext-port',
  title: 'one side uses TLS and the other plain HTTP',
  brief: 'used on one side only',
  hop: 'TLS',
  owner: 'origin',
  meaning: [
    "The port that should use TLS uses plain HTTP, or the reverse. Usually the line `listen 443` lacks the word `ssl`, or a container's plain port was published as 443. Or the zone's SSL mode does not match the server. For visitors who use HTTPS, Flexible connects to port 80 over plain HTTP. Full and Full (strict) connect to port 443 over TLS. Automatic SSL/TLS may have raised the mode by itself, for a growing share of the traffic. Cloudflare shows 525 where it uses TLS, and 520 or the server's own 400 where it does not.",
    'The check recognizes it by the bytes. The response to a TLS hello begins like HTTP, or the same port completes a TLS handshake.',
  ],
  sources: [
    {
      claim: 'Flexible connects to the origin over plain HTTP for HTTPS on port 443. Other ports use Full.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/flexible/',
      read: '2026-11-30',
    },
    {
      claim: 'Automatic SSL/TLS only raises the mode, from 1% of the traffic in steps to 100%.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
      read: '2026-11-30',
    },
    {
      claim:
        'The service URL of a tunnel decides whether the local connection uses TLS. `originServerName` is the name in the certificate.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/',
      read: '2026-11-30',
    },
    {
      claim: '525 appears with Full and Full (strict) if the port does not complete a handshake.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-525/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-handshake-failed',
      distinguishedBy:
        'Run `curl -sv http://$ORIGIN:443/`. A page means plain HTTP. A 400 about TLS, or nothing, means TLS.',
    },
    {
      what: { other: 'an SSL mode that does not match the server' },
      distinguishedBy:
        'Check SSL/TLS → Overview in the dashboard: for visitors who use HTTPS, Flexible requires plain HTTP on port 80. Full and Full (strict) require TLS on port 443.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return toVisitors(moment) ?? plainMatch(moment) ?? tlsMatch(moment)
  },
  remedy: (context) => ({
    ...(sendsPlain(context) ?? matchPort(context)),
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
  }),
})

type Advice = Pick<Remedy, 'summary' | 'steps'>

const CHECK_RULE = look(
  'Check that no Origin Rule changes the port',
  ': Rules → Overview (Origin Rules) in the dashboard.',
)

const CHECK_MODE = look(
  "Check the zone's SSL mode, and when it changed",
  ': SSL/TLS → Overview in the dashboard, and Manage Account → Audit Logs. Automatic SSL/TLS raises the mode by itself, in steps from 1% to 100% of the traffic. A Configuration Rule may set another mode for this host.',
)

/** https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/ */
function useTlsInTunnel(action: string, host: string): Change {
  return change(
    action,
    `, with the same host and port: Networking → Tunnels, the tunnel, Routes → Edit route → Service URL, or \`service:\` in \`config.yml\` and a restart of \`cloudflared\`. If that is not the name in the certificate, set \`originServerName\` to \`${host}\`. For a private CA, set \`caPool\`.`,
    'restore the old URL.',
  )
}

const USE_TLS = change(
  'Make Cloudflare connect with TLS',
  ': set the SSL mode to Full (strict) under SSL/TLS → Overview in the dashboard. Off and Flexible send plain HTTP. Other hosts of the zone then need a valid certificate too, or a Configuration Rule for this host alone.',
  'restore the old mode.',
)

/** Cloudflare sends plain HTTP to a server that requires TLS. The server is right. */
function sendsPlain({ host, port, form }: RemedyContext): Advice | undefined {
  const tunnel = "Change the tunnel's service URL to `https://`"
  if (form === 'tunnel') {
    const check = look(
      'Check what the service requires',
      `, on the machine of \`cloudflared\`: \`curl -ksv -o /dev/null 'https://${host}/' --connect-to "::127.0.0.1:${port}"\` completes a TLS handshake.`,
    )
    return {
      summary: 'Make the tunnel connect to the service with TLS.',
      steps: [check, useTlsInTunnel(tunnel, host)],
    }
  }
  if (form !== 'sends-plain' && form !== 'sends-plain-unknown') return undefined
  const changes = [USE_TLS, useTlsInTunnel(`If the site uses a Cloudflare Tunnel, c${tunnel.slice(1)}`, host)]
  return {
    summary:
      form === 'sends-plain'
        ? 'Make Cloudflare connect to this server with TLS.'
        : 'Make the connection to this server use TLS.',
    // Without an origin to request directly, a tunnel is the usual reason.
    steps: [CHECK_MODE, CHECK_RULE, ...(form === 'sends-plain' ? changes : changes.toReversed())],
  }
}

function matchPort(context: RemedyContext): Advice {
  const { host, port, tls } = context
  const restore = 'restore the old line, then reload.'
  return {
    summary: tls
      ? `Enable TLS on port ${port} of the origin.`
      : `Make Cloudflare connect with TLS, or use plain HTTP on port ${port} of the origin.`,
    steps: [
      look(
        'Check which protocol the port uses',
        `: if it is plain HTTP, \`curl -sv http://$ORIGIN:${port}/\` gets a page, other than a 400 about TLS. If it is TLS, \`openssl s_client -connect "$ORIGIN:${port}" -servername ${host} </dev/null\` prints a certificate.`,
      ),
      CHECK_MODE,
      CHECK_RULE,
      ...(tls
        ? [
            change(
              `Enable TLS on port ${port}`,
              `: ${atServer('tlsPort', context)}. In a container, publish the TLS port, not the plain one. Then reload.`,
              restore,
            ),
          ]
        : [
            USE_TLS,
            risk(`Use plain HTTP on port ${port}`, `: ${atServer('plainPort', context)}. Then reload.`, {
              exposes: 'Anyone on the network path can read and change the requests.',
              limit: 'Keep it only if the origin cannot use TLS.',
              undo: restore,
            }),
          ]),
    ],
  }
}

/** The server's own response says it, and Cloudflare passes it on. */
function toVisitors(moment: Moment): Match | undefined {
  if (!requestsTls(moment, moment.edge) || !passedThroughCloudflare(moment)) return
  const both = requestsTls(moment, moment.origin)
  const tunnel = usesTunnel(moment)
  const because = tunnel
    ? "The connector of the tunnel sends plain HTTP, and the service's response says that it requires TLS."
    : both
      ? "Visitors and this runner both get the server's response that it requires TLS on that port."
      : "Cloudflare passes on the server's response that it requires TLS on that port."
  return {
    outcome: 'unhealthy',
    confidence: both || tunnel ? 'certain' : 'likely',
    because,
    clues: cluesOf(moment),
    ...plainSender(moment),
  }
}

/** Who sends plain HTTP to the server. To visitors who use plain HTTP themselves, Cloudflare does so in most modes. */
function plainSender(moment: Moment): Pick<Match, 'form'> {
  if (usesTunnel(moment)) return { form: 'tunnel' }
  if (moment.request.url.startsWith('http:')) return {}
  return { form: moment.dialedOrigin === undefined ? 'sends-plain-unknown' : 'sends-plain' }
}

/** The port uses plain HTTP where TLS is expected. */
function plainMatch(moment: Moment): Match | undefined {
  if (!plainHttpOnTlsPort(moment)) return
  const { dialedOrigin, request } = moment
  const clues = cluesOf(moment, ...handshakeClues(moment))
  const port = `port ${dialedOrigin?.port}`
  if (hasEdgeError(moment, 525)) {
    const because = `Cloudflare's handshake fails (525), and ${port} responds in plain HTTP.`
    // Cloudflare connects to the URL's port unless an Origin Rule changes it.
    return {
      outcome: 'unhealthy',
      confidence: dialedOrigin?.port === request.port ? 'certain' : 'likely',
      because,
      clues,
    }
  }
  if (anotherOriginResponds(moment)) {
    const because = `Port ${dialedOrigin?.port} of ${originNameIn(moment)} uses plain HTTP, while ${respondingName(moment)} responds over TLS. Cloudflare may be sending visitors there.`
    return { outcome: 'warning', confidence: 'likely', because, clues }
  }
  if (servedFromOrigin(moment)) {
    const because = `Port ${dialedOrigin?.port} of the origin uses plain HTTP, and Cloudflare is still served, because it connects in a different way than this check. Set \`origin\` with \`http://\`, or the zone's \`ssl-mode\`.`
    return { outcome: 'note', confidence: 'likely', because, clues }
  }
  if (visitorsServed(moment)) return
  const because = `Port ${dialedOrigin?.port} uses plain HTTP, but Cloudflare reports a different error.`
  return { outcome: 'alternative', confidence: 'possible', because, clues }
}

/** The port uses TLS where plain HTTP is expected. */
function tlsMatch(moment: Moment): Match | undefined {
  if (!tlsOnPlainPort(moment)) return
  const { dialedOrigin, request, recheck, zone } = moment
  const clues = cluesOf(moment, ...handshakeClues(moment))
  const port = `port ${dialedOrigin?.port}`
  if (hasEdgeError(moment, 520, 502)) {
    const { mode, by } = sslModeOf(request, zone?.ssl)
    const plain = by !== 'url' && (mode === 'off' || mode === 'flexible')
    const because = `Cloudflare gets no usable response, and ${port} uses TLS where plain HTTP is expected.`
    return { outcome: 'unhealthy', confidence: plain ? 'certain' : 'likely', because, clues }
  }
  if (servedFromOrigin(moment) && isGoodResponse(moment, recheck?.otherScheme)) {
    const because = `Port ${dialedOrigin?.port} of the origin responds normally over TLS, while this check is configured for plain HTTP. Set \`origin\` with \`https://\`.`
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  const because = `Port ${dialedOrigin?.port} of the origin uses TLS where plain HTTP is expected.`
  return {
    outcome: visitorsServed(moment) ? 'unhealthy' : 'alternative',
    confidence: visitorsServed(moment) ? 'likely' : 'possible',
    because,
    clues,
  }
}
