import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { isProxied } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { dnsClues } from '../clues/dns.ts'
import { othersPointToCloudflare, resolverViews } from '../facts/dns.ts'

/** A record that bypasses Cloudflare exposes the origin's address. By itself it breaks nothing. */
export default defineCause({
  id: 'dns-not-proxied',
  title: 'the name does not point to Cloudflare',
  brief: 'bypasses Cloudflare',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The name resolves to addresses outside Cloudflare's ranges, and the responses from there do not look like Cloudflare's. The record is DNS-only (gray), the zone is paused, or the domain is not delegated to Cloudflare.",
    "If the site responds, this is a warning: visitors are served, but without Cloudflare's protection, and the origin's address is in public DNS. If the site fails while the origin works, the name points to the wrong place. If a server responds there while the given origin does not, the verdict is inconclusive: the check cannot determine whether the two are the same.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a zone with its own address ranges' },
      distinguishedBy:
        'If the response has `cf-ray`, or `/cdn-cgi/trace` returns a page, the site is behind Cloudflare, whatever the address.',
    },
  ],
  needs: ['edge', 'dns'],
  rule(moment) {
    // If other resolvers point to Cloudflare, the runner's resolver has an old answer.
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
          'The name points to a server outside Cloudflare that responds, but the given origin does not. The check cannot determine whether the two are the same.',
        clues: cluesOf(moment, ...clues),
      }
    }
    if (visitorsServed(moment)) {
      return {
        outcome: 'warning',
        confidence: 'certain',
        because:
          "The name does not point to Cloudflare. Visitors are served without its protection, and the origin's address is public.",
        clues: cluesOf(moment, ...clues),
      }
    }
    return {
      outcome: 'unhealthy',
      confidence: originHealthy(moment) ? 'likely' : 'possible',
      because: originHealthy(moment)
        ? 'The origin responds normally when requested directly, but the name points neither to it nor to Cloudflare.'
        : 'The name points to a server outside Cloudflare that fails.',
      clues: cluesOf(moment, ...clues),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Turn on the proxy, and check where the record points.',
    steps: [
      step(
        'Set the record to Proxied (orange)',
        " in the Cloudflare dashboard, under DNS → Records. Meanwhile the site has no protection, and the origin's address is public.",
      ),
      step(
        'Check where the name points',
        `: \`dig +short ${host}\`. Most of Cloudflare's addresses begin with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700. Full list: https://www.cloudflare.com/ips/`,
      ),
      step(
        'Check whether the zone is paused',
        ' (Overview → Advanced actions) or the registrar has other name servers, if all records are orange.',
      ),
      step('Check again when the old TTL has expired', ', usually after five minutes.'),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/proxy-status/',
  }),
})
