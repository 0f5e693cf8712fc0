import { routes, html } from '../../origins/scripted/routes.ts'
import { HOME_PAGE } from '../../origins/server/response.ts'
import { GONE_TARGET, EMPTY_TARGET } from '../../world/dns-setup.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { document } from './pages.ts'

const ONCE = { wait: '0s', timeout: '8s' } as const

const PARKED = routes(
  'the domain is parked',
  {},
  html(
    'shop.example - This website is for sale!',
    '<h1>shop.example</h1><p>This domain may be for sale. Related searches: Cheap flights, Credit cards, Insurance</p>',
  ),
)
const LARGE_PAGE = (build: string): string =>
  HOME_PAGE.replace(
    '</h1>',
    `</h1>\n<nav>Products Prices Contact Imprint</nav>\n<p>Fresh vegetables every day</p>\n<meta name="csrf" content="${build}">\n<footer>${build}</footer>`,
  )

/** Names that resolve to neither Cloudflare nor the given origin, or to nothing. */
export const OTHER_SERVERS: readonly Scenario[] = [
  {
    id: 'dns-not-proxied-parked',
    sentence: 'the domain lapsed and is parked, with a valid certificate and a page that offers it',
    setup: { resolvesTo: 'old', old: PARKED },
    inputs: ONCE,
    curl: { edge: 200, direct: 200, edgeContains: /for sale/ },
    expected: {
      ...unhealthy('dns-not-proxied', 'likely'),
      says: ['a server other than your origin', 'serves different content', 'registrar'],
      neverSays: ['Turn on the proxy'],
    },
    not: ['edge-stale', 'origin-not-deployed', 'dns-origin-mismatch'],
  },
  {
    id: 'dns-not-proxied-parked-by-name-servers',
    sentence: 'the registrar has other name servers, which point to its parking page',
    network: 'namespace',
    setup: { delegation: 'moved', resolvedTo: 'old', old: PARKED },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('dns-not-proxied', 'likely'),
      says: ['ns1.elsewhere.example', "not Cloudflare's", 'Check the domain at the registrar'],
    },
    not: ['dns-resolvers-disagree'],
  },
  {
    id: 'dns-not-proxied-old-host-with-the-old-shop',
    sentence: "the name still points to the old host, which runs another company's site by now",
    setup: {
      resolvesTo: 'old',
      old: routes('another site', {
        '/': html('Bakery', '<h1>Bread and cakes, baked daily since 1911</h1>'),
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('dns-not-proxied', 'likely'), says: ['a server other than your origin'] },
    not: ['edge-stale'],
  },
  {
    id: 'dns-not-proxied-parked-and-text-expected',
    sentence: 'the domain is parked, and the workflow expects a text of the shop',
    setup: { resolvesTo: 'old', old: PARKED },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('dns-not-proxied', 'likely'), neverSays: ['purge'] },
    not: ['edge-stale', 'origin-not-deployed'],
  },
  {
    id: 'dns-not-proxied-parked-without-a-certificate',
    sentence: 'the domain is parked on a server without a certificate for it',
    setup: { resolvesTo: 'old', old: 'stopped' },
    inputs: ONCE,
    curl: { edge: 'refused', direct: 200 },
    expected: { ...unhealthy('dns-not-proxied', 'likely'), says: ['neither to it nor to Cloudflare'] },
    not: ['origin-refused', 'edge-stale'],
  },
  {
    id: 'dns-not-proxied-same-content',
    sentence: 'the name points to another server, which serves the same page with another token',
    setup: {
      resolvesTo: 'old',
      origin: routes('the shop', { '/': document(LARGE_PAGE('a8f3')) }),
      old: routes('the shop', { '/': document(LARGE_PAGE('77c1')) }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: ['dns-not-proxied'], says: ['same content'] },
    not: ['edge-stale'],
  },
  {
    id: 'dns-not-proxied-other-server-and-origin-off',
    sentence: 'the name points to another server, and the given origin is off',
    setup: { resolvesTo: 'old', old: PARKED, origin: 'stopped' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'refused' },
    expected: {
      ...unhealthy('dns-not-proxied', 'likely'),
      says: ['the origin does not respond as expected'],
    },
    not: ['origin-locked-to-cloudflare'],
  },
  {
    id: 'dns-no-such-host-alias-gone',
    sentence: 'the name is an alias of an app that was deleted',
    network: 'namespace',
    setup: { resolvesTo: 'gone-alias' },
    inputs: ONCE,
    curl: { edge: 'unresolved', direct: 200 },
    expected: {
      ...unhealthy('dns-no-such-host', 'certain'),
      says: [GONE_TARGET, 'alias', 'CNAME record'],
      neverSays: ['Create the record'],
    },
    not: ['dns-no-address', 'dns-not-proxied'],
  },
  {
    id: 'dns-no-such-host-after-the-name-servers-changed',
    sentence: 'the registrar has other name servers, which have no record for the name',
    network: 'namespace',
    setup: { delegation: 'moved', resolvedTo: 'no-such-host' },
    inputs: ONCE,
    curl: { edge: 'unresolved', direct: 200 },
    expected: {
      ...unhealthy('dns-no-such-host', 'certain'),
      says: ['ns1.elsewhere.example', /^1\. Check the domain at the registrar/m],
    },
    not: ['dns-server-failure', 'dns-not-proxied'],
  },
  {
    id: 'dns-not-proxied-parked-with-a-redirect',
    sentence: 'the domain is parked on a server that redirects to a market for domains',
    setup: {
      resolvesTo: 'old',
      old: routes(
        'redirects to the market',
        {},
        { status: 302, headers: [['Location', '/lander?d=shop.example']] },
      ),
    },
    inputs: { ...ONCE, 'follow-redirects': '0' },
    curl: { edge: 302, direct: 200 },
    expected: { ...unhealthy('dns-not-proxied', 'likely'), says: ['a server other than your origin'] },
    not: ['edge-stale', 'redirect-loop'],
  },
  {
    id: 'dns-not-proxied-parked-and-missing',
    sentence: 'the domain is parked on a server that returns 404',
    setup: { resolvesTo: 'old', old: routes('nothing here', {}) },
    inputs: ONCE,
    curl: { edge: 404, direct: 200 },
    expected: { ...unhealthy('dns-not-proxied', 'likely'), says: ['neither to it nor to Cloudflare'] },
    not: ['edge-stale', 'unexpected-status'],
  },
  {
    id: 'dns-no-address-alias-empty',
    sentence: 'the name is an alias of a name without addresses',
    network: 'namespace',
    setup: { resolvesTo: 'empty-alias' },
    inputs: ONCE,
    curl: { edge: 'unresolved', direct: 200 },
    expected: { ...unhealthy('dns-no-address', 'certain'), says: [EMPTY_TARGET, 'alias'] },
    not: ['dns-no-such-host'],
  },
]
