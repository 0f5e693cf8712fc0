import { isIP } from 'node:net'
import { nginxStylePage, type Page } from '../http/page.ts'
import type { ErrorBehavior, EdgeBehavior, Zone } from '../world/zone.ts'
import { hasValidToken, loginRedirect } from './access.ts'
import { blockedPage, challengePage, legacyChallengePage } from './pages/challenge.ts'
import { errorPage } from './pages/error-page.ts'
import { isErrorCode } from './pages/errors.ts'
import { errorFormat } from './pages/negotiate.ts'
import type { EdgeRequest } from './edge-request.ts'
import type { RequestCount } from './request-counter.ts'
import { tracePage } from './pages/trace.ts'

/**
 * Responses that need neither cache nor origin, in the order of the edge's checks: /cdn-cgi/ paths, loops, and the
 * zone's rules.
 */
export function ownResponse(zone: Zone, request: EdgeRequest, count: RequestCount): Page | undefined {
  // RFC 9110 sets no limit for URLs. Cloudflare's is 16 KB.
  if (request.path.length > 16_384) return nginxStylePage(414, 'cloudflare')
  if (request.path.startsWith('/cdn-cgi/')) return cdnCgiPage(zone, request)
  if (isLoop(request)) return errorPage(1000, zone, request)
  if (zone.alwaysHttps === true && request.scheme === 'http') return httpsRedirect(request)
  if (zone.rateLimit && count.recent > zone.rateLimit.requests) return errorPage(1015, zone, request)
  const page = behaviorPage(zone, request)
  if (page) return page
  if (zone.access && !hasValidToken(zone.access, request.headers)) return loginRedirect(zone.access, request)
  return
}

/** The page for a host without a zone, or for an address instead of a host name. */
export const unknownHostPage = (request: EdgeRequest): Page =>
  errorPage(isIP(request.host) === 0 ? 1001 : 1003, {}, request)

/**
 * These paths never reach an origin. `trace` works in every state; `error/NNN` shows any error as the zone would.
 */
function cdnCgiPage(zone: Zone, request: EdgeRequest): Page {
  const path = request.path.replace(/\?.*/s, '')
  if (path === '/cdn-cgi/trace') return tracePage(request)
  const code = Number(/^\/cdn-cgi\/error\/(\d{3,4})$/.exec(path)?.[1])
  return isErrorCode(code) ? errorPage(code, zone, request) : nginxStylePage(404, 'cloudflare')
}

/** Headers that only Cloudflare sets, or that grew with each pass, mean that the request has been here before. */
function isLoop({ headers }: EdgeRequest): boolean {
  return headers['cf-connecting-ip'] !== undefined || String(headers['x-forwarded-for'] ?? '').length > 100
}

/** The zone with the behavior for this request. Data centers and single requests may have their own. */
export function zoneForRequest(zone: Zone, { colo }: EdgeRequest, { total }: RequestCount): Zone {
  const { intermittent, colos, behavior } = zone
  const now =
    intermittent && total % intermittent.every === 0 ? intermittent.behavior : (colos?.[colo] ?? behavior)
  return { ...zone, behavior: now }
}

/** Undefined for behaviors that continue to the cache and the origin. */
function behaviorPage(zone: Zone, request: EdgeRequest): Page | undefined {
  const { behavior } = zone
  if (typeof behavior === 'function') return behavior(request)
  if (isErrorBehavior(behavior)) return errorBehaviorPage(behavior, zone, request)
  switch (behavior) {
    case 'proxy':
    case 'cached':
      return
    case 'challenge':
      return challengePage(request)
    case 'legacy-challenge':
      return legacyChallengePage(request)
    case 'blocked':
      return errorFormat(request.headers.accept ?? '') === 'html' && zone.errorPages !== 'text'
        ? blockedPage(request)
        : errorPage(1020, zone, request)
    case 'tunnel-down':
      return errorPage(1033, zone, request)
    case 'platform-502':
      return platformPage(502, 'no-server')
    case 'platform-503':
      return platformPage(503, 'hibernate-wake-error')
    default:
      return behavior satisfies never
  }
}

const isErrorBehavior = (behavior: EdgeBehavior & string): behavior is ErrorBehavior =>
  /^(bare|error)-/.test(behavior)

function errorBehaviorPage(behavior: ErrorBehavior, zone: Zone, request: EdgeRequest): Page {
  const code = Number(behavior.replace(/^\w+-/, ''))
  return behavior.startsWith('error-') && isErrorCode(code)
    ? errorPage(code, zone, request)
    : nginxStylePage(code, 'cloudflare')
}

/** Render's response. Render is behind Cloudflare too, so `server: cloudflare` isn't from the zone's own edge. */
const platformPage = (status: number, routing: string): Page => ({
  status,
  type: '',
  body: '',
  headers: { 'x-render-origin-server': 'Render', 'x-render-routing': routing },
})

const httpsRedirect = ({ host, path }: EdgeRequest): Page => ({
  ...nginxStylePage(301, 'cloudflare'),
  headers: { location: `https://${host}${path}`, 'cache-control': 'max-age=3600' },
})
