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

/** Decides how the body ends, as a lenient client does. */
export function framingOf({ method, status, version, fields }: FramingInput, note: Note): Framing {
  const lengths = fieldsNamed(fields, 'content-length')
  const encodings = fieldsNamed(fields, 'transfer-encoding')
  const [length, encoding] = [lengths[0], encodings[0]]
  if (status < 200 || status === 204) {
    const announced = encoding ?? length
    if (announced !== undefined) note('framing-without-body', announced.offset)
    return { kind: 'none' }
  }
  const framing =
    encoding === undefined
      ? byLength(lengths, note)
      : byTransferEncoding(encodings, encoding.offset, version, note)
  if (encoding !== undefined && length !== undefined) {
    note('content-length-with-transfer-encoding', length.offset)
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
  const different = others.find(({ text }) => Number(text) !== Number(first.text))
  if (different !== undefined) note('content-length-conflict', different.offset)
  else if (others[0] !== undefined) note('content-length-repeated', others[0].offset)
  return { kind: 'length', length: Number(first.text) }
}

/** Digits only, and exact as a JavaScript number. */
function isLength(text: string): boolean {
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text))
}
