import { routes } from '../../origins/scripted/routes.ts'
import type { HttpResponse } from '../../origins/server/response.ts'
import { HOME_PAGE } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1', timeout: '5s' } as const
const APP = { ...ONCE, url: 'https://www.shop.example/app' } as const
const HOME: HttpResponse = { status: 200, body: HOME_PAGE }

const redirect = (location: string, status = 301): HttpResponse => ({
  status,
  headers: [['Location', location]],
})

/** `/app` redirects there, and every other path has the page. */
const redirectsTo = (sentence: string, location: string) =>
  routes(sentence, { '/': HOME, '/app': redirect(location), '/app/': HOME })

const SAYS_PORT = ['8080', 'port_in_redirect', 'absolute_redirect', /base URL/i]

/** Redirects to another port, and SSL modes that use another port than the open one. */
export const PORTS: readonly Scenario[] = [
  {
    id: 'unexpected-status-redirect-to-internal-port',
    sentence: 'nginx in a container redirects to port 8080, where Cloudflare finds nothing',
    setup: { origin: redirectsTo('the redirect names port 8080', 'http://www.shop.example:8080/app/') },
    inputs: APP,
    curl: { edge: 301, direct: 301 },
    expected: {
      ...unhealthy('unexpected-status', 'likely'),
      says: SAYS_PORT,
      neverSays: ['firewall', "Cloudflare's IP ranges"],
    },
    not: ['cloudflare-blocked-by-origin', 'origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'unexpected-status-redirect-to-unproxied-port',
    sentence: 'the application redirects to port 3000, which Cloudflare does not proxy',
    setup: { origin: redirectsTo('the redirect names port 3000', 'https://www.shop.example:3000/app/') },
    inputs: APP,
    curl: { edge: 301, direct: 301 },
    expected: { ...unhealthy('unexpected-status', 'likely'), says: ['3000', /base URL/i] },
    not: ['cloudflare-edge-error', 'runner-offline', 'cloudflare-zone-misconfigured', 'origin-refused'],
  },
  {
    id: 'unexpected-status-redirect-to-internal-tls-port',
    sentence: 'the application redirects to port 8443, where the origin refuses connections',
    setup: { origin: redirectsTo('the redirect names port 8443', 'https://www.shop.example:8443/app/') },
    inputs: APP,
    curl: { edge: 301, direct: 301 },
    expected: { ...unhealthy('unexpected-status', 'likely'), says: ['8443'] },
    not: ['cloudflare-blocked-by-origin', 'origin-refused'],
  },
  {
    id: 'unexpected-status-redirect-to-internal-port-undisclosed-origin',
    sentence: 'the application redirects to port 8080, and the check has no `origin`',
    setup: {
      origin: redirectsTo('the redirect names 8080 to visitors', 'http://www.shop.example:8080/app/'),
    },
    inputs: { ...APP, origin: '' },
    curl: { edge: 301, direct: 301 },
    expected: { ...unhealthy('unexpected-status', 'likely'), says: SAYS_PORT },
    not: ['cloudflare-blocked-by-origin', 'origin-refused'],
  },
  {
    id: 'healthy-relative-redirect',
    sentence: 'the web server redirects to a path without a port',
    setup: { origin: redirectsTo('the redirect is relative', '/app/') },
    inputs: APP,
    curl: { edge: 301, direct: 301 },
    expected: HEALTHY,
    not: ['unexpected-status', 'redirect-loop'],
  },
  {
    id: 'origin-refused-port-of-flexible',
    sentence: 'the zone is on Flexible, port 80 is closed and 443 is fine, and the check has no token',
    setup: { ssl: 'flexible', origin: 'http-closed' },
    inputs: ONCE,
    curl: { edge: 521, direct: 200 },
    expected: {
      ...unhealthy('origin-refused', 'likely'),
      says: ['port 80', 'Flexible'],
      neverSays: ["Allow Cloudflare's IP ranges"],
    },
    not: ['cloudflare-blocked-by-origin', 'redirect-loop'],
  },
  {
    id: 'origin-refused-port-of-full',
    sentence: 'the zone is on Full, port 443 is closed and 80 is fine, and the check assumes Flexible',
    setup: { ssl: 'full', origin: 'https-closed' },
    inputs: { ...ONCE, origin: 'http://203.0.113.10', 'ssl-mode': 'flexible' },
    curl: { edge: 521, direct: 200 },
    expected: { ...unhealthy('origin-refused', 'likely'), says: ['port 443', 'Full'] },
    not: ['cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-blocked-by-origin-plain-http',
    sentence:
      'the firewall refuses Cloudflare, the URL is http, and port 443 is closed, which no mode needs for it',
    setup: { ssl: 'full', origin: 'https-closed', edgeToOrigin: 'reset' },
    inputs: { ...ONCE, url: 'http://www.shop.example/', origin: 'http://203.0.113.10' },
    curl: { edge: 521, direct: 200 },
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['origin-refused'],
  },
  {
    id: 'cloudflare-blocked-by-origin-on-both-ports',
    sentence: 'both ports are open to the runner, and the firewall refuses Cloudflare',
    setup: { edgeToOrigin: 'reset' },
    inputs: ONCE,
    curl: { edge: 521, direct: 200 },
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['origin-refused'],
  },
]
