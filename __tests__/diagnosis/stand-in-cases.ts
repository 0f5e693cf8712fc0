import type { Exchange } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  cachedResponse,
  edgeError,
  edgeResponse,
  failedExchange,
  nginxError,
  refusedConnection,
  response,
  tlsSession,
  type Case,
} from '../support/evidence.ts'
import { healthy, unhealthy } from '../support/judgments.ts'

/** Cases of pages that servers and platforms serve in place of a site, and of Workers that have not arrived. */

const NGINX =
  '<title>Welcome to nginx!</title><p>If you see this page, the nginx web server is successfully installed and\nworking.</p>'
const GITHUB = "<strong>There isn't a GitHub Pages site here.</strong>"
const PLACEHOLDER =
  '<title>Page not found</title><link rel="icon" href="https://workers.cloudflare.com/favicon.ico"><p>There is nothing here yet</p>'
const LANDER =
  '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>'
const TEXT = { expectedBody: { kind: 'text', text: 'release 7' } } as const
const withText = (body: 'found' | 'missing', exchange: Exchange): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, content: { body } } : exchange
const stale = (text: string): Exchange => edgeResponse(200, text, { 'cf-cache-status': 'HIT' })
const html = { 'content-type': 'text/html; charset=utf-8' } as const
/** A direct response under the platform's own certificate. */
const underOwnCertificate = (name: string, status: number, body: string): Exchange => {
  const session = tlsSession(['name-mismatch'])
  const certificate = { ...session.certificate, names: [untrusted(name)] }
  return response(status, body, {}, { ...session, certificate })
}

const GZIP = '\u{1f}\u{8b}\u{8}\u{0}\u{0}\u{0}'
const PNG = '\u{89}PNG\r\n\u{1a}\n\u{0}\u{0}\u{0}\rIHDR'

