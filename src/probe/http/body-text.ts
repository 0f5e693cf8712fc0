import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { Body } from '../../domain/exchange.ts'
import { mediaType, withoutComments } from '../../shared/html.ts'

export interface BodyText extends Pick<Body, 'encoding'> {
  readonly text: string
}

/**
 * Reads a body in its character encoding: by its byte order mark, else the header's charset, else what the document
 * declares (HTML Standard, "determining the character encoding"). A text that is valid UTF-8 is read as that, whatever
 * it declares: many servers add a charset to all files. Takes linear time.
 *
 * @param bytes the body or its beginning
 */
export function bodyText(bytes: Uint8Array, contentType = ''): BodyText {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) return { text: decoderOf(marked.label)?.decode(bytes) ?? utf8(bytes) }
  const ofHeader = charsetOf(contentType)
  const known = decoderOf(ofHeader) ?? decoderOf(declared(beginningOf(bytes, PRESCAN), contentType))
  const utf16 = unmarkedUtf16(bytes)
  if (utf16 !== undefined) {
    const text = decoderOf(utf16)?.decode(bytes) ?? utf8(bytes)
    return known?.encoding.startsWith('utf-16') === true ? { text } : { text, encoding: 'guessed' }
  }
  const legacy = known === undefined || known.encoding === 'utf-8' ? undefined : known
  if (legacy !== undefined && !isReallyUtf8(bytes, legacy.encoding)) return { text: legacy.decode(bytes) }
  if (known !== undefined) return { text: utf8(bytes) }
  // Browsers ignore a label that they don't know, such as MySQL's utf8mb4.
  if (isUtf8(withoutCutCharacter(bytes))) return { text: utf8(bytes) }
  return ofHeader === undefined ? undeclared(bytes, contentType) : { text: utf8(bytes), encoding: 'unknown' }
}

const MARKS = [
  { label: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** Bytes in which a document should declare its encoding. */
const PRESCAN = 1024

/** Bytes in which a browser, after all, finds a later declaration. */
const LATE_SCAN = 64 * 1024

/** Neither declared in time nor UTF-8. Browsers then use a declaration further down, or guess. */
function undeclared(bytes: Uint8Array, contentType: string): BodyText {
  const late = decoderOf(declared(beginningOf(bytes, LATE_SCAN), contentType))
  if (late !== undefined) return { text: late.decode(bytes) }
  const text = utf8(bytes)
  const start = text.slice(0, LATE_SCAN)
  const wrong = start.match(/\uFFFD/g)?.length ?? 0
  const right = start.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  return {
    text: wrong > right ? (decoderOf('windows-1252')?.decode(bytes) ?? text) : text,
    encoding: 'guessed',
  }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function beginningOf(bytes: Uint8Array, max: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, max)).toString('latin1')
}

/** Undefined for a label that names none of the encodings. */
function decoderOf(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label, { ignoreBOM: true })
  } catch {
    return undefined
  }
}

/** The last type of several that has a charset. */
function charsetOf(contentType: string): string | undefined {
  const charsets = contentType.slice(0, MAX_TYPE).matchAll(/;\s*charset\s*=\s*["']?([^\s"',;]+)/gi)
  return [...charsets].at(-1)?.[1]
}

/** Characters of a Content-Type that are read. */
const MAX_TYPE = 1000

const MARKUP = /^$|^text\/(?:html|xml)$|^application\/xml$|\+xml$/
const DECLARATION = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})["']/
const META = /<meta\s([^>]{1,500})>?/gi
const ATTRIBUTE = /(?:^|[\s"';])charset\s*=\s*["']?([\w.:-]{1,40})/i

/** The label that an HTML or XML document declares. A `<meta>` can't declare UTF-16, because it is read as ASCII. */
function declared(start: string, contentType: string): string | undefined {
  if (!MARKUP.test(mediaType(contentType))) return undefined
  const label =
    DECLARATION.exec(start)?.[1] ??
    [...withoutComments(start).matchAll(META)]
      .map(([, attributes = '']) => ATTRIBUTE.exec(attributes)?.[1])
      .find((charset) => charset !== undefined)
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}

/** Valid UTF-8 is hardly ever anything else: one such letter is proof among single bytes, several among pairs. */
function isReallyUtf8(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return !bytes.includes(0) && isUtf8(withoutCutCharacter(bytes))
  if (encoding === 'iso-2022-jp' || !isUtf8(withoutCutCharacter(bytes))) return false
  const enough = PAIRS.has(encoding) ? MANY : 1
  let letters = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) letters += 1
    if (letters >= enough) return true
  }
  return false
}

const PAIRS: ReadonlySet<string> = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gbk', 'gb18030'])
const MANY = 8

/** The end of a beginning may fall into a character. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const last = bytes.subarray(-4).findLastIndex((byte) => byte >= 0xc0)
  const tail = Math.min(4, bytes.byteLength)
  if (last === -1) return bytes
  const lead = bytes[bytes.byteLength - tail + last] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  return tail - last < length ? bytes.subarray(0, bytes.byteLength - tail + last) : bytes
}

/** A text that begins with two ASCII characters of two bytes each. */
function unmarkedUtf16([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): string | undefined {
  if (second === 0 && fourth === 0 && isAsciiByte(first) && isAsciiByte(third)) return 'utf-16le'
  return first === 0 && third === 0 && isAsciiByte(second) && isAsciiByte(fourth) ? 'utf-16be' : undefined
}

function isAsciiByte(byte: number): boolean {
  return byte >= 0x09 && byte < 0x7f
}
