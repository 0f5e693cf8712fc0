import { send, sendHome } from '../server/response.ts'
import type { HttpRequest } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

const redirect = (visit: HttpRequest, status: 301 | 302 | 307 | 308, location: string): void =>
  send(visit, { ...nginxPage(status), headers: [['Location', location]] })

const sameUrl = (scheme: 'http' | 'https', { headers, path }: HttpRequest): string =>
  `${scheme}://${headers['host'] ?? ''}${path}`

export const REDIRECTS = {
  'forces-https': httpOrigin('the origin sends plain HTTP to HTTPS, and is fine there', () => (visit) => {
    if (visit.secure) sendHome(visit)
    else redirect(visit, 301, sameUrl('https', visit))
  }),
  'forces-http': httpOrigin('the origin sends HTTPS back to plain HTTP', () => (visit) => {
    if (visit.secure) redirect(visit, 301, sameUrl('http', visit))
    else sendHome(visit)
  }),
  'redirects-to-itself': httpOrigin(
    'the origin redirects every page to itself',
    () => (visit) => redirect(visit, 301, sameUrl(visit.secure ? 'https' : 'http', visit)),
  ),
  'redirects-in-circles': httpOrigin(
    'two pages of the origin redirect to each other',
    () => (visit) => redirect(visit, 302, visit.path === '/en' ? '/de' : '/en'),
  ),
  'redirects-between-schemes': httpOrigin(
    'the origin sends HTTP to HTTPS, and HTTPS to HTTP',
    () => (visit) => redirect(visit, 301, sameUrl(visit.secure ? 'http' : 'https', visit)),
  ),
  'redirects-forever': httpOrigin(
    'the origin redirects on and on, each time elsewhere',
    () => (visit) => redirect(visit, 302, `/session/${Number(/\d+$/.exec(visit.path)?.[0] ?? 0) + 1}`),
  ),
  'redirects-to-login': httpOrigin(
    'the origin sends visitors to its login page, which is fine',
    () => (visit) => {
      if (visit.path.startsWith('/login')) send(visit, { status: 200, body: '<title>Sign in</title>\n' })
      else redirect(visit, 302, `/login?next=${encodeURIComponent(visit.path)}`)
    },
  ),
  'redirects-for-cookie': httpOrigin(
    'the origin sets a cookie, sends visitors to the same page, and shows it to whoever brings the cookie',
    () => (visit) => {
      if (/\bregion=eu\b/.test(visit.headers['cookie'] ?? '')) return sendHome(visit)
      const headers = [
        ['Location', visit.path],
        ['Set-Cookie', 'region=eu; Path=/; Expires=Fri, 31 Dec 2099 23:59:59 GMT; HttpOnly'],
      ] as const
      send(visit, { ...nginxPage(302), headers })
    },
  ),
  'redirects-to-error': httpOrigin(
    'the origin sends visitors to its error page, which answers 500',
    () => (visit) => {
      if (visit.path.startsWith('/error')) send(visit, nginxPage(500))
      else redirect(visit, 302, '/error')
    },
  ),
  'redirects-elsewhere': httpOrigin(
    'the origin sends visitors to a host of somebody else',
    () => (visit) => redirect(visit, 301, 'https://shop.elsewhere.example/'),
  ),
  'redirects-to-localhost': httpOrigin(
    'the origin sends visitors to the address that its application listens at',
    () => (visit) => redirect(visit, 302, 'http://localhost:3000/login'),
  ),
  'redirects-nowhere': httpOrigin(
    'the origin redirects without a Location',
    () => (visit) => send(visit, nginxPage(302)),
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
