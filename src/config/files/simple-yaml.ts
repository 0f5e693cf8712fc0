import { MAX_URLS } from '../parser/limits.ts'
import { checkedEntries, type Entry, type Fault, type Place, type Tree } from './tree.ts'

// Most sites files are a list of mappings with one line for each value. The YAML parser takes a second and 100 MB for
// ten thousand of them. This reader takes a small part of that, and leaves all other notations to the parser.

/** `  - url: https://…`, `    wait: 3s`, `    headers:`, `      - 'X-Key: …'`. */
const LINE = /^( *)(- +)?(?:([A-Za-z][A-Za-z0-9_-]{0,99}):(?: +|$))?(.*)$/su

const BLANK = /^ *(?:#.*)?$/su

/** Tabs, control characters, and line breaks and blanks of Unicode. */
const UNUSUAL = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \r\n]|\r(?!\n)/u

const QUOTED = /^(?:'((?:[^']|'')*)'|"([^"\\]*)")(?: *| +#.*)$/su

/** A sign with a meaning at the start of a value, or a second key. */
const SPECIAL = /^(?:[-?:,[\]{}#&*!|>'"%@`]|$)|:(?: |$)/su

/** YAML 1.2, section 10.3.2. */
const NOTHING = /^(?:null|Null|NULL|~)$/u

interface Site {
  readonly place: Place
  /** Columns before its dash, and before its keys. */
  readonly dash: number
  readonly indent: number
  readonly entries: Entry[]
  /** The last key, if its value is a list that starts on the next line. */
  open?: Pick<Entry, 'key' | 'place'> | undefined
  /** The list that the next line may continue. */
  list?: { readonly indent: number; readonly items: Tree[] } | undefined
}

/** A list `sites:` and its duplicate keys. Undefined if the text has any other notation, or another error. */
export function simpleTree(
  text: string,
): { readonly tree: Tree; readonly faults: readonly Fault[] } | undefined {
  const lines = text.split(/\r?\n/u)
  const start = lines.findIndex((line) => !BLANK.test(line))
  if (lines[start]?.trimEnd() !== 'sites:' || UNUSUAL.test(text)) return undefined
  const sites: Site[] = []
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (!BLANK.test(line) && !addLine(sites, line, index + 1)) return undefined
    // One more than a run checks is enough to reject the file.
    if (sites.length > MAX_URLS) break
  }
  const [first] = sites
  return first === undefined || sites.at(-1)?.open !== undefined ? undefined : treeOf(start + 1, first, sites)
}

/** False if the line has another meaning here than a value, or another notation. */
function addLine(sites: Site[], line: string, number: number): boolean {
  const [, spaces = '', dash = '', key, rest = ''] = LINE.exec(line) ?? []
  const indent = spaces.length + dash.length
  const last = sites.at(-1)
  if (key === undefined) {
    const value = scalarOf(rest, { line: number, column: indent + 1 })
    return dash !== '' && value !== undefined && last !== undefined && addItem(last, value, spaces.length)
  }
  if (last?.open !== undefined || NOTHING.test(key)) return false
  const place = { line: number, column: indent + 1 }
  if (dash === '') return last?.indent === indent && addValue(last, { key, place }, line, rest)
  if (last !== undefined && last.dash !== spaces.length) return false
  const site = { place, dash: spaces.length, indent, entries: [] }
  sites.push(site)
  return addValue(site, { key, place }, line, rest)
}

function addValue(
  site: Site,
  { key, place }: Pick<Entry, 'key' | 'place'>,
  line: string,
  rest: string,
): boolean {
  site.list = undefined
  if (rest === '' || rest.startsWith('#')) {
    site.open = { key, place }
    return true
  }
  const value = scalarOf(rest, { line: place.line, column: line.length - rest.length + 1 })
  if (value === undefined) return false
  site.entries.push({ key, place, value })
  return true
}

/** Adds an item to the list of the last key. */
function addItem(site: Site, item: Tree, indent: number): boolean {
  const { open } = site
  if (open !== undefined && indent >= site.indent) {
    site.list = { indent, items: [] }
    const place = { line: item.place.line, column: indent + 1 }
    site.entries.push({ ...open, value: { place, kind: 'list', items: site.list.items } })
    site.open = undefined
  }
  if (site.list?.indent !== indent) return false
  site.list.items.push(item)
  return true
}

function treeOf(line: number, first: Site, sites: readonly Site[]): ReturnType<typeof simpleTree> {
  const faults: Fault[] = []
  const items = sites.map(({ place, entries }): Tree => {
    return { place, kind: 'map', entries: checkedEntries(entries, faults) }
  })
  const at = { line: first.place.line, column: first.dash + 1 }
  const place = { line, column: 1 }
  const value: Tree = { place: at, kind: 'list', items }
  return { tree: { place, kind: 'map', entries: [{ key: 'sites', place, value }] }, faults }
}

/** A value on one line, without escapes. */
function scalarOf(text: string, place: Place): Tree | undefined {
  const [whole, single, double] = QUOTED.exec(text) ?? []
  if (whole !== undefined) return { place, kind: 'text', text: single?.replaceAll("''", "'") ?? double ?? '' }
  const comment = text.indexOf(' #')
  const plain = (comment < 0 ? text : text.slice(0, comment)).trimEnd()
  if (SPECIAL.test(plain)) return undefined
  return NOTHING.test(plain) ? { place, kind: 'nothing' } : { place, kind: 'text', text: plain }
}
