import { clean } from '../../redact/visible.ts'

/** One word of a POSIX shell, in single quotes. */
export function shellQuote(text: string): string {
  return `'${clean(text).replaceAll("'", String.raw`'\''`)}'`
}
