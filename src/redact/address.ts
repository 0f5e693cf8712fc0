import { unbracketed } from '../shared/authority.ts'

/** An IP address: 4 or 16 bytes. */
export type Bytes = readonly number[]

/** Replaces the origin's address. A shell variable, so that printed commands still run. */
export const ORIGIN = '$ORIGIN'

const DOTTED_QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** Dotted IPv4, leading zeros allowed. */
function ipv4Bytes(text: string): Bytes | undefined {
  const octets = DOTTED_QUAD.exec(text)?.slice(1).map(Number)
  return octets?.every((octet) => octet < 256) === true ? octets : undefined
}

function bytesOfGroups(groups: readonly string[]): number[] | undefined {
  const bytes: number[] = []
  for (const [index, group] of groups.entries()) {
    const ipv4 = index === groups.length - 1 ? ipv4Bytes(group) : undefined
    if (ipv4 !== undefined) {
      bytes.push(...ipv4)
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    } else {
      return undefined
    }
  }
  return bytes
}

/** IPv6 in any notation of RFC 4291, without brackets and zone. */
export function ipv6Bytes(text: string): Bytes | undefined {
  const halves = text.split('::')
  // Rejects long hostile input cheaply.
  if (halves.length === 1 && (text.match(/:/g) ?? []).length < 6) return undefined
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => bytesOfGroups(half === '' ? [] : half.split(':')))
  if (head === undefined) return undefined
  if (halves.length === 1) return head.length === 16 ? head : undefined
  if (tail === undefined || head.length + tail.length > 14) return undefined
  return [...head, ...Array<number>(16 - head.length - tail.length).fill(0), ...tail]
}

/** The bytes of an address. An IPv4-mapped IPv6 address (`::ffff:203.0.113.10`) yields the IPv4 address. */
export function addressBytes(text: string): Bytes | undefined {
  const address = unbracketed(text).replace(/%.*$/, '')
  const ipv4 = ipv4Bytes(address)
  if (ipv4 !== undefined) return ipv4
  const bytes = ipv6Bytes(address)
  const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true
  return mapped ? bytes?.slice(12) : bytes
}
