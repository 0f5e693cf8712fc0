import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { addressFamilyMatch } from '../rules/address-families.ts'
import { closedPortOfMode, isPortOfMode, portOfModeOr, portOfModeSummaryOr } from '../rules/port-of-mode.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { checkListener } from './shared-steps.ts'
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
        'Run `ss -ltn` on the origin. If a process listens on the port, a firewall resets the connections.',
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
      'Start the service, or make it listen on the port Cloudflare connects to.',
    ),
    steps: portOfModeOr(context, [
      look(
        'Check that the service is running',
        ' on the origin, and start it if not: `systemctl status SERVICE` or `docker ps`.',
      ),
      checkListener(context),
      look(
        "Compare the port with the zone's SSL/TLS mode",
        ', under SSL/TLS → Overview: Flexible and Off connect to port 80, Full and Full (strict) to port 443.',
      ),
      look(
        'Check why the service stopped',
        ': `journalctl -u SERVICE --since -15min` or `docker logs --since 15m CONTAINER`.',
      ),
      change(
        'Make the deploy wait',
        ' until the service listens, before it runs this step. The new version may still have been starting.',
        '',
      ),
    ]),
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
  }),
})
