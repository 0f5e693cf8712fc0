/** The text of the documents. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export function filesAt(...patterns: readonly string[]): readonly string[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Every Markdown file that people read. */
export const DOCUMENTS: readonly { readonly path: string; readonly text: string }[] = filesAt(
  '*.md',
  'docs/**/*.md',
  'examples/**/*.md',
  '.github/**/*.md',
).map((path) => ({ path, text: textOf(path) }))
