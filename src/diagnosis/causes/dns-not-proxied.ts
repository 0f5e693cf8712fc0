import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isProxied } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { dnsClues } from '../clues/dns.ts'
import { othersPointToCloudflare, resolverViews } from '../facts/dns.ts'

/** The name leads past Cloudflare. That alone harms nobody but the origin's privacy. */
export default defineCause({
  id: 'dns-not-proxied',
  title: 'the name does not lead to Cloudflare',
  brief: 'bypasses Cloudflare',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The name resolves to addresses outside Cloudflare's ranges, and what answers there does not look like Cloudflare: the record is DNS-only (grey), the zone is paused, or the domain is not delegated to Cloudflare.",
    "If the site answers, it is a warning: visitors are served, but without Cloudflare's protection, and the origin's address is in public DNS. If the site fails while the origin is fine, the name leads to the wrong place. If something answers there while the origin that was given does not, the check cannot tell whether they are the same, and says so.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a zone with address ranges of its own' },
      distinguishedBy:
        'An answer with `cf-ray`, or a page at `/cdn-cgi/trace`: then it comes through Cloudflare, whatever the address.',
    },
  ],
  needs: ['edge', 'dns'],
  rule(moment) {
    // Where others are led to Cloudflare, it is the runner's resolver that is late.
    if (isProxied(moment) !== false || othersPointToCloudflare(moment)) return
    const clues =
      resolverViews(moment).length > 0
        ? dnsClues(moment)
        : [
            {
              from: 'dns',
              text: `${moment.request.host} resolves to addresses outside Cloudflare's ranges.`,
            } as const,
          ]
    if (visitorsServed(moment) && moment.origin !== undefined && !originHealthy(moment)) {
      return {
        outcome: 'inconclusive',
        confidence: 'likely',
        because:
          'the name leads past Cloudflare to something that answers, and the origin that was given does not: nobody knows whether they are the same',
        clues: cluesOf(moment, ...clues),
      }
    }
    if (visitorsServed(moment)) {
      return {
        outcome: 'warning',
        confidence: 'certain',
        because:
          "the name does not lead to Cloudflare: visitors are served without its protection, and the origin's address is public",
        clues: cluesOf(moment, ...clues),
      }
    }
    return {
      outcome: 'unhealthy',
      confidence: originHealthy(moment) ? 'likely' : 'possible',
      because: originHealthy(moment)
        ? 'the origin is fine when asked directly, and the name leads neither to it through Cloudflare nor to Cloudflare at all'
        : 'the name leads past Cloudflare to something that fails',
      clues: cluesOf(moment, ...clues),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Turn the proxy on, and see where the record leads.',
    steps: [
      step(
        '',
        `See where the name leads: \`dig +short ${host}\`. Most of Cloudflare's addresses begin with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700; https://www.cloudflare.com/ips/ has them all.`,
      ),
      step(
        '',
        "In the Cloudflare dashboard, under DNS → Records, set the record to Proxied (orange). If it was turned off for a test, turn it on again now: meanwhile the site has no protection, and the origin's address is public.",
      ),
      step(
        '',
        'If all of them are orange, the zone may be paused (Overview → Advanced actions), or the registrar names other name servers.',
      ),
      step('', 'Wait until the old TTL is over, usually five minutes, before you look again.'),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/proxy-status/',
  }),
})
