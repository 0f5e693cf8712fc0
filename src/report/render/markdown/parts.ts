import { betweenSpaces } from '../../prose.ts'
import type { Prose, Remark } from '../../../domain/report.ts'
import { code, escapeHtml, escapeMarkdown, withCode, escapeExcept } from './escape.ts'
import { CODE_AND_LINK_TOKENS, httpsAddress } from '../links.ts'
import { docsOf } from '../../words.ts'

/** A link of ours. Without a valid https address it stays text. */
export function link(label: string, address: string): string {
  const href = httpsAddress(address)
  if (href === undefined) return escapeMarkdown(label)
  return `[${escapeMarkdown(label)}](${href.replace(/[()\\`|<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`
}

/** Text of ours: commands in backquotes become code, and addresses on `HOSTS` become links. */
export function withCodeAndLinks(text: string): string {
  return escapeExcept(text, CODE_AND_LINK_TOKENS, (token) =>
    token.startsWith('https:') ? link(token, token) : code(token.replaceAll('`', ''), 'line'),
  )
}

/** Cells are Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableLine(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(tableLine)].join('\n')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/**
 * A section that can be collapsed, and is unless it is `open`. The empty lines around the content make GitHub parse it
 * as Markdown.
 */
export function fold(title: string, content: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${escapeHtml(title)}</summary>\n\n${content}\n\n</details>\n\n`
}

export function remarkLine(label: 'Warning' | 'Note', { id, text }: Remark): string {
  return `**${label}:** ${withCode(text)} ${link('More', docsOf(id))}\n\n`
}

/** Sentences, with their strong pieces in bold. */
export function proseMarkdown(prose: Prose): string {
  return prose.map(({ text, strong }) => betweenSpaces(text, strong === true ? bold : withCode)).join('')
}

export function bold(text: string): string {
  return `**${withCodeAndLinks(text)}**`
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** Keeps dates on one line in narrow columns. */
export function unbroken(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => date.replaceAll('-', '\u2011'))
}

export function verbatim(items: readonly string[]): string {
  return items.map((item) => code(item)).join(', ')
}
