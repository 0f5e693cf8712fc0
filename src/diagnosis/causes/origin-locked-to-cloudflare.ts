import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { probeRejected } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { originRequiresClientCertificate, plainHttpOnTlsPort } from '../facts/tls.ts'
import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { redirectedToOtherHost } from '../facts/redirects.ts'

/** The door is closed to us, as it should be for an origin that only Cloudflare may ask. */
export default defineCause({
  id: 'origin-locked-to-cloudflare',
  title: 'the origin admits only Cloudflare',
  brief: 'admits only Cloudflare',
  hop: 'firewall',
  owner: 'firewall',
  meaning: [
    'Cloudflare is let in and the direct probe is not: a firewall stops it, or it has no client certificate. That is good practice and no fault. The site is judged by what Cloudflare answers.',
    'When the edge fails too, a closed door proves nothing about the origin. And when the edge answers from its cache, nobody has looked at the origin: then nothing can be said.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an origin that is down behind a cache' },
      distinguishedBy:
        'An answer with `cf-cache-status` other than HIT: then Cloudflare has just asked the origin.',
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    // Where another origin lets this runner in, it is no lock that keeps us out of this one.
    if (!probeRejected(moment) || moment.dialedOrigin?.othersRespond === true) return
    if (servedFromOrigin(moment)) {
      // What keeps us out has a name of its own.
      const outdated = moment.recheck?.tlsInspection?.legacy !== undefined
      if (originRequiresClientCertificate(moment) || plainHttpOnTlsPort(moment) || outdated) return
      const noWay = failedAt(moment.origin, 'connect', 'unreachable')
      return {
        outcome: 'note',
        confidence: 'likely',
        because: noWay
          ? 'this runner has no route to the origin, while Cloudflare has just been answered: the origin itself was not looked at'
          : 'the origin does not let this runner in, while Cloudflare has just been answered: it seems to admit only Cloudflare',
        clues: cluesOf(moment),
      }
    }
    if (visitorsServed(moment) && fromCache(moment.edge)) {
      return {
        outcome: 'inconclusive',
        confidence: 'possible',
        because:
          'visitors get a cached copy, and the origin does not let this runner in: nobody has seen whether it works',
        clues: cluesOf(moment),
      }
    }
    if (visitorsServed(moment) && redirectedToOtherHost(moment)) {
      return {
        outcome: 'inconclusive',
        confidence: 'possible',
        because:
          'Cloudflare itself sends visitors to another host, and the origin does not let this runner in: nobody has seen whether it works',
        clues: cluesOf(moment),
      }
    }
    // Cloudflare is turned away as well, or was not reached: then the closed door tells nothing.
    if (hasEdgeError(moment, 521, 522, 523) || !throughCloudflare(moment.edge)) return
    return {
      outcome: 'alternative',
      confidence: 'possible',
      because:
        'the direct probe was turned away, and at an origin that admits only Cloudflare that proves nothing',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Nothing to mend. To let this check look at the origin itself, let the runner in.',
    steps: [
      step(
        '',
        "Run this step on a runner whose address the origin's firewall admits, such as a self-hosted one.",
      ),
      step('', 'Or leave `origin` out: the check then judges by what Cloudflare answers, and says so.'),
      step(
        '',
        'If a cached copy hides the origin, give `url` a page that Cloudflare does not cache, such as a health endpoint.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
  }),
})
