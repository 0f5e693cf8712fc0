import { look, change } from '../../domain/cause.ts'

/** What `rejectsVisitorHeaders` shows. A sentence. */
export const REJECTS_FORWARDING =
  "The origin responds normally to this runner, but rejects requests with the headers that carry the visitor's address (`CF-Connecting-IP`, `X-Forwarded-For`)."

export const TRUST_FORWARDING = change(
  'Add Cloudflare and the proxies behind it to the trusted proxies',
  ': `trusted_proxies` in the framework or Home Assistant, `set_real_ip_from` with `real_ip_header CF-Connecting-IP` in nginx, `RemoteIPTrustedProxy` in Apache. Ranges: https://www.cloudflare.com/ips/',
  '',
)

export const FORWARDING_LOG = look(
  "Check the application's log",
  ' from the time of this check for a rejected proxy, a spoofed address or `X-Forwarded-For`.',
)

export const REPEAT_WITH_FORWARDING = look(
  'Repeat the request with these headers',
  ": `curl -si -H 'X-Forwarded-For: 192.0.2.1' -H 'CF-Connecting-IP: 192.0.2.1' URL`, on the origin and past Cloudflare. Without the headers, it responds normally.",
)

export const ALLOW_FORWARDING = look(
  'Check firewall rules on forwarding headers',
  " in front of the application: they must accept `CF-Connecting-IP` and `X-Forwarded-For` from Cloudflare's IP ranges.",
)
