import { isIP } from 'node:net'
import { hostOf, splitPort } from './hosts.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { LONGEST_GUESS, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

const ACCEPTED = 'Give IP addresses of DNS servers, or `none`'

const NONE = 'none'

/** One IP address in its canonical spelling, or `none`. */
const parseResolver: Parser<string> = (text) => {
  const address = text === NONE ? NONE : addressOf(text)
  if (address !== undefined) return succeed(address)
  return refuse({ given: text, fault: 'is no IP address', accepted: ACCEPTED, meant: meantBy(text) })
}

const list = listOf(parseResolver, commaItemsOf)

/** The addresses, each once; none for `none`. */
export const parseResolvers: Parser<readonly string[]> = (text) => {
  const parsed = list(text)
  if (!parsed.ok) return parsed
  const addresses = [...new Set(parsed.value)].filter((address) => address !== NONE)
  if (!parsed.value.includes(NONE) || addresses.length === 0) return succeed(addresses)
  return refuse({
    given: text,
    fault: 'has `none` beside addresses',
    accepted: 'Give `none` alone, or the IP addresses of DNS servers',
  })
}

function addressOf(text: string): string | undefined {
  return isIP(text) === 0 ? undefined : hostOf(text)
}

/** The address without a port, brackets or a scheme. */
function meantBy(text: string): string | undefined {
  if (text.length > LONGEST_GUESS) return undefined
  const [authority = ''] = text.replace(/^[a-z]+:\/\//iu, '').split(/[/?#\s]/u)
  const host = hostOf(splitPort(authority)[0])
  return host === undefined || isIP(host) === 0 ? didYouMean(text, [NONE]) : host
}
