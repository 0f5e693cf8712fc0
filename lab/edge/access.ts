import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Page } from '../http/page.ts'
import type { AccessPolicy } from '../world/zone.ts'
import { html } from './pages/html.ts'
import type { EdgeRequest } from './edge-request.ts'

/** A valid service token replaces the login. */
export const hasValidToken = ({ token }: AccessPolicy, headers: IncomingHttpHeaders): boolean =>
  token !== undefined &&
  headers['cf-access-client-id'] === token.id &&
  headers['cf-access-client-secret'] === token.secret

/** Redirects to the team's login page, with the path to return to. A wrong token ends here too. */
export function loginRedirect({ team }: AccessPolicy, { host, path, ray, at }: EdgeRequest): Page {
  const location = new URL(`https://${team}.cloudflareaccess.com/cdn-cgi/access/login/`)
  location.pathname += encodeURIComponent(host)
  // Cloudflare signs `meta`. The lab only imitates the shape of a JWT.
  location.searchParams.set('kid', idOf('key', ray))
  location.searchParams.set('meta', `eyJhbGciOiJSUzI1NiJ9.${ray}.${ray}`)
  location.searchParams.set('redirect_url', path)
  return {
    ...html(
      302,
      '<html><head><title>302 Found</title></head><body><center><h1>302 Found</h1></center></body></html>\r\n',
    ),
    headers: {
      location: location.href,
      'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate',
      expires: 'Thu, 01 Jan 1970 00:00:01 GMT',
      'set-cookie': [
        `CF_AppSession=n${idOf('app', ray)}; Expires=${new Date(at + DAY).toUTCString()}; Path=/; Secure; HttpOnly`,
        `CF_Session=${idOf('session', ray)}; Path=/; Secure; HttpOnly`,
      ],
    },
  }
}

const DAY = 86_400_000

/** Cloudflare's ids don't contain each other. */
const idOf = (kind: string, ray: string): string =>
  createHash('sha256')
    .update(kind + ray)
    .digest('hex')
