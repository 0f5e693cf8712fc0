import type { Lists } from './lists.ts'

/** Lists of ranges, and what is known about them. */
export interface Published extends Lists {
  /** The day on which Cloudflare's lists had them. */
  readonly date: string
  /** What they were read from. It has no quotes or backslashes. */
  readonly source: string
}

/** `printWidth` of .oxfmtrc.json. */
const MAX_COLUMNS = 110

/** The source of `src/cloudflare/published-ranges.ts`, formatted. */
export function sourceOf({ date, source, v4, v6 }: Published): string {
  return `// \`npm run ranges\` writes this file.

/** The day on which Cloudflare's lists had these ranges, according to \`RANGES_SOURCE\`. */
export const RANGES_DATE = '${date}'

/** What the ranges were read from. */
export const RANGES_SOURCE =${breakBefore(source)}'${source}'

/** https://www.cloudflare.com/ips-v4 */
export const IPV4_RANGES = [
${linesOf(v4)}
] as const

/** https://www.cloudflare.com/ips-v6 */
export const IPV6_RANGES = [
${linesOf(v6)}
] as const
`
}

function linesOf(ranges: readonly string[]): string {
  return ranges.map((range) => `  '${range}',`).join('\n')
}

/** As the formatter does it: a line break if the text would be too long for its line. */
function breakBefore(source: string): string {
  return `export const RANGES_SOURCE = '${source}'`.length > MAX_COLUMNS ? '\n  ' : ' '
}
