import type { Result } from '../parser/parser.ts'
import { simpleTree } from './simple-yaml.ts'
import { checkedEntries, type Entry, type Fault, type Place, type Tree } from './tree.ts'
import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
} from 'yaml'

/** Characters that aliases may expand to. Ten lines of them can expand to a billion. */
const MAX_EXPANDED = 100_000

/** Levels of nesting. A sites file has eight; the parser's cost grows with their square. */
const MAX_DEPTH = 40

/** Tokens for the YAML parser: words, line breaks, indentations. Three thousand sites with three inputs have 84,000. */
const MAX_TOKENS = 100_000

/** Lines such as `%YAML 1.2`. */
const MAX_DIRECTIVES = 10

/** The only document of a YAML 1.2 text, or its errors in the order of the text. */
export function parseYaml(text: string): Result<Tree, Fault> {
  const simple = simpleTree(text)
  return simple === undefined ? parsedTree(text) : checkedTree(simple)
}

/** The same with the YAML parser, which reads every notation. */
export function parsedTree(text: string): Result<Tree, Fault> {
  const lines = new LineCounter()
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  // Duplicate keys are found below, faster and with the position of the first one.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'error' })
  let exceeded: { readonly offset: number; readonly text: string } | undefined
  const tokens = tokensOf(text, lines, (offset, text) => (exceeded = { offset, text }))
  const [document, second] = documentsIn(composer.compose(tokens, true, text.length))
  if (exceeded !== undefined)
    return { ok: false, faults: [{ place: placeOf(exceeded.offset), text: exceeded.text }] }
  const errors = document?.errors ?? []
  const faults = errors
    .slice(0, MAX_ERRORS)
    .map(({ code, pos }): Fault => ({ place: placeOf(pos[0]), text: SYNTAX[code] }))
  if (second?.range !== undefined)
    faults.push({ place: placeOf(second.range[0]), text: SYNTAX.MULTIPLE_DOCS })
  if (faults.length > 0) return { ok: false, faults }
  return checkedTree(treeOf(document?.contents, placeOf))
}

/** Syntax errors that are reported. Most follow from the first. */
const MAX_ERRORS = 100

function documentsIn(all: Iterable<Document.Parsed>): readonly Document.Parsed[] {
  // Others are neither composed nor checked.
  return Iterator.from(all).take(2).toArray()
}

/** What the parser makes of the text, up to the first place where it exceeds a limit. */
function* tokensOf(
  text: string,
  lines: LineCounter,
  exceeded: (offset: number, text: string) => void,
): Generator<CST.Token> {
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  let count = 0
  let directives = 0
  for (const source of new Lexer().lex(text)) {
    for (const token of parser.next(source)) {
      // The composer's cost grows with their square.
      if (token.type === 'directive' && (directives += 1) > MAX_DIRECTIVES)
        return exceeded(token.offset, SYNTAX.BAD_DIRECTIVE)
      yield token
    }
    if (parser.stack.length > MAX_DEPTH) return exceeded(parser.offset, SYNTAX.RESOURCE_EXHAUSTION)
    // A text over several lines is one token, and costs as much as its lines.
    count += source.match(/\n(?!$)/g)?.length ?? 1
    if (count > MAX_TOKENS)
      return exceeded(
        parser.offset,
        'From here on, the file is too long for its notation. Write one `key: value` per line, without anchors and brackets, or split the file.',
      )
  }
  yield* parser.end()
}

function checkedTree({ tree, faults }: Checked): Result<Tree, Fault> {
  return faults.length === 0 ? { ok: true, value: tree } : { ok: false, faults }
}

/** A tree, and what is wrong with it. */
interface Checked {
  readonly tree: Tree
  readonly faults: readonly Fault[]
}

/** A tree, and its size in characters with all aliases expanded. */
interface SizedTree {
  readonly tree: Tree
  readonly size: number
}

