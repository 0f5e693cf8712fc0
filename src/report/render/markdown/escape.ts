import { clean, visible } from '../../../redact/visible.ts'
import { CODE_TOKENS } from '../links.ts'

/** Invisible and without width: breaks up what GitHub would turn into a mention, a reference or an emoji. */
const ZERO_WIDTH_SPACE = '\u200b'

/**
 * Escapes plain text for Markdown, on one line. `$ORIGIN` becomes code, because two dollars make a formula.
 *
 * GitHub finds mentions, issues, commits and emoji after parsing the Markdown, when backslashes are gone. Only a
 * character between the letters prevents that.
 */
export function escapeMarkdown(text: string): string {
  return escapeExcept(text, /(\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token))
}

/**
 * Escapes text, except for tokens, which `token` turns into Markdown.
 *
 * @param tokens a pattern with one group around all of it, so that every second piece of the split is a token
 */
export function escapeExcept(text: string, tokens: RegExp, token: (piece: string) => string): string {
  const pieces = clean(text).split(tokens)
  const last = pieces.length - 1
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return token(piece)
      // Without a character between two tokens their backquotes would merge.
      return piece === '' && index > 0 && index < last ? ZERO_WIDTH_SPACE : literal(piece)
    })
    .join('')
}

function literal(text: string): string {
  return withoutReferences(text)
    .replace(/[\\`*_[\]<>|~&]/g, String.raw`\$&`)
    .replace(/\$/g, '<span>$</span>')
    .replace(/:(?=\/\/)/g, String.raw`\:`)
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(?:[#+=-]|:(?=-))/, String.raw`\$&`)
    .replace(/(?<=\s)#(?=#*$)/, String.raw`\#`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
}

/** Breaks up mentions, issue references, commit ids and emoji. */
function withoutReferences(text: string): string {
  // The pattern with Unicode classes takes half a millisecond to compile.
  const withoutMentions = text.includes('@')
    ? text.replace(/@(?=[\p{L}\p{N}_.-])/gu, `@${ZERO_WIDTH_SPACE}`)
    : text
  return (
    withoutMentions
      .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
      .replace(/GHSA-/gi, (prefix) => prefix + ZERO_WIDTH_SPACE)
      .replace(/\b([A-Za-z]{2,12}-)(?=\d)/g, `$1${ZERO_WIDTH_SPACE}`)
      .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (hash) =>
        hash.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`),
      )
      // Two digits are a time.
      .replace(/:(?!\d\d:)(?=[a-z0-9_+-]+:)/gi, `:${ZERO_WIDTH_SPACE}`)
  )
}

/** Escapes plain text for HTML, such as a `<summary>` or an attribute. */
export function escapeHtml(text: string): string {
  return withoutReferences(clean(text)).replace(/[&<>"']/g, entity)
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** In a table cell a bar ends even code. Elsewhere its escape would be visible. */
export type Where = 'line' | 'cell'

/** Inline code. Nothing in the text can end it, and GitHub finds no references in it. */
export function code(text: string, where: Where = 'cell'): string {
  const line = clean(text)
  if (line === '') return '` `'
  if (where === 'cell' && line.includes('|')) {
    // This is HTML, in which GitHub does find references.
    return `<code>${withoutReferences(line).replace(/[!-/:-@[-`{-~]/g, entity)}</code>`
  }
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = /^`|`$/.test(line) ? ' ' : ''
  return fence + pad + line + pad + fence
}

/** A fenced code block. It needs an empty line in front. */
export function codeBlock(text: string, language = 'text'): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(visible)
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** A sentence of ours: text in backquotes becomes code, the rest is escaped. */
export function withCode(text: string, where: Where = 'line'): string {
  return escapeExcept(text, CODE_TOKENS, (token) => code(token.replaceAll('`', ''), where))
}
