import { defineCause } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { blockedBy } from '../../cloudflare/response.ts'
import { edgeErrorCode, edgeErrorOnPage, hasEdgeError, relayedByOrigin } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { refusalOf, requestFaultOf } from '../facts/cloudflare/refusals.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { servedEverywhereElse } from '../vantage/places.ts'
import { letThrough, REQUEST_ADVICE } from './advice/waf-blocked.ts'

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
/** What to change, if that is not the rule for an address, a network or a country. */
const FORMS: Readonly<Record<number, string>> = { 1010: 'signature', 1011: 'hotlink', 1020: 'code' }
const DENIED_CODES = Object.keys(DENIED).map(Number)

export default defineCause({
  id: 'cloudflare-waf-blocked',
  title: 'Cloudflare blocked this check',
  brief: 'blocks this runner',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'A Cloudflare rule blocked this runner by its network (1005), address (1006 to 1008, 1012, 1106), country (1009) or signature (1010), as a hotlink (1011), or by a firewall rule (1020). Real visitors may be unaffected, so the verdict is inconclusive. With `vantage-points`, the site is healthy with a note if all of these places get it and the direct request succeeds.',
    "A rule can also have a custom response: HTML, JSON or text, with any status from 400 to 499. A Worker can respond like that too. Responses from an origin or the cache have the header `cf-cache-status`. Responses that a rule or a Worker generates don't.",
    "Cloudflare's unbranded page with a 4xx means that it rejected the request itself: its headers or its URL are too large, or a header is malformed.",
  ],
  sources: [
    {
      claim:
        'IP Access rules, Zone Lockdown, User Agent Blocking, Browser Integrity Check, Hotlink Protection and Security Level are not part of the Ruleset Engine. The field Service of a security event names the product.',
      at: 'https://developers.cloudflare.com/waf/feature-interoperability/',
      read: '2026-11-30',
    },
    {
      claim: 'The action Skip of custom rules can skip all of these products except IP Access rules.',
      at: 'https://developers.cloudflare.com/waf/custom-rules/skip/options/',
      read: '2026-11-30',
    },
    {
      claim: 'Codes 1006, 1007, 1008 and 1106 mean that the address is banned. Zone Lockdown returns 1106.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1006/',
      read: '2026-11-30',
    },
    {
      claim: 'For code 1009, the owner of the site allows the address under IP Access rules.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1009/',
      read: '2026-11-30',
    },
    {
      claim: 'Code 1010 comes from Browser Integrity Check.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1010/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a rule that blocks all visitors' },
      distinguishedBy:
        'Set `vantage-points`, or open the site from another network, such as a phone without Wi-Fi.',
      isOpen: (moment) => refusalOf(moment) !== 'request' && !servedEverywhereElse(moment),
    },
    {
      what: { other: 'a Worker or a Snippet that returns this response to every visitor' },
      distinguishedBy:
        'Security → Analytics → Events in the Cloudflare dashboard lists no event with the Ray ID. Check Workers Routes and Rules → Snippets.',
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
    const form = page ? 'code' : (FORMS[code] ?? 'address')
    return { outcome: 'inconclusive', confidence: 'certain', because, clues, form }
  },
  remedy: (context) => ({
    ...(REQUEST_ADVICE[context.form ?? ''] ?? letThrough(context)),
    difficulty: 'medium',
    reference:
      context.form === 'rule'
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
