import type { CompletedExchange } from '../../domain/exchange.ts'
import { matches, read } from '../../domain/untrusted.ts'
import { MAX_SHOWN, shownText } from './shown-text.ts'
import type { Sign } from './sign-parts.ts'

/** Headers that a server may send with every page, so that they don't identify one. */
const COMMON_HEADERS: ReadonlySet<string> = new Set([
  'content-type',
  'server',
  'via',
  'x-azure-ref',
  'x-served-by',
])

/** Titles that say nothing but that a page is missing or blocked, or that name the host. */
const BARE_TITLE =
  /^\W{0,3}(?:(?:HTTP |Error )?[45]\d\d\W{0,3})?(?:(?:application )?error|(?:(?:page|site|web ?site|project|application|domain|tunnel) )?(?:not found|(?:temporarily )?unavailable|suspended|parked)|no such app|(?:access|request) (?:forbidden|denied|blocked|rejected)|blocked|forbidden|not acceptable|unauthorized|captcha|security check|web page blocked|challenge(?: validation)?|human verification|access to this page has been denied|just a moment|hold on|(?:[\w-]{1,63}\.){1,5}[a-z][\w-]{1,30})?(?: (?:·|&middot;|[|-]) [\w. ]{2,30})?\W{0,3}$/i

/** What may precede the sentence of such a page: its status, and words of regret. */
const LEAD =
  /^(?:[\W\d_]|errors?|message|detail|title|status|code|details?|oops|uh[- ]oh|sorry|hello|welcome|(?:page|site|web ?site|domain|app|shop|store) ?|(?:not|no longer) (?:found|available)|unavailable|forbidden|access denied|denied|blocked|not acceptable|your request(?: was)?|this (?:website|site|page)|incident)*$/i

const HOST = /[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g

/** What only a page of a site has, whatever its title says. */
const SITE =
  /<(?:nav|article|aside|canvas|video|audio|picture)\b|<[a-z]{1,20}\b[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|___gatsby|q-app)\b/i

/** What a site's page may have, and hardly a server's: something to fill in, and files of its own host. */
const OWN =
  /<(?:form|input|textarea|select|button)\b|<(?:script|img|iframe|embed)\b[^>]{0,300}\bsrc=["']?(?!https?:|\/\/|data:|["'\s>])|<object\b|<link\b(?=[^>]{0,300}\brel=["']?stylesheet)[^>]{0,300}\bhref=["']?(?!https?:|\/\/|data:|["'\s>])/i

/** The page only redirects to another one, so its title says nothing. */
const REFRESH = /http-equiv=["']?refresh/i

/** Characters of text that a page may show: of one that a script identifies, and of others. */
const MAX_AROUND_SCRIPT = 600
const MAX_AROUND_SENTENCE = 1500

/** Takes the place of what a sign matches, and belongs to no word or tag. */
const MARK = '\u{E000}'

/**
 * Whether a success that has a sign is the signed page, and not a page of a site that quotes it. A sentence must begin
 * what the page shows, unless the title is exact. The page must have nothing of a site, and must be short, unless the
 * sign says how long the real one may be. What only the vendor sends (a header, a cookie, a redirect) needs no more.
 */
export function isWholePage(response: CompletedExchange, sign: Sign): boolean {
  const { headers = {}, cookie, redirectedTo, title, text } = sign
  if (cookie !== undefined || redirectedTo !== undefined) return true
  if (sign.ending !== undefined || sign.source !== undefined) return true
  if (Object.keys(headers).some((name) => !COMMON_HEADERS.has(name))) return true
  const body = [sign.body ?? []].flat()
  if (title === undefined && text === undefined && body.length === 0) return true
  if (sign.inside === true || body.some((pattern) => beginsWith(response, pattern))) return true
  if (response.body.bytes > (sign.atMost ?? MAX_SHOWN)) return false
  return read(response.body.text, (raw) => {
    const page = raw.replaceAll(UNSHOWN, '')
    if (sign.template === true) return body.every((pattern) => pattern.test(page))
    if (sign.branded === true) {
      if (response.body.bytes > MAX_SHOWN && title === undefined && SITE.test(page)) return false
      return body.some((pattern) => markIn(page, pattern) !== 'sentence')
    }
    const rest = body.reduce((left, pattern) => left.replaceAll(everywhere(pattern), MARK), page)
    if (hasSite(rest, sign)) return false
    if (title !== undefined && text === undefined && body.length === 0)
      return (
        (sign.atMost !== undefined || shownText(page).length <= MAX_AROUND_SENTENCE) &&
        (sign.interactive === true || !REFRESH.test(page))
      )
    if (title !== undefined) return true
    if (!hasBareTitle(raw, body)) return false
    if (text !== undefined) return true
    const marks = new Set(body.map((pattern) => markIn(page, pattern)))
    const shown = shownText(page).length
    return marks.has('beginning')
      ? shown <= MAX_AROUND_SENTENCE
      : !marks.has('sentence') && shown <= MAX_AROUND_SCRIPT
  })
}

/** What describes a page to others: a site's page may quote anything there. */
const UNSHOWN =
  /<title\b[^>]{0,100}>[^<]{0,1000}<\/title>|<meta\b[^>]{0,200}\b(?:name|property)=["']?(?:description|og:|twitter:)[^>]{0,2000}>|<!--(?:(?!-->)[^])*-->/gi

/** A response that begins with the words doesn't quote them. */
function beginsWith(response: CompletedExchange, pattern: RegExp): boolean {
  return pattern.source.startsWith('^') && matches(response.body.text, pattern)
}

function hasSite(page: string, sign: Sign): boolean {
  const tags = page.replaceAll(new RegExp(`<[^<>]{0,500}${MARK}[^<>]{0,500}>`, 'g'), MARK)
  return SITE.test(tags) || (sign.interactive !== true && OWN.test(tags))
}

/** No title, a bare one, or the words of the sign. */
function hasBareTitle(raw: string, body: readonly RegExp[]): boolean {
  const title = shownText(/<title\b[^>]{0,100}>([^<]{0,1000})<\/title>/i.exec(raw)?.[1] ?? '')
  return (
    BARE_TITLE.test(title) || body.some((pattern) => pattern.exec(title)?.index === 0 && title.length < 100)
  )
}

/** Where a page has what a pattern describes: where its text begins, further in its text, or in its markup. */
function markIn(page: string, pattern: RegExp): 'beginning' | 'sentence' | 'markup' {
  const found = pattern.exec(page)
  if (found === null) return 'sentence'
  const before = shownText(page.slice(0, found.index) + MARK)
  if (!before.endsWith(MARK) || shownText(found[0]) === '') return 'markup'
  const lead = before.slice(0, -1).replaceAll(HOST, '')
  return before.length < 120 && LEAD.test(lead) ? 'beginning' : 'sentence'
}

const everywhere = (pattern: RegExp): RegExp => new RegExp(pattern.source, `${pattern.flags}g`)
