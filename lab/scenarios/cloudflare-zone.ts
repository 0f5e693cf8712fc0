import { HEALTHY, unhealthy, type Scenario } from './scenario.ts'
import { TOKEN } from './token.ts'

/** A connector is online, and asks the service at the origin's address from within. */
const TUNNEL = { tunnel: 'up', address: '203.0.113.10' } as const

/** What goes wrong in the things that a zone is made of: tunnels, Workers, pools, records. */
export const CLOUDFLARE_ZONE: readonly Scenario[] = [
  {
    id: 'cloudflare-tunnel-down-no-connector',
    sentence: 'the site lives behind a Cloudflare Tunnel, and no connector is online',
    setup: { edgeBehavior: 'tunnel-down', runnerToOrigin: 'reset' },
    // What is behind a tunnel has no address.
    inputs: { origin: '' },
    curl: { edge: 530, direct: 'refused', edgeContains: /1033/ },
    expected: unhealthy('cloudflare-tunnel-down', 'certain'),
    not: ['dns-origin-unresolvable', 'origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-tunnel-down-service-fine',
    sentence: 'no connector of the tunnel is online, and the service itself answers the runner',
    setup: { edgeBehavior: 'tunnel-down' },
    curl: { edge: 530, direct: 200, edgeContains: /1033/ },
    expected: unhealthy('cloudflare-tunnel-down', 'certain'),
    not: ['dns-origin-unresolvable', 'cloudflare-blocked-by-origin', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-stopped',
    sentence: 'the tunnel is up, and the service behind it is stopped',
    network: 'namespace',
    setup: { record: TUNNEL, origin: 'stopped' },
    inputs: { ...TOKEN, origin: '' },
    curl: { edge: 502, direct: 'refused' },
    // Only the record tells: cloudflared's 502 wears the same page as that of any origin.
    expected: unhealthy('cloudflare-tunnel-origin-unreachable'),
    not: ['origin-app-down', 'cloudflare-edge-error', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-bad-scheme',
    sentence: 'the tunnel is up, and asks by HTTPS a service that speaks plain HTTP',
    network: 'namespace',
    setup: { record: { ...TUNNEL, scheme: 'https' }, origin: 'http-on-443' },
    inputs: { ...TOKEN, origin: '' },
    curl: { edge: 502, direct: 'tls' },
    expected: unhealthy('cloudflare-tunnel-origin-unreachable'),
    not: ['origin-app-down', 'tls-plaintext-port'],
  },
  {
    id: 'origin-app-down-or-tunnel',
    sentence: 'the tunnel is up, the service behind it is stopped, and nobody may read the record',
    setup: { record: TUNNEL, origin: 'stopped' },
    inputs: { origin: '' },
    curl: { edge: 502, direct: 'refused' },
    // From outside, an origin whose own proxy says 502. Nobody may claim a tunnel that nobody has seen.
    expected: unhealthy('origin-app-down'),
    not: ['cloudflare-tunnel-origin-unreachable', 'cloudflare-edge-error', 'origin-refused'],
  },
  {
    id: 'healthy-tunnel',
    sentence: 'the site lives behind a Cloudflare Tunnel, and all is well',
    setup: { record: TUNNEL, runnerToOrigin: 'drop' },
    inputs: { origin: '' },
    curl: { edge: 200, direct: 'timeout' },
    expected: HEALTHY,
    not: ['cloudflare-tunnel-down', 'origin-connect-timeout'],
  },
  {
    id: 'cloudflare-worker-failed-exception',
    sentence: 'the Worker of the site throws an exception',
    setup: { edgeBehavior: 'error-1101' },
    curl: { edge: 500, direct: 200, edgeContains: /1101/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-worker-failed-limits',
    sentence: 'the Worker of the site uses more time than it may',
    setup: { edgeBehavior: 'error-1102' },
    curl: { edge: 503, direct: 200, edgeContains: /1102/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-overloaded', 'origin-maintenance', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-worker-failed-daily-quota',
    sentence: 'the Worker of the site has used up its requests of the day',
    setup: { edgeBehavior: 'error-1027' },
    curl: { edge: 429, direct: 200, edgeContains: /1027/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['cloudflare-rate-limited', 'origin-overloaded', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-worker-failed-script-missing',
    sentence: 'the route leads to a Worker that was deleted, and there is no origin',
    setup: { edgeBehavior: 'error-1104', origin: 'stopped' },
    inputs: { origin: '' },
    curl: { edge: 500, direct: 'refused', edgeContains: /1104/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-refused', 'origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-no-healthy-pool-monitor-fails',
    sentence:
      'the health check of the load balancer asks for a page that is gone, and the origin itself is fine',
    network: 'namespace',
    setup: { record: 'no-pool' },
    inputs: TOKEN,
    curl: { edge: 530, direct: 200, edgeContains: /1016/ },
    expected: unhealthy('cloudflare-no-healthy-pool'),
    not: ['dns-origin-unresolvable', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-no-healthy-pool-two-origins',
    sentence: 'both origins of the load balancer are stopped, hence no pool is left',
    network: 'namespace',
    setup: { record: 'no-pool', origin: 'stopped', second: 'stopped' },
    inputs: { ...TOKEN, origin: '203.0.113.10\n203.0.113.20' },
    curl: { edge: 530, direct: 'refused', edgeContains: /1016/ },
    // Cloudflare did not dial them now; its monitor did before. That origins refuse the runner is an alternative.
    expected: unhealthy('cloudflare-no-healthy-pool'),
    not: ['dns-origin-unresolvable', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'dns-origin-unresolvable-or-no-pool',
    sentence: 'no pool of the load balancer is healthy, and nobody may read that',
    setup: { record: 'no-pool' },
    curl: { edge: 530, direct: 200, edgeContains: /1016/ },
    // It is the page of an origin whose name does not resolve, and nothing else can be seen.
    expected: unhealthy('dns-origin-unresolvable'),
    not: ['cloudflare-no-healthy-pool', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1001',
    sentence: 'the name leads to Cloudflare, which has no zone for it',
    setup: { edgeBehavior: 'error-1001' },
    curl: { edge: 409, direct: 200, edgeContains: /1001/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['dns-no-such-host', 'unexpected-status', 'dns-points-to-cloudflare'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1014',
    sentence: 'the record leads to a host of another Cloudflare account, which does not allow it',
    setup: { edgeBehavior: 'error-1014' },
    curl: { edge: 409, direct: 200, edgeContains: /1014/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['unexpected-status', 'dns-origin-mismatch'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1018',
    sentence: 'the host was added a moment ago, and Cloudflare does not know it yet',
    setup: { edgeBehavior: 'error-1018' },
    curl: { edge: 409, direct: 200, edgeContains: /1018/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['unexpected-status', 'dns-no-such-host'],
  },
  {
    id: 'healthy-after-zone-appears',
    sentence: 'Cloudflare learns of the new host while the deploy is watched',
    setup: { edgeBehavior: 'error-1018', later: [{ after: 3000, setup: { edgeBehavior: 'proxy' } }] },
    inputs: { wait: '20s' },
    curl: { edge: 409, direct: 200 },
    expected: { ...HEALTHY, trend: 'recovered' },
    not: ['cloudflare-zone-misconfigured'],
  },
]
