/** The documents, as GitHub renders them. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { DOCUMENTS, ROOT } from './documents.ts'

export interface Page {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly text: string
  /** Targets of links and images, as they are written. */
  readonly links: readonly string[]
  /** What can follow `#` in a link to this page. */
  readonly anchors: ReadonlySet<string>
}

export function pageOf(path: string, text: string): Page {
  const html = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  })
  const links = [...html.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)].flatMap(([, value = '']) =>
    decoded(value)
      .split(/,\s+/)
      .map((link) => link.replace(/ \S*$/, '')),
  )
  const headings = [...html.matchAll(/<h[1-6]>([\s\S]*?)<\/h[1-6]>/g)].map(([, heading = '']) =>
    slugOf(decoded(heading.replaceAll(/<[^>]*>/g, ''))),
  )
  const named = [...html.matchAll(/<\w+[^>]*\s(?:id|name)="([^"]*)"/g)].map(([, name = '']) => name)
  return { path, text, links, anchors: new Set([...numbered(headings), ...named]) }
}

/** As GitHub: letters of any script, digits, hyphens and underscores remain. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

/** The second heading `x` gets `x-1`, unless another heading has that name already. */
function numbered(slugs: readonly string[]): readonly string[] {
  const used = new Map<string, number>()
  return slugs.map((slug) => {
    let unique = slug
    while (used.has(unique)) {
      used.set(slug, (used.get(slug) ?? 0) + 1)
      unique = `${slug}-${used.get(slug)}`
    }
    used.set(unique, 0)
    return unique
  })
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decoded = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => NAMED[name] ?? all)

/** What is wrong with a relative link. Undefined if it resolves. */
export function faultOf({ path, anchors }: Pick<Page, 'path' | 'anchors'>, link: string): string | undefined {
  const { file, anchor } = targetOf(path, link)
  if (file.startsWith('..')) return 'is outside the repository'
  if (!existsSync(join(ROOT, file))) return 'does not exist'
  if (anchor === '') return undefined
  const known = file === path ? anchors : PAGES.find((page) => page.path === file)?.anchors
  return known?.has(anchor) === true ? undefined : 'has no such heading'
}

/** Where a relative link of a page points to, from the root. */
export function targetOf(path: string, link: string): { readonly file: string; readonly anchor: string } {
  const [target = '', anchor = ''] = link.split('#')
  const base = target.startsWith('/') ? '.' : dirname(path)
  const file = target === '' ? path : normalize(join(base, decodeURI(target))).replaceAll('\\', '/')
  return { file: file.replace(/\/$/, ''), anchor: decodeURIComponent(anchor) }
}

export const isRelative = (link: string): boolean => !/^[a-z][a-z+.-]*:|^\/\//i.test(link)

export const PAGES: readonly Page[] = DOCUMENTS.map(({ path, text }) => pageOf(path, text))
