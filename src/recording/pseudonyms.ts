import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { addressOf } from '../redact/address.ts'
import type { SensitiveSite } from '../redact/redactors.ts'

/**
 * What stands in a recording where the origins' own addresses and names stood: of the same kind, so that what is judged by
 * them is judged the same. Addresses are set aside for tests (RFC 2544, RFC 3849), but for those of Cloudflare, which
 * another address of Cloudflare stands for. A name that is the site's own is public and stays.
 *
 * @returns the stand-in for a text that is an address or a name of an origin as a whole, else undefined
 */
export function pseudonymsOf(sites: readonly SensitiveSite[]): (text: string) => string | undefined {
  const shown = new Set(sites.map(({ site }) => new URL(site.url).hostname))
  const hosts = sites.flatMap(({ site, addresses }) => [
    ...site.origins.map(({ host }) => host),
    ...addresses,
  ])
  const secret = [...new Set(hosts.map(keyOf))].filter((key) => !shown.has(key))
  const places = new Map(secret.map((key, index) => [key, standIn(key, index + 1)]))
  return (text) => places.get(keyOf(text))
}

/** The same for every spelling of an address. */
function keyOf(host: string): string {
  return addressOf(host)?.join('.') ?? host.toLowerCase().replace(/\.+$/, '')
}

function standIn(key: string, number: number): string {
  const bytes = key.split('.')
  if (!/^[\d.]+$/.test(key)) return `origin-${number}.example.net`
  const ofCloudflare = inCloudflareRanges(bytes.length === 4 ? key : groupsOf(bytes))
  if (bytes.length === 4) return `${ofCloudflare ? '104.16' : '198.18'}.${number >> 8}.${number & 0xff}`
  return `${ofCloudflare ? '2606:4700' : '2001:db8'}::${number.toString(16)}`
}

/** Sixteen bytes as an IPv6 address. */
function groupsOf(bytes: readonly string[]): string {
  const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('')
  return (hex.match(/.{4}/g) ?? []).join(':')
}