function treeOf(root: unknown, placeOf: (offset: number) => Place): Checked {
  const faults: Fault[] = []
  /** The values of anchors by name; undefined while the value is being read. */
  const anchors = new Map<string, SizedTree | undefined>()
  let expanded = 0

  const read = (node: unknown, fallback: Place): SizedTree => {
    const place = isScalar(node) || isCollection(node) || isAlias(node) ? at(node, fallback) : fallback
    if (isAlias(node)) return expand(node.source, place)
    if (!isScalar(node) && !isCollection(node)) return { tree: { place, kind: 'nothing' }, size: 1 }
    if (node.tag !== undefined) faults.push({ place, text: 'Tags are not supported. Remove this one.' })
    if (node.anchor !== undefined) anchors.set(node.anchor, undefined)
    const found = isScalar(node) ? scalar(node.value, node.source, place) : collection(node, place)
    if (node.anchor !== undefined) anchors.set(node.anchor, found)
    return found
  }

  const at = ({ range }: { readonly range?: readonly number[] | null }, fallback: Place): Place =>
    range?.[0] === undefined ? fallback : placeOf(range[0])

  const expand = (name: string, place: Place): SizedTree => {
    const found = anchors.get(name)
    if (found === undefined) {
      const text = anchors.has(name)
        ? 'This alias refers to a value that contains it.'
        : 'No anchor with this name precedes this alias.'
      faults.push({ place, text })
      return { tree: { place, kind: 'nothing' }, size: 1 }
    }
    const before = expanded
    expanded += found.size
    if (before <= MAX_EXPANDED && expanded > MAX_EXPANDED)
      faults.push({
        place,
        text: `From here on, aliases expand to more than 100,000 characters. Write the values out, or set them as inputs: the inputs are the defaults of each site.`,
      })
    return { tree: { ...found.tree, place }, size: found.size }
  }

  const collection = (node: unknown, place: Place): SizedTree => {
    if (isMap(node)) return map(node.items, place)
    const items = isCollection(node) ? node.items.map((item) => read(item, place)) : []
    return { tree: { place, kind: 'list', items: items.map(({ tree }) => tree) }, size: totalSize(items) }
  }

  const map = (
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    place: Place,
  ): SizedTree => {
    const values: SizedTree[] = []
    const entries: Entry[] = []
    for (const { key, value } of pairs) {
      const { tree } = read(key, place)
      const found = read(value, tree.place)
      values.push(found)
      if (tree.kind === 'text') entries.push({ key: tree.text, place: tree.place, value: found.tree })
      else faults.push({ place: tree.place, text: 'This key is not a string.' })
    }
    return { tree: { place, kind: 'map', entries: checkedEntries(entries, faults) }, size: totalSize(values) }
  }

  return { tree: read(root, { line: 1, column: 1 }).tree, faults }
}

function scalar(value: unknown, source: string | undefined, place: Place): SizedTree {
  if (value === null) return { tree: { place, kind: 'nothing' }, size: 1 }
  // As typed: `010` does not become 8, nor `1.10` 1.1.
  const text = typeof value === 'string' ? value : (source ?? '')
  return { tree: { place, kind: 'text', text }, size: 1 + text.length }
}

function totalSize(parts: readonly SizedTree[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1)
}

/** Replaces the parser's own messages, which quote the file. */
const SYNTAX: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias cannot have an anchor or a tag.',
  BAD_ALIAS: 'This is not a valid alias. Put quotes around a value that starts with `*` or `&`.',
  BAD_COLLECTION_TYPE: 'This tag does not match its value. Remove it.',
  BAD_DIRECTIVE: 'This is not a valid YAML directive. Put quotes around a value that starts with `%`.',
  BAD_DQ_ESCAPE:
    'This is not a valid escape in double quotes. Put single quotes around a value that contains a backslash.',
  BAD_INDENT: 'The indentation does not match, or an earlier bracket is not closed.',
  BAD_PROP_ORDER: 'Anchors and tags come before the value.',
  BAD_SCALAR_START: 'A value cannot start with this character. Put quotes around it.',
  BLOCK_AS_IMPLICIT_KEY: 'This line has a second `: `. Put quotes around a value that contains a colon.',
  BLOCK_IN_FLOW: 'Inside brackets, use brackets and commas.',
  DUPLICATE_KEY: 'This key occurs twice. Remove one of them.',
  IMPOSSIBLE: 'This is not valid YAML.',
  KEY_OVER_1024_CHARS: 'This key is longer than 1024 characters.',
  MISSING_CHAR: 'A closing quote or bracket, a comma, a colon or a space is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key cannot span several lines, or its `: ` is missing.',
  MULTIPLE_ANCHORS: 'This has two anchors.',
  MULTIPLE_DOCS: 'A second document starts here. Put everything into one, without `---`.',
  MULTIPLE_TAGS: 'This has two tags. Remove them.',
  NON_STRING_KEY: 'This key is not a string.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not tabs.',
  TAG_RESOLVE_FAILED: 'This tag does not match its value. Remove it.',
  UNEXPECTED_TOKEN: 'This is not allowed here.',
}
