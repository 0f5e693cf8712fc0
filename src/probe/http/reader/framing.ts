import { fieldsNamed, trimBlanks, type Field } from './field-lines.ts'
import type { Note } from './section.ts'

/** How the end of a body is found (RFC 9112, section 6.3). */
export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' }

export interface FramingInput {
  readonly method: string
  readonly status: number
  readonly version: string
  readonly fields: readonly Field[]
}

/**
 * Decides how the body ends, as a lenient client does. Without `chunked`, browsers, nginx and Pingora read as many
 * bytes as `Content-Length` says, although RFC 9112 reads until the connection closes. A server that sends
 * `Transfer-Encoding: identity` may leave it open.
 */
export function framingOf({ method, status, version, fields }: FramingInput, note: Note): Framing {
  const lengths = fieldsNamed(fields, 'content-length')
  const encodings = fieldsNamed(fields, 'transfer-encoding')
  const [length, encoding] = [lengths[0], encodings[0]]
  if (status < 200 || status === 204) {
    const announced = encoding ?? length
    if (announced !== undefined) note('framing-without-body', announced.offset)
    return { kind: 'none' }
  }
  const encoded =
    encoding === undefined ? undefined : byTransferEncoding(encodings, encoding.offset, version, note)
  if (encoding !== undefined && length !== undefined)
    note('content-length-with-transfer-encoding', length.offset)
  const framing = encoded?.kind === 'chunked' ? encoded : byLength(lengths, note)
  if (encoded?.kind === 'chunked') {
    // It doesn't decide how the body ends, but curl still rejects it.
    const invalid = valuesOf(lengths).find(({ text }) => !isLength(text))
    if (invalid !== undefined) note('content-length-invalid', invalid.offset)
  }
  const opensTunnel = method === 'CONNECT' && status < 300
  return method === 'HEAD' || status === 304 || opensTunnel ? { kind: 'none' } : framing
}

function byTransferEncoding(
  encodings: readonly Field[],
  offset: number,
  version: string,
  note: Note,
): Framing {
  const codings = encodings.flatMap(({ value }) => value.split(',')).map((coding) => trimBlanks(coding))
  const names = codings.filter((coding) => coding !== '').map((coding) => coding.toLowerCase())
  const chunked = names.filter((name) => name === 'chunked')
  if (chunked.length > 1) note('transfer-encoding-repeated', offset)
  if (chunked.length === 0 || chunked.length < names.length) note('transfer-encoding-unknown', offset)
  else if (version === '1.0') note('transfer-encoding-in-http-1.0', offset)
  return { kind: names.at(-1) === 'chunked' ? 'chunked' : 'close' }
}

function valuesOf(lengths: readonly Field[]): readonly { readonly text: string; readonly offset: number }[] {
  return lengths.flatMap(({ value, offset }) =>
    value.split(',').map((item) => ({ text: trimBlanks(item), offset })),
  )
}

function byLength(lengths: readonly Field[], note: Note): Framing {
  const values = valuesOf(lengths)
  const [first, ...others] = values
  if (first === undefined) return { kind: 'close' }
  const invalid = values.find(({ text }) => !isLength(text))
  if (invalid !== undefined) {
    note('content-length-invalid', invalid.offset)
    return { kind: 'close' }
  }
  const different = others.find(({ text }) => BigInt(text) !== BigInt(first.text))
  if (different !== undefined) note('content-length-conflict', different.offset)
  else if (others[0] !== undefined) note('content-length-repeated', others[0].offset)
  return { kind: 'length', length: Number(first.text) }
}

/** The longest body that proxies can count: 63 bits. */
const MAX_LENGTH = 2n ** 63n - 1n
/** A longer text is not a length, even with leading zeros. */
const MAX_DIGITS = 40

/** Digits only, within what other recipients can count. A body beyond JavaScript's exact numbers never arrives. */
function isLength(text: string): boolean {
  return text.length <= MAX_DIGITS && /^\d+$/.test(text) && BigInt(text) <= MAX_LENGTH
}
