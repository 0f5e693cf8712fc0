import { bracketed, defaultPort } from '../../shared/authority.ts'
import type { OriginTarget, SslMode } from '../../domain/config.ts'
import { hostOf, portOf, splitPort } from './hosts.ts'
import { type Parser, refuse, valueOf } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** An origin as it was typed: what is absent follows from the site's URL. */
export interface Origin {
  readonly host: string
  readonly scheme: OriginTarget['scheme'] | undefined
  readonly port: number | undefined
}

// No example address: the real one could be the same, and would stand in the text.
const ACCEPTED =
  'Give an address or a name, one a line, with `http://` or `https://` before it and `:port` after it where needed'

/** `203.0.113.10`, `[2001:db8::1]:8443`, `2001:db8::1`, `origin.example.net:8080`, `http://203.0.113.10:8080`. */
export const parseOrigin: Parser<Origin> = (given) => {
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted: ACCEPTED, meant })
  const [, scheme, rest = ''] = /^(?:([^:/?#[\]]*):\/\/)?(.*)$/su.exec(given) ?? []
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? []

  const [first = '', ...more] = given.split(/\s+/u)
  if (more.length > 0) return refused('has text after the address', meantBy(first))
  if (scheme !== undefined && !/^https?$/iu.test(scheme)) {
    return refused('has a scheme that is neither http nor https')
  }
  // After the last `@` of an authority stands the host.
  if (authority.includes('@')) return refused('has credentials', meantBy(authority.replace(/^.*@/su, '')))
  const bare = scheme === undefined ? authority : `${scheme}://${authority}`
  if (path !== '' && path !== '/') return refused('has a path', meantBy(bare))

  const [name, port] = splitPort(authority)
  const host = hostOf(name)
  if (host === undefined) return refused('is no address and no name')
  const number = port === undefined ? undefined : portOf(port)
  if (port !== undefined && number === undefined) {
    return refused('has a port that is no number from 1 to 65535', bracketed(host))
  }
  return succeed({ host, scheme: schemeOf(scheme), port: number })
}

/**
 * What to dial for a site. Without a scheme the well-known ports speak for themselves, otherwise it is the one in which
 * Cloudflare dials under this mode. Without a scheme and a port it is the site's port too where the scheme is the same, since
 * Cloudflare dials the origin at the port it was asked at.
 */
export function targetOf(origin: Origin, site: URL, mode: SslMode): OriginTarget {
  const scheme = origin.scheme ?? wellKnown(origin.port) ?? schemeUnder(mode, site)
  const inherits = origin.scheme === undefined && scheme === site.protocol && site.port !== ''
  const usual = defaultPort(scheme === 'https:')
  return { scheme, host: origin.host, port: origin.port ?? (inherits ? Number(site.port) : usual) }
}

/** Under Flexible only visitors of port 443 are let down to plain HTTP; a URL has no port when it is that one. */
function schemeUnder(mode: SslMode, { protocol, port }: URL): OriginTarget['scheme'] {
  const plain = protocol === 'http:' || mode === 'off' || (mode === 'flexible' && port === '')
  return plain ? 'http:' : 'https:'
}

function wellKnown(port: number | undefined): OriginTarget['scheme'] | undefined {
  if (port === defaultPort(false)) return 'http:'
  return port === defaultPort(true) ? 'https:' : undefined
}

function schemeOf(text: string | undefined): OriginTarget['scheme'] | undefined {
  if (text === undefined) return undefined
  return text.toLowerCase() === 'http' ? 'http:' : 'https:'
}

function meantBy(text: string): string | undefined {
  return valueOf(parseOrigin(text)) === undefined ? undefined : text
}
