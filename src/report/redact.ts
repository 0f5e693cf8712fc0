import { addressOf, sameBytes } from './address.ts'
import { redactNames } from './redact-names.ts'
import { redactQuads } from './redact-quads.ts'
import { redactSextets } from './redact-sextets.ts'

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
  const shownNames = shown.map(nameOf)
  const shownAddresses = shown.map((host) => addressOf(host)).filter((bytes) => bytes !== undefined)
  const addresses = targets
    .map((target) => addressOf(target))
    .filter((bytes) => bytes !== undefined)
    .filter((bytes) => !shownAddresses.some((shownBytes) => sameBytes(bytes, shownBytes)))
  const names = targets
    .filter((target) => addressOf(target) === undefined)
    .map(nameOf)
    .filter((name) => name !== '' && !shownNames.includes(name))
  if (addresses.length === 0 && names.length === 0) return redactNothing
  const quads = addresses.filter((bytes) => bytes.length === 4)
  const sextets = addresses.filter((bytes) => bytes.length === 16)
  const redact: Redactor = (text) =>
    redactQuads(redactSextets(redactNames(text, names, shownNames), sextets, quads), quads)
  return (text) => redact(text).split(ESCAPE).map(redact).join('')
}

/**
 * What a URL escapes, once or more often, but for dots and colons, which may be an address's own. Its digits are none of the
 * address that follows: `user%40203.0.113.10`.
 */
const ESCAPE = /(%(?:25)*(?!2e|3a|25)[0-9a-f]{2})/i

function nameOf(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '')
}
