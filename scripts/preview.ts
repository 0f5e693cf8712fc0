/**
 * Shows the golden comments as GitHub would: `npm run preview`, or `npm run preview -- OUT.html [FOLDER]`.
 * Needs micromark, micromark-extension-gfm and github-markdown-css, in this project or in FOLDER.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const GOLDENS = join(ROOT, '__tests__', 'golden')

type Render = (markdown: string) => string
type Loaded = Readonly<Record<string, unknown>>

const [out = join(ROOT, 'coverage', 'preview.html'), folder = ROOT] = process.argv.slice(2)
const found = createRequire(join(resolve(folder), 'package.json'))

try {
  const page = pageOf(await renderer(), style('light'), style('dark'))
  mkdirSync(dirname(resolve(out)), { recursive: true })
  writeFileSync(out, page)
  console.log(`Open ${pathToFileURL(resolve(out)).href}`)
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
  console.error('The preview needs three packages that nothing else needs. Install them without saving:')
  console.error('  npm install --no-save micromark micromark-extension-gfm github-markdown-css')
  process.exitCode = 1
}

async function load(name: string): Promise<Loaded> {
  return import(pathToFileURL(found.resolve(name)).href)
}

/** The packages are not among the project's own, so their types are not known here. */
async function renderer(): Promise<Render> {
  const { micromark } = await load('micromark')
  const { gfm, gfmHtml } = await load('micromark-extension-gfm')
  if (typeof micromark !== 'function' || typeof gfm !== 'function' || typeof gfmHtml !== 'function') {
    throw new TypeError('These versions of micromark are not the ones that the preview knows.')
  }
  return (markdown) =>
    String(
      micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }),
    )
}

function style(theme: 'light' | 'dark'): string {
  return readFileSync(found.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')
}

function box(kind: string, comment: string): string {
  return `<div class="${kind}"><div class="markdown-body">${comment}</div></div>`
}

/** Each comment three times: wide and light, wide and dark, as narrow as a phone. */
function pageOf(render: Render, light: string, dark: string): string {
  const stories = readdirSync(GOLDENS).filter((file) => file.endsWith('.md'))
  const rows = stories.map((file) => {
    const comment = render(readFileSync(join(GOLDENS, file), 'utf8'))
    const open = comment.replaceAll('<details>', '<details open>')
    return `<h2 id="${file}">${file}</h2><div class="row">${box('light', comment)}${box('dark', open)}${box('light narrow', comment)}</div>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Comments</title><style>
body { font: 14px system-ui; margin: 16px; background: #eee; }
.row { display: flex; gap: 16px; align-items: start; }
.light, .dark { width: 780px; flex: none; border-radius: 6px; border: 1px solid #8884; overflow: hidden; }
.narrow { width: 360px; }
.markdown-body { padding: 16px; font-size: 14px; }
.light { ${light} }
.dark { ${dark} }
</style>${existsSync(GOLDENS) ? rows.join('\n') : ''}`
}
