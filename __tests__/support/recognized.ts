import { BOT_PROTECTIONS } from '../../src/diagnosis/fingerprints/bot-protection/index.ts'
import { FINGERPRINTS } from '../../src/diagnosis/fingerprints/error-pages.ts'
import { LISTINGS } from '../../src/diagnosis/fingerprints/stand-ins/listings.ts'
import { PLATFORMS } from '../../src/diagnosis/fingerprints/stand-ins/platforms.ts'
import { STAND_INS } from '../../src/diagnosis/fingerprints/stand-ins/index.ts'
import { STATUS_PAGES } from '../../src/diagnosis/fingerprints/stand-ins/status-page.ts'

const TABLES: Readonly<Record<string, readonly object[]>> = {
  'Bot protection': BOT_PROTECTIONS,
  'Generators of error pages': FINGERPRINTS,
  'Pages in place of the site': STAND_INS,
  Platforms: PLATFORMS,
  Listings: LISTINGS,
  'Status pages': STATUS_PAGES,
}

/** Every row of the tables of fingerprints, a part of it in each line. */
export function recognized(): string {
  return Object.entries(TABLES)
    .map(([name, rows]) => `# ${name}\n\n${rows.map((row) => linesOf(row, '').join('\n')).join('\n\n')}\n`)
    .join('\n')
}

function linesOf(value: unknown, path: string): readonly string[] {
  if (value === undefined) return []
  if (value instanceof RegExp) return [`- ${path}: \`${value.toString()}\``]
  if (value === null || typeof value !== 'object')
    return [`- ${path}: \`${typeof value === 'function' ? 'computed' : JSON.stringify(value)}\``]
  if (Array.isArray(value) && value.length === 0) return [`- ${path}: none`]
  return Object.entries(value).flatMap(([key, each]) => linesOf(each, path === '' ? key : `${path}.${key}`))
}
