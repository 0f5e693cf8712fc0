import { type ErrorCode, isAlias, isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { printable } from '../parser/problems.ts'
import type { Result } from '../parser/result.ts'

/** Where something stands in a file, counted from 1. */
export interface Place {
  readonly line: number
  /** In UTF-16 code units, as editors count. */
  readonly column: number
}

/** What is wrong at a place, in sentences. It quotes keys and nothing else: values may be secret. */
export interface Fault {
  readonly place: Place
  readonly text: string
}

/** A value as it is written: what looks like a number or a boolean is text too. */
export type Tree = { readonly place: Place } & (
  | { readonly kind: 'text'; readonly text: string }
  /** `~`, `null`, or nothing at all. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
)

export interface Entry {
  readonly key: string
  /** Of the key. */
  readonly place: Place
  readonly value: Tree
}

/** Characters that aliases may add to a file. Ten lines of them can stand for a billion. */
const MOST_UNFOLDED = 100_000

/** The one document of a YAML 1.2 text, or everything that is wrong with it in the order of the text. */
export function yamlIn(text: string): Result<Tree, Fault> {
  const lines = new LineCounter()
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  // Duplicates are found below, in less time and with the place of the first one.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const
  const document = parseDocument(text, options)
  if (document.errors.length > 0) {
    const [first, ...rest] = document.errors
    // Of what nests too deeply each level is an error, the innermost first.
    const told = first?.code === 'RESOURCE_EXHAUSTION' ? [first] : [first, ...rest]
    const faults = told.flatMap((error) =>
      error === undefined ? [] : [{ place: placeOf(error.pos[0]), text: SYNTAX[error.code] }],
    )
    return { ok: false, faults }
  }
  const { tree, faults } = treeOf(document.contents, placeOf)
  return faults.length === 0 ? { ok: true, value: tree } : { ok: false, faults }
}

/** How much there is in a tree with its aliases unfolded. */
interface Weighed {
  readonly tree: Tree
  readonly weight: number
}

function treeOf(
  root: unknown,
  placeOf: (offset: number) => Place,
): { readonly tree: Tree; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  /** By its name what an anchor stands for; undefined while that is being read. */
  const anchors = new Map<string, Weighed | undefined>()
  let unfolded = 0

  const read = (node: unknown, beside: Place): Weighed => {
    const place = isScalar(node) || isCollection(node) || isAlias(node) ? at(node, beside) : beside
    if (isAlias(node)) return unfold(node.source, place)
    if (!isScalar(node) && !isCollection(node)) return { tree: { place, kind: 'nothing' }, weight: 1 }
    if (node.tag !== undefined) faults.push({ place, text: 'There is a tag here. Leave it out.' })
    if (node.anchor !== undefined) anchors.set(node.anchor, undefined)
    const found = isScalar(node) ? scalar(node.value, node.source, place) : collection(node, place)
    if (node.anchor !== undefined) anchors.set(node.anchor, found)
    return found
  }

  const at = ({ range }: { readonly range?: readonly number[] | null }, beside: Place): Place =>
    range?.[0] === undefined ? beside : placeOf(range[0])

  const unfold = (name: string, place: Place): Weighed => {
    const found = anchors.get(name)
    if (found === undefined) {
      const text = anchors.has(name)
        ? 'This alias stands for what it is part of.'
        : 'This alias has no anchor before it.'
      faults.push({ place, text })
      return { tree: { place, kind: 'nothing' }, weight: 1 }
    }
    const before = unfolded
    unfolded += found.weight
    if (before <= MOST_UNFOLDED && unfolded > MOST_UNFOLDED)
      faults.push({
        place,
        text: `From here on, aliases stand for more than 100,000 characters. Write the values out, or give them as inputs: these are the defaults of each site.`,
      })
    return { tree: { ...found.tree, place }, weight: found.weight }
  }

  const collection = (node: unknown, place: Place): Weighed => {
    if (isMap(node)) return map(node.items, place)
    const items = isCollection(node) ? node.items.map((item) => read(item, place)) : []
    return { tree: { place, kind: 'list', items: items.map(({ tree }) => tree) }, weight: heavy(items) }
  }

  const map = (
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    place: Place,
  ): Weighed => {
    const firsts = new Map<string, Place>()
    const values: Weighed[] = []
    const entries: Entry[] = []
    for (const { key, value } of pairs) {
      const { tree } = read(key, place)
      const found = read(value, tree.place)
      values.push(found)
      if (tree.kind !== 'text') {
        faults.push({ place: tree.place, text: 'This key is no name.' })
        continue
      }
      const first = firsts.get(tree.text)
      if (first !== undefined) {
        const name = printable(tree.text, [])
        faults.push({
          place: tree.place,
          text: `\`${name}\` stands in line ${first.line} already. Leave one of them out.`,
        })
        continue
      }
      firsts.set(tree.text, tree.place)
      entries.push({ key: tree.text, place: tree.place, value: found.tree })
    }
    return { tree: { place, kind: 'map', entries }, weight: heavy(values) }
  }

  return { tree: read(root, { line: 1, column: 1 }).tree, faults }
}

function scalar(value: unknown, source: string | undefined, place: Place): Weighed {
  if (value === null) return { tree: { place, kind: 'nothing' }, weight: 1 }
  // As it was typed: `010` is no 8, and `1.10` no 1.1.
  const text = typeof value === 'string' ? value : (source ?? '')
  return { tree: { place, kind: 'text', text }, weight: 1 + text.length }
}

function heavy(parts: readonly Weighed[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 1)
}

/** The parser's own messages quote what they met. */
const SYNTAX: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias takes no anchor and no tag.',
  BAD_ALIAS: 'This is no alias. Put quotes around a value that begins with `*` or `&`.',
  BAD_COLLECTION_TYPE: 'There is a tag here that does not fit. Leave it out.',
  BAD_DIRECTIVE: 'This is no directive of YAML. Put quotes around a value that begins with `%`.',
  BAD_DQ_ESCAPE:
    'Double quotes know no such escape. Put single quotes around a value that has a backslash in it.',
  BAD_INDENT: 'This is not indented as what it belongs to, or a bracket before it was never closed.',
  BAD_PROP_ORDER: 'Anchors and tags stand before the value.',
  BAD_SCALAR_START: 'A value may not begin like this. Put quotes around it.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second `: ` in this line. Put quotes around a value that has a colon in it.',
  BLOCK_IN_FLOW: 'Within brackets everything is written with brackets and commas.',
  DUPLICATE_KEY: 'This key stands here a second time. Leave one of them out.',
  IMPOSSIBLE: 'This is no valid YAML.',
  KEY_OVER_1024_CHARS: 'This key is longer than 1024 characters.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, a colon, or a space.',
  MULTILINE_IMPLICIT_KEY: 'This has several lines where a key stands, or its `: ` is missing.',
  MULTIPLE_ANCHORS: 'This has two anchors.',
  MULTIPLE_DOCS: 'A second document begins here. Put everything into one, without `---`.',
  MULTIPLE_TAGS: 'This has two tags. Leave them out.',
  NON_STRING_KEY: 'This key is no name.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'There is a tab where YAML takes spaces only.',
  TAG_RESOLVE_FAILED: 'There is a tag here that does not fit. Leave it out.',
  UNEXPECTED_TOKEN: 'Nothing like this may stand here.',
}