export const STAND_IN_CASES: readonly Case[] = [
  [
    'both responses are data that is still compressed',
    { edge: edgeResponse(200, GZIP, html), origin: response(200, GZIP, html) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'visitors get data that is still compressed, and the origin is fine',
    { edge: edgeResponse(200, GZIP, html), origin: response(200, 'shop', html) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'both responses are a picture',
    { edge: edgeResponse(200, PNG, html), origin: response(200, PNG, html) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'both responses are a start page, and nothing is expected',
    { edge: edgeResponse(200, NGINX), origin: response(200, NGINX) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'both are a start page without the expected text',
    {
      edge: withText('missing', edgeResponse(200, NGINX)),
      origin: withText('missing', response(200, NGINX)),
      request: TEXT,
    },
    unhealthy('origin-not-deployed', 'certain'),
  ],
  [
    'but not when the start page has the expected text',
    {
      edge: withText('found', edgeResponse(200, NGINX)),
      origin: withText('found', response(200, NGINX)),
      request: TEXT,
    },
    healthy,
  ],
  [
    'a start page, and the origin was not probed',
    { edge: edgeResponse(200, NGINX), origin: undefined },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'a start page under a copy of the site',
    { edge: cachedResponse(), uncached: edgeResponse(200, NGINX), origin: response(200, NGINX) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'a start page only for the direct probe, while Cloudflare gets the site',
    { edge: edgeResponse(200, 'Shop'), origin: response(200, NGINX) },
    unhealthy('origin-not-deployed', 'possible'),
  ],
  [
    'a start page only through Cloudflare',
    { edge: edgeResponse(200, NGINX), origin: response(200, 'Shop') },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'but not a start page that only the cache has',
    { edge: stale(NGINX), uncached: edgeResponse(200, 'Shop'), origin: response(200, 'Shop') },
    unhealthy('edge-stale', 'certain'),
  ],
  [
    "RHEL's start page, which Apache sends with 403",
    {
      edge: edgeResponse(403, '<title>HTTP Server Test Page powered by: Rocky Linux</title>'),
      origin: response(403, '<title>HTTP Server Test Page powered by: Rocky Linux</title>'),
    },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'a suspended account with 503',
    {
      edge: edgeResponse(503, '<title>Account Suspended</title>This account has been suspended'),
      origin: response(503, '<title>Account Suspended</title>This account has been suspended'),
    },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'a parking page',
    { edge: edgeResponse(200, LANDER), origin: response(200, LANDER) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'a platform does not know the host',
    { edge: edgeResponse(404, GITHUB), origin: response(404, GITHUB) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    "Cloudflare rejects the platform's own certificate, and the page says why",
    { edge: edgeError(526), origin: underOwnCertificate('*.github.io', 404, GITHUB) },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    "Cloudflare rejects the platform's own certificate, and the page does not say why",
    { edge: edgeError(526), origin: underOwnCertificate('*.azurewebsites.net', 404, 'Not Found') },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'but not when the platform serves the site under its own certificate',
    { edge: edgeError(526), origin: underOwnCertificate('*.github.io', 200, 'Shop') },
    unhealthy('tls-certificate-name-mismatch', 'certain'),
  ],
  [
    'but not when the platform knows the host and lacks the file',
    {
      edge: edgeResponse(404, 'The site configured at this address does not contain the requested file.'),
      origin: response(404, 'The site configured at this address does not contain the requested file.'),
    },
    unhealthy('unexpected-status', 'certain'),
  ],
  [
    'but not a bucket that lacks the key',
    {
      edge: edgeResponse(404, '<Error><Code>NoSuchKey</Code></Error>'),
      origin: response(404, '<Error><Code>NoSuchKey</Code></Error>'),
    },
    unhealthy('unexpected-status', 'certain'),
  ],
  [
    'but not a tutorial',
    {
      edge: edgeResponse(200, '<title>nginx</title>You see "Welcome to nginx!"'),
      origin: response(200, '<title>nginx</title>You see "Welcome to nginx!"'),
    },
    healthy,
  ],
  [
    'an empty page is a warning',
    { edge: edgeResponse(200, '', html), origin: response(200, '', html) },
    healthy.withWarning('origin-not-deployed'),
  ],
  [
    'but not empty JSON',
    {
      edge: edgeResponse(200, '', { 'content-type': 'application/json' }),
      origin: response(200, '', { 'content-type': 'application/json' }),
    },
    healthy,
  ],
  [
    'but not an empty response to HEAD',
    { edge: edgeResponse(200, '', html), origin: response(200, '', html), request: { method: 'HEAD' } },
    healthy,
  ],
]

const workersDev = {
  request: { host: 'shop.acme.workers.dev', url: 'https://shop.acme.workers.dev/' },
} as const
const code1042 = response(404, 'error code: 1042', { server: 'cloudflare', 'cf-ray': '8f2a1c0d9e7b6543-SJC' })

export const MISSING_WORKER_CASES: readonly Case[] = [
  [
    'the placeholder with 200',
    { edge: edgeResponse(200, PLACEHOLDER), origin: undefined },
    unhealthy('cloudflare-worker-failed', 'likely'),
  ],
  [
    'the placeholder with 404, and a fine origin',
    { edge: edgeResponse(404, PLACEHOLDER) },
    unhealthy('cloudflare-worker-failed', 'likely'),
  ],
  [
    '500 with the text that there is no Worker',
    { edge: edgeResponse(500, 'Worker not found.'), origin: undefined },
    unhealthy('cloudflare-worker-failed', 'likely'),
  ],
  [
    'workers.dev is turned off',
    { edge: code1042, origin: undefined, ...workersDev },
    unhealthy('cloudflare-worker-failed', 'likely'),
  ],
  [
    "but not the site's own 404 page",
    { edge: edgeResponse(404, '<title>Page not found</title>There is nothing here yet'), origin: undefined },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    "but not the application's own 500",
    { edge: edgeResponse(500, '{"error":"Worker not found."}'), origin: undefined },
    unhealthy('origin-app-error', 'likely'),
  ],
]

/** Bot protection, and what the direct probe gets in its place. */
export const REFUSED_CASES: readonly Case[] = [
  [
    'a platform that Cloudflare gets, and a direct probe that is refused',
    { edge: edgeResponse(404, GITHUB), origin: refusedConnection },
    unhealthy('origin-not-deployed', 'likely'),
  ],
  [
    'but a broken origin leads',
    { edge: edgeResponse(200, 'Shop'), origin: nginxError(502) },
    unhealthy('origin-app-down', 'likely'),
  ],
  [
    'but an origin that never responds leads',
    { edge: edgeResponse(200, NGINX), origin: failedExchange('processing', 'timeout') },
    unhealthy('origin-response-timeout', 'likely'),
  ],
]
