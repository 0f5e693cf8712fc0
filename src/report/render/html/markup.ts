import { visible } from '../../../redact/visible.ts'

const ESCAPED = Symbol('escaped')

/** HTML that is safe to print. Only `markup` makes it, so parsed data never passes as HTML. */
export interface Markup {
  readonly [ESCAPED]: string
}

export type Value = string | number | Markup | readonly Markup[]

/**
 * HTML, in the form that is also XML: every value is escaped, unless it is markup already. The literals are ours.
 * Attributes need double quotes.
 */
export function markup(literals: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let text = literals[0] ?? ''
  for (const [index, value] of values.entries()) text += textOf(value) + (literals[index + 1] ?? '')
  return { [ESCAPED]: text }
}

export const NOTHING: Markup = markup``

/** What is printed. */
export function printed(html: Markup): string {
  return html[ESCAPED]
}

function textOf(value: Value): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return ESCAPED in value ? value[ESCAPED] : value.map(printed).join('')
}

/** Escapes text for an element or an attribute. What can't be seen, or XML doesn't allow, is removed or replaced. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
}

/** Text with its line breaks, for a `<pre>`. */
export function lines(text: string): Markup {
  const escapedLines = text
    .replaceAll('\t', '    ')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escaped)
  return { [ESCAPED]: escapedLines.join('\n') }
}

/** Content that is left out when there is none. */
export function when(condition: boolean, content: () => Markup): Markup {
  return condition ? content() : NOTHING
}
