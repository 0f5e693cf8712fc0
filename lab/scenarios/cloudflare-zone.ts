import { HEALTHY, unhealthy, type Scenario } from './scenario.ts'
import { TOKEN } from './token.ts'

/** A connector is online, and asks the service at the origin's address from within. */
const TUNNEL = { tunnel: 'up', address: '203.0.113.10' } as const

/** What goes wrong in the things that a zone is made of: tunnels, Workers, pools, records. */
export const CLOUDFLARE_ZONE: readonly Scenario[] = [
  {
    id: 'cloudflare-tunnel-down-no-connector',
    sentence: 'the site lives behind a Cloudflare Tunnel, and no connector is online',
    staged: { conduct: 'tunnel-down', fromRunner: 'reset' },
    // What is behind a tunnel has no address.
    inputs: { origin: '' },
    shows: { edge: 530, direct: 'refused', edgeSays: /1033/ },
    expected: unhealthy('cloudflare-tunnel-down', 'certain'),
    not: ['dns-origin-unresolvable', 'origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-tunnel-down-service-fine',
    sentence: 'no connector of the tunnel is online, and the service itself answers the runner',
    staged: { conduct: 'tunnel-down' },
    shows: { edge: 530, direct: 200, edgeSays: /1033/ },
    expected: unhealthy('cloudflare-tunnel-down', 'certain'),
    not: ['dns-origin-unresolvable', 'cloudflare-blocked-by-origin', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-stopped',
    sentence: 'the tunnel is up, and the service behind it is stopped',
    ground: 'namespace',
    staged: { record: TUNNEL, origin: 'stopped' },
    inputs: { ...TOKEN, origin: '' },
    shows: { edge: 502, direct: 'refused' },
    // Only the record tells: cloudflared's 502 wears the same page as that of any origin.
    expected: unhealthy('cloudflare-tunnel-origin-unreachable'),
    not: ['origin-app-down', 'cloudflare-edge-error', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-tunnel-origin-unreachable-bad-scheme',
    sentence: 'the tunnel is up, and asks by HTTPS a service that speaks plain HTTP',
    ground: 'namespace',
    staged: { record: { ...TUNNEL, scheme: 'https' }, origin: 'http-on-443' },
    inputs: { ...TOKEN, origin: '' },
    shows: { edge: 502, direct: 'tls' },
    expected: unhealthy('cloudflare-tunnel-origin-unreachable'),
    not: ['origin-app-down', 'tls-plaintext-port'],
  },
  {
    id: 'origin-app-down-or-tunnel',
    sentence: 'the tunnel is up, the service behind it is stopped, and nobody may read the record',
    staged: { record: TUNNEL, origin: 'stopped' },
    inputs: { origin: '' },
    shows: { edge: 502, direct: 'refused' },
    // From outside, an origin whose own proxy says 502. Nobody may claim a tunnel that nobody has seen.
    expected: unhealthy('origin-app-down'),
    not: ['cloudflare-tunnel-origin-unreachable', 'cloudflare-edge-error', 'origin-refused'],
  },
  {
    id: 'healthy-tunnel',
    sentence: 'the site lives behind a Cloudflare Tunnel, and all is well',
    staged: { record: TUNNEL, fromRunner: 'drop' },
    inputs: { origin: '' },
    shows: { edge: 200, direct: 'timeout' },
    expected: HEALTHY,
    not: ['cloudflare-tunnel-down', 'origin-connect-timeout'],
  },
  {
    id: 'cloudflare-worker-failed-exception',
    sentence: 'the Worker of the site throws an exception',
    staged: { conduct: 'error-1101' },
    shows: { edge: 500, direct: 200, edgeSays: /1101/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-worker-failed-limits',
    sentence: 'the Worker of the site uses more time than it may',
    staged: { conduct: 'error-1102' },
    shows: { edge: 503, direct: 200, edgeSays: /1102/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-overloaded', 'origin-maintenance', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-worker-failed-daily-quota',
    sentence: 'the Worker of the site has used up its requests of the day',
    staged: { conduct: 'error-1027' },
    shows: { edge: 429, direct: 200, edgeSays: /1027/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['cloudflare-rate-limited', 'origin-overloaded', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-worker-failed-script-missing',
    sentence: 'the route leads to a Worker that was deleted, and there is no origin',
    staged: { conduct: 'error-1104', origin: 'stopped' },
    inputs: { origin: '' },
    shows: { edge: 500, direct: 'refused', edgeSays: /1104/ },
    expected: unhealthy('cloudflare-worker-failed'),
    not: ['origin-refused', 'origin-app-error', 'cloudflare-edge-error'],
  },
  {
    id: 'cloudflare-no-healthy-pool-monitor-fails',
    sentence:
      'the health check of the load balancer asks for a page that is gone, and the origin itself is fine',
    ground: 'namespace',
    staged: { record: 'no-pool' },
    inputs: TOKEN,
    shows: { edge: 530, direct: 200, edgeSays: /1016/ },
    expected: unhealthy('cloudflare-no-healthy-pool'),
    not: ['dns-origin-unresolvable', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-no-healthy-pool-two-origins',
    sentence: 'both origins of the load balancer are stopped, hence no pool is left',
    ground: 'namespace',
    staged: { record: 'no-pool', origin: 'stopped', second: 'stopped' },
    inputs: { ...TOKEN, origin: '203.0.113.10\n203.0.113.20' },
    shows: { edge: 530, direct: 'refused', edgeSays: /1016/ },
    // Cloudflare did not dial them now; its monitor did before. That origins refuse the runner is an alternative.
    expected: unhealthy('cloudflare-no-healthy-pool'),
    not: ['dns-origin-unresolvable', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'dns-origin-unresolvable-or-no-pool',
    sentence: 'no pool of the load balancer is healthy, and nobody may read that',
    staged: { record: 'no-pool' },
    shows: { edge: 530, direct: 200, edgeSays: /1016/ },
    // It is the page of an origin whose name does not resolve, and nothing else can be seen.
    expected: unhealthy('dns-origin-unresolvable'),
    not: ['cloudflare-no-healthy-pool', 'cloudflare-tunnel-down'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1001',
    sentence: 'the name leads to Cloudflare, which has no zone for it',
    staged: { conduct: 'error-1001' },
    shows: { edge: 409, direct: 200, edgeSays: /1001/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['dns-no-such-host', 'unexpected-status', 'dns-points-to-cloudflare'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1014',
    sentence: 'the record leads to a host of another Cloudflare account, which does not allow it',
    staged: { conduct: 'error-1014' },
    shows: { edge: 409, direct: 200, edgeSays: /1014/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['unexpected-status', 'dns-origin-mismatch'],
  },
  {
    id: 'cloudflare-zone-misconfigured-1018',
    sentence: 'the host was added a moment ago, and Cloudflare does not know it yet',
    staged: { conduct: 'error-1018' },
    shows: { edge: 409, direct: 200, edgeSays: /1018/ },
    expected: unhealthy('cloudflare-zone-misconfigured'),
    not: ['unexpected-status', 'dns-no-such-host'],
  },
  {
    id: 'healthy-after-zone-appears',
    sentence: 'Cloudflare learns of the new host while the deploy is watched',
    staged: { conduct: 'error-1018', later: [{ after: 3000, staged: { conduct: 'proxy' } }] },
    inputs: { wait: '20s' },
    shows: { edge: 409, direct: 200 },
    expected: { ...HEALTHY, trend: 'recovered' },
    not: ['cloudflare-zone-misconfigured'],
  },
]
