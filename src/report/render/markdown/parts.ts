import type { Remark } from '../../../domain/report.ts'
import { code, html, md, spans, woven } from './escape.ts'
import { docsOf } from '../../words.ts'

/** A link of ours. What is no https address stays text. */
export function link(label: string, address: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') return md(label)
  return `[${md(label)}](${url.href.replace(/[()\\`|<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`
}

/** The hosts whose pages our sentences name. What a site says may be quoted in one, so no other address becomes a link. */
const HOSTS = [
  String.raw`(?:[a-z]+\.)?cloudflare(?:status)?\.com`,
  String.raw`github\.com\/origin-gate\/origin-gate`,
  String.raw`one\.one\.one\.one`,
  String.raw`dns\.google`,
  String.raw`dnsviz\.net`,
]
const TOKENS = new RegExp(
  String.raw`(${'`'}[^${'`'}]+${'`'}|\$ORIGIN(?![A-Za-z0-9_])|https:\/\/(?:${HOSTS.join('|')})\/(?:[\w/.-]*[\w/])?)`,
)

/** Sentences of ours with commands in backquotes, and with pages that we name: only those become links. */
export function prose(text: string): string {
  return woven(text, TOKENS, (token) =>
    token.startsWith('https:') ? link(token, token) : code(token.replaceAll('`', ''), 'line'),
  )
}

/** Cells are Markdown already. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableLine(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(tableLine)].join('\n')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Content is Markdown; empty lines around it make GitHub read it so. */
export function fold(title: string, content: string): string {
  return `<details><summary>${html(title)}</summary>\n\n${content}\n\n</details>\n\n`
}

export function remarkLine(label: 'Warning' | 'Note', { id, text }: Remark): string {
  return `**${label}:** ${spans(text)} ${link('More', docsOf(id))}\n\n`
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** Dates that a narrow column does not break at their hyphens. */
export function unbroken(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => date.replaceAll('-', '\u2011'))
}

export function verbatim(items: readonly string[]): string {
  return items.map((item) => code(item)).join(', ')
}
