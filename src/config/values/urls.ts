import { canonicalHost } from './hosts.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { MAX_SUGGESTION_LENGTH, type Parser, refuse, succeed } from '../parser/parser.ts'

const ACCEPTED = 'Use an http or https URL as visitors type it, one per line'

/** A site's URL, normalized, without its fragment: browsers don't send it. */
export const parseUrl: Parser<string> = (text) => {
  const refused = (fault: string, meant?: string) =>
    refuse({ given: withoutCredentials(text), fault, accepted: ACCEPTED, meant })

  const spaced = /[\s\p{Cc}]/u.test(text)
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text) ?? []
  if (scheme === undefined) {
    return refused(spaced ? 'has no scheme and has text after the URL' : 'has no scheme', suggestionFor(text))
  }
  if (spaced) return refused('has text after the URL', suggestionFor(text))
  if (!/^https?$/iu.test(scheme)) {
    const meant = didYouMean(scheme, ['https', 'http'])
    const corrected = meant === undefined ? undefined : suggestionFor(text.replace(scheme, meant))
    return refused('has a scheme other than http or https', corrected)
  }
  const url = URL.parse(text)
  if (url === null || canonicalHost(url.hostname) === undefined) return refused('is not a valid URL')
  if (url.username !== '' || url.password !== '') {
    return refuse({
      given: withoutCredentials(text),
      fault: 'contains credentials',
      accepted: 'Use the URL without them, and send them with `headers`',
      meant: suggestionFor(text),
    })
  }
  url.hash = ''
  return succeed(url.href)
}

/** The URL that a text probably contains. */
function suggestionFor(text: string): string | undefined {
  if (text.length > MAX_SUGGESTION_LENGTH) return undefined
  const [first = '', ...rest] = text.split(/\s+/u)
  // Words before an `@` are parts of credentials.
  if (rest.some((word) => word.includes('@'))) return undefined
  const bare = first.replace(/^[<("'`]+/u, '').replace(/[>)"'`,;]+$/u, '')
  const address = bare.replace(/^(?:(https?):?\/*|\/+)(?=[^/:])/iu, (_, scheme: string | undefined) =>
    scheme === undefined ? '' : `${scheme}://`,
  )
  const url = URL.parse(/^https?:\/\//iu.test(address) ? address : `https://${address}`)
  if (url === null || canonicalHost(url.hostname) === undefined) return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  // Without the slash that people don't type after a bare host.
  return url.pathname === '/' && url.search === '' ? url.origin : url.href
}

function withoutCredentials(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/isu, '$1…@')
}
