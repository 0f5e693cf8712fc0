import { defineCause, step } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { addressFamilyMatch } from '../rules/address-families.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { checkListener } from './shared-steps.ts'
import { otherPortClues } from '../clues/tls.ts'

/** The process is down or on another port: the kernel answers for it, with a reset. */
export default defineCause({
  id: 'origin-refused',
  title: 'the origin refuses connections',
  brief: { observedOr: 'connection refused' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The machine is there and its kernel answers, but nothing listens on the port: the server has stopped, is still starting, or listens on another port or address. Cloudflare shows 521.',
    'It is certain when Cloudflare says 521 and the runner is refused too. A 521 alone may also mean that only Cloudflare is turned away.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        "A direct probe that is answered. Without one, look at the origin's firewall log for Cloudflare's ranges.",
    },
    {
      what: { other: 'a firewall that resets everybody' },
      distinguishedBy:
        '`ss -ltn` on the origin: if something listens on the port, a firewall answers in its place.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const refusedUs = failedAt(moment.origin, 'connect', 'refused')
    if (hasEdgeError(moment, 521) && refusedUs) {
      return {
        outcome: 'unhealthy',
        // Cloudflare dials the port of the URL, unless a rule of the zone says otherwise.
        confidence: moment.dialedOrigin?.port === moment.request.port ? 'certain' : 'likely',
        because: 'Cloudflare (521) and this runner were both refused',
        clues: cluesOf(moment, ...otherPortClues(moment)),
      }
    }
    // An origin that answers us is up: then it is Cloudflare that is turned away.
    if (hasEdgeError(moment, 521) && moment.origin?.kind !== 'completed') {
      const alone =
        moment.origin === undefined
          ? 'nobody asked the origin directly'
          : 'the direct probe got no answer either'
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `Cloudflare says that it was refused (521), and ${alone}`,
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 522, 523) && refusedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: 'this runner was refused, while Cloudflare got no connection in another way',
        clues: cluesOf(moment),
      }
    }
    // The name leads past Cloudflare: visitors dial the origin as we do.
    if (
      isProxied(moment) === false &&
      failedAt(moment.edge, 'connect', 'refused') &&
      moment.origin?.kind !== 'completed'
    ) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'the name leads straight to a host that refuses the connection',
        clues: cluesOf(moment),
      }
    }
    if (anotherOriginResponds(moment) && refusedUs) {
      const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`
      const because = `${which} refuses this runner, while another origin answers it: Cloudflare may be sending visitors there`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return addressFamilyMatch(moment, 'refused', 521)
  },
  remedy: (place) => ({
    summary: 'Start the server, or have it listen where Cloudflare dials.',
    steps: [
      step('', 'On the origin, see whether the service runs: `systemctl status SERVICE`, or `docker ps`.'),
      checkListener(place),
      step(
        '',
        "Compare with the zone's mode, under SSL/TLS → Overview: Flexible and Off dial port 80, Full and Full (strict) port 443.",
      ),
      step(
        '',
        'Read why it stopped: `journalctl -u SERVICE --since -15min`, or `docker logs --since 15m CONTAINER`.',
      ),
      step('', 'If the deploy restarts it, have the deploy wait until it answers before this step runs.'),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
  }),
})
