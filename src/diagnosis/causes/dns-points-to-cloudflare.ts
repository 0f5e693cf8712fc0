import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { COMPARE_RECORDS } from './shared-steps.ts'

/** 1000: Cloudflare would have to ask itself. */
export default defineCause({
  id: 'dns-points-to-cloudflare',
  title: 'the origin is itself an address of Cloudflare',
  brief: 'points back to Cloudflare',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'Where Cloudflare should find the origin, it finds itself: it answers 403 with code 1000, "DNS points to prohibited IP". The record holds an address of Cloudflare, usually because somebody copied what `dig` shows for a site that is already proxied. Or the origin is a reverse proxy that leads back to Cloudflare.',
    'An `origin` input that leads to Cloudflare makes the direct probe another look at the edge. While visitors are served, that is a note: the origin itself was not looked at.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a reverse proxy at the origin that sends its requests to a proxied name' },
      distinguishedBy:
        "The record leads to a host of yours, and the origin's log shows the request. Look at its upstream: `proxy_pass`, `ProxyPass`, `reverse_proxy`.",
    },
    {
      what: {
        other:
          'a request with an `X-Forwarded-For` that is longer than 100 characters, or with `CF-Connecting-IP`',
      },
      distinguishedBy: 'It then happens to this check alone: look at the `headers` input.',
    },
    {
      what: { other: 'a provider behind Cloudflare that does not know this host name yet (SaaS)' },
      distinguishedBy: "See the provider's page on custom domains: the name must be registered there first.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const originToo = throughCloudflare(moment.origin)
    if (hasEdgeError(moment, 1000)) {
      const because = originToo
        ? 'Cloudflare says so with code 1000, and what was given as the origin answers as Cloudflare too'
        : 'Cloudflare says with code 1000 that the record leads back to Cloudflare'
      return {
        outcome: 'unhealthy',
        confidence: originToo ? 'certain' : 'likely',
        because,
        clues: cluesOf(moment),
      }
    }
    if (!visitorsServed(moment) || !originToo || !throughCloudflare(moment.edge)) return
    const because =
      'what was given as the origin answers through Cloudflare as well: the origin itself was not looked at'
    return { outcome: 'note', confidence: 'likely', because, clues: cluesOf(moment) }
  },
  remedy: () => ({
    summary: "Point the record to the origin's own address.",
    steps: [
      step(
        '',
        "On the origin itself, see which address it has: `curl -4 https://ifconfig.co`, or the provider's console. Not `dig`: that shows Cloudflare while the record is proxied.",
      ),
      COMPARE_RECORDS,
      step(
        '',
        'If the origin is a reverse proxy, see where it sends requests: a name that is proxied leads back to Cloudflare. Give it an address, or a name that is DNS-only (grey).',
      ),
      step(
        '',
        'If the record is a CNAME to a provider behind Cloudflare, register the host name there first.',
      ),
      step('', 'Give the `origin` input the same address.'),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/',
  }),
})
