import { send, sendHome } from '../server/response.ts'
import type { HttpRequest } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

const redirect = (request: HttpRequest, status: 301 | 302 | 307 | 308, location: string): void =>
  send(request, { ...nginxPage(status), headers: [['Location', location]] })

const sameUrl = (scheme: 'http' | 'https', { headers, path }: HttpRequest): string =>
  `${scheme}://${headers['host'] ?? ''}${path}`

export const REDIRECTS = {
  'forces-https': httpOrigin('the origin redirects plain HTTP to HTTPS, which works', () => (request) => {
    if (request.secure) sendHome(request)
    else redirect(request, 301, sameUrl('https', request))
  }),
  'forces-http': httpOrigin('the origin redirects HTTPS back to plain HTTP', () => (request) => {
    if (request.secure) redirect(request, 301, sameUrl('http', request))
    else sendHome(request)
  }),
  'redirects-to-itself': httpOrigin(
    'the origin redirects every page to itself',
    () => (request) => redirect(request, 301, sameUrl(request.secure ? 'https' : 'http', request)),
  ),
  'redirects-in-circles': httpOrigin(
    'two pages of the origin redirect to each other',
    () => (request) => redirect(request, 302, request.path === '/en' ? '/de' : '/en'),
  ),
  'redirects-between-schemes': httpOrigin(
    'the origin redirects HTTP to HTTPS and HTTPS to HTTP',
    () => (request) => redirect(request, 301, sameUrl(request.secure ? 'http' : 'https', request)),
  ),
  'redirects-forever': httpOrigin(
    'the origin redirects endlessly, each time to a new URL',
    () => (request) => redirect(request, 302, `/session/${Number(/\d+$/.exec(request.path)?.[0] ?? 0) + 1}`),
  ),
  'redirects-to-login': httpOrigin(
    'the origin redirects visitors to its login page, which works',
    () => (request) => {
      if (request.path.startsWith('/login')) send(request, { status: 200, body: '<title>Sign in</title>\n' })
      else redirect(request, 302, `/login?next=${encodeURIComponent(request.path)}`)
    },
  ),
  'redirects-for-cookie': httpOrigin(
    'the origin sets a cookie, redirects to the same page, and serves it to clients with that cookie',
    () => (request) => {
      if (/\bregion=eu\b/.test(request.headers['cookie'] ?? '')) return sendHome(request)
      const headers = [
        ['Location', request.path],
        ['Set-Cookie', 'region=eu; Path=/; Expires=Fri, 31 Dec 2099 23:59:59 GMT; HttpOnly'],
      ] as const
      send(request, { ...nginxPage(302), headers })
    },
  ),
  'redirects-to-error': httpOrigin(
    'the origin redirects visitors to its error page, which returns 500',
    () => (request) => {
      if (request.path.startsWith('/error')) send(request, nginxPage(500))
      else redirect(request, 302, '/error')
    },
  ),
  'redirects-elsewhere': httpOrigin(
    'the origin redirects visitors to a host that belongs to someone else',
    () => (request) => redirect(request, 301, 'https://shop.elsewhere.example/'),
  ),
  'redirects-to-localhost': httpOrigin(
    'the origin redirects visitors to the local address of its application',
    () => (request) => redirect(request, 302, 'http://localhost:3000/login'),
  ),
  'redirects-nowhere': httpOrigin(
    'the origin redirects without a Location',
    () => (request) => send(request, nginxPage(302)),
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
