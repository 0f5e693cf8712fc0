import { unbracketed } from '../../shared/authority.ts'
import { isCloudMetadata } from '../../shared/ip.ts'
import { canonicalHost, splitPort } from './hosts.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { type Parser, refuse, type Refusal, succeed } from '../parser/parser.ts'
import { isPublicHost } from './public-names.ts'
import { CHECK_ITS_SOURCE, isUnsetValue, unsetFault } from './unset-values.ts'
import { meantUrl, meantUrls, startsWithScheme } from './url-suggestions.ts'

const ACCEPTED = 'Use an http or https URL as visitors type it, one per line'

/** Cloudflare's limit is 16 KB. */
const MAX_LENGTH = 16 * 1024

/**
 * A site's URL, normalized, without its fragment: browsers don't send it. What the URL parser would repair into another
 * site is refused.
 */
export const parseUrl: Parser<string> = (text) => {
  const refused = (fault: string, meant?: Refusal['meant'], accepted = ACCEPTED) =>
    refuse({ given: withoutCredentials(text), fault, accepted, meant })

  if (text.length > MAX_LENGTH)
    return refused(
      'is longer than 16,384 characters, and Cloudflare accepts no more',
      undefined,
      'Use a shorter one',
    )
  const unset = unsetFault(text)
  if (unset !== undefined) return refused(unset.fault, undefined, unset.accepted)
  const several = meantUrls(text)
  if (several.length > 1) return refused('is more than one URL', several)
  const guess = (): string | undefined => meantUrl(text)
  const spaced = /[\s\p{Cc}]/u.test(text)
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/isu.exec(text) ?? []
  if (scheme === undefined) {
    return refused(spaced ? 'has no scheme and has text after the URL' : 'has no scheme', guess)
  }
  if (spaced) return refused('has text after the URL', guess)
  if (!/^https?$/iu.test(scheme)) {
    const meant = didYouMean(scheme, ['https', 'http'])
    const corrected = meant === undefined ? undefined : meantUrl(text.replace(scheme, meant))
    return refused('has a scheme other than http or https', corrected)
  }
  const [authority = ''] = rest.split(/[/?#\\]/u, 1)
  if (/(?:^|[^a-z0-9.-]|\.[a-z]{2,})https?:?$/iu.test(authority)) {
    return refused('has a second scheme', guess)
  }
  if (/^(?::\d*)?$/u.test(authority)) return refused('has no host', guess)
  const url = URL.parse(text)
  if (url === null || canonicalHost(url.hostname) === undefined) {
    return refused('is not a valid URL', guess)
  }
  if (url.username !== '' || url.password !== '') {
    return refuse({
      given: withoutCredentials(text),
      fault: 'contains credentials',
      accepted: 'Use the URL without them, and send them with `headers`',
      meant: guess,
    })
  }
  if (rest.includes('\\')) return refused('contains a backslash', guess)
  const [host] = splitPort(authority)
  // `1.1` is 1.0.0.1, and `www%2Eshop.example` is www.shop.example.
  if (canonicalHost(host) !== canonicalHost(url.hostname)) return refused('is not a valid URL', url.origin)
  return withPublicName(url, refused)
}

/** A host with a port or a path, and nothing that could be a scheme, credentials or a mistyped `https://`. */
const BARE = /^(?:\[[\da-f:.]+\]|[^\s/?#@\\:[\]]+)(?::\d+)?(?:[/?#]\S*)?$/iu

/** The same, for a value that a person types: without a scheme, it is https. */
export const parseTypedUrl: Parser<string> = (text) => {
  if (!BARE.test(text) || startsWithScheme(text) || unsetFault(text) !== undefined) return parseUrl(text)
  const parsed = parseUrl(`https://${text}`)
  // There is one fault, and it quotes what was typed.
  const [fault] = parsed.ok ? [] : parsed.faults
  return fault === undefined ? parsed : refuse({ ...fault, given: text })
}

const PUBLIC_NAME =
  'Use the name under which visitors reach the site through Cloudflare, such as `https://www.example.com`'

/** Names that no visitor can resolve, and names that come from an unset variable. */
function withPublicName(
  url: URL,
  refused: (fault: string, meant?: string, accepted?: string) => ReturnType<Parser<string>>,
): ReturnType<Parser<string>> {
  const { hostname } = url
  const words = [...hostname.split('.'), ...url.pathname.split('/')]
  const unset = words.find(isUnsetValue)
  if (unset !== undefined) {
    return refused(`contains \`${decodeURIComponent(unset)}\``, undefined, CHECK_ITS_SOURCE)
  }
  if (isCloudMetadata(unbracketed(hostname))) {
    return refused('names a link-local address or a metadata service, never a site', undefined, PUBLIC_NAME)
  }
  if (!isPublicHost(hostname)) {
    return refused('has no public host name', undefined, PUBLIC_NAME)
  }
  url.hash = ''
  return succeed(url.href)
}

function withoutCredentials(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/isu, '$1…@')
}
