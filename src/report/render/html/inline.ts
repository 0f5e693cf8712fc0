import type { Verdict } from '../../../domain/diagnosis.ts'
import type { Prose } from '../../../domain/report.ts'
import { MARKS } from '../../words.ts'
import { capital } from '../../../shared/text.ts'
import { CODE_AND_LINK_TOKENS, CODE_TOKENS, httpsAddress } from '../links.ts'
import { type Markup, markup, type Value } from './markup.ts'

/** A sentence: text in backquotes becomes code. */
export function sentence(text: string): Markup {
  return withTokens(text, CODE_TOKENS)
}

/** A sentence of ours that may also have links. */
export function advice(text: string): Markup {
  return withTokens(text, CODE_AND_LINK_TOKENS)
}

/** Every second piece of the split is a token. */
function withTokens(text: string, tokens: RegExp): Markup {
  const pieces = text.split(tokens).map((piece, index) => {
    if (index % 2 === 0) return markup`${piece}`
    return piece.startsWith('https:') ? link(piece, piece) : code(piece.replaceAll('`', ''))
  })
  return markup`${pieces}`
}

export function prose(spans: Prose): Markup {
  const pieces = spans.map(({ text, strong }) =>
    strong === true ? markup`<strong>${advice(text)}</strong>` : sentence(text),
  )
  return markup`${pieces}`
}

/** Code that a phone has room for on one line: other letters may be twice as wide. */
const WHOLE = /^[ -~…]{0,28}$/

/** A value from the wire, or a command. */
export function code(text: string): Markup {
  if (WHOLE.test(text)) return markup`<code>${text}</code>`
  // A browser may break after a hyphen, which options of a command have.
  const words = text.split(' ').map((word, index) => {
    const space = index === 0 ? '' : ' '
    return word.includes('-') && WHOLE.test(word)
      ? markup`${space}<span>${word}</span>`
      : markup`${space}${word}`
  })
  return markup`<code class="long">${words}</code>`
}

/** Text with days that are not broken after a hyphen. */
export function withDays(text: string): Markup {
  const pieces = text
    .split(/(\b\d{4}-\d\d-\d\d\b)/)
    .map((piece, index) => (index % 2 === 1 ? markup`<time>${piece}</time>` : sentence(piece)))
  return markup`${pieces}`
}

/** A link of ours. Without a valid https address it stays text. */
export function link(label: Value, address: string): Markup {
  const href = httpsAddress(address)
  return href === undefined ? markup`${label}` : markup`<a href="${href}">${label}</a>`
}

/** `✗ unhealthy`, readable without color. */
export function verdictBadge(verdict: Verdict): Markup {
  return markup`<span class="badge ${verdict}">${mark(MARKS[verdict])} ${verdict}</span>`
}

/** A mark next to a word that says the same. */
export function mark(sign: string): Markup {
  return markup`<span aria-hidden="true">${sign}</span>`
}

/** Text for screen readers only. */
export function unseen(text: Value): Markup {
  return markup`<span class="unseen">${text}</span>`
}

/** A heading of a level from 1 to 5. */
export function heading(level: number, content: Value): Markup {
  switch (level) {
    case 1:
      return markup`<h1>${content}</h1>`
    case 2:
      return markup`<h2>${content}</h2>`
    case 3:
      return markup`<h3>${content}</h3>`
    case 4:
      return markup`<h4>${content}</h4>`
    default:
      return markup`<h5>${content}</h5>`
  }
}

/** A collapsed section. */
export function fold(title: Value, content: Markup): Markup {
  return markup`<details><summary>${title}</summary>\n${content}</details>\n`
}

export function bullets(items: readonly Markup[]): Markup {
  return markup`<ul>${items.map((item) => markup`\n<li>${item}</li>`)}</ul>\n`
}

export interface Table {
  /** Names the table for screen readers, which list tables by their names. */
  readonly caption: string
  readonly columns: readonly Value[]
  /** The first cell is the row's header. */
  readonly rows: readonly (readonly Value[])[]
}

/** A phone has room for these. */
const MAX_NARROW_COLUMNS = 3

/** A table. A wide one scrolls by itself, with the keyboard too. */
export function table({ caption, columns, rows }: Table): Markup {
  const head = columns.map((column) =>
    column === '' ? markup`<td></td>` : markup`<th scope="col">${column}</th>`,
  )
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => markup`<td>${cell}</td>`)
    return markup`\n<tr><th scope="row">${first}</th>${rest}</tr>`
  })
  const content = markup`<table>
<caption class="unseen">${capital(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody>
</table>`
  return columns.length > MAX_NARROW_COLUMNS ? scrolling(caption, content) : markup`${content}\n`
}

/** Content that may be too wide for the page. */
export function scrolling(name: string, content: Markup): Markup {
  return markup`<div class="scroll" role="group" aria-label="${capital(name)}" tabindex="0">${content}</div>\n`
}
