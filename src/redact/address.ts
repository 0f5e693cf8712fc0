import { unbracketed } from '../shared/authority.ts'

/** An address as a machine sees it: 4 or 16 bytes. */
export type Bytes = readonly number[]

/** What stands where the origin's address stood. A shell variable, so that printed commands still run. */
export const ORIGIN = '$ORIGIN'

const QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** IPv4 in its one canonical spelling, give or take zeros in front. */
function quadOf(text: string): Bytes | undefined {
  const octets = QUAD.exec(text)?.slice(1).map(Number)
  return octets?.every((octet) => octet < 256) === true ? octets : undefined
}

function bytesOfGroups(groups: readonly string[]): number[] | undefined {
  const bytes: number[] = []
  for (const [index, group] of groups.entries()) {
    const quad = index === groups.length - 1 ? quadOf(group) : undefined
    if (quad !== undefined) {
      bytes.push(...quad)
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    } else {
      return undefined
    }
  }
  return bytes
}

/** IPv6 in any spelling of RFC 4291, without brackets and zone. */
export function groupsOf(text: string): Bytes | undefined {
  const halves = text.split('::')
  // Most of what is asked about is no address: this keeps a long hostile run cheap.
  if (halves.length === 1 && (text.match(/:/g) ?? []).length < 6) return undefined
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => bytesOfGroups(half === '' ? [] : half.split(':')))
  if (head === undefined) return undefined
  if (halves.length === 1) return head.length === 16 ? head : undefined
  if (tail === undefined || head.length + tail.length > 14) return undefined
  return [...head, ...Array<number>(16 - head.length - tail.length).fill(0), ...tail]
}

/** The bytes of an address; an IPv4 address dressed as IPv6 (`::ffff:203.0.113.10`) is the IPv4 address. */
export function addressOf(text: string): Bytes | undefined {
  const bare = unbracketed(text).replace(/%.*$/, '')
  const quad = quadOf(bare)
  if (quad !== undefined) return quad
  const bytes = groupsOf(bare)
  const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true
  return mapped ? bytes?.slice(12) : bytes
}
