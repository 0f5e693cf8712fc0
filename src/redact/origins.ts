import { addressBytes, type Bytes } from './address.ts'
import { edgeFinderOf, type Beginning } from './edges.ts'
import { ipv4Addresses, ipv4FinderOf } from './ipv4.ts'
import { groupsOf, ipv6Addresses, ipv6FinderOf } from './ipv6.ts'
import { formsOfName, nameFinderOf } from './names.ts'
import type { Search } from './search.ts'

/**
 * Finds the origin's names, and its addresses in any notation. Candidates in the text are parsed and compared by their
 * bytes; notations are never enumerated.
 *
 * @param words whether a plain word at the end of a text counts as the beginning of a name
 * @returns undefined if there is nothing to find
 */
export function originSearchOf(
  hosts: readonly string[],
  shownHosts: readonly string[],
  mark: string,
  { words = true }: { readonly words?: boolean } = {},
): Search | undefined {
  const shownNames = new Set(shownHosts.map(nameOf))
  const shownAddresses = new Set(shownHosts.map((host) => addressBytes(host)?.join('.')))
  const all = [...new Set(hosts)]
  const addresses = all
    .map((host) => addressBytes(host))
    .filter((bytes) => bytes !== undefined)
    .filter((bytes) => !shownAddresses.has(bytes.join('.')))
  const others = all.filter((host) => addressBytes(host) === undefined).map(nameOf)
  const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name))
  if (addresses.length === 0 && names.length === 0) return undefined
  const ipv4 = ipv4Addresses(addresses.filter((bytes) => bytes.length === 4))
  const ipv6 = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16))
  const forms = names.flatMap((name) => Array.from(formsOfName(name)))
  const shownForms = [...shownNames].flatMap((name) => Array.from(formsOfName(name)))
  const beginnings: readonly Beginning[] = [
    ...(words ? forms.flatMap(withSeparators) : forms).map(
      (text) => ({ text, anywhere: false, words: words ? 'long' : 'never' }) as const,
    ),
    ...addresses.flatMap(usualNotations).map((text) => ({ text, anywhere: false, words: 'always' }) as const),
  ]
  return {
    mark,
    minLength: names.reduce((least, { length }) => Math.min(least, length), MIN_ADDRESS),
    finders: [
      nameFinderOf(forms, shownForms),
      ipv6FinderOf(ipv6, ipv4, groupsOf(addresses)),
      ipv4FinderOf(ipv4),
    ],
    atEdge: edgeFinderOf(beginnings, (beginning) => shownForms.some((shown) => shown.includes(beginning))),
  }
}

function withSeparators(name: string): readonly string[] {
  return [...new Set([name, name.replaceAll('.', '-'), name.replaceAll('.', '_')])]
}

/** `1.2.3.4` or `2001::`. */
const MIN_ADDRESS = 6

function nameOf(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '')
}

/** The notations of an address in which a beginning of it is recognized. */
function usualNotations(bytes: Bytes): readonly string[] {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (bytes.length === 4)
    return [...['.', '-', '_'].map((separator) => bytes.join(separator)), hex, `0x${hex}`]
  const groups = hex.match(/.{4}/g) ?? []
  const short = groups.map((group) => group.replace(/^0{1,3}/, ''))
  const compressed = URL.parse(`http://[${short.join(':')}]`)?.hostname.slice(1, -1) ?? ''
  const notations = [groups.join(':'), short.join(':'), compressed]
  return [...notations.flatMap((text) => [text, text.replaceAll(':', '-')]), hex]
}
