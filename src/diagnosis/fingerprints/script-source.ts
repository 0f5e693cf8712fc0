import { addsExtras, lacksPart } from './script-includes.ts'

/**
 * How much of a page is the source of a script that no server ran. `template`: a script makes its title or its frame,
 * or several of its parts. `tag`: it has server-side tags, which may be left over.
 */
export type ScriptSource = 'template' | 'tag'

/** Tags of PHP. Browsers hide them, except in the title. */
const PHP = String.raw`<\?(?:php\b|=|\s(?!xml\b))(?:(?!\?>)[^])*(?:\?>|$)`
/** Tags of EJS, ERB, ASP and JSP, and of Jinja, Twig and Liquid. Browsers show them, so an article may have them. */
const OTHER = String.raw`<%(?:(?!%>)[^]){1,500}%>|\{%(?:(?!%\})[^]){1,500}%\}`

/** Attributes with their values, so that the quoted value of one is never taken for an element. */
const ATTRIBUTES = String.raw`(?:${PHP}|${OTHER}|[^<>"'{]|\{(?!%)|"[^"]{0,4000}"|'[^']{0,4000}')*`

/** Elements whose content is code, or text that is shown as it is. */
const VERBATIM =
  'pre|code|textarea|script|style|xmp|samp|kbd|tt|noscript|template|iframe|svg|plaintext|listing'

const COMMENT = String.raw`<!--(?:(?!-->)[^])*(?:-->|$)|<!doctype\b[^>]*>`
const TITLE = String.raw`<title\b[^<>]*>(?<title>(?:(?!<\/title\b)[^])*)(?:<\/title\s*>|$)`
const ELEMENT = String.raw`<(?<verbatim>${VERBATIM})\b(?<options>${ATTRIBUTES})>(?:(?!<\/\k<verbatim>\b)[^])*(?:<\/\k<verbatim>\b[^>]*>|$)`
const TAG = String.raw`<(?<name>\/?[a-z][\w:-]*)(?<attributes>${ATTRIBUTES})>`
const TEXT = String.raw`(?<text>(?:(?!<[?%!/a-z]|\{%)[^])+|[^])`
const TOKENS = new RegExp(
  `${COMMENT}|(?<php>${PHP})|(?<other>${OTHER})|${TITLE}|${ELEMENT}|${TAG}|${TEXT}`,
  'gi',
)

/** A title that is a server-side tag, alone or before a separator and the site's name. */
const CLOSED = PHP.replace('(?:\\?>|$)', '\\?>')
const MADE_TITLE = new RegExp(String.raw`^\s*(?:(?:${CLOSED})\s*)+(?:$|(?<rest>[|:·•/»>,–—-]))`, 'i')
const BEGUN_BY_PHP = new RegExp(String.raw`^\s*(?:${CLOSED})`, 'i')
const BEGUN_BY_OTHER = new RegExp(String.raw`^\s*(?:${OTHER})`, 'i')

/** One attribute: its name, and the script that its value begins with. Without a name, the attribute itself. */
const ATTRIBUTE = new RegExp(
  String.raw`(?:(?<name>[^\s"'<>/=]+)\s*=\s*)?(?:["']?(?:(?<php>${PHP})|(?<other>${OTHER}))|"[^"]*"|'[^']*'|[^\s"'<>]+)`,
  'gi',
)
/** They hold no text: in others, a page may quote anything. */
const TEXTLESS: ReadonlySet<string | undefined> = new Set([
  undefined,
  'href',
  'src',
  'action',
  'class',
  'id',
  'lang',
  'dir',
  'charset',
])

/** Elements whose attributes say that their text is code. */
const CODE =
  /\b(?:class|id)\s{0,9}=\s{0,9}["']?[^"'<>]{0,200}?(?<![a-z])(?:(?:source)?code(?:block|box|sample)?|examples?|highlight(?:er)?|snippet|syntax(?:highlighter)?|prettyprint|hljs|prism|(?:lang|language|brush)[-:\s]{1,9}(?:php|x?html|markup|jsp|erb|twig))(?![a-z])/i
const VOID: ReadonlySet<string> = new Set(
  'area br col embed hr img input link meta source track wbr'.split(' '),
)

/** Elements of the head, between which a page has no text. */
const IN_HEAD: ReadonlySet<string> = new Set(['html', 'head', '/head', 'meta', 'link', 'base', 'body'])
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])

/** How many server-side tags a page has in its frame, which is everything before its content, and in its content. */
interface Places {
  readonly phpInFrame: number
  readonly phpInContent: number
  /** Those in content that are neither in a link's attributes, such as for sharing, nor in examples of code. */
  readonly phpOfContent: number
  readonly otherNodes: number
  readonly otherAttributes: number
}

