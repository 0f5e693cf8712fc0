import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { change, defineCause, look, type RemedyContext, type Step } from '../../domain/cause.ts'
import { defaultPort } from '../../shared/authority.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { addressFamilyMatch } from '../rules/address-families.ts'
import { closedPortOfMode, isPortOfMode, portOfModeOr, portOfModeSummaryOr } from '../rules/port-of-mode.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { observerIn } from '../route/observer.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import {
  PLATFORM_SUMMARY,
  applicationLog,
  applicationStatus,
  hasShell,
  restartApplication,
  rollBack,
} from './application-steps.ts'
import { checkListener, thenReload, unitOf } from './shared-steps.ts'
import { howTo, isPlatform, nameInText } from '../servers/index.ts'
import { otherPortClues } from '../clues/tls.ts'

export default defineCause({
  id: 'origin-refused',
  title: 'the origin refuses connections',
  brief: { observedOr: 'connection refused' },
  hop: (context) => (isPortOfMode(context) ? 'origin' : originOrApplication(context)),
  owner: 'origin',
  meaning: [
    'The host is up and its kernel replies, but no process listens on the port. The server has stopped, is still starting, or listens on a different port or address. Cloudflare shows 521.',
    'The cause is certain when Cloudflare returns 521 and the runner is refused too. A 521 alone may also mean that the origin refuses only Cloudflare.',
  ],
  sources: [
    {
      claim:
        "521 means that the origin refuses Cloudflare's connections: nothing listens, or a firewall blocks its addresses.",
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
      read: '2026-11-30',
    },
    {
      claim: 'Flexible connects to port 80, Full and Full (strict) to port 443.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
      read: '2026-11-30',
    },
    {
      claim: "With Full, Cloudflare uses the visitor's scheme, so plain HTTP goes to port 80.",
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full/',
      read: '2026-11-30',
    },
    {
      claim: 'Automatic SSL/TLS raises the mode by itself, for a growing share of the traffic.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        'Set the `origin` input. If the origin responds to a direct request, its firewall blocks Cloudflare.',
      // A direct request that fails too rules it out.
      isOpen: ({ origin }) => origin === undefined,
    },
    {
      what: { other: 'a firewall that resets all connections' },
      distinguishedBy:
        'Run `ss -ltn` on the origin. If a process listens on the port and on the address, a firewall resets the connections.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const refusedUs = failedAt(moment.origin, 'connect', 'refused')
    if (hasEdgeError(moment, 521) && refusedUs) {
      return {
        outcome: 'unhealthy',
        // Cloudflare connects to the URL's port unless an Origin Rule changes it.
        confidence: moment.dialedOrigin?.port === moment.request.port ? 'certain' : 'likely',
        because: 'Cloudflare (521) and this runner were both refused.',
        clues: cluesOf(moment, ...otherPortClues(moment)),
      }
    }
    // An origin that responds to this runner is up: then it refuses only Cloudflare.
    if (hasEdgeError(moment, 521) && moment.origin?.kind !== 'completed') {
      const alone =
        moment.origin === undefined
          ? 'The origin was not requested directly.'
          : 'The direct request got no response either.'
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `Cloudflare was refused (521). ${alone}`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 521) && moment.dialedOrigin?.inner === true) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `Cloudflare was refused (521). The origin responds to ${observerIn(moment)}, but not at the address that Cloudflare connects to, where the server may be down.`,
        clues: cluesOf(moment),
      }
    }
    const wrongPort = closedPortOfMode(moment, 'refused', 521)
    if (wrongPort !== undefined) return wrongPort
    // An origin that admits only Cloudflare refuses this runner too, and may fail for Cloudflare in another way.
    if (failsWithoutReason(moment) && refusedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `${unusableText(moment)}, and this runner was refused.`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 522, 523) && refusedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: "This runner was refused, while Cloudflare's connection failed in a different way.",
        clues: cluesOf(moment),
      }
    }
    // The name bypasses Cloudflare: visitors connect as this runner does.
    if (
      isProxied(moment) === false &&
      failedAt(moment.edge, 'connect', 'refused') &&
      moment.origin?.kind !== 'completed'
    ) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'The name resolves directly to a host that refuses the connection.',
        clues: cluesOf(moment),
      }
    }
    if (anotherOriginResponds(moment) && refusedUs) {
      const because = `This runner was refused by ${originNameIn(moment)}, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return addressFamilyMatch(moment, 'refused', 521)
  },
  remedy: (context) => ({
    summary: portOfModeSummaryOr(
      context,
      hasShell(context)
        ? 'Start the service, or make it listen on the port Cloudflare connects to.'
        : PLATFORM_SUMMARY,
    ),
    steps: portOfModeOr(context, hasShell(context) ? stepsOnHost(context) : stepsOnPlatform(context)),
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
  }),
})
const COMPARE_MODE = look(
  "Compare the port with the zone's SSL mode",
  ', under SSL/TLS → Overview. For `https://`, Full and Full (strict) connect to port 443, Flexible to port 80. For `http://`, these connect to port 80. Automatic SSL/TLS may have raised the mode: see Manage Account → Audit Logs.',
)

/** The texts of the servers have the default ports. */
function listenText(context: RemedyContext): string {
  if (context.port !== defaultPort(context.tls)) return ''
  return `: ${howTo(context.tls ? 'tlsPort' : 'plainPort', context.server)}`
}

function stepsOnHost(context: RemedyContext): readonly [Step, ...Step[]] {
  const { port, server } = context
  if (isPlatform(server)) {
    return [
      look(`Check that ${nameInText(server)} listens on port ${port}`, ', in its settings.'),
      COMPARE_MODE,
      change(
        `Add a listener for port ${port}`,
        " if it has none, with the host's certificate.",
        'delete it.',
      ),
    ]
  }
  return [
    checkListener(context),
    look(
      'Check whether the service stopped, and why',
      `: \`systemctl status ${unitOf(context)}\` or \`docker ps -a\`, then ${howTo('errorLog', context.server)}.`,
    ),
    COMPARE_MODE,
    change(
      'Start the service',
      `: \`systemctl start ${unitOf(context)}\` or \`docker start SERVICE\`.`,
      'stop it again.',
    ),
    change(
      `Or make it listen on port ${context.port}`,
      `, on all addresses${listenText(context)}.${thenReload(context)}`,
      'restore the old configuration, then reload.',
    ),
    change(
      'Make the deploy wait',
      ' until the service listens, before it runs this check. The new version may still have been starting.',
      'remove the wait.',
    ),
  ]
}

function stepsOnPlatform(context: RemedyContext): readonly [Step, ...Step[]] {
  return [
    applicationStatus(context),
    applicationLog(context),
    COMPARE_MODE,
    restartApplication(context),
    rollBack(context),
  ]
}
