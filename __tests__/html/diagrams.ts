import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Look, Page } from './browser.ts'
import type { Chromium } from './chromium.ts'

/** Mermaid's own build without the kinds of diagrams that need large libraries. It is one file. */
const MERMAID = createRequire(import.meta.url).resolve('@mermaid-js/tiny')

/** What a browser shows of a diagram. */
export interface Drawn {
  /** Why it can't be drawn; empty if it can. */
  readonly error: string
  /** `flowchart-v2`, `gantt`, `xychart`, `error`. */
  readonly kind: string
  /** Of each text, in the order of the drawing. */
  readonly texts: readonly string[]
  /** For screen readers. */
  readonly title: string
  readonly description: string
  /** What is wrong in it: invalid numbers, texts outside of it or hard to see, elements that load or run something. */
  readonly faults: readonly string[]
}

/** The sources of all diagrams in a Markdown text. */
export function diagramsIn(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm), ([, source = '']) => source)
}

/** A page with Mermaid, set up as GitHub does. */
export async function openDiagrams({ browser, folder }: Chromium, look: Look): Promise<Page> {
  const path = join(folder, 'diagrams.html')
  await writeFile(path, '<!doctype html><meta charset="utf-8">')
  const page = await browser.open(pathToFileURL(path).href, look)
  await page.evaluate(await readFile(MERMAID, 'utf8'))
  // GitHub's own background: the drawings have none.
  await page.evaluate(
    `document.body.style = 'margin: 0; background: ${look.scheme === 'dark' ? '#0d1117' : '#ffffff'}'`,
  )
  const theme = look.scheme === 'dark' ? 'dark' : 'default'
  await page.evaluate(
    `mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme}' })`,
  )
  return page
}

/** Draws diagrams one after the other. */
export async function draw(page: Page, sources: readonly string[]): Promise<readonly Drawn[]> {
  const drawn = await page.evaluate(`(${drawAll})(${JSON.stringify(sources)})`)
  if (!Array.isArray(drawn)) throw new TypeError('The page returned no list')
  return drawn
}

/**
 * Runs in the page. A text may be three pixels outside: if a picture is wider than a phone, Mermaid measures its texts
 * after the browser has scaled them down.
 */
const drawAll = `async (sources) => {
  const channels = (paint) => (paint.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number)
  // What is painted at a point, apart from texts.
  const paintAt = (x, y) => {
    let below = [255, 255, 255]
    for (const element of document.elementsFromPoint(x, y).reverse()) {
      const style = getComputedStyle(element)
      const shape = /^(?:rect|path|polygon|circle)$/.test(element.tagName)
      if (!shape && element !== document.body) continue
      const [red, green, blue, alpha = 1] = channels(shape ? style.fill : style.backgroundColor)
      const share = style.fill === 'none' && shape ? 0 : alpha * style.opacity * style.fillOpacity
      below = [red, green, blue].map((channel, index) => channel * share + below[index] * (1 - share))
    }
    return below
  }
  const luminance = (color) => {
    const [red, green, blue] = color.map((channel) => {
      const share = channel / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const drawn = []
  for (const [index, source] of sources.entries()) {
    const box = document.createElement('div')
    document.body.append(box)
    let error = ''
    try {
      box.innerHTML = (await mermaid.render('diagram' + index, source, box)).svg
    } catch (thrown) {
      error = String(thrown)
    }
    const svg = box.querySelector('svg')
    const frame = svg?.getBoundingClientRect()
    const texts = [...box.querySelectorAll('text, foreignObject')].filter(({ textContent }) => textContent.trim() !== '')
    const faults = []
    for (const element of box.querySelectorAll('*')) {
      for (const { name, value } of element.attributes)
        if (/^on|href$/i.test(name) || /NaN|Infinity|undefined/.test(value)) faults.push(name + '=' + value)
      if (/^(?:script|a|img|image|iframe|object|embed|audio|video|link|input|form|use)$/i.test(element.tagName))
        faults.push(element.outerHTML)
    }
    for (const text of texts) {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      if (left < frame.left - 3 || right > frame.right + 3 || top < frame.top - 3 || bottom > frame.bottom + 3)
        faults.push('outside: ' + text.textContent)
    }
    for (const text of box.querySelectorAll('text, foreignObject span')) {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      const { fill, color } = getComputedStyle(text)
      const letters = channels(text.tagName === 'text' ? fill : color).slice(0, 3)
      const ground = paintAt((left + right) / 2, (top + bottom) / 2)
      if (text.textContent.trim() !== '' && contrast(letters, ground) < 2) faults.push('invisible: ' + text.textContent)
    }
    drawn.push({
      error,
      kind: svg?.getAttribute('aria-roledescription') ?? '',
      texts: texts.map(({ textContent }) => textContent.trim()),
      title: svg?.querySelector(':scope > title')?.textContent ?? '',
      description: svg?.querySelector(':scope > desc')?.textContent ?? '',
      faults,
    })
    box.remove()
  }
  return drawn
}`
