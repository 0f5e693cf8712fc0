import { addressBytes } from './address.ts'
import { nameRedactorOf } from './names.ts'
import { ipv4Addresses, redactIPv4 } from './ipv4.ts'
import { redactIPv6, ipv6Addresses } from './ipv6.ts'

/**
 * The only area that knows how to hide. Its promise: the origin's address and the user's secrets appear in nothing that
 * leaves the program, in any notation. The report and the recording pass every text through a redactor.
 */
export type Redactor = (text: string) => string

/** For `show-origin: true`. */
export const redactNothing: Redactor = (text) => text

/**
 * Replaces the origin's address in any notation. Candidates in the text are parsed and compared by their bytes;
 * notations are never enumerated.
 *
 * @param targets host names of the origin and all addresses that they resolved to
 * @param shown public hosts, such as the site's own: never replaced, even if an origin has that name
 */
export function redactorOf(targets: readonly string[], shown: readonly string[] = []): Redactor {
  const shownNames = new Set(shown.map(nameOf))
  const shownAddresses = new Set(shown.map((host) => addressBytes(host)?.join('.')))
  const all = [...new Set(targets)]
  const addresses = all
    .map((target) => addressBytes(target))
    .filter((bytes) => bytes !== undefined)
    .filter((bytes) => !shownAddresses.has(bytes.join('.')))
  const others = all.filter((target) => addressBytes(target) === undefined).map(nameOf)
  const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name))
  if (addresses.length === 0 && names.length === 0) return redactNothing
  const ipv4 = ipv4Addresses(addresses.filter((bytes) => bytes.length === 4))
  const ipv6 = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16))
  const redactNames = nameRedactorOf(names, shownNames)
  const redact: Redactor = (text) => redactIPv4(redactIPv6(redactNames(text), ipv6, ipv4), ipv4)
  return (text) => {
    const redacted = redact(text)
    return redacted.includes('%') ? redacted.split(ESCAPE).map(redact).join('') : redacted
  }
}

/**
 * A percent escape, possibly escaped again. Its digits are not part of an address that follows: `user%40203.0.113.10`.
 * Dots and colons are excluded, because they may be part of the address.
 */
const ESCAPE = /(%(?:25)*(?!2e|3a|25)[0-9a-f]{2})/i

function nameOf(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '')
}
