import { isIP } from 'node:net'
import { framedPage, type Page } from '../http/page.ts'
import type { CodedConduct, EdgeConduct, Zone } from '../world/zone.ts'
import { admits, loginRedirect } from './access.ts'
import { blockedPage, challengePage, legacyChallengePage } from './pages/challenge.ts'
import { errorPage } from './pages/error-page.ts'
import { isErrorCode } from './pages/errors.ts'
import { formOf } from './pages/negotiate.ts'
import type { Occasion } from './edge-request.ts'
import type { Tally } from './request-counter.ts'
import { tracePage } from './pages/trace.ts'

/**
 * What the edge answers without a look at cache or origin, in the order of its gates: is it the edge itself that is
 * asked, did the request come round in a circle, and do the zone's rules let it through.
 */
export function ownAnswer(zone: Zone, occasion: Occasion, tally: Tally): Page | undefined {
  // RFC 9110 sets no limit to a URL. Cloudflare's is 16 KB.
  if (occasion.path.length > 16_384) return framedPage(414, 'cloudflare')
  if (occasion.path.startsWith('/cdn-cgi/')) return aboutTheEdge(zone, occasion)
  if (cameRound(occasion)) return errorPage(1000, zone, occasion)
  if (zone.alwaysHttps === true && occasion.scheme === 'http') return toHttps(occasion)
  if (zone.rateLimit && tally.recent > zone.rateLimit.requests) return errorPage(1015, zone, occasion)
  const page = conductPage(zone, occasion)
  if (page) return page
  if (zone.access && !admits(zone.access, occasion.headers)) return loginRedirect(zone.access, occasion)
  return
}

/** No zone has this host, or it is an address and no name at all. */
export const strangerPage = (occasion: Occasion): Page =>
  errorPage(isIP(occasion.host) === 0 ? 1001 : 1003, {}, occasion)

/** These paths never reach an origin. `trace` answers in all its states; `error/NNN` shows any error as the zone would. */
function aboutTheEdge(zone: Zone, occasion: Occasion): Page {
  const path = occasion.path.replace(/\?.*/s, '')
  if (path === '/cdn-cgi/trace') return tracePage(occasion)
  const code = Number(/^\/cdn-cgi\/error\/(\d{3,4})$/.exec(path)?.[1])
  return isErrorCode(code) ? errorPage(code, zone, occasion) : framedPage(404, 'cloudflare')
}

/** Headers that only Cloudflare sets, or that have grown on the way: the request has been here before. */
function cameRound({ headers }: Occasion): boolean {
  return headers['cf-connecting-ip'] !== undefined || String(headers['x-forwarded-for'] ?? '').length > 100
}

/** The zone with the conduct that this visit meets: not all data centers, nor all visits, need to have the same. */
export function zoneInForce(zone: Zone, { colo }: Occasion, { total }: Tally): Zone {
  const { sometimes, colos, conduct } = zone
  const now = sometimes && total % sometimes.every === 0 ? sometimes.conduct : (colos?.[colo] ?? conduct)
  return { ...zone, conduct: now }
}

/** Nothing for the conducts that go on to the cache and the origin. */
function conductPage(zone: Zone, occasion: Occasion): Page | undefined {
  const { conduct } = zone
  if (isCoded(conduct)) return codedPage(conduct, zone, occasion)
  switch (conduct) {
    case 'proxy':
    case 'cached':
      return
    case 'challenge':
      return challengePage(occasion)
    case 'legacy-challenge':
      return legacyChallengePage(occasion)
    case 'blocked':
      return formOf(occasion.headers.accept ?? '') === 'html' && zone.errorPages !== 'text'
        ? blockedPage(occasion)
        : errorPage(1020, zone, occasion)
    case 'tunnel-down':
      return errorPage(1033, zone, occasion)
    case 'platform-502':
      return platformPage(502, 'no-server')
    case 'platform-503':
      return platformPage(503, 'hibernate-wake-error')
    default:
      return conduct satisfies never
  }
}

const isCoded = (conduct: EdgeConduct): conduct is CodedConduct => /^(bare|error)-/.test(conduct)

function codedPage(conduct: CodedConduct, zone: Zone, occasion: Occasion): Page {
  const code = Number(conduct.replace(/^\w+-/, ''))
  return conduct.startsWith('error-') && isErrorCode(code)
    ? errorPage(code, zone, occasion)
    : framedPage(code, 'cloudflare')
}

/** As Render answers, which is itself behind Cloudflare: `server: cloudflare` is then not the zone's own. */
const platformPage = (status: number, routing: string): Page => ({
  status,
  type: '',
  body: '',
  headers: { 'x-render-origin-server': 'Render', 'x-render-routing': routing },
})

const toHttps = ({ host, path }: Occasion): Page => ({
  ...framedPage(301, 'cloudflare'),
  headers: { location: `https://${host}${path}`, 'cache-control': 'max-age=3600' },
})
