import { hostOf } from './hosts.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { LONGEST_GUESS, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

const ACCEPTED = 'Give an http or https URL as visitors type it, one a line'

/** A site's URL, normalized. Its fragment is dropped: it never leaves a browser. */
export const parseUrl: Parser<string> = (text) => {
  const refused = (fault: string, meant?: string) =>
    refuse({ given: withoutCredentials(text), fault, accepted: ACCEPTED, meant })

  const spaced = /[\s\p{Cc}]/u.test(text)
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text) ?? []
  if (scheme === undefined) {
    return refused(spaced ? 'has no scheme, and text after the URL' : 'has no scheme', meantBy(text))
  }
  if (spaced) return refused('has text after the URL', meantBy(text))
  if (!/^https?$/iu.test(scheme)) {
    const meant = didYouMean(scheme, ['https', 'http'])
    const corrected = meant === undefined ? undefined : meantBy(text.replace(scheme, meant))
    return refused('has a scheme that is neither http nor https', corrected)
  }
  const url = URL.parse(text)
  if (url === null || hostOf(url.hostname) === undefined) return refused('is no valid URL')
  if (url.username !== '' || url.password !== '') {
    return refuse({
      given: withoutCredentials(text),
      fault: 'has credentials',
      accepted: 'Give the URL without them, and send them with `headers`',
      meant: meantBy(text),
    })
  }
  url.hash = ''
  return succeed(url.href)
}

/** The site's URL in a text that has more, or less, than it should. */
function meantBy(text: string): string | undefined {
  if (text.length > LONGEST_GUESS) return undefined
  const [first = '', ...rest] = text.split(/\s+/u)
  // Behind an `@` the words before it are credentials, in pieces.
  if (rest.some((word) => word.includes('@'))) return undefined
  const bare = first.replace(/^[<("'`]+/u, '').replace(/[>)"'`,;]+$/u, '')
  const address = bare.replace(/^(?:(https?):?\/*|\/+)(?=[^/:])/iu, (_, scheme: string | undefined) =>
    scheme === undefined ? '' : `${scheme}://`,
  )
  const url = URL.parse(/^https?:\/\//iu.test(address) ? address : `https://${address}`)
  if (url === null || hostOf(url.hostname) === undefined) return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  // People write no slash after a bare host.
  return url.pathname === '/' && url.search === '' ? url.origin : url.href
}

function withoutCredentials(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/isu, '$1…@')
}
