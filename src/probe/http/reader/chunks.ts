import type { DeviationKind } from '../../../domain/deviation.ts'
import { hasControl } from './status-line.ts'

/** A name and an optional value. Recipients must accept the bad whitespace (RFC 9110, section 5.6.3). */
const EXTENSION =
  /^[ \t]*;[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \t]*=[ \t]*(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+|"(?:[^"\\]|\\.)*"))?/

/** Reads a chunk line, given without its line end. Undefined: its size is invalid. */
export function readChunkLine(
  line: string,
): { readonly size: number; readonly deviations: readonly DeviationKind[] } | undefined {
  const [, digits, blanks = '', extensions = ''] = /^([0-9a-f]+)([ \t]*)((?:;.*)?)$/is.exec(line) ?? []
  const size = digits === undefined ? NaN : Number.parseInt(digits, 16)
  if (!Number.isSafeInteger(size)) return undefined
  const deviations: DeviationKind[] = []
  if (blanks !== '') deviations.push('chunk-size-blanks')
  if (!areExtensions(extensions)) deviations.push('chunk-extension')
  return { size, deviations }
}

function areExtensions(text: string): boolean {
  if (hasControl(text) || text.includes('\r')) return false
  let rest = text
  while (rest !== '') {
    const [extension] = EXTENSION.exec(rest) ?? []
    if (extension === undefined) return false
    rest = rest.slice(extension.length)
  }
  return true
}

/** Fields that a recipient needs before the body, and must not take from a trailer (RFC 9110, section 6.5.1). */
const NOT_IN_TRAILERS: ReadonlySet<string> = new Set([
  'authorization',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'host',
  'location',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
])

export function belongsInTrailer(name: string): boolean {
  return !NOT_IN_TRAILERS.has(name.toLowerCase())
}
