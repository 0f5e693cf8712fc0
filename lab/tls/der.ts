/**
 * The part of DER (ITU-T X.690) that a certificate needs. Hand-written because the lab needs certificates that
 * libraries refuse to create, and because it starts faster.
 */

type Bytes = Uint8Array

function encode(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), encodeLength(content), content])
}

function encodeLength({ length }: Bytes): Bytes {
  if (length < 0x80) return Buffer.from([length])
  if (length < 0x100) return Buffer.from([0x81, length])
  return Buffer.from([0x82, length >> 8, length & 0xff])
}

export const sequence = (...parts: readonly Bytes[]): Bytes => encode(0x30, ...parts)
export const set = (...parts: readonly Bytes[]): Bytes => encode(0x31, ...parts)
export const octetString = (content: Bytes): Bytes => encode(0x04, content)
export const utf8String = (text: string): Bytes => encode(0x0c, Buffer.from(text))
export const NULL: Bytes = encode(0x05)
export const TRUE: Bytes = encode(0x01, Buffer.from([0xff]))

/** `unused` is the number of trailing bits that don't belong to the string. */
export const bitString = (content: Bytes, unused = 0): Bytes => encode(0x03, Buffer.from([unused]), content)

/** `[number]` around a complete value. */
export const explicit = (number: number, content: Bytes): Bytes => encode(0xa0 | number, content)

/** `[number]` instead of a primitive value's own tag. */
export const implicit = (number: number, content: Bytes): Bytes => encode(0x80 | number, content)

/** A non-negative integer from its big-endian bytes. */
export const integer = (bytes: Bytes): Bytes =>
  encode(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)

/** From dotted notation, such as `2.5.29.17`. */
export function objectIdentifier(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): readonly number[] {
  const last = value & 0x7f
  const digits = [last]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}

/** From milliseconds since the epoch. RFC 5280 requires a two-digit year up to 2049 and four digits after it. */
export function time(at: number): Bytes {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return digits < '2050' ? encode(0x17, Buffer.from(digits.slice(2))) : encode(0x18, Buffer.from(digits))
}