/** @param html the beginning of a page, as far as it is kept */
export function scriptSource(html: string): ScriptSource | undefined {
  if (!/<[?%]|\{%/.test(html)) return
  const places = { phpInFrame: 0, phpInContent: 0, phpOfContent: 0, otherNodes: 0, otherAttributes: 0 }
  let made = false
  let title = ''
  let place: 'start' | 'frame' | 'content' = 'start'
  let isAfterElement = true
  /** Tags that are in the content, if an element comes next. */
  let pending = 0
  let example: Example | undefined
  for (const { groups: token = {} } of html.matchAll(TOKENS)) {
    const { php, other, verbatim, options = '', attributes = options } = token
    const name = (token['name'] ?? verbatim)?.toLowerCase()
    if (token['text'] !== undefined) {
      if (token['text'].trim() === '') continue
      place = 'content'
      isAfterElement = false
      pending = 0
    } else if (php !== undefined || other !== undefined) {
      if (place === 'content') pending += isAfterElement && php !== undefined ? 1 : 0
      else if (php === undefined) places.otherNodes += 1
      else places.phpInFrame += 1
      made ||= place === 'start' ? !addsExtras(php) : place === 'frame' && lacksPart(php)
    } else {
      isAfterElement = true
      places.phpInContent += pending
      places.phpOfContent += example === undefined ? pending : 0
      pending = 0
      title ||= token['title'] ?? ''
      if (name === undefined) continue
      if (name === 'body') place = 'frame'
      const isInFrame = place !== 'content' && (IN_HEAD.has(name) || HIDDEN.has(name))
      if (!isInFrame) place = 'content'
      else if (place === 'start') place = 'frame'
      if (place === 'content' && verbatim === undefined) example = exampleAfter(example, name, attributes)
      if (verbatim !== undefined && !HIDDEN.has(verbatim.toLowerCase())) continue
      const maker = makerOf(attributes)
      made ||= maker === 'php' && isInFrame && name !== 'body' && !HIDDEN.has(name)
      if (maker === 'php' && isInFrame) places.phpInFrame += 1
      else if (maker === 'php') {
        places.phpInContent += 1
        places.phpOfContent += example === undefined && name !== 'a' && name !== 'area' ? 1 : 0
      } else if (maker === 'other' && isInFrame) places.otherAttributes += 1
    }
  }
  places.phpInContent += pending
  places.phpOfContent += example === undefined ? pending : 0
  return judged(html, title, places, made)
}

/** An element whose text is code, and how many of its name are open. */
interface Example {
  readonly name: string
  readonly depth: number
}

/** The example in which what follows an element is. */
function exampleAfter(example: Example | undefined, name: string, attributes: string): Example | undefined {
  if (example === undefined)
    return CODE.test(attributes) && !VOID.has(name) && name !== 'body' ? { name, depth: 1 } : undefined
  if (name === example.name) return { name, depth: example.depth + 1 }
  if (name !== `/${example.name}`) return example
  return example.depth === 1 ? undefined : { name: example.name, depth: example.depth - 1 }
}

/** What makes one of an element's attributes. */
function makerOf(attributes: string): 'php' | 'other' | undefined {
  if (!/<[?%]|\{%/.test(attributes)) return
  const makers = [...attributes.matchAll(ATTRIBUTE)].flatMap(({ groups = {} }) => {
    if (!TEXTLESS.has(groups['name']?.toLowerCase())) return []
    return groups['php'] === undefined
      ? groups['other'] === undefined
        ? []
        : ['other' as const]
      : ['php' as const]
  })
  return makers.includes('php') ? 'php' : makers[0]
}

function judged(
  html: string,
  title: string,
  { phpInFrame, phpInContent, phpOfContent, otherNodes, otherAttributes }: Places,
  made: boolean,
): ScriptSource | undefined {
  // Without any of them, it is the text of a message.
  if (!/<(?:!doctype|html|head|body)\b/i.test(html)) return
  const php = phpInFrame + phpInContent
  const other = otherNodes + otherAttributes
  const ofTitle = MADE_TITLE.exec(title)
  // An article's title may begin with what it explains.
  const hasMadeTitle =
    ofTitle !== null && (ofTitle.groups?.['rest'] === undefined || !/<article\b/i.test(html))
  if (
    made ||
    hasMadeTitle ||
    (php > 0 && BEGUN_BY_PHP.test(title)) ||
    (phpInFrame > 0 && php > 1) ||
    phpOfContent > 2 ||
    // A site that moved to another build tool may keep a link of the old one, and the title.
    (otherNodes > 0 && other + (BEGUN_BY_OTHER.test(title) ? 1 : 0) > 1)
  )
    return 'template'
  return php + other > 0 ? 'tag' : undefined
}
