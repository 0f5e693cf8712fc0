import { clean, visible } from '../../../redact/visible.ts'

/** Unseen, without width: parts what GitHub would otherwise turn into a mention, a reference or an emoji. */
const GAP = '\u200b'

/**
 * Plain text for a place where GitHub reads Markdown: it comes out as the same letters, on one line, with no effect.
 * `$ORIGIN` becomes code, since two dollars make a formula.
 *
 * GitHub looks for mentions, issues, commits and emoji after it has read the Markdown, when backslashes are gone;
 * only something between the letters stops it.
 */
export function md(text: string): string {
  return woven(text, /(\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token))
}

/**
 * Escaped text with tokens in it that are made Markdown in a way of their own.
 *
 * @param tokens one group around the whole: every second piece of the split is a token
 */
export function woven(text: string, tokens: RegExp, token: (piece: string) => string): string {
  const pieces = clean(text).split(tokens)
  const last = pieces.length - 1
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return token(piece)
      // Between two tokens stands something, or their backquotes would run into one another.
      return piece === '' && index > 0 && index < last ? GAP : literal(piece)
    })
    .join('')
}

function literal(text: string): string {
  return apart(text)
    .replace(/[\\`*_[\]<>|~&]/g, String.raw`\$&`)
    .replace(/\$/g, '<span>$</span>')
    .replace(/:(?=\/\/)/g, String.raw`\:`)
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(?:[#+=-]|:(?=-))/, String.raw`\$&`)
    .replace(/(?<=\s)#(?=#*$)/, String.raw`\#`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
}

/** Puts gaps where GitHub would find a person, an issue, a commit or an emoji. */
function apart(text: string): string {
  return (
    text
      .replace(/@(?=[\p{L}\p{N}_.-])/gu, `@${GAP}`)
      .replace(/#(?=\d)/g, `#${GAP}`)
      .replace(/GHSA-/gi, (prefix) => prefix + GAP)
      .replace(/\b([A-Z]{2,12}-)(?=\d)/gi, `$1${GAP}`)
      .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${GAP}`))
      // But for two digits: they are a time.
      .replace(/:(?!\d\d:)(?=[a-z0-9_+-]+:)/gi, `:${GAP}`)
  )
}

/** The same for a place where GitHub reads HTML only, such as a `<summary>` or an attribute. */
export function html(text: string): string {
  return apart(clean(text)).replace(/[&<>"']/g, entity)
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** Whether a text goes into a cell of a table: there a bar ends even code, and its escape is seen anywhere else. */
export type Where = 'line' | 'cell'

/** Code within a line. Nothing in the text can end it; GitHub looks for nothing in it. */
export function code(text: string, where: Where = 'cell'): string {
  const line = clean(text)
  if (line === '') return '` `'
  if (where === 'cell' && line.includes('|')) {
    // This is HTML, in which GitHub goes on looking for what it would turn into a link.
    return `<code>${apart(line).replace(/[!-/:-@[-`{-~]/g, entity)}</code>`
  }
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = /^`|`$/.test(line) ? ' ' : ''
  return fence + pad + line + pad + fence
}

/** Code on lines of its own. The block begins a paragraph: an empty line goes before it. */
export function codeBlock(text: string, language = 'text'): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(visible)
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** Our own sentences put commands and values in backquotes; those become code, the rest is escaped. */
export function spans(text: string, where: Where = 'line'): string {
  return woven(text, /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token.replaceAll('`', ''), where))
}
