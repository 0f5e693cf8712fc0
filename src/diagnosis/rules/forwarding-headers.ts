import { look, change, type RemedyContext, type Step } from '../../domain/cause.ts'
import { originUrl } from '../causes/shared-steps.ts'
import { howTo } from '../servers/index.ts'

/** What `rejectsVisitorHeaders` shows. A sentence. */
export const REJECTS_FORWARDING =
  "The origin responds normally to this runner, but rejects requests with the headers that carry the visitor's address (`CF-Connecting-IP`, `X-Forwarded-For`)."

/** Looks first. */
export function forwardingSteps(context: RemedyContext): readonly [Step, ...Step[]] {
  return [
    look(
      "Check the application's log",
      ' from the time of this check for a rejected proxy, a spoofed address or `X-Forwarded-For`.',
    ),
    look(
      'Repeat the request with these headers',
      `: \`curl -ksi -H 'X-Forwarded-For: 192.0.2.1' -H 'CF-Connecting-IP: 192.0.2.1' '${originUrl(context)}' --connect-to "::$ORIGIN:${context.port}"\`. Without the headers, it responds normally.`,
    ),
    look(
      'Check firewall rules on forwarding headers',
      " in front of the application: they must accept `CF-Connecting-IP` and `X-Forwarded-For` from Cloudflare's IP ranges.",
    ),
    change(
      'Trust Cloudflare and the proxies behind it, and no one else',
      `: ${howTo('realIp', context.server)}. Some applications have a list of their own, such as \`trusted_proxies\`. Current ranges: https://www.cloudflare.com/ips/`,
      'remove these lines, then reload.',
    ),
  ]
}
