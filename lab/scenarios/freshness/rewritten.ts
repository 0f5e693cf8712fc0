import { routes } from '../../origins/scripted/routes.ts'
import type { HttpResponse } from '../../origins/server/response.ts'
import type { Page } from '../../http/page.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { document, ownResponse } from './pages.ts'

const ONCE = { wait: '0s', timeout: '8s' } as const
const CURL = { edge: 200, direct: 200 } as const

const page = (body: string): string =>
  `<!DOCTYPE html>\n<html>\n<head><title>Shop</title></head>\n<body>\n${body}\n</body>\n</html>\n`

/** What Email Address Obfuscation makes of an address: its key, and each byte combined with the key. */
const obscured = (address: string): string =>
  Buffer.from([0x2a, ...[...Buffer.from(address)].map((byte) => byte ^ 0x2a)]).toString('hex')

const hidden = (address: string): string =>
  `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${obscured(address)}">[email&#160;protected]</a>`

const EMAIL_SCRIPT =
  '<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script>'

/** The origin's page, and what the edge makes of it. */
const rewritten = (
  id: string,
  sentence: string,
  [sent, shown]: readonly [sent: string | HttpResponse, shown: string | Partial<Page>],
  inputs: Readonly<Record<string, string>>,
): Scenario => {
  const from = typeof shown === 'string' ? { body: page(shown) } : shown
  return {
    id: `healthy-rewritten-${id}`,
    sentence,
    setup: {
      origin: routes('the page', { '/': typeof sent === 'string' ? document(page(sent)) : sent }),
      edgeBehavior: ownResponse('/', {
        status: 200,
        type: 'text/html',
        body: page('Hello'),
        ...from,
        headers: { 'cf-cache-status': 'DYNAMIC', ...from.headers },
      }),
    },
    inputs: { ...ONCE, ...inputs },
    curl: CURL,
    expected: HEALTHY,
    not: ['edge-stale', 'origin-not-deployed'],
  }
}

const withHeader = (name: string, value: string): HttpResponse => ({
  ...document(page('Hello')),
  headers: [[name, value]],
})

