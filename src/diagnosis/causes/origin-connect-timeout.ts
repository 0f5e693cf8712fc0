import { defineCause, step } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { addressFamilyMatch } from '../rules/address-families.ts'
import { edgeReachable, hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt, timeoutText } from '../facts/exchange.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { ALLOW_CLOUDFLARE, COMPARE_RECORDS, requestDirectly } from './shared-steps.ts'

/** Cloudflare gives up a connection after this many milliseconds and says 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000

/** Packets to the origin vanish: the host is off, or a firewall drops them. */
export default defineCause({
  id: 'origin-connect-timeout',
  title: 'the origin does not answer connections',
  brief: { observedOr: 'connection timed out' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'Nobody gets a connection: packets to the origin get no reply. The host is off or overloaded, the address is wrong, or a firewall drops everybody. Cloudflare waits 19 seconds and shows 522.',
    'Silence looks the same whatever its reason, so the check is never certain.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy:
        "A direct probe that is answered. If the origin admits only Cloudflare, look at the firewall's log for Cloudflare's ranges.",
    },
    {
      what: 'origin-locked-to-cloudflare',
      distinguishedBy:
        "The host's console: if the server is up and healthy there, a firewall drops both this runner and Cloudflare.",
    },
    {
      what: { other: 'a wrong address in DNS or in the `origin` input' },
      distinguishedBy:
        "The address that the host itself has: `ip -br address` on it, or the provider's console.",
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const droppedUs = failedAt(moment.origin, 'connect', 'timeout')
    if (hasEdgeError(moment, 522) && droppedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'neither Cloudflare (522) nor this runner gets a connection',
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 522) && moment.origin?.kind !== 'completed') {
      const alone =
        moment.origin === undefined
          ? 'nobody asked the origin directly'
          : 'the direct probe failed in another way'
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `Cloudflare says that its connection got no answer (522), and ${alone}`,
        clues: cluesOf(moment),
      }
    }
    const gaveUpEarly = moment.request.timeout < CLOUDFLARE_CONNECT_LIMIT
    if (droppedUs && gaveUpEarly && edgeReachable(moment) && failedAt(moment.edge, 'processing', 'timeout')) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `this runner gets no connection, and Cloudflare has no answer within ${timeoutText(moment)}`,
        clues: cluesOf(moment),
      }
    }
    if (
      isProxied(moment) === false &&
      failedAt(moment.edge, 'connect', 'timeout') &&
      moment.origin?.kind !== 'completed'
    ) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: 'the name leads straight to a host that does not answer this runner',
        clues: cluesOf(moment),
      }
    }
    if (anotherOriginResponds(moment) && droppedUs) {
      const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`
      const because = `${which} does not answer this runner, while another origin answers it: Cloudflare may be sending visitors there`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return addressFamilyMatch(moment, 'timeout', 522)
  },
  remedy: (place) => ({
    summary: 'Bring the host back, or let Cloudflare through to it.',
    steps: [
      step(
        '',
        "See in the provider's console whether the host runs and has its network; look at CPU and memory.",
      ),
      requestDirectly(place),
      ALLOW_CLOUDFLARE,
      COMPARE_RECORDS,
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
  }),
})
