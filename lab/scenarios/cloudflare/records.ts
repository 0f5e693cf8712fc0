import type { Page } from '../../http/page.ts'
import { routes } from '../../origins/scripted/routes.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { TOKEN } from '../token.ts'

const ONE_ROUND = { wait: '0s' } as const
const NO_ORIGIN = { ...ONE_ROUND, ...TOKEN, origin: '' } as const
/** A CNAME to a service at Cloudflare. */
const alias = (name: string): { readonly address: string; readonly name: string } => ({
  address: '104.16.20.20',
  name,
})
const TUNNEL = { tunnel: 'up', address: '203.0.113.10' } as const
/** What the connector of a tunnel returns. */
const fromConnector = (status: number, body = ''): Page => ({
  status,
  type: '',
  body,
  headers: { 'cf-cache-status': 'DYNAMIC' },
})

/** What the zone's records, pools, tunnels and trust store add, mostly by the API. */
export const CLOUDFLARE_RECORDS: readonly Scenario[] = [
  {
    id: 'cloudflare-zone-misconfigured-pages-domain',
    sentence: 'the record is a CNAME to a Pages project, which does not have the host as a custom domain',
    network: 'namespace',
    setup: { record: alias('shop.pages.dev'), edgeBehavior: 'error-522' },
    inputs: NO_ORIGIN,
    curl: { edge: 522, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-zone-misconfigured', 'likely'),
      says: ['Cloudflare Pages', 'Add the custom domain to the Pages project', 'no origin server to request'],
      neverSays: ['journalctl', 'Set the `origin` input'],
    },
    not: ['origin-app-error', 'origin-connect-timeout'],
  },
  {
    id: 'cloudflare-zone-misconfigured-placeholder',
    sentence: 'the record has a placeholder address, and no Worker route matches the page',
    network: 'namespace',
    setup: { record: { address: '192.0.2.1' }, edgeBehavior: 'error-522' },
    inputs: NO_ORIGIN,
    curl: { edge: 522, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-zone-misconfigured', 'likely'),
      says: ['no Worker responded', 'Workers Routes'],
    },
    not: ['origin-connect-timeout', 'dns-origin-mismatch'],
  },
  {
    id: 'origin-connect-timeout-origin-at-cloudflare',
    sentence: 'the given origin is a Cloudflare address, and both sides get 522',
    setup: { edgeBehavior: 'error-522' },
    inputs: { ...ONE_ROUND, origin: '104.16.10.10' },
    curl: { edge: 522, direct: 522 },
    // The 522 is not the application's.
    expected: { ...unhealthy('origin-connect-timeout', 'possible'), neverSays: ['journalctl'] },
    not: ['origin-app-error'],
  },
  {
    id: 'healthy-pages-domain',
    sentence: 'the record is a CNAME to a Pages project, which serves the site',
    network: 'namespace',
    setup: {
      record: alias('shop.pages.dev'),
      edgeBehavior: () => ({ status: 200, type: 'text/html', body: '<title>Shop</title>' }),
    },
    inputs: NO_ORIGIN,
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: [] },
    not: ['cloudflare-zone-misconfigured'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-no-rule',
    sentence: 'the tunnel is up, and its last rule returns an empty 404 for this host name',
    network: 'namespace',
    setup: { record: TUNNEL, edgeBehavior: () => fromConnector(404) },
    inputs: NO_ORIGIN,
    curl: { edge: 404, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-tunnel-origin-unreachable', 'likely'),
      says: ['no rule for this host name', 'Add the host name to the tunnel'],
    },
    not: ['unexpected-status'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-no-rules-at-all',
    sentence: 'the tunnel is up without ingress rules, and returns an empty 503',
    network: 'namespace',
    setup: { record: TUNNEL, edgeBehavior: () => fromConnector(503) },
    inputs: NO_ORIGIN,
    curl: { edge: 503, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-tunnel-origin-unreachable', 'likely'),
      says: ['no rule for this host name'],
    },
    not: ['origin-overloaded', 'origin-maintenance'],
  },
  {
    id: 'unexpected-status-behind-a-tunnel',
    sentence: 'the tunnel is up, and the service behind it has no such page',
    network: 'namespace',
    setup: { record: TUNNEL, origin: routes('the page is gone', {}) },
    inputs: NO_ORIGIN,
    curl: { edge: 404, direct: 404 },
    expected: unhealthy('unexpected-status'),
    not: ['cloudflare-tunnel-origin-unreachable'],
  },
  {
    id: 'tls-plaintext-port-tunnel-sends-http',
    sentence: 'the tunnel sends plain HTTP to a service that requires TLS',
    network: 'namespace',
    setup: {
      record: TUNNEL,
      edgeBehavior: () => fromConnector(400, 'Client sent an HTTP request to an HTTPS server.\n'),
    },
    inputs: NO_ORIGIN,
    curl: { edge: 400, direct: 200 },
    expected: {
      ...unhealthy('tls-plaintext-port'),
      says: ["Change the tunnel's service URL to `https://`"],
      neverSays: ['Enable TLS on port 443'],
    },
    not: ['unexpected-status'],
  },
  {
    id: 'tls-plaintext-port-tunnel-without-token',
    sentence: 'an unknown origin says that it requires TLS, as behind a tunnel',
    setup: { edgeBehavior: () => fromConnector(400, 'Client sent an HTTP request to an HTTPS server.\n') },
    inputs: { ...ONE_ROUND, origin: '' },
    curl: { edge: 400, direct: 200 },
    expected: {
      ...unhealthy('tls-plaintext-port'),
      says: ["change the tunnel's service URL to `https://`", 'Full (strict)'],
      neverSays: ['Enable TLS on port 443'],
    },
    not: ['unexpected-status'],
  },
  {
    id: 'cloudflare-tunnel-down-by-1016',
    sentence: 'the record points to a tunnel without a connector, and Cloudflare returns 1016',
    network: 'namespace',
    setup: { record: { tunnel: 'down' }, edgeBehavior: 'error-1016' },
    inputs: NO_ORIGIN,
    curl: { edge: 530, direct: 200 },
    expected: { ...unhealthy('cloudflare-tunnel-down', 'certain'), says: ['cfargotunnel.com'] },
    not: ['dns-origin-unresolvable'],
  },
  {
    id: 'healthy-one-of-two-pools',
    sentence: 'one of two pools of the load balancer is unhealthy, and the other serves the site',
    network: 'namespace',
    setup: { pools: ['healthy', 'unhealthy'] },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 200, direct: 200 },
    expected: {
      ...HEALTHY,
      warnings: ['cloudflare-no-healthy-pool'],
      says: ['1 of 2 load balancer pools is unhealthy'],
    },
  },
  {
    id: 'cloudflare-no-healthy-pool-fallback',
    sentence: 'no pool of the load balancer is healthy, and the fallback pool returns 502',
    network: 'namespace',
    setup: { pools: ['unhealthy', 'unhealthy'], edgeBehavior: 'error-502' },
    inputs: NO_ORIGIN,
    curl: { edge: 502, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-no-healthy-pool', 'likely'),
      says: ['502', 'fallback pool'],
      neverSays: ['1016'],
    },
    not: ['origin-app-down', 'dns-origin-unresolvable'],
  },
  {
    id: 'origin-malformed-response-by-analytics',
    sentence:
      "the origin admits only Cloudflare, its response headers are too large, and Cloudflare's analytics have its 200",
    setup: {
      origin: 'headers-129k',
      runnerToOrigin: 'reset',
      zone: { traffic: [{ count: 40, edgeStatus: 520, originStatus: 200 }] },
    },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 520, direct: 'refused' },
    expected: {
      ...unhealthy('origin-malformed-response', 'likely'),
      says: ['analytics', 'the origin returned 200', '128 KB'],
    },
    not: ['unexplained', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'tls-certificate-untrusted-public-ca-with-trust-store',
    sentence: 'the zone has a custom origin trust store, and the origin serves a public certificate',
    setup: { companyCa: 'trusted' },
    inputs: { ...ONE_ROUND, 'origin-ca': 'company-ca.pem' },
    curl: { edge: 526, direct: 200 },
    expected: {
      ...unhealthy('tls-certificate-untrusted', 'likely'),
      says: ['trust store', '`origin-ca`', 'Install a certificate from a CA in the trust store'],
      neverSays: ['certbot', 'self-signed'],
    },
    not: ['unexplained', 'cloudflare-edge-error'],
  },
  {
    id: 'tls-certificate-untrusted-public-ca-may-be-trust-store',
    sentence: 'the zone has a custom origin trust store, of which the check knows nothing',
    setup: { companyCa: 'trusted' },
    inputs: ONE_ROUND,
    curl: { edge: 526, direct: 200 },
    expected: {
      ...unhealthy('tls-certificate-untrusted', 'possible'),
      says: ['trust store', 'Origin Rule', 'revoked'],
    },
    not: ['unexplained'],
  },
  {
    id: 'healthy-public-ca-in-full-mode',
    sentence: 'the zone does not validate certificates, and `origin-ca` has another CA',
    setup: { ssl: 'full' },
    inputs: { ...ONE_ROUND, 'ssl-mode': 'full', 'origin-ca': 'company-ca.pem' },
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: [] },
  },
]
