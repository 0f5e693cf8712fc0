import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { change, defineCause, look } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { addressFamilyMatch } from '../rules/address-families.ts'
import { closedPortOfMode, isPortOfMode, portOfModeOr, portOfModeSummaryOr } from '../rules/port-of-mode.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { edgeReachable, hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt, timeoutText } from '../facts/exchange.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { allowCloudflare } from './application-steps.ts'
import { COMPARE_RECORDS, CORRECT_RECORD, requestDirectly } from './shared-steps.ts'

/** Cloudflare stops connecting after this many milliseconds and returns 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000

export default defineCause({
  id: 'origin-connect-timeout',
  title: 'connections to the origin time out',
  brief: { observedOr: 'connection timed out' },
  hop: (context) => (isPortOfMode(context) ? 'origin' : originOrApplication(context)),
  owner: 'origin',
  meaning: [
    'No one can connect: packets to the origin get no reply. The host is down or overloaded, the address is wrong, or a firewall drops all packets. Cloudflare waits 19 seconds and shows 522. It also shows 522 if the origin accepts the connection and does not acknowledge the request within 90 seconds. A check with a shorter `timeout` sees only the first.',
    'A timeout looks the same for each of these reasons, so this cause is never certain.',
  ],
  sources: [
    {
      claim: '522 means no SYN+ACK within 19 seconds, or no ACK of the request within 90 seconds.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
      read: '2026-11-30',
    },
    {
      claim: "The most common reason is that Cloudflare's addresses are blocked or rate limited.",
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
      read: '2026-11-30',
    },
    {
      claim:
        'A Pages domain that is not set up, a Worker that fetches its own Custom Domain, and an Origin Rule to `100::` also cause 522.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
      read: '2026-11-30',
    },
    {
      claim:
        'A host of a tunnel needs a CNAME to `cfargotunnel.com`. Cloudflare does not fall back to an A or AAAA record.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/',
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
      what: 'origin-locked-to-cloudflare',
      distinguishedBy:
        "Open the host's console. If the server is up and healthy there, a firewall drops both this runner's and Cloudflare's packets.",
      // A bastion that isn't admitted either shows that nothing is.
      isOpen: ({ origin, dialedOrigin }) =>
        failedAt(origin, 'connect', 'timeout') && dialedOrigin?.route === undefined,
    },
    {
      what: { other: 'a wrong address in DNS or in the `origin` input' },
      distinguishedBy:
        "Compare them with the host's own address: `ip -br address` on it, or the provider's console.",
    },
    {
      what: { other: 'a Pages domain, a Worker or a tunnel without its record' },
      distinguishedBy:
        'Check DNS → Records. A Pages domain must be added to its project. A tunnel needs a CNAME to `cfargotunnel.com` and no A or AAAA record. A record or an Origin Rule with `100::` or `192.0.2.1` needs a Worker route. A Worker on a Custom Domain must not fetch its own host.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const droppedUs = failedAt(moment.origin, 'connect', 'timeout')
    if (hasEdgeError(moment, 522) && droppedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'Neither Cloudflare (522) nor this runner can connect.',
        clues: cluesOf(moment),
      }
    }
    if (hasEdgeError(moment, 522) && moment.origin?.kind !== 'completed') {
      const alone =
        moment.origin === undefined
          ? 'The origin was not requested directly.'
          : 'The direct request failed in a different way.'
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `Cloudflare's connection timed out (522). ${alone}`,
        clues: cluesOf(moment),
      }
    }
    const wrongPort = closedPortOfMode(moment, 'timeout', 522)
    if (wrongPort !== undefined) return wrongPort
    // An origin that admits only Cloudflare drops this runner's packets too, and may fail for Cloudflare in another
    // way.
    if (failsWithoutReason(moment) && droppedUs) {
      return {
        outcome: 'unhealthy',
        confidence: 'possible',
        because: `${unusableText(moment)}, and this runner cannot connect.`,
        clues: cluesOf(moment),
      }
    }
    const gaveUpEarly = moment.request.timeout < CLOUDFLARE_CONNECT_LIMIT
    if (droppedUs && gaveUpEarly && edgeReachable(moment) && failedAt(moment.edge, 'processing', 'timeout')) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `This runner cannot connect, and Cloudflare returns nothing within ${timeoutText(moment)}.`,
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
        because: 'The name resolves directly to a host that does not reply to this runner.',
        clues: cluesOf(moment),
      }
    }
    if (anotherOriginResponds(moment) && droppedUs) {
      const because = `This runner cannot connect to ${originNameIn(moment)}, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return addressFamilyMatch(moment, 'timeout', 522)
  },
  remedy: (context) => ({
    summary: portOfModeSummaryOr(
      context,
      "Bring the host back online, or let Cloudflare's packets through to it.",
    ),
    steps: portOfModeOr(context, [
      look(
        'Check that the host is running',
        " and connected to the network, in the provider's console. Check its CPU and memory.",
      ),
      requestDirectly(context),
      COMPARE_RECORDS,
      change('Start the host, or restart it if it hangs', ", in the provider's console.", 'stop it again.'),
      allowCloudflare(context),
      CORRECT_RECORD,
    ]),
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
  }),
})
