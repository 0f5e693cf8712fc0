import type { Site } from '../../domain/config.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { isIP } from '../../shared/ip.ts'
import { publicPartsOf, secretsInUrl, shownUrl } from '../../shared/secrets-in-url.ts'
import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import { redactorFor, type Redactor } from '../redact.ts'
import { withhold } from '../redactors.ts'
import { cookiesIn, withoutCookies } from './cookies.ts'
import { withoutCredentials } from './credentials.ts'
import { HIDDEN, judgedPart } from './fields.ts'
import { hostsIn } from './hosts.ts'
import { recordedTrace } from './trace.ts'

/**
 * Headers whose values describe the response, not the client or a machine. Of others, only what a recording keeps is
 * shown: they may be a cookie, a token, or the name of a server.
 */
const SHOWN: ReadonlySet<string> = new Set(
  `accept-ranges age allow cache-control cdn-cache-control cloudflare-cdn-cache-control connection content-encoding
  content-language content-length content-range content-type date expires keep-alive last-modified permissions-policy
  pragma referrer-policy retry-after server strict-transport-security surrogate-control trailer transfer-encoding
  upgrade vary x-aspnet-version x-aspnetmvc-version x-cache x-cache-hits x-content-type-options x-correlation-id
  x-drupal-cache x-drupal-dynamic-cache x-frame-options x-generator x-powered-by x-request-id x-robots-tag x-runtime
  x-varnish x-xss-protection`.split(/\s+/),
)

/** Headers that have URLs, whose parameters may be secret. */
const WITH_URLS: ReadonlySet<string> = new Set(['location', 'refresh', 'link'])

/** What is shown of a header's value, which is redacted already. */
export function shownValue(name: string, redacted: string): string {
  if (redacted === '') return ''
  if (WITH_URLS.has(name)) return withoutCookies(withoutUserInfo(shownUrl(redacted)))
  return SHOWN.has(name) ? withoutCookies(redacted) : (judgedPart(name, redacted) ?? HIDDEN)
}

/** What is shown of the first line, which is redacted already. Recordings of earlier versions have the headers too. */
export function shownOpening(redacted: string): string {
  return withoutCookies(/^http\//i.test(redacted) ? redacted.replace(/[\r\n].*/s, '') : redacted)
}

/** What is shown of a body, which is redacted already. */
export function shownBody(redacted: string): string {
  return withoutCredentials(withoutCookies(withoutUserInfo(recordedTrace(redacted))))
}

/** `https://user:password@example.com/` → `https://***@example.com/`. */
function withoutUserInfo(text: string): string {
  return text.replaceAll(/(?<=:\/\/)[^\s/?#@"'<>]{1,300}@/g, `${HIDDEN}@`)
}

/**
 * A redactor for whole responses. It also hides what a report never quotes: cookies, the secrets in redirects, and
 * every address outside Cloudflare, because error pages print the server's own.
 */
export function responseRedactor(
  redact: Redactor,
  { url }: Pick<Site, 'url'>,
  history: readonly Evidence[],
  showOrigin: boolean,
): Redactor {
  if (redact === withhold) return withhold
  const redactMore = redactorFor({
    hosts: showOrigin ? [] : history.flatMap(hostsIn),
    shownHosts: [new URL(url).hostname],
    secrets: [...cookiesIn(history), ...redirectSecretsIn(history)],
    shownTexts: publicPartsOf(url),
  })
  const withoutAddresses = showOrigin ? (text: string): string => text : withoutPlainAddresses
  return (text) => withoutAddresses(redactMore(redact(text)))
}

/** The secrets in the targets of redirects: a page may repeat them. */
function redirectSecretsIn(history: readonly Evidence[]): readonly string[] {
  const found: string[] = []
  JSON.stringify(history, (key, value: unknown) => {
    if (TARGETS.has(key) && typeof value === 'string') found.push(...secretsInUrl(value))
    return value
  })
  return found
}

const TARGETS: ReadonlySet<string> = new Set([...WITH_URLS, 'from', 'to', 'next'])

/** Dotted and hexadecimal addresses. A dotted version of four numbers counts as one. */
const ADDRESS =
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)|(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\d{0,2}(?:\.\d{1,3}){3})?(?![\w:])/gi

/** `1.2.3.4` has seven letters. `a::b` is a word of a program. */
const MIN_ADDRESS = 7

function withoutPlainAddresses(text: string): string {
  return text.replaceAll(ADDRESS, (address) =>
    isIP(address) === 0 || address.length < MIN_ADDRESS || inCloudflareRanges(address) ? address : '$ADDRESS',
  )
}
