import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'

/** Underscores are not for host names by RFC 952, but container networks and some zones have them. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u

/** A host's canonical spelling: lower case, ASCII, an IPv6 address compressed and without brackets. */
export function hostOf(text: string): string | undefined {
  if (isIPv4(text)) return text
  if (isIPv6(text)) return canonicalIPv6(text)
  if (text.startsWith('[') && text.endsWith(']') && isIPv6(text.slice(1, -1))) {
    return canonicalIPv6(text.slice(1, -1))
  }
  // The converter decodes percent signs and reads `0x7f.1` as an address; neither is a name that was typed.
  if (/[^\p{L}\p{M}\p{N}_.-]/u.test(text)) return undefined
  const name = domainToASCII(text).replace(/\.$/u, '')
  const labels = name.split('.')
  const named = name.length <= 253 && labels.every((label) => LABEL.test(label))
  return named && !/^(?:\d+|0x[\da-f]*)$/u.test(labels.at(-1) ?? '') ? name : undefined
}

/** A host and the text after its last colon, when there is one. Unbracketed IPv6 has no port. */
export function splitPort(authority: string): readonly [host: string, port: string | undefined] {
  if (isIPv6(authority)) return [authority, undefined]
  const [, host, port] = /^(\[[^\]]*\]|[^:[]*):(.*)$/su.exec(authority) ?? []
  return host === undefined ? [authority, undefined] : [host, port]
}

/** The port's number, or undefined where it is none. */
export function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : undefined
}

function canonicalIPv6(address: string): string | undefined {
  // A zone such as `%eth0` means something on one machine only.
  return address.includes('%') ? undefined : new URL(`http://[${address}]`).hostname.slice(1, -1)
}
