import { domainToASCII } from 'node:url'
import { bracketed, unbracketed } from '../../shared/authority.ts'
import { isIP } from '../../shared/ip.ts'
import { type Parser, refuse, succeed } from '../parser/parser.ts'
import { unsetFault } from './unset-values.ts'

/** RFC 952 allows no underscore in host names, but container networks and some zones use it. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u

/** A host in canonical form: lowercase ASCII, an IPv6 address compressed and without brackets. */
export function canonicalHost(text: string): string | undefined {
  if (isIP(text) === 4) return text
  const address = text.startsWith('[') ? unbracketed(text) : text
  if (isIP(address) === 6) return canonicalIPv6(address)
  // The converter decodes percent signs and reads `0x7f.1` as an address. Neither is a valid name.
  if (!/^[\w.-]*$/.test(text) && /[^\p{L}\p{M}\p{N}_.-]/u.test(text)) return undefined
  // The converter costs more than everything else, and changes nothing in most names.
  const ascii = /^[a-z0-9.-]*$/u.test(text) && !text.includes('xn--') ? text : domainToASCII(text)
  const name = ascii.replace(/\.$/u, '')
  const labels = name.split('.')
  const named = name.length <= 253 && labels.every((label) => LABEL.test(label))
  return named && !/^(?:\d+|0x[\da-f]*)$/u.test(labels.at(-1) ?? '') ? name : undefined
}

/** A host, and the text after its port's colon if there is one. IPv6 without brackets has no port. */
export function splitPort(authority: string): readonly [host: string, port: string | undefined] {
  if (!authority.includes(':') || isIP(authority) === 6) return [authority, undefined]
  const [, host, port] = /^(\[[^\]]*\]|[^:[]*):(.*)$/su.exec(authority) ?? []
  return host === undefined ? [authority, undefined] : [host, port]
}

/** The number of a valid port. */
export function parsePort(text: string): number | undefined {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : undefined
}

function canonicalIPv6(address: string): string | undefined {
  // A zone such as `%eth0` has a meaning on one machine only.
  return address.includes('%') ? undefined : unbracketed(new URL(`http://[${address}]`).hostname)
}

/** A Host header: a name or an address, optionally with a port. */
export const parseHostHeader: Parser<string> = (text) => {
  const unset = unsetFault(text)
  if (unset !== undefined) return refuse({ given: text, ...unset })
  const found = hostHeaderOf(text)
  if (found !== undefined) return succeed(found)
  return refuse({
    given: text,
    fault: 'is not a valid host',
    accepted: 'Use a name such as `www.example.com`, with `:port` if needed',
    meant: () => hostHeaderOf(hostPart(text)),
  })
}

/** A TLS server name: a DNS name, never an address (RFC 6066, section 3). */
export const parseServerName: Parser<string> = (text) => {
  const unset = unsetFault(text)
  if (unset !== undefined) return refuse({ given: text, ...unset })
  const found = serverNameOf(text)
  if (found !== undefined) return succeed(found)
  return refuse({
    given: text,
    fault: 'is not a valid server name',
    accepted: 'Use a DNS name such as `www.example.com`, without a port',
    meant: () => serverNameOf(splitPort(hostPart(text))[0]),
  })
}

/** The host of a Host header, without port and brackets. */
export function hostWithoutPort(header: string): string {
  const [host] = splitPort(header)
  return canonicalHost(host) ?? host
}

function hostHeaderOf(text: string): string | undefined {
  const [name, port] = splitPort(text)
  const host = canonicalHost(name)
  if (host === undefined) return undefined
  if (port === undefined) return bracketed(host)
  const number = parsePort(port)
  return number === undefined ? undefined : `${bracketed(host)}:${number}`
}

function serverNameOf(text: string): string | undefined {
  const host = canonicalHost(text)
  return host === undefined || isIP(host) !== 0 ? undefined : host
}

/** Removes the scheme, credentials and path of a pasted URL. */
function hostPart(text: string): string {
  return text
    .replace(/^[a-z+.-]*:\/\//iu, '')
    .replace(/[/?#\s].*$/su, '')
    .replace(/^.*@/su, '')
}
