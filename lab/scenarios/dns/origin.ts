import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { TOKEN } from '../token.ts'

/** Records in the zone that point to a wrong origin, or to none. */
export const DNS_ORIGIN: readonly Scenario[] = [
  {
    id: 'dns-origin-unresolvable-cname',
    sentence: 'the record is a CNAME whose target does not exist, and the origin itself is fine',
    setup: { record: 'unresolvable' },
    curl: { edge: 530, direct: 200, edgeContains: /1016/ },
    expected: unhealthy('dns-origin-unresolvable', 'likely'),
    not: ['cloudflare-tunnel-down', 'dns-no-such-host', 'cloudflare-edge-error'],
  },
  {
    id: 'dns-origin-unresolvable-nobody-asked',
    sentence: 'the record is a CNAME whose target does not exist, and the check has no `origin` to probe',
    setup: { record: 'unresolvable' },
    inputs: { origin: '' },
    curl: { edge: 530, direct: 200, edgeContains: /1016/ },
    expected: unhealthy('dns-origin-unresolvable', 'likely'),
    not: ['cloudflare-tunnel-down', 'cloudflare-no-healthy-pool'],
  },
  {
    id: 'dns-origin-unresolvable-custom-page',
    sentence: "the CNAME target does not exist, and the zone serves the customer's own error page",
    setup: { record: 'unresolvable', zone: { errorPages: 'custom' } },
    curl: { edge: 530, direct: 200 },
    expected: unhealthy('dns-origin-unresolvable', 'likely'),
    not: ['cloudflare-tunnel-down', 'unexplained'],
  },
  {
    id: 'dns-origin-unresolvable-for-the-runner-alone',
    sentence: "the workflow's origin does not resolve for this runner, and visitors are served",
    network: 'namespace',
    setup: {},
    inputs: { origin: 'origin.internal.shop.example' },
    // The origin's name has no address, so curl can't reach it directly either.
    curl: { edge: 200, direct: 'unresolved' },
    expected: { ...HEALTHY, warnings: ['dns-origin-unresolvable'] },
    not: ['dns-no-such-host', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'dns-origin-mismatch-old-host',
    sentence:
      "Cloudflare's record still points to the old host, which is off, and a token can read the record",
    network: 'namespace',
    setup: { record: 'old' },
    inputs: TOKEN,
    curl: { edge: 521, direct: 200 },
    expected: unhealthy('dns-origin-mismatch'),
    not: ['cloudflare-blocked-by-origin', 'origin-refused'],
  },
  {
    id: 'dns-origin-mismatch-serves-old-host',
    sentence:
      "Cloudflare's record still points to the old host, which still works, and a token can read the record",
    network: 'namespace',
    setup: { record: 'old', old: 'up' },
    inputs: TOKEN,
    // Both respond correctly. But visitors don't get what was deployed, so it must not be promoted.
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('dns-origin-mismatch'),
    not: ['edge-stale'],
  },
  {
    id: 'cloudflare-blocked-by-origin-or-wrong-record',
    sentence:
      "Cloudflare's record points to the old host, which is off, and there is no token to read the record",
    setup: { record: 'old' },
    curl: { edge: 521, direct: 200 },
    // From outside it looks like a firewall that rejects Cloudflare. The record is the next thing to check.
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
    not: ['dns-origin-mismatch', 'origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'dns-points-to-cloudflare-record',
    sentence: 'the record points to a Cloudflare address',
    setup: { record: 'second-edge' },
    curl: { edge: 403, direct: 200, edgeContains: /1000/ },
    expected: unhealthy('dns-points-to-cloudflare'),
    not: ['cloudflare-waf-blocked', 'cloudflare-blocked-by-origin', 'unexpected-status'],
  },
  {
    id: 'dns-points-to-cloudflare-origin-given',
    sentence: "the record and the workflow's origin are both a Cloudflare address",
    setup: { record: 'second-edge' },
    inputs: { origin: '104.16.20.20' },
    curl: { edge: 403, direct: 403, edgeContains: /1000/, directContains: /1000/ },
    expected: unhealthy('dns-points-to-cloudflare'),
    not: ['cloudflare-waf-blocked', 'unexpected-status', 'cloudflare-blocked-by-origin'],
  },
]
