/** A start or end tag. Only the attributes of `script`, `link` and `base` are read. All text in it is hostile. */
export interface Tag {
  /** In lower case. */
  readonly name: string
  readonly end: boolean
  /** Names in lower case, values decoded. The first of a repeated attribute counts. */
  readonly attributes: ReadonlyMap<string, string>
}

/** A tag, and where the text after it starts. */
interface ReadTag extends Tag {
  readonly selfClosing: boolean
  readonly next: number
}

/** Elements whose content has no tags. A browser that runs scripts reads `noscript` as text too. */
const RAW_TEXT: ReadonlySet<string> = new Set([
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
])

const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(['script', 'link', 'base'])

/** Attributes of one tag to keep. */
const MAX_ATTRIBUTES = 50

/**
 * The tags of an HTML text in their order, without those in comments, in `template` and in elements that contain only
 * text, such as `noscript`. Follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization) as
 * far as it decides what is a tag. Takes linear time. A tag that is cut off at the end is left out.
 */
export function* tagsIn(html: string): Generator<Tag> {
  let at = 0
  let templates = 0
  let foreign = 0
  for (;;) {
    const start = html.indexOf('<', at)
    if (start === -1) return
    const opening = html[start + 1] ?? ''
    if (opening === '!' || opening === '?') {
      at = endOfComment(html, start)
      if (at === 0) return
      continue
    }
    const end = opening === '/'
    if (!isLetter(html.charCodeAt(start + (end ? 2 : 1)))) {
      at = start + 1
      continue
    }
    const tag = readTag(html, start + (end ? 2 : 1), end)
    if (tag === undefined) return
    at = tag.next
    const { name } = tag
    if (name === 'template') templates = end ? Math.max(0, templates - 1) : templates + 1
    else if (name === 'svg' || name === 'math') foreign = foreignDepth(foreign, tag)
    else if (templates === 0) yield tag
    // In SVG, `<title/>` has no content.
    if (end || (foreign > 0 && tag.selfClosing)) continue
    if (name === 'plaintext') return
    at = name === 'script' ? endOfScript(html, at) : RAW_TEXT.has(name) ? endOfText(html, at, name) : at
    if (at === -1) return
  }
}

function foreignDepth(depth: number, { end, selfClosing }: ReadTag): number {
  if (end) return Math.max(0, depth - 1)
  return selfClosing ? depth : depth + 1
}

/** Where a comment, a doctype or a processing instruction ends; 0 if it doesn't. */
function endOfComment(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return html.indexOf('>', start) + 1
  if (html.startsWith('>', start + 4)) return start + 5
  if (html.startsWith('->', start + 4)) return start + 6
  COMMENT_END.lastIndex = start + 4
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : 0
}

const COMMENT_END = /--!?>/g

/** Where the content of an element without tags ends; -1 if it doesn't. */
function endOfText(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}

/** The same for a script. In it, `<!--` followed by `<script` hides the next end tag. */
function endOfScript(html: string, from: number): number {
  let state: 'data' | 'escaped' | 'double-escaped' = 'data'
  const marks = /<!--|-->|<\/?script(?=[\s/>])/gi
  marks.lastIndex = from
  for (let found = marks.exec(html); found !== null; found = marks.exec(html)) {
    const mark = found[0].toLowerCase()
    if (mark === '-->') state = 'data'
    else if (mark === '<!--') {
      if (state === 'data') state = 'escaped'
      // `<!-->` ends at once.
      marks.lastIndex = found.index + 2
    } else if (mark === '<script') {
      if (state === 'escaped') state = 'double-escaped'
    } else if (state === 'double-escaped') state = 'escaped'
    else return found.index
  }
  return -1
}

/** Reads a tag from its name on. Undefined if the text ends before the tag does. */
function readTag(html: string, from: number, end: boolean): ReadTag | undefined {
  let at = from
  while (at < html.length && !endsName(html.charCodeAt(at))) at += 1
  const name = html.slice(from, at).toLowerCase()
  const attributes = new Map<string, string>()
  const keeps = !end && WITH_ATTRIBUTES.has(name)
  let selfClosing = false
  for (;;) {
    at = skipBlanks(html, at)
    if (at >= html.length) return undefined
    const code = html.charCodeAt(at)
    if (code === GREATER) return { name, end, attributes, selfClosing, next: at + 1 }
    selfClosing = code === SLASH
    if (selfClosing) {
      at += 1
      continue
    }
    const nameStart = at
    at += 1
    while (at < html.length && !endsAttribute(html.charCodeAt(at))) at += 1
    const attribute = html.slice(nameStart, at).toLowerCase()
    const value = readValue(html, skipBlanks(html, at))
    if (value === undefined) return undefined
    at = value.next ?? at
    if (keeps && attributes.size < MAX_ATTRIBUTES && !attributes.has(attribute))
      attributes.set(attribute, decoded(html.slice(value.from, value.to)))
  }
}

/** Where an attribute's value is; empty without one. Undefined if the text ends in it. */
function readValue(
  html: string,
  at: number,
): { readonly from: number; readonly to: number; readonly next?: number } | undefined {
  if (html.charCodeAt(at) !== EQUALS) return { from: at, to: at }
  const from = skipBlanks(html, at + 1)
  const quote = html[from]
  if (quote === '"' || quote === "'") {
    const to = html.indexOf(quote, from + 1)
    return to === -1 ? undefined : { from: from + 1, to, next: to + 1 }
  }
  let to = from
  while (to < html.length && !isBlank(html.charCodeAt(to)) && html.charCodeAt(to) !== GREATER) to += 1
  return { from, to, next: to }
}

const SLASH = 0x2f
const EQUALS = 0x3d
const GREATER = 0x3e

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d
}

function endsName(code: number): boolean {
  return isBlank(code) || code === SLASH || code === GREATER
}

function endsAttribute(code: number): boolean {
  return endsName(code) || code === EQUALS
}

function skipBlanks(html: string, from: number): number {
  let at = from
  while (at < html.length && isBlank(html.charCodeAt(at))) at += 1
  return at
}

/** The character references that occur in URLs. */
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  sol: '/',
  colon: ':',
  period: '.',
  quest: '?',
  equals: '=',
  num: '#',
  lowbar: '_',
  percnt: '%',
  commat: '@',
  plus: '+',
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (reference, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return Object.hasOwn(REFERENCES, name) ? (REFERENCES[name] ?? '') : reference
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}
