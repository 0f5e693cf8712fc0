import type { Report } from '../../domain/report.ts'
import { badgeOf } from './badge.ts'
import { jsonOf, jsonPieces } from './json.ts'
import { junitOf, junitPieces } from './junit.ts'
import { markdownOf, type MarkdownOptions } from './markdown/markdown.ts'
import { textOf, textPieces, type TextOptions } from './text/text.ts'

export type { RunLinks } from './markdown/markdown.ts'
export { COMMENT_LIMIT } from './markdown/fit.ts'
export { redactNothing, redactorOf, type Redactor } from '../../redact/redact.ts'
export { summaryLine } from './summary-line.ts'
export { reportOf, type JudgedSite, type ReportInput } from '../build/report.ts'

export interface RenderOptions extends MarkdownOptions, TextOptions {}

/** Each renderer uses the options that it knows. JSON and JUnit are never shortened. */
export const RENDERERS = {
  markdown: markdownOf,
  text: textOf,
  json: jsonOf,
  junit: junitOf,
} as const satisfies Readonly<Record<string, (report: Report, options?: RenderOptions) => string>>

/** The same for files, in pieces: a large report is never in memory as a whole, and a signal is noticed in between. */
export const FILE_RENDERERS = {
  json: jsonPieces,
  junit: junitPieces,
  text: textPieces,
  badge: badgeOf,
} as const satisfies Readonly<Record<string, (report: Report, options?: RenderOptions) => Iterable<string>>>

/** Imported here, because it shares modules with the other renderers: `scripts/minify.ts` has the reason. */
const loadHtml = () => import('./html/html.ts')

/** What makes a file of a report. */
export type FileRenderer = (report: Report, options?: RenderOptions) => Iterable<string>

/** Loads the renderer of a format late, because few runs need the one for HTML. */
export async function fileRenderer(format: keyof typeof FILE_RENDERERS | 'html'): Promise<FileRenderer> {
  return format === 'html' ? (await loadHtml()).htmlPieces : FILE_RENDERERS[format]
}
