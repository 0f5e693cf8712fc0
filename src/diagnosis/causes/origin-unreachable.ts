import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { anotherOriginResponds, originHealthy } from '../facts/origin.ts'
import { COMPARE_RECORDS } from './shared-steps.ts'

/** Not silence: somebody on the way says that there is no way. */
export default defineCause({
  id: 'origin-unreachable',
  title: 'there is no route to the origin',
  brief: { observedOr: 'no route' },
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'A router on the way says that it cannot deliver: the address of the origin is not routed, its host no longer answers on its own network, or a router prohibits the way. The server was deleted or moved, or a record leads to an address that is no longer used. Cloudflare shows 523.',
    'Silence is another cause (`origin-connect-timeout`), and so is a refusal (`origin-refused`). Here a router speaks.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: "a route at the origin that swallows Cloudflare's ranges" },
      distinguishedBy:
        'A direct probe that is answered. On AWS, look for a route of 172.64.0.0/13 in the VPC; on the host, `ip route get 172.64.0.1`.',
    },
    {
      what: { other: 'a record in Cloudflare that leads to an old address' },
      distinguishedBy:
        'Dashboard, DNS → Records: compare the A and AAAA records with the address of the origin.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    const noWayForUs = failedAt(moment.origin, 'connect', 'unreachable')
    if (hasEdgeError(moment, 523)) {
      if (noWayForUs) {
        const because = 'neither Cloudflare (523) nor this runner finds a route to the origin'
        return { outcome: 'unhealthy', confidence: 'certain', because, clues }
      }
      const alone = originHealthy(moment)
        ? 'this runner does: the way back to Cloudflare is missing, or its record leads elsewhere'
        : moment.origin === undefined
          ? 'nobody asked the origin directly'
          : 'this runner gets nothing that is expected either'
      const because = `Cloudflare finds no route to the origin (523); ${alone}`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (hasEdgeError(moment, 522, 521) && noWayForUs) {
      const because =
        'this runner finds no route to the origin, while Cloudflare got no connection in another way'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (
      isProxied(moment) === false &&
      failedAt(moment.edge, 'connect', 'unreachable') &&
      moment.origin?.kind !== 'completed'
    ) {
      const because = 'the name leads straight to a host that this runner finds no route to'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (anotherOriginResponds(moment) && noWayForUs) {
      const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`
      const because = `this runner finds no route to ${which}, while another origin answers it: Cloudflare may be sending visitors there`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    return
  },
  remedy: ({ port }) => ({
    summary: 'Point Cloudflare to where the origin is now, or give the origin its route back.',
    steps: [
      COMPARE_RECORDS,
      step(
        '',
        "See in the provider's console whether the host still exists, runs, and has this address: `ip -br address` on it.",
      ),
      step(
        '',
        "On the host, see that the way back to Cloudflare exists: `ip route get 172.64.0.1`. On AWS, look for a route of 172.64.0.0/13 in the VPC's route tables.",
      ),
      step(
        '',
        `Follow the way from outside, and see which router answers: \`traceroute -T -p ${port} $ORIGIN\`.`,
      ),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
  }),
})
