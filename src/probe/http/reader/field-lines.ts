import type { Note } from './section.ts'
import { hasControl } from './status-line.ts'

/** A header or trailer field, with the offset of its line. The value is trimmed. */
export interface Field {
  readonly name: string
  readonly value: string
  readonly offset: number
}

export interface FieldLines {
  /** Takes a line without its line end. */
  readonly take: (line: string, offset: number) => void
  readonly fields: () => readonly Field[]
}

/** The most fields to keep. Fields that delimit the body are always kept. */
export const MAX_FIELDS = 4000

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** Some proxies, including Cloudflare's, also accept UTF-8 in names. */
const WIDER_TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z\x80-\xff-]+$/

/** Reads field lines (RFC 9112, section 5). Notes and skips lines that are not fields. */
export function fieldLines(note: Note): FieldLines {
  const fields: { name: string; value: string; offset: number }[] = []
  let anyLine = false
  return {
    take: (line, offset) => {
      const first = !anyLine
      anyLine = true
      if (hasControl(line)) note(line.includes('\0') ? 'nul-in-field' : 'control-in-field', offset)
      if (line.startsWith(' ') || line.startsWith('\t')) {
        if (first) return note('blank-before-first-field', offset)
        note('folded-line', offset)
        const folded = fields.at(-1)
        if (folded !== undefined) folded.value = joined(folded.value, trimBlanks(line))
        return
      }
      const colon = line.indexOf(':')
      if (colon === -1) return note('line-without-colon', offset)
      const written = line.slice(0, colon)
      const name = trimBlanks(written)
      if (name !== written && name !== '') note('blank-before-colon', offset)
      if (!TOKEN.test(name))
        return note(WIDER_TOKEN.test(name) ? 'field-name-not-ascii' : 'field-name', offset)
      if (fields.length < MAX_FIELDS || delimitsBody(name))
        fields.push({ name, value: trimBlanks(line.slice(colon + 1)), offset })
    },
    fields: () => fields,
  }
}

/** The fields with this name, given in lower case. */
export function fieldsNamed(fields: readonly Field[], wanted: string): readonly Field[] {
  return fields.filter(({ name }) => name.toLowerCase() === wanted)
}

/** Without these fields, the end of the response would be misread. */
function delimitsBody(name: string): boolean {
  return /^(?:content-length|transfer-encoding)$/i.test(name)
}

/** Joins two trimmed values without scanning them. Scanning a growing value for every line takes quadratic time. */
function joined(value: string, more: string): string {
  return value === '' || more === '' ? value + more : `${value} ${more}`
}

/** Removes spaces and tabs, the only characters that may surround a value (RFC 9110, section 5.6.3). */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}
