import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'

export default defineCause({
  id: 'dns-points-to-cloudflare',
  title: "the origin's address is a Cloudflare address",
  brief: 'points back to Cloudflare',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'Cloudflare would connect to itself instead of the origin, so it returns 403 with code 1000, "DNS points to prohibited IP". The record holds a Cloudflare address, usually copied from the output of `dig` for a site that is already proxied. Or the endpoint of a load balancer is a proxied record. Or the origin is a reverse proxy that points back to Cloudflare.',
    'If the `origin` input points to Cloudflare, the direct request reaches Cloudflare too. While visitors are served, that is a note: the origin itself was not checked. If Cloudflare responds with an error page there, the verdict is inconclusive.',
  ],
  sources: [
    {
      claim:
        '1000 has these causes: a record with a Cloudflare address, a load balancer origin that is proxied, a reverse proxy that sends the request to Cloudflare again, two or long `X-Forwarded-For` headers, `CF-Connecting-IP`, an SNI mismatch, or a SaaS provider with BYOIP.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/',
      read: '2026-11-30',
    },
    {
      claim: 'Changes to proxied records take effect within five minutes.',
      at: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a reverse proxy at the origin that sends its requests to a proxied name' },
      distinguishedBy:
        "The record points to your own host, and the origin's log shows the request. Check its upstream: `proxy_pass`, `ProxyPass`, `reverse_proxy`.",
    },
    {
      what: {
        other:
          'a request with an `X-Forwarded-For` longer than 100 characters, with two of them, or with `CF-Connecting-IP`',
      },
      distinguishedBy: 'Only this check gets the error. See the `headers` input.',
    },
    {
      what: {
        other:
          'a SaaS provider behind Cloudflare, or with its own addresses there, that does not know this host name yet',
      },
      distinguishedBy:
        "Check the provider's page on custom domains: the name must be registered there first.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const originToo = throughCloudflare(moment.origin) || moment.dialedOrigin?.atCloudflare === true
    if (hasEdgeError(moment, 1000)) {
      const because = originToo
        ? 'Cloudflare returns code 1000, and the direct request to the given origin reaches Cloudflare too.'
        : 'Cloudflare returns code 1000: the record or the origin points back to Cloudflare.'
      return {
        outcome: 'unhealthy',
        confidence: originToo ? 'certain' : 'likely',
        because,
        clues: cluesOf(moment),
      }
    }
    if (visitorsServed(moment) && moment.dialedOrigin?.atCloudflare === true) {
      const because =
        'The direct request to the given origin got an error page from Cloudflare itself, so the origin was not checked.'
      return { outcome: 'inconclusive', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    if (!visitorsServed(moment) || !originToo || !throughCloudflare(moment.edge)) return
    const because =
      "The direct request to the given origin reached Cloudflare too, so the origin itself was not checked. Set the `origin` input to the server's own address, or leave it empty."
    return { outcome: 'note', confidence: 'likely', because, clues: cluesOf(moment) }
  },
  remedy: () => ({
    summary: "Point the record to the origin's own address.",
    steps: [
      look(
        "Find the origin's own address",
        ": `curl -4 https://ifconfig.co` on the origin, or the provider's console. `dig` shows Cloudflare's while the record is proxied.",
      ),
      look(
        'Check the upstream of a reverse proxy, and the endpoints of a load balancer.',
        ' A proxied name points back to Cloudflare.',
      ),
      look(
        'Check the Origin Rules',
        ' for one that sets the server name (SNI) or the record (DNS) to a proxied name.',
      ),
      change(
        "Set the record to the origin's own address",
        ' in the Cloudflare dashboard, under DNS → Records: the A and the AAAA record. Cloudflare uses it within five minutes. Set the `origin` input to the same address.',
        'restore the old record.',
      ),
      change(
        'Let a reverse proxy redirect to the proxied name',
        ' instead of requesting it, or give it an address or a DNS-only (gray) name.',
        'restore the old upstream.',
      ),
      change(
        'Register the host name with the provider',
        ' if the record points to a provider behind Cloudflare: the error then comes from its account.',
        'remove the host name there.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/',
  }),
})
