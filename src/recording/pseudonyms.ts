import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { addressBytes } from '../redact/address.ts'
import { isPrivate } from '../shared/ip.ts'
import { originHosts, originNames, type SensitiveSite } from '../redact/redactors.ts'

/**
 * Pseudonyms for the origins' addresses and names in a recording. Each is of the same kind, so that a replay gives the
 * same diagnosis: a test address (RFC 2544, RFC 3849), or a Cloudflare address for a Cloudflare address. The site's own
 * name is public and stays.
 *
 * @returns the pseudonym of a text that is exactly an origin's address or name, else undefined
 */
export function pseudonymsOf(sites: readonly SensitiveSite[]): (text: string) => string | undefined {
  const shown = new Set(sites.map(({ site }) => new URL(site.url).hostname))
  const hosts = [...originHosts(sites), ...originNames(sites)]
  const secret = [...new Set(hosts.map(hostKey))].filter((key) => !shown.has(key))
  const pseudonyms = new Map(secret.map((key, index) => [key, pseudonym(key, index + 1)]))
  return (text) => pseudonyms.get(hostKey(text))
}

/** The same key for every notation of an address. */
function hostKey(host: string): string {
  return addressBytes(host)?.join('.') ?? host.toLowerCase().replace(/\.+$/, '')
}

function pseudonym(key: string, number: number): string {
  const bytes = key.split('.')
  if (!/^[\d.]+$/.test(key)) return `origin-${number}.example.net`
  const address = bytes.length === 4 ? key : groupsOf(bytes)
  const [prefix4, prefix6] = prefixesFor(address)
  if (bytes.length === 4) return `${prefix4}.${number >> 8}.${number & 0xff}`
  return `${prefix6}::${number.toString(16)}`
}

function prefixesFor(address: string): readonly [ipv4: string, ipv6: string] {
  if (inCloudflareRanges(address)) return ['104.16', '2606:4700']
  return isPrivate(address) ? ['10.18', 'fd00'] : ['198.18', '2001:db8']
}

/** Sixteen bytes as an IPv6 address. */
function groupsOf(bytes: readonly string[]): string {
  const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('')
  return (hex.match(/.{4}/g) ?? []).join(':')
}
