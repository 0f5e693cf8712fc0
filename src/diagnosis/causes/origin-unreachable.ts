import { siteAddressMatch } from '../rules/address-families.ts'
import { uncheckedAddressMatch } from '../rules/unchecked-addresses.ts'
import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { anotherOriginResponds, originHealthy } from '../facts/origin.ts'
import { hasShell } from './application-steps.ts'
import { COMPARE_RECORDS, CORRECT_RECORD } from './shared-steps.ts'

/** Not a timeout: a router reports that the host cannot be reached. */
export default defineCause({
  id: 'origin-unreachable',
  title: 'there is no route to the origin',
  brief: { observedOr: 'no route' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    "A router reports that it cannot deliver packets. The origin's address is not routed, the host no longer replies on its own network, or a router prohibits the path. The server was deleted or moved, or a record points to an address that is no longer used. Cloudflare shows 523.",
    "As a note, it lists addresses of a name that were not checked: over IPv6 on a runner without IPv6, beyond the fourth, or not chosen by the runner's proxy.",
    'A timeout is a different cause (`origin-connect-timeout`), and so is a refusal (`origin-refused`). Here a router replies.',
  ],
  sources: [
    {
      claim:
        "523 means that a network device has no route to the origin's address, or that the record has a wrong address.",
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
      read: '2026-11-30',
    },
    {
      claim:
        'On AWS, a broad route such as 172.0.0.0/8 captures 172.64.0.0/13. A more specific route to the Internet Gateway fixes it.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
      read: '2026-11-30',
    },
    {
      claim: '172.64.0.0/13 is public, and the route may instead be narrowed to 172.16.0.0/12.',
      at: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: "a route at the origin that captures Cloudflare's ranges" },
      distinguishedBy:
        'On AWS, check the VPC for a broad route, such as 172.0.0.0/8, that also captures 172.64.0.0/13. On the host, run `ip route get 172.64.0.1`.',
      // It doesn't affect a direct request, so one that fails too rules it out.
      isOpen: ({ origin }) => origin === undefined,
    },
    {
      what: { other: 'a record in Cloudflare that points to an old address' },
      distinguishedBy: "Compare the A and AAAA records under DNS → Records with the origin's address.",
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    const runnerHasNoRoute = failedAt(moment.origin, 'connect', 'unreachable')
    if (hasEdgeError(moment, 523)) {
      if (runnerHasNoRoute) {
        const because = 'Neither Cloudflare (523) nor this runner has a route to the origin.'
        return { outcome: 'unhealthy', confidence: 'certain', because, clues }
      }
      const alone = originHealthy(moment)
        ? 'This runner has one. The route back to Cloudflare is missing, or the DNS record points elsewhere.'
        : moment.origin === undefined
          ? 'The origin was not requested directly.'
          : 'This runner does not get the expected response either.'
      const because = `Cloudflare has no route to the origin (523). ${alone}`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (hasEdgeError(moment, 522, 521) && runnerHasNoRoute) {
      const because =
        "This runner has no route to the origin, while Cloudflare's connection failed in a different way."
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (failsWithoutReason(moment) && runnerHasNoRoute) {
      const because = `${unusableText(moment)}, and this runner has no route to the origin.`
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (
      isProxied(moment) === false &&
      failedAt(moment.edge, 'connect', 'unreachable') &&
      moment.origin?.kind !== 'completed'
    ) {
      const because = 'The name resolves directly to a host that this runner has no route to.'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (anotherOriginResponds(moment) && runnerHasNoRoute) {
      const because = `This runner has no route to ${originNameIn(moment)}, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    const doesNot = 'is not reachable from this runner'
    return siteAddressMatch(moment, 'unreachable', doesNot) ?? uncheckedAddressMatch(moment)
  },
  remedy: (context) => ({
    summary: "Point Cloudflare to the origin's current address, or restore the route.",
    steps: [
      COMPARE_RECORDS,
      look(
        'Check that the host still exists',
        `, is running, and has this address: the provider's console${hasShell(context) ? ', and `ip -br address` on the host' : ''}.`,
      ),
      ...(hasShell(context) ? [CHECK_ROUTE] : []),
      CORRECT_RECORD,
      change(
        'On AWS, add a route for 172.64.0.0/13 to the Internet Gateway',
        ', if the VPC has a broader route to a private target, such as 172.0.0.0/8.',
        'delete this route.',
      ),
    ],
    avoid: "Don't delete a route for 172.64.0.0/13 to the Internet Gateway: Cloudflare's packets need it.",
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
  }),
})

const CHECK_ROUTE = look(
  'Check the route back to Cloudflare',
  ' on the host: `ip route get 172.64.0.1` must name the same gateway as `ip route show default`. `traceroute -n 172.64.0.1` shows where packets stop.',
)
