import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment, Remedy } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { blockedBy } from '../../cloudflare/response.ts'
import { edgeErrorCode, edgeErrorOnPage, hasEdgeError, relayedByOrigin } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { refusalOf, requestFaultOf, type RequestFault } from '../facts/cloudflare/refusals.ts'
import { visitorsServed } from '../facts/visitors.ts'

/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const DENIED: Readonly<Record<number, string>> = {
  1005: "it blocks this runner's network (ASN)",
  1006: "it blocks this runner's address",
  1007: "it blocks this runner's address",
  1008: "it blocks this runner's address",
  1009: "it blocks this runner's country or region",
  1010: 'it blocks the signature of this client',
  1011: 'hotlink protection blocks a request for this file from outside the site',
  1012: "it blocks this runner's address or network for malicious activity",
  1020: 'a rule blocked the request',
  1106: "it blocks this runner's address",
}
const DENIED_CODES = Object.keys(DENIED).map(Number)

export default defineCause({
  id: 'cloudflare-waf-blocked',
  title: 'Cloudflare blocked this check',
  brief: 'blocks this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'A Cloudflare rule blocked this runner by its network (1005), address (1006 to 1008, 1012, 1106), country (1009) or signature (1010), as a hotlink (1011), or by a firewall rule (1020). Real visitors may be unaffected, so the verdict is inconclusive.',
    "A rule can also have a custom response: HTML, JSON or text, with any status from 400 to 499. A Worker can respond like that too. Responses from an origin or the cache have the header `cf-cache-status`. Responses that a rule or a Worker generates don't.",
    "Cloudflare's unbranded page with a 4xx means that it rejected the request itself: its headers or its URL are too large, or a header is malformed.",
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a rule that blocks all visitors' },
      distinguishedBy: 'Open the site from another network, such as a phone without Wi-Fi.',
      isOpen: (moment) => refusalOf(moment) !== 'request',
    },
    {
      what: { other: 'a Worker or a Snippet that returns this response to every visitor' },
      distinguishedBy:
        'Security → Events in the Cloudflare dashboard lists no event with the Ray ID. Check Workers Routes and Rules → Snippets.',
      isOpen: (moment) => refusalOf(moment) === 'rule',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    // An application may pass on a page that it got from another zone.
    if (relayedByOrigin(moment)) return
    const clues = cluesOf(moment)
    const refusal = refusalOf(moment)
    if (refusal === 'rule')
      return { outcome: 'inconclusive', confidence: 'likely', because: ruleText(moment), clues, form: 'rule' }
    if (refusal === 'request') {
      const { says, form } = requestFaultOf(moment)
      const because = `Cloudflare did not accept the request and responded with its own unbranded page (${statusOf(moment)}): ${says}.`
      return { outcome: 'inconclusive', confidence: 'likely', because, clues, form }
    }
    const page = !visitorsServed(moment) && blockedBy(moment.edge)
    if (!page && !hasEdgeError(moment, ...DENIED_CODES)) return
    const code = edgeErrorCode(moment) ?? 0
    const because = page
      ? 'The response is the page that Cloudflare shows when a rule blocks a request.'
      : `Cloudflare returns code ${code}: ${DENIED[code]}.`
    const form = !page && code === 1011 ? 'hotlink' : 'code'
    return { outcome: 'inconclusive', confidence: 'certain', because, clues, form }
  },
  remedy: ({ host, form }) => ({
    ...(REQUEST_ADVICE[form ?? ''] ?? letThrough(host, form)),
    difficulty: 'medium',
    reference:
      form === 'rule'
        ? 'https://developers.cloudflare.com/waf/custom-rules/create-dashboard/#configure-a-custom-response-for-blocked-requests'
        : 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  }),
})

/** How the response shows that Cloudflare made it. */
function ruleText(moment: Moment): string {
  const status = statusOf(moment)
  const direct = originHealthy(moment) ? ' The origin responds normally when requested directly.' : ''
  return edgeErrorOnPage(moment)
    ? `The ${status} is on Cloudflare's own unbranded page: a rule or a setting of the zone rejects this check.${direct}`
    : `The ${status} has no \`cf-cache-status\`, so a rule or a Worker at Cloudflare generated it, not the origin.${direct}`
}

function statusOf({ edge }: Moment): string {
  return edge?.kind === 'completed' ? String(edge.head.status) : 'no response'
}

type Advice = Pick<Remedy, 'summary' | 'steps'>

const SKIP_RULE = change(
  'Add a custom rule with the action Skip',
  ' before the others: Security → Security rules (formerly Security → WAF). Send a secret header with every request (`headers`), and match that header.',
  '',
)
const OWN_ADDRESS = change(
  'Or run the step on a runner with its own address',
  ', and allow that address.',
  '',
)

function letThrough(host: string, form: string | undefined): Advice {
  const find = look(
    'Find the rule',
    ` in the Cloudflare dashboard, under Security → Events: filter by host \`${host}\` and by the Ray ID from the evidence.`,
  )
  const worker = look(
    'Check Workers and Snippets',
    ' if no event has that Ray ID: Workers Routes of the zone, and Rules → Snippets.',
  )
  const hotlink = look(
    'Check hotlink protection',
    ' under Scrape Shield: it blocks images that another site embeds. Remove `Referer` from the `headers` input.',
  )
  return {
    summary:
      form === 'rule'
        ? 'Find out what generated the response, and let this check skip it.'
        : 'Let this check skip the rule.',
    steps: [
      ...(form === 'hotlink' ? ([hotlink, find] as const) : ([find] as const)),
      ...(form === 'rule' ? [worker] : []),
      SKIP_RULE,
      OWN_ADDRESS,
    ],
  }
}

const CHECK_WITH_CURL = change(
  'Send the same request yourself',
  ': the `curl` command in this report. Remove one header at a time until Cloudflare accepts it.',
  '',
)

/** By what Cloudflare did not accept. */
const REQUEST_ADVICE: Readonly<Record<string, Advice | undefined>> = {
  headers: {
    summary: 'Send smaller headers with this check.',
    steps: [change('Shorten the `headers` input', ', especially cookies and tokens.', ''), CHECK_WITH_CURL],
  },
  url: {
    summary: 'Check a shorter URL.',
    steps: [change('Shorten `url`', ': its query string is too long for Cloudflare.', '')],
  },
  method: {
    summary: 'Use a method that Cloudflare forwards.',
    steps: [change('Set `method: GET`', ', or leave it out.', ''), CHECK_WITH_CURL],
  },
  'client-certificate': {
    summary: 'Let this check through without a client certificate.',
    steps: [
      change(
        'Exempt this check from mTLS',
        ' under SSL/TLS → Client Certificates and in the rule that requires them. Match a secret header that this check sends (`headers`).',
        '',
      ),
      change('Or check a host that requires no client certificate', '.', ''),
    ],
  },
  request: {
    summary: 'Fix the request that this check sends.',
    steps: [
      look(
        'Check the `headers` input',
        ': `Host`, `Content-Length`, `Transfer-Encoding` and control characters make Cloudflare reject a request.',
      ),
      look('Check `url`', ' for characters that are not encoded.'),
      CHECK_WITH_CURL,
    ],
  },
} satisfies Readonly<Record<RequestFault['form'], Advice>>
