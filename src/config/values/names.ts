import { bracketed } from '../../shared/authority.ts'
import { isIP } from 'node:net'
import { hostOf, portOf, splitPort } from './hosts.ts'
import { type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** A Host header: a name or an address, with a port where it is not the scheme's own. */
export const parseHostHeader: Parser<string> = (text) => {
  const found = hostHeaderOf(text)
  if (found !== undefined) return succeed(found)
  return refuse({
    given: text,
    fault: 'is no host',
    accepted: 'Give a name such as `www.example.com`, with `:port` where needed',
    meant: hostHeaderOf(hostPart(text)),
  })
}

/** A TLS server name: a DNS name, never an address (RFC 6066, section 3). */
export const parseServerName: Parser<string> = (text) => {
  const found = serverNameOf(text)
  if (found !== undefined) return succeed(found)
  return refuse({
    given: text,
    fault: 'is no server name',
    accepted: 'Give a DNS name such as `www.example.com`, without a port',
    meant: serverNameOf(splitPort(hostPart(text))[0]),
  })
}

/** The host of a Host header, without port and brackets. */
export function hostWithoutPort(header: string): string {
  const [host] = splitPort(header)
  return hostOf(host) ?? host
}

function hostHeaderOf(text: string): string | undefined {
  const [name, port] = splitPort(text)
  const host = hostOf(name)
  if (host === undefined) return undefined
  if (port === undefined) return bracketed(host)
  const number = portOf(port)
  return number === undefined ? undefined : `${bracketed(host)}:${number}`
}

function serverNameOf(text: string): string | undefined {
  const host = hostOf(text)
  return host === undefined || isIP(host) !== 0 ? undefined : host
}

/** Drops a scheme, credentials and a path, as of a URL that was pasted. */
function hostPart(text: string): string {
  return text
    .replace(/^[a-z+.-]*:\/\//iu, '')
    .replace(/[/?#\s].*$/su, '')
    .replace(/^.*@/su, '')
}
