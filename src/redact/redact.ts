import { addressOf } from './address.ts'
import { nameRedactorOf } from './names.ts'
import { quadsOf, redactIPv4 } from './ipv4.ts'
import { redactIPv6, ipv6Addresses } from './ipv6.ts'

export type Redactor = (text: string) => string

/** For `show-origin: true`. */
export const redactNothing: Redactor = (text) => text

/**
 * Replaces the origin's address wherever it occurs, in any spelling. Text is searched for what may be an address, and
 * that is compared byte by byte: spellings are never enumerated.
 *
 * @param targets host names of the origin and every address they resolved to
 * @param shown hosts that are public anyway, such as the site's own: never replaced, even when the origin has the same name
 */
export function redactorOf(targets: readonly string[], shown: readonly string[] = []): Redactor {
  const shownNames = new Set(shown.map(nameOf))
  const shownAddresses = new Set(shown.map((host) => addressOf(host)?.join('.')))
  const all = [...new Set(targets)]
  const addresses = all
    .map((target) => addressOf(target))
    .filter((bytes) => bytes !== undefined)
    .filter((bytes) => !shownAddresses.has(bytes.join('.')))
  const others = all.filter((target) => addressOf(target) === undefined).map(nameOf)
  const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name))
  if (addresses.length === 0 && names.length === 0) return redactNothing
  const quads = quadsOf(addresses.filter((bytes) => bytes.length === 4))
  const sextets = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16))
  const named = nameRedactorOf(names, shownNames)
  const redact: Redactor = (text) => redactIPv4(redactIPv6(named(text), sextets, quads), quads)
  return (text) => {
    const open = redact(text)
    return open.includes('%') ? open.split(ESCAPE).map(redact).join('') : open
  }
}

/**
 * What a URL escapes, once or more often, but for dots and colons, which may be an address's own. Its digits are none of the
 * address that follows: `user%40203.0.113.10`.
 */
const ESCAPE = /(%(?:25)*(?!2e|3a|25)[0-9a-f]{2})/i

function nameOf(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '')
}
