import { challengeIn } from '../../../cloudflare/response.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../../domain/exchange.ts'
import { isEmpty, matches, read } from '../../../domain/untrusted.ts'
import { shownText } from '../../fingerprints/shown-text.ts'
import { hasSign } from '../../fingerprints/sign.ts'
import {
  LISTINGS,
  PLATFORMS,
  STAND_INS,
  type Platform,
  type StandIn,
  type StandInKind,
} from '../../fingerprints/stand-ins/index.ts'
import { isIntercepted, isWanted } from './intercepted.ts'
import { isFileUrl } from './page-type.ts'

type Requested = Pick<Moment, 'request'>

/** The page that a server or a platform serves in place of the site, unless it is what the user expects. */
export function standInFor({ request }: Requested, exchange: Exchange | undefined): StandIn | undefined {
  if (exchange?.kind !== 'completed' || isWanted(request, exchange)) return
  const standIn = standInOf(exchange)
  // The URL may be that of a file, whatever its type is.
  return standIn !== undefined && isData(standIn.kind) && isFileUrl(request, exchange) ? undefined : standIn
}

/** The response is not the site's own, whatever its status. */
export function isReplaced(moment: Requested, exchange: Exchange | undefined): boolean {
  return (
    isIntercepted(moment, exchange) ||
    challengeIn(exchange) !== undefined ||
    standInFor(moment, exchange) !== undefined
  )
}

/** The page that stands in for the site, whatever status the user expects: for words about the response. */
export function shownStandIn(exchange: Exchange | undefined): StandIn | undefined {
  if (exchange?.kind !== 'completed' || exchange.content?.body === 'found') return
  return standInOf(exchange)
}

/** Most rules need it, and the tables are long. */
const found = new WeakMap<Exchange, StandIn | 'none'>()

function standInOf(response: CompletedExchange): StandIn | undefined {
  const known =
    found.get(response) ??
    STAND_INS.find(
      ({ kind, signs }) =>
        (!isData(kind) || isDecoded(response)) && signs.some((sign) => hasSign(response, sign)),
    )
  found.set(response, known ?? 'none')
  return known === 'none' ? undefined : known
}

const isData = (kind: StandInKind): boolean => kind === 'compressed' || kind === 'binary'

/** A page that can't be decoded has a cause of its own, or a note. */
const isDecoded = ({ body }: CompletedExchange): boolean =>
  body.coding === undefined || body.coding === 'none' || body.coding === 'sound'

/** The platform whose own certificate the origin presents, which is for another name than the site's. */
export function platformOfCertificate({ origin }: Pick<Moment, 'origin'>): Platform | undefined {
  const { faults, names } = origin?.tls?.certificate ?? {}
  if (faults?.includes('name-mismatch') !== true) return
  return PLATFORMS.find(({ certificate }) =>
    names?.some((name) => certificate !== undefined && matches(name, certificate)),
  )
}

/** An HTML page without content, where a browser shows white. Caddy sends no type with it. */
export function isBlankPage({ request }: Requested, exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed' || request.method === 'HEAD' || exchange.head.status !== 200)
    return false
  const { 'content-type': type, server } = exchange.head.headers
  const untyped = type === undefined || isEmpty(type)
  const html =
    matches(type, /^\s*(text\/html|application\/xhtml\+xml)\b/i) || (untyped && matches(server, /^Caddy/i))
  const { bytes, complete, text, coding } = exchange.body
  // A page that can't be decoded has a cause of its own.
  if (coding === 'corrupt' || coding === 'truncated') return false
  return html && (bytes === 0 || (complete && bytes < MAX_BLANK && read(text, showsNothing)))
}

/** Bytes of a page without content: its head may have a few tags. */
const MAX_BLANK = 2048

/** Whether a browser shows nothing: no text, and nothing that may make some. */
function showsNothing(html: string): boolean {
  if (
    /<(?:script|img|svg|picture|video|audio|canvas|i?frame|object|embed|form|input|button|template\b[^>]{0,200}\bshadowrootmode|link\b[^>]{0,200}\brel=["']?(?:import|stylesheet)|\w{1,20}\b[^>]{0,200}\bstyle=["'][^"'>]{0,200}url\()/i.test(
      html,
    )
  )
    return false
  if (/http-equiv=["']?refresh/i.test(html)) return false
  // Styles may show pictures and text.
  if (/\burl\(|\bcontent\s*:|@import\b|gradient\(/i.test(html)) return false
  // Without a body element, the page may be a beginning only.
  if (/<title\b[^>]{0,500}>[^<]/i.test(html) && !/<body\b/i.test(html)) return false
  return shownText(html) === ''
}

/** An HTML page with an unprocessed server-side tag where its own text or elements should be. */
export function hasScriptTag({ request }: Requested, exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed' || request.method === 'HEAD' || exchange.head.status !== 200)
    return false
  return hasSign(exchange, {
    source: 'tag',
    headers: { 'content-type': /^$|^\s*(?:text\/html|application\/xhtml)/i },
  })
}

/** A list of the server's files, which it makes for a folder without an index page. */
export function isListing({ request }: Requested, exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'completed' || request.method === 'HEAD' || exchange.head.status !== 200)
    return false
  return LISTINGS.some((sign) => hasSign(exchange, sign))
}
