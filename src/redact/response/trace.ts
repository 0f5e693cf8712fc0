import { HIDDEN } from './fields.ts'

/** A line of Cloudflare's trace: `colo=SJC`. */
const LINE = /^[a-z_]{1,20}=[^\r\n]*$/

/**
 * Of a trace, the lines that are read: where Cloudflare responded, and that it did. Others describe the runner: its
 * address, its country, its TLS. Any other text stays as it is.
 */
export function recordedTrace(text: string): string {
  if (!text.includes('visit_scheme=') || !text.includes('fl=')) return text
  const lines = text.split('\n').filter((line) => line !== '')
  if (!lines.every((line) => LINE.test(line))) return text
  return lines
    .flatMap((line) => {
      if (line.startsWith('fl=')) return `fl=${HIDDEN}`
      return /^(?:visit_scheme=https?|colo=[A-Z]{3})$/.test(line) ? line : []
    })
    .join('\n')
}
