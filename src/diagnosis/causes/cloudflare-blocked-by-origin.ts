import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { headersTooLarge } from '../facts/malformed.ts'
import { writtenByCloudflare, hasEdgeError } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { recordPointsElsewhere } from '../facts/zone.ts'
import { ALLOW_CLOUDFLARE, COMPARE_RECORDS } from './shared-steps.ts'

/** The origin is up for us and not for Cloudflare. */
export default defineCause({
  id: 'cloudflare-blocked-by-origin',
  title: 'the origin turns Cloudflare away',
  brief: 'blocks Cloudflare',
  hop: 'firewall',
  owner: 'firewall',
  meaning: [
    "The origin answers this runner and turns Cloudflare away: a firewall, a WAF, a rate limiter or a geo block does not know Cloudflare's ranges, or has an old list of them. Cloudflare shows 521 when it is refused, 522 when it is dropped, 520 when it is cut off and 524 when it is left waiting. A 403 or 429 of the origin it passes on.",
    'From outside this looks the same as a record in Cloudflare that leads to another address, so it is never certain.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-origin-mismatch',
      distinguishedBy:
        'Dashboard, DNS → Records: compare the A and AAAA records with the address that was asked directly. With `cloudflare-api-token` this check does that by itself.',
      isOpen: ({ zone, dialedOrigin }) =>
        zone?.record?.pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] !== true,
    },
    {
      what: { other: 'an Origin Rule that changes the port or the address' },
      distinguishedBy: 'Dashboard, Rules → Origin Rules.',
      isOpen: ({ zone }) => zone?.rules === undefined || zone.rules.address || zone.rules.port,
    },
    {
      what: { other: 'an origin that closes idle connections early' },
      distinguishedBy: "A 520 that comes and goes: raise the origin's keep-alive time above 900 seconds.",
      isOpen: (moment) => hasEdgeError(moment, 520),
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    // Whom Cloudflare does not ask, or cannot understand, turns it not away.
    if (!originHealthy(moment) || recordPointsElsewhere(moment) || headersTooLarge(moment.origin)) return
    const clues = cluesOf(moment)
    if (hasEdgeError(moment, 521, 522)) {
      const how = hasEdgeError(moment, 521) ? 'refused (521)' : 'dropped (522)'
      const because = `the origin answers this runner, while Cloudflare's connections are ${how}`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    const turnedAway = unexpectedResponse(moment, moment.edge, 403, 429)
    if (turnedAway !== undefined && throughCloudflare(turnedAway) && !writtenByCloudflare(moment)) {
      const { status } = turnedAway.head
      const because = `the origin answers this runner, and Cloudflare passes on a ${status} that it did not make itself`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (hasEdgeError(moment, 524)) {
      const because =
        'the origin answers this runner at once, while Cloudflare waits too long for its answer (524)'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (!hasEdgeError(moment, 520, 523)) return
    const because = 'the origin answers this runner, while Cloudflare gets no usable answer from it'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: () => ({
    summary: "Let all of Cloudflare's current ranges through, at every firewall on the way.",
    steps: [
      COMPARE_RECORDS,
      ALLOW_CLOUDFLARE,
      step('', 'Look for geo blocks, and for blocklists that came with a security product.'),
      step(
        '',
        "Watch the origin while you reload the site: `tcpdump -ni any 'dst port 443'` shows whether Cloudflare's connections arrive.",
      ),
      step('', 'Keep the list current: fetch it on a schedule, and review the firewall whenever it changes.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
  }),
})
