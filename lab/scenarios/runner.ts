import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

/** Runners without a network, and troubles that nobody has a name for. */
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
    sentence: "the runner's resolver does not answer, and no packet comes back from anywhere",
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
    sentence: 'a firewall of the runner lets names be looked up, and drops everything else',
    setup: { runnerToOrigin: 'drop', runnerToEdge: 'drop', runnerToOthers: 'drop' },
    curl: { edge: 'timeout', direct: 'timeout' },
    expected: inconclusive('runner-offline'),
    not: ['origin-connect-timeout', 'cloudflare-edge-error'],
  },
  {
    id: 'healthy-after-network-returns',
    sentence: 'the network of the runner is gone for a moment, and the site is fine',
    // On loopback the Action reads its map of the network once.
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
    // A look that could not see says nothing of the site, which was well all the time.
    expected: { ...HEALTHY, trend: 'steady' },
    not: ['runner-offline', 'origin-unreachable'],
  },
  {
    id: 'unexplained-520-alone',
    sentence: 'Cloudflare answers 520, and the check knows no origin to ask',
    setup: { origin: 'blocks-cloudflare-empty' },
    inputs: { origin: '' },
    curl: { edge: 520, direct: 200 },
    // 520 is Cloudflare's word for "something": empty, malformed, too large, reset, turned away. All fit.
    expected: unhealthy('unexplained'),
    not: ['origin-empty-response', 'origin-malformed-response', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'unexplained-526-over-a-sound-certificate',
    sentence: 'an Origin Rule asks under another host, which the certificate does not cover',
    setup: { zone: { rules: { host: 'cdn.shop.example' } } },
    // Under the site's own name the origin is beyond reproach.
    curl: { edge: 526, direct: 200 },
    expected: unhealthy('unexplained'),
    not: ['tls-certificate-expired', 'tls-certificate-not-yet-valid', 'tls-chain-incomplete'],
  },
]
