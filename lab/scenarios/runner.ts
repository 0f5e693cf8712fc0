import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

/** Runners without a network, and failures without a known cause. */
export const RUNNER: readonly Scenario[] = [
  {
    id: 'runner-offline-no-network',
    sentence: 'the runner has no resolver and no route to anywhere',
    setup: {
      resolvesTo: 'server-failure',
      runnerToOrigin: 'net-unreachable',
      runnerToEdge: 'net-unreachable',
      runnerToOthers: 'net-unreachable',
    },
    curl: { edge: 'unresolved', direct: 'unreachable' },
    expected: inconclusive('runner-offline'),
    not: ['dns-server-failure', 'origin-unreachable', 'origin-connect-timeout'],
  },
  {
    id: 'runner-offline-silent-resolver',
    sentence: "the runner's resolver doesn't answer, and no packet comes back from anywhere",
    network: 'namespace',
    setup: {
      resolvers: { runner: 'silent' },
      runnerToOrigin: 'drop',
      runnerToEdge: 'drop',
      runnerToOthers: 'drop',
    },
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: inconclusive('runner-offline'),
    not: ['dns-server-failure', 'origin-connect-timeout'],
  },
  {
    id: 'runner-offline-egress-firewall',
    sentence: "the runner's firewall allows DNS lookups, and drops everything else",
    setup: { runnerToOrigin: 'drop', runnerToEdge: 'drop', runnerToOthers: 'drop' },
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: inconclusive('runner-offline'),
    not: ['origin-connect-timeout', 'cloudflare-edge-error'],
  },
  {
    id: 'healthy-after-network-returns',
    sentence: 'the runner loses its network for a moment, and the site is fine',
    // On loopback the Action reads its lab file only once.
    network: 'namespace',
    setup: {
      runnerToOrigin: 'net-unreachable',
      runnerToEdge: 'net-unreachable',
      runnerToOthers: 'net-unreachable',
      later: [
        { after: 3000, setup: { runnerToOrigin: 'open', runnerToEdge: 'open', runnerToOthers: 'open' } },
      ],
    },
    inputs: { wait: '20s' },
    curl: { edge: 'unreachable', direct: 'unreachable' },
    // Rounds without a network don't count. The site was healthy all the time.
    expected: { ...HEALTHY, trend: 'steady' },
    not: ['runner-offline', 'origin-unreachable'],
  },
  {
    id: 'runner-offline-without-ipv6',
    sentence: 'the name bypasses Cloudflare with only an IPv6 address, and the runner has no IPv6',
    network: 'loopback',
    setup: { resolvesTo: 'origin-v6', ipv6Origin: 'up', runnerToIpv6: 'net-unreachable' },
    curl: { edge: 'unreachable', direct: 200 },
    expected: { ...inconclusive('runner-offline'), says: ['only IPv6 addresses'] },
    not: ['origin-unreachable', 'dns-not-proxied'],
  },
  {
    id: 'unexplained-520-alone',
    sentence: 'Cloudflare responds 520, and the check has no `origin` to probe',
    setup: { origin: 'blocks-cloudflare-empty' },
    inputs: { origin: '' },
    curl: { edge: 520, direct: 200 },
    // 520 can mean empty, malformed, too large, reset or rejected. All of them fit.
    expected: unhealthy('unexplained'),
    not: ['origin-empty-response', 'origin-malformed-response', 'cloudflare-blocked-by-origin'],
  },
]
