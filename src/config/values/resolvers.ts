import { isIP } from '../../shared/ip.ts'
import { canonicalHost, splitPort } from './hosts.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { MAX_SUGGESTION_LENGTH, type Parser, refuse, succeed } from '../parser/parser.ts'

const ACCEPTED = 'Use IP addresses of DNS servers, or `none`'

const NONE = 'none'

/** One IP address in canonical form, or `none`. */
const parseResolver: Parser<string> = (text) => {
  const address = text === NONE ? NONE : addressOf(text)
  if (address !== undefined) return succeed(address)
  return refuse({
    given: text,
    fault: 'is not a valid IP address',
    accepted: ACCEPTED,
    meant: () => suggestionFor(text),
  })
}

const list = listOf(parseResolver, commaItemsOf)

/** The addresses without duplicates; empty for `none`. */
export const parseResolvers: Parser<readonly string[]> = (text) => {
  const parsed = list(text)
  if (!parsed.ok) return parsed
  const addresses = [...new Set(parsed.value)].filter((address) => address !== NONE)
  if (!parsed.value.includes(NONE) || addresses.length === 0) return succeed(addresses)
  return refuse({
    given: text,
    fault: 'combines `none` with addresses',
    accepted: 'Use `none` alone, or the IP addresses of DNS servers',
  })
}

function addressOf(text: string): string | undefined {
  return isIP(text) === 0 ? undefined : canonicalHost(text)
}

/** The address without port, brackets and scheme. */
function suggestionFor(text: string): string | undefined {
  if (text.length > MAX_SUGGESTION_LENGTH) return undefined
  const [authority = ''] = text.replace(/^[a-z]+:\/\//iu, '').split(/[/?#\s]/u)
  const host = canonicalHost(splitPort(authority)[0])
  return host === undefined || isIP(host) === 0 ? didYouMean(text, [NONE]) : host
}
