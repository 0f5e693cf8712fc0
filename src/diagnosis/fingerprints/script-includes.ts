/** A tag of PHP that begins with an include. */
const INCLUDE = /^<\?(?:php|=)?\s*(?:@?(?:include|require)(?:_once)?\b|get_(?:header|template_part)\b)/i

/** The functions that include a file, and what they are called with. */
const INCLUDED =
  /\b(?:(?:include|require)(?:_once)?|get_(?:header|template_part))\b((?:"[^"]*"|'[^']*'|[^"';?])*)/gi

/** A tag of which nothing is left without its includes. */
const NOTHING = /^<\?(?:php|=)?[\s@;]*\?>$/i

const COMMENTS = /("[^"]*"|'[^']*')|\/\*(?:(?!\*\/)[^])*(?:\*\/|$)|(?:\/\/|#)(?:(?!\?>)[^\n])*/g

/** Counters, analytics, advertisements and banners about cookies. A page is complete without them. */
const EXTRA = new RegExp(
  [
    'analytic|tracking|tracker|gtm|gtag|google|adsense|pixel|matomo|piwik|cookie|consent|hotjar|metrika|counter(?![a-z])',
    '(?<![a-z])(?:ga(?:code|js)?|track(?:code)?|(?:aw|web|site)?stats?|statisti[a-z]*|(?:hit|page|visitor)?counts?|hits?|(?:top|side|text|banner)?ads?|adserver|advert[a-z]*)(?![a-z])',
  ].join('|'),
)
/** File names that say nothing. Their folders say what they are. */
const UNNAMED =
  /^(?:index|code|init|script|snippet|tag|embed|include|inc)s?(?:\.(?:php\d?|inc|html?|txt)){0,2}$/

/** A tag begins with an include, and one of its includes is a part of the page. */
export function lacksPart(tag = ''): boolean {
  return INCLUDE.test(tag) && !hasOnlyExtras(tag.replace(COMMENTS, '$1'))
}

/** All that a tag does is to include what a page is complete without. */
export function addsExtras(tag = ''): boolean {
  if (!INCLUDE.test(tag)) return false
  const code = tag.replace(COMMENTS, '$1')
  return hasOnlyExtras(code) && NOTHING.test(code.replace(INCLUDED, ''))
}

function hasOnlyExtras(code: string): boolean {
  const files = Array.from(code.matchAll(INCLUDED), ([, argument = '']) => fileIn(argument))
  return files.length > 0 && files.every((file) => EXTRA.test(file))
}

/** The name of an included file. Its folders may name the account of a host. */
function fileIn(argument: string): string {
  const path = [...argument.matchAll(/"([^"]*)"|'([^']*)'/g)].at(-1)
  const parts = (path?.[1] ?? path?.[2] ?? argument).toLowerCase().split(/[/\\]/)
  return parts.slice(UNNAMED.test(parts.at(-1) ?? '') ? -2 : -1).join('/')
}