/** Pages and headers that Cloudflare changes in transit. */
export const REWRITTEN: readonly Scenario[] = [
  rewritten(
    'release-as-email',
    'Email Address Obfuscation takes the release for an address',
    ['<p>Release shop@2026.11.29', `<p>Release ${hidden('shop@2026.11.29')}\n${EMAIL_SCRIPT}`],
    { 'expected-body': 'Release shop@2026.11.29' },
  ),
  rewritten(
    'email-link',
    'Email Address Obfuscation rewrites a link and its text',
    [
      '<p><a href="mailto:help@shop.example">help@shop.example</a></p>',
      `<p><a href="/cdn-cgi/l/email-protection#${obscured('help@shop.example')}"><span class="__cf_email__" data-cfemail="${obscured('help@shop.example')}">[email&#160;protected]</span></a></p>`,
    ],
    { 'expected-body': '<a href="mailto:help@shop.example">help@shop.example</a>' },
  ),
  rewritten(
    'email-pattern',
    'the expected pattern matches an address that Cloudflare obscures',
    ['<p>Release shop@2026.11.29', `<p>Release ${hidden('shop@2026.11.29')}`],
    { 'expected-body': String.raw`/shop@\d{4}\.\d+\.\d+/` },
  ),
  rewritten(
    'rocket-loader',
    'Rocket Loader changes the types of scripts',
    [
      '<script src="/app.js?v=7"></script>',
      '<script src="/app.js?v=7" type="1f2e3d4c5b6a798812345678-text/javascript"></script>\n<script src="/cdn-cgi/scripts/7d0fa10a/cloudflare-static/rocket-loader.min.js" data-cf-settings="1f2e3d4c5b6a798812345678-|49" defer></script>',
    ],
    { 'expected-body': '<script src="/app.js?v=7"></script>', 'check-assets': 'false' },
  ),
  rewritten(
    'links-to-https',
    'Automatic HTTPS Rewrites changes a link',
    ['<img src="http://www.shop.example/a.png">', '<img src="https://www.shop.example/a.png">'],
    { 'expected-body': '<img src="http://www.shop.example/a.png">' },
  ),
  rewritten(
    'added-script',
    'Cloudflare adds its script right before the end of the page',
    [
      '<p>Build 7</p>',
      '<p>Build 7</p>\n<script defer src="https://static.cloudflareinsights.com/beacon.min.js/v8" data-cf-beacon=\'{"version":"2024.11.0"}\' crossorigin="anonymous"></script>',
    ],
    { 'expected-body': String.raw`/Build 7<\/p>\s*<\/body>/` },
  ),
  rewritten(
    'weak-etag',
    'Cloudflare makes the ETag weak',
    [withHeader('ETag', '"abc-7"'), { headers: { etag: 'W/"abc-7"' } }],
    { 'expected-header': 'ETag: "abc-7"' },
  ),
  {
    id: 'edge-stale-old-release-with-an-email',
    sentence: 'Cloudflare obscures the release, and it is the old one',
    setup: {
      origin: routes('the page', { '/': document(page('<p>Release shop@2026.11.29')) }),
      edgeBehavior: ownResponse('/', {
        status: 200,
        type: 'text/html',
        body: page(`<p>Release ${hidden('shop@2026.11.28')}`),
        headers: { 'cf-cache-status': 'DYNAMIC' },
      }),
    },
    inputs: { ...ONCE, 'expected-body': 'Release shop@2026.11.29' },
    curl: CURL,
    expected: unhealthy('edge-stale', 'likely'),
    not: ['origin-not-deployed'],
  },
  ...(
    [
      ['Server', 'nginx/1.28.0', {}, /Cloudflare replaces the .?`?Server/],
      ['Content-Length', '87', { 'content-length': '5' }, /Cloudflare removes `?Content-Length/],
      ['ETag', '"abc-7"', {}, /Cloudflare removes or weakens `?ETag/],
      ['Set-Cookie', 'release=7', { 'cf-cache-status': 'MISS' }, /Cloudflare removes `?Set-Cookie.*MISS/],
      [
        'Set-Cookie',
        'release=7',
        { 'cf-cache-status': 'EXPIRED' },
        /Cloudflare removes `?Set-Cookie.*EXPIRED/,
      ],
    ] as const
  ).map(([name, value, headers, says], index): Scenario => ({
    id: `edge-stale-header-${name.toLowerCase()}-${index}`,
    sentence: `the workflow expects the origin's ${name}, which Cloudflare changes (case ${index})`,
    setup: {
      origin: routes('the page', {
        '/':
          name === 'Server'
            ? { ...document(page('Hello')), server: value }
            : name === 'Content-Length'
              ? document('x'.repeat(87))
              : withHeader(name, value),
      }),
      edgeBehavior: ownResponse('/', {
        status: 200,
        type: 'text/html',
        body: 'Hello',
        headers: { 'cf-cache-status': 'DYNAMIC', ...headers },
      }),
    },
    inputs: { ...ONCE, 'expected-header': `${name}: ${value}` },
    curl: CURL,
    expected: {
      ...unhealthy('edge-stale', 'likely'),
      says: [says, 'Expect a header of your own'],
      neverSays: ['different origin', 'Purge'],
    },
    not: ['origin-not-deployed'],
  })),
  {
    id: 'edge-stale-header-server-without-an-origin',
    sentence: "the workflow expects the origin's Server header, and has no `origin`",
    setup: {},
    inputs: { ...ONCE, origin: '', 'expected-header': 'Server: nginx' },
    curl: CURL,
    expected: { ...unhealthy('edge-stale', 'likely'), says: [/Cloudflare replaces/], neverSays: ['Purge'] },
    not: ['origin-not-deployed'],
  },
]
