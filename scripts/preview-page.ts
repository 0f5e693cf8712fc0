import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** A comment to render. */
export interface Comment {
  readonly name: string
  readonly markdown: string
}

/** Total width of the views of a comment in pixels. */
export const WIDTH = 2560

/** How people see a comment, side by side. An e-mail unfolds everything and has no GitHub styles. */
const VIEWS = [
  { kind: 'light', open: false },
  { kind: 'dark', open: true },
  { kind: 'light narrow', open: false },
  { kind: 'mail', open: true },
] as const

const require = createRequire(import.meta.url)

function style(theme: 'light' | 'dark'): string {
  return readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')
}

function rendered(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  })
}

function viewsOf({ name, markdown }: Comment): string {
  const comment = rendered(markdown)
  const unfolded = comment.replaceAll('<details>', '<details open>')
  const boxes = VIEWS.map(
    ({ kind, open }) =>
      `<div class="${kind}"><div class="${kind === 'mail' ? 'letter' : 'markdown-body'}">${open ? unfolded : comment}</div></div>`,
  )
  return `<section id="${name}"><h2>${name}</h2><div class="row">${boxes.join('')}</div></section>`
}

/** One page of all comments: on GitHub in light and dark, on a phone, and in an e-mail. */
export function pageOf(all: readonly Comment[]): string {
  return framed(all.map(viewsOf).join('\n'))
}

/** How GitHub can look. */
export const THEMES = ['light', 'dark'] as const

/** A page of one comment as on a pull request. */
export function pictureOf({ markdown }: Comment, theme: (typeof THEMES)[number]): string {
  return framed(
    `<section class="picture ${theme}" id="picture"><div class="comment"><div class="by"><b>github-actions</b> bot commented</div><div class="markdown-body">${rendered(markdown)}</div></div></section>`,
  )
}

function framed(content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Comments</title><style>
body { font: 14px system-ui, sans-serif; margin: 0; background: #fff; }
section { padding: 16px; }
h2 { margin: 0 0 8px; }
.row { display: flex; gap: 16px; align-items: start; }
.light, .dark, .mail { width: 780px; flex: none; border-radius: 6px; border: 1px solid #d1d9e0; overflow: hidden; }
.narrow { width: 343px; }
.mail { width: 560px; border-radius: 0; }
.letter { padding: 16px; font: 14px Arial, sans-serif; }
.markdown-body { padding: 16px; font-size: 14px; }
.picture { width: 820px; border: 0; border-radius: 0; background: #fff; --by: #f6f8fa; --edge: #d1d9e0; --muted: #59636e; }
.picture.dark { background: #0d1117; --by: #151b23; --edge: #3d444d; --muted: #9198a1; }
.comment { border: 1px solid var(--edge); border-radius: 6px; overflow: hidden; }
.picture .markdown-body { font-size: 16px; padding: 0 16px 8px; }
.by { font-size: 14px; color: var(--muted); background: var(--by); border-bottom: 1px solid var(--edge); padding: 8px 16px; margin-bottom: 16px; }
.light { ${style('light')} }
.dark { ${style('dark')} }
</style>${content}
${content.includes('language-mermaid') ? DRAWN : ''}<script>${MEASURED}</script></html>`
}

const MEASURED = `for (const each of document.querySelectorAll('section')) each.dataset.height = each.offsetHeight`

/** Mermaid draws as on GitHub. An e-mail shows the source. */
const DRAWN = `<script src="${pathToFileURL(require.resolve('@mermaid-js/tiny')).href}"></script>
<script type="module">
let count = 0
for (const code of document.querySelectorAll('.light code.language-mermaid, .dark code.language-mermaid')) {
  const box = document.createElement('div')
  code.parentElement.replaceWith(box)
  const theme = box.closest('.dark') ? 'dark' : 'default'
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme })
  count += 1
  box.innerHTML = (await mermaid.render('diagram' + count, code.textContent, box)).svg
}
${MEASURED}
</script>`
