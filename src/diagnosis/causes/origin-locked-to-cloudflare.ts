import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { requiresVisitorHeaders, trustsOnlyCloudflareHeaders } from '../facts/comparison/request-forms.ts'
import { hungUp, probeRejected } from '../facts/origin.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { originRequiresClientCertificate, plainHttpOnTlsPort } from '../facts/tls.ts'
import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { redirectedElsewhere } from '../facts/redirects.ts'
import { phrase, type Sentence } from '../../domain/untrusted.ts'
import { directlyServed } from '../vantage/places.ts'
import { placeNames } from '../vantage/words.ts'

/** An origin that admits only Cloudflare rejects the direct probe. That is good practice. */
export default defineCause({
  id: 'origin-locked-to-cloudflare',
  title: 'the origin admits only Cloudflare',
  brief: 'admits only Cloudflare',
  hop: 'firewall',
  owner: 'firewall',
  meaning: [
    'The origin admits Cloudflare and rejects the direct request: a firewall blocks it, the web server closes the connection without a response, or the request has no client certificate. That is good practice and not a fault. The site is judged by the responses through Cloudflare.',
    'Some origins recognize Cloudflare by headers that it adds, and reject or redirect all other requests. In that case, the check repeats the direct request with `CF-Connecting-IP`, `X-Forwarded-For` and `CF-Ray`. If that succeeds, the check judges the origin by that response.',
    'The origin can still be checked without opening it, through a bastion that it admits. These two inputs do that:\n\n- `origin: ${{ secrets.ORIGIN }}`\n- `origin-proxy-command: ssh -W %h:%p deploy@bastion.example.com`',
    '[Locked origins and bastions](../locked-origins.md) has the details. The check never concludes that an origin reached in this way admits only Cloudflare.',
    'When Cloudflare fails too, the rejected request proves nothing about the origin. When Cloudflare responds from its cache, the origin was not checked at all, and the verdict is inconclusive.',
  ],
  sources: [
    {
      claim:
        'An origin should accept connections only from Cloudflare, by its addresses, a client certificate or a tunnel.',
      at: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
      read: '2026-11-30',
    },
    {
      claim: 'Cloudflare recommends blocking all addresses but its own.',
      at: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an origin that is down behind a cache' },
      distinguishedBy:
        'If the response has a `cf-cache-status` other than HIT, Cloudflare just requested the origin.',
      isOpen: ({ edge }) => fromCache(edge),
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    const knownByHeader = admitsByHeader(moment)
    if (knownByHeader !== undefined) {
      return { outcome: 'note', confidence: 'likely', because: knownByHeader, clues: cluesOf(moment) }
    }
    // A bastion is not the public internet: that it is rejected says nothing about other clients.
    if (moment.dialedOrigin?.route !== undefined) return
    // If another origin admits this runner, this one is not restricted to Cloudflare.
    if (!probeRejected(moment) || moment.dialedOrigin?.othersRespond === true) return
    // Bot protection at the origin is a cause of its own.
    if (isIntercepted(moment, moment.origin)) return
    if (servedFromOrigin(moment)) {
      // These reasons have causes of their own.
      const outdated = moment.recheck?.tlsInspection?.legacy !== undefined
      if (originRequiresClientCertificate(moment) || plainHttpOnTlsPort(moment) || outdated) return
      return {
        outcome: 'note',
        confidence: 'likely',
        because: openElsewhere(moment) ?? lockText(moment),
        clues: cluesOf(moment),
      }
    }
    if (visitorsServed(moment) && fromCache(moment.edge)) {
      return {
        outcome: 'inconclusive',
        confidence: 'possible',
        because:
          'Visitors get a cached copy, and the origin rejects this runner. Whether the origin works is unknown.',
        clues: cluesOf(moment),
      }
    }
    if (visitorsServed(moment) && redirectedElsewhere(moment)) {
      return {
        outcome: 'inconclusive',
        confidence: 'possible',
        because:
          'A rule or a Worker at Cloudflare redirects visitors to another host, and the origin rejects this runner. Whether the origin works is unknown.',
        clues: cluesOf(moment),
      }
    }
    // Cloudflare is rejected as well, or was not reached: then the rejected probe proves nothing.
    if (hasEdgeError(moment, 521, 522, 523) || !throughCloudflare(moment.edge)) return
    return {
      outcome: 'alternative',
      confidence: 'possible',
      because: 'The origin rejected the direct request, which proves nothing if it admits only Cloudflare.',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary:
      'Nothing needs fixing. To check the origin as well, set `origin-proxy-command`, or allow the runner.',
    steps: [
      look(
        'Check `cf-cache-status` in the evidence',
        ': with any value but HIT, Cloudflare just requested the origin.',
      ),
      change(
        'Check the origin through a bastion',
        ': keep `origin`, and add `origin-proxy-command: ssh -W %h:%p deploy@bastion.example.com`. With a SOCKS5 proxy, set `ALL_PROXY` instead.',
        'remove the input.',
      ),
      change(
        'Or run this step on a runner that the origin allows',
        ', such as a self-hosted one whose address is in the firewall.',
        'restore `runs-on`, and delete the rule.',
      ),
      change(
        'Or leave `origin` empty.',
        ' The check then judges only by the responses through Cloudflare.',
        'restore the old value of `origin`.',
      ),
      change(
        'Set `url` to an uncached page',
        ', such as a health endpoint, if a cached copy hides the origin.',
        'restore the old value of `url`.',
      ),
    ],
    avoid: "Don't open the origin's firewall to all addresses, or to those of GitHub-hosted runners.",
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
  }),
})

/** The origin responds to this runner as expected, once the request has exactly the headers that it expects. */
function admitsByHeader(moment: Moment): string | undefined {
  if (requiresVisitorHeaders(moment))
    return 'The origin responds as expected only to requests with headers that Cloudflare adds (`CF-Connecting-IP`, `X-Forwarded-For`, `CF-Ray`). This check repeated its request with them.'
  if (trustsOnlyCloudflareHeaders(moment))
    return "The origin rejects Cloudflare's request headers when they come from this runner, and responds as expected without them. It seems to trust them only from Cloudflare."
  return
}

/** The origin responds to vantage points, so it does not admit only Cloudflare. */
function openElsewhere(moment: Moment): Sentence | undefined {
  const places = directlyServed(moment)
  if (places === undefined) return
  return phrase`The origin rejects this runner, but responds directly to Globalping's probes in ${placeNames(places)}. It seems to block this runner's address.`
}

/** The two lines with which the check would see the origin. The address is a secret, so it is not shown. */
const HOW_TO_SEE =
  'To check it too, connect through a host that it admits: `origin: ${{ secrets.ORIGIN }}` and `origin-proxy-command: ssh -W %h:%p deploy@bastion.example.com`. If it has no such lock, `origin` may be the wrong address: compare it with the DNS record in Cloudflare.'

function lockText({ origin }: Moment): string {
  return `${lockSigns(origin)} ${HOW_TO_SEE}`
}

function lockSigns(origin: Moment['origin']): string {
  if (failedAt(origin, 'connect', 'unreachable'))
    return 'This runner has no route to the origin, but Cloudflare just got a response from it. The origin was not checked directly.'
  return hungUp(origin)
    ? "The origin ends this runner's connection without a response, but Cloudflare just got a response from it. It seems to admit only Cloudflare."
    : 'The origin rejects this runner, but Cloudflare just got a response from it. It seems to admit only Cloudflare.'
}
