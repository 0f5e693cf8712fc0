import { challengeIn, fromCache } from '../../cloudflare/response.ts'
import type { Moment } from '../../domain/cause.ts'
import type { AssetResult } from '../../domain/evidence.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { isAnyOf, matches, read, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { mediaType } from '../../shared/html.ts'
import { hostOf } from '../facts/redirects.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'
import { redirectTarget } from './redirect-target.ts'
import { isHtml, isOfType } from './html-for-file.ts'
import { pathOf } from './urls.ts'

/**
 * What visitors get for a file that the page names. `missing`: 404 or 410. `page`: HTML, or a redirect to a page.
 * `refused`: a file with a type that browsers refuse. `error`: a 5xx. Undefined: the file, or nothing that says whether
 * there is one, such as a challenge.
 */
export type FileState = 'missing' | 'page' | 'refused' | 'error' | undefined

/** A file that the page needs, and that visitors don't get. */
export interface BrokenFile {
  readonly asset: AssetResult
  readonly state: 'missing' | 'page'
  /** `purge`: only the copy of the file is wrong. `old-page`: the page names a file of an earlier release. */
  readonly reason: 'purge' | 'copied-file' | 'old-page' | 'gone'
}

/** The first file that the page names and that is gone. */
export function brokenFile(moment: Moment): BrokenFile | undefined {
  for (const asset of moment.assets ?? []) {
    const state = fileState(moment, asset)
    if (state !== 'missing' && state !== 'page') continue
    return { asset, state, reason: reasonOf(moment, asset) }
  }
  return
}

/** The files in this state, of those that the page names. */
export function filesThatAre(moment: Moment, wanted: 'refused' | 'error'): readonly AssetResult[] {
  return (moment.assets ?? []).filter((asset) => fileState(moment, asset) === wanted)
}

function fileState(moment: Moment, asset: AssetResult): FileState {
  return stateOf(moment, asset, asset.edge)
}

function stateOf({ request, edge }: Moment, asset: AssetResult, response: Exchange): FileState {
  if (response.kind !== 'completed' || challengeIn(response) !== undefined) return
  if (isIntercepted({ request }, response)) return
  const { status } = response.head
  if (status === 404 || status === 410) return 'missing'
  const target = redirectTarget(response, asset.url)
  if (target !== undefined) {
    const page = edge?.redirectChain?.redirects.at(-1)?.to ?? untrusted(request.url)
    const path = pathOf(target)
    const isPage = isAnyOf(path, '/', '/index.html', '/404', '/404.html') || path === pathOf(page)
    return isPage && hostOf(target) === hostOf(asset.url) ? 'page' : undefined
  }
  if (status >= 500) return 'error'
  if (status < 200 || status > 299) return
  if (isHtml(response) || isFragment(response)) return 'page'
  return isRefused(asset, response) ? 'refused' : undefined
}

/** Part of an HTML page. Scripts and stylesheets may begin with `<!--`, and with no other tag. */
function isFragment({ head, body }: CompletedExchange): boolean {
  return isOfType(head, 'text/html') && matches(body.text, /^\s*<(?!!--)/)
}

/** JavaScript's types, and what browsers run as a script without `nosniff`. */
const SCRIPT = /(?:java|ecma)script|^text\/(?:jscript|livescript)/
const NEVER_SCRIPT = /^(?:image|audio|video)\/|^text\/csv$/

/**
 * Browsers refuse a module with another type than JavaScript's, a stylesheet with another than text/css, and any script
 * with another when the server sends `nosniff`
 * (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script,
 * https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?).
 */
function isRefused({ kind, module }: AssetResult, { head, body }: CompletedExchange): boolean {
  // Nothing was read of an empty file, so it is not known to be one.
  if (body.bytes === 0) return false
  const strict = matches(head.headers['x-content-type-options'], /^\s*nosniff\s*$/i)
  return read(head.headers['content-type'], (text) =>
    isRefusedType(mediaType(text), strict, { kind, module: module === true }),
  )
}

function isRefusedType(
  type: string,
  strict: boolean,
  { kind, module }: { readonly kind: AssetResult['kind']; readonly module: boolean },
): boolean {
  if (kind === 'stylesheet') return type !== 'text/css' && (type !== '' || strict)
  if (SCRIPT.test(type)) return false
  if (module) return type !== 'application/wasm'
  return NEVER_SCRIPT.test(type) || (strict && type !== '')
}

function reasonOf(moment: Moment, asset: AssetResult): BrokenFile['reason'] {
  const { uncached } = asset
  if (uncached !== undefined && isFile(moment, asset, uncached)) return 'purge'
  const other = currentPages(moment).find((page) => namesAnother(page, asset))
  if (other !== undefined) return 'old-page'
  return fromCache(asset.edge) && (uncached === undefined || fromCache(uncached)) ? 'copied-file' : 'gone'
}

/** A request that bypasses the cache gets the file itself. */
function isFile(moment: Moment, asset: AssetResult, response: Exchange): boolean {
  if (response.kind !== 'completed' || fromCache(response)) return false
  const { status } = response.head
  return (
    status >= 200 && status < 300 && response.body.bytes > 0 && !isBroken(stateOf(moment, asset, response))
  )
}

function isBroken(state: FileState): boolean {
  return state === 'missing' || state === 'page' || state === 'error'
}

/** The page as it is now: from the origin, and from a request that bypasses the cache. */
function currentPages({ origin, uncached }: Moment): readonly Exchange[] {
  return [origin, fromCache(uncached) ? undefined : uncached].filter((page) => page !== undefined)
}

/** The page names a file of the same kind, and not this one. */
function namesAnother(page: Exchange, { kind, url }: AssetResult): boolean {
  const named = namedBy(page, kind)
  return named !== undefined && pathOf(named) !== pathOf(url)
}

function namedBy(page: Exchange | undefined, kind: AssetResult['kind']): Untrusted | undefined {
  return page?.kind === 'completed' ? page.assets?.[kind]?.url : undefined
}

/** The file that the current page names instead: by the origin's page, else by the one that bypasses the cache. */
export function newerFile(
  moment: Moment,
  asset: AssetResult,
): { readonly url: Untrusted; readonly by: 'origin' | 'uncached' } | undefined {
  const { origin, uncached } = moment
  for (const [by, page] of [
    ['origin', origin],
    ['uncached', uncached],
  ] as const) {
    const url = namedBy(page, asset.kind)
    if (page !== undefined && url !== undefined && namesAnother(page, asset)) return { url, by }
  }
  return
}
