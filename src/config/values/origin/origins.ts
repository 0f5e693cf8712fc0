import { bracketed, defaultPort } from '../../../shared/authority.ts'
import { isCloudMetadata } from '../../../shared/ip.ts'
import type { OriginTarget, SslMode } from '../../../domain/config.ts'
import { canonicalHost, parsePort, splitPort } from '../hosts.ts'
import { type Parser, refuse, type Refusal, valueOf, succeed } from '../../parser/parser.ts'
import { CHECK_ITS_SOURCE, isUnsetValue, unsetFault } from '../unset-values.ts'

/** An origin as typed. Absent parts follow from the site's URL. */
export interface Origin {
  readonly host: string
  readonly scheme: OriginTarget['scheme'] | undefined
  readonly port: number | undefined
}

/** What is wrong with an address that a cloud uses for its machines' credentials. */
const METADATA_FAULT = 'is a link-local address or a metadata service, never a site'

// Without an example address: it could be the origin's real one.
const ACCEPTED =
  'Use an address or a name, one per line, with `http://` or `https://` before it and `:port` after it if needed'

/** `203.0.113.10`, `[2001:db8::1]:8443`, `2001:db8::1`, `origin.example.net:8080`, `http://203.0.113.10:8080`. */
export const parseOrigin: Parser<Origin> = (given) => {
  const refused = (fault: string, meant?: Refusal['meant']) =>
    refuse({ given, fault, accepted: ACCEPTED, meant })
  const [, scheme, rest = ''] = /^(?:([^:/?#[\]]*):\/\/)?(.*)$/su.exec(given) ?? []
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? []

  const unset = unsetFault(given)
  if (unset !== undefined) return refuse({ given, ...unset })
  if (/^https?:\/\/https?:?\/*/iu.test(given)) {
    return refused('has a second scheme', () => suggestionFor(given.replace(/^https?:\/\//iu, '')))
  }
  if (/[,;]/u.test(given)) {
    const parts = given.split(/[\s,;]+/u).filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => suggestionFor(part) !== undefined)) {
      return refuse({ given, fault: 'is more than one origin', accepted: ACCEPTED, meant: parts })
    }
  }
  const [first = '', ...more] = given.split(/\s+/u)
  if (more.length > 0) return refused('has text after the address', () => suggestionFor(first))
  if (scheme !== undefined && !/^https?$/iu.test(scheme)) {
    return refused('has a scheme other than http or https')
  }
  // The host follows the last `@` of an authority.
  if (authority.includes('@'))
    return refused('contains credentials', () => suggestionFor(authority.replace(/^.*@/su, '')))
  const bare = scheme === undefined ? authority : `${scheme}://${authority}`
  if (path !== '' && path !== '/') return refused('has a path', () => suggestionFor(bare))

  const [name, port] = splitPort(authority)
  const host = canonicalHost(name)
  if (host === undefined) return refused('is neither an address nor a name')
  if (host.split('.').some(isUnsetValue)) {
    return refuse({ given, fault: 'contains `undefined` or `null`', accepted: CHECK_ITS_SOURCE })
  }
  if (isCloudMetadata(host)) {
    return refuse({
      given,
      fault: METADATA_FAULT,
      accepted: 'Use the address of the server that hosts the site',
    })
  }
  const number = port === undefined ? undefined : parsePort(port)
  if (port !== undefined && number === undefined) {
    return refused('has a port that is not a number from 1 to 65535', bracketed(host))
  }
  return succeed({ host, scheme: schemeOf(scheme), port: number })
}

/**
 * Where to connect for a site. Without a scheme, a well-known port implies it; otherwise the SSL mode does. Without a
 * scheme and a port, it is the site's port if the scheme is the same, because Cloudflare connects to the origin on
 * the port of the visitor's request.
 */
export function targetOf(origin: Origin, site: URL, mode: SslMode): OriginTarget {
  const scheme = origin.scheme ?? schemeOfPort(origin.port) ?? schemeUnder(mode, site)
  const inherits = origin.scheme === undefined && scheme === site.protocol && site.port !== ''
  const usual = defaultPort(scheme === 'https:')
  return { scheme, host: origin.host, port: origin.port ?? (inherits ? Number(site.port) : usual) }
}

/** Flexible uses plain HTTP for requests to port 443 only. A URL object has no port when it is 443. */
function schemeUnder(mode: SslMode, { protocol, port }: URL): OriginTarget['scheme'] {
  const plain = protocol === 'http:' || mode === 'off' || (mode === 'flexible' && port === '')
  return plain ? 'http:' : 'https:'
}

function schemeOfPort(port: number | undefined): OriginTarget['scheme'] | undefined {
  if (port === defaultPort(false)) return 'http:'
  return port === defaultPort(true) ? 'https:' : undefined
}

function schemeOf(text: string | undefined): OriginTarget['scheme'] | undefined {
  if (text === undefined) return undefined
  return text.toLowerCase() === 'http' ? 'http:' : 'https:'
}

function suggestionFor(text: string): string | undefined {
  return valueOf(parseOrigin(text)) === undefined ? undefined : text
}
