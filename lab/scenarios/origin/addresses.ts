import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1' } as const
const DUAL = { ...ONCE, origin: 'dual.shop.example' } as const
const PAIR = { ...ONCE, origin: 'pair.shop.example' } as const
const ONE_OF_TWO = 'one of 2 addresses of origin 1'
const ADDRESSES = ['203.0.113', '2001:db8:10'] as const
const BOTH_RESPOND = { edge: 200, direct: 200 } as const

const onLoopback = (scenario: Omit<Scenario, 'network'>): Scenario => ({ network: 'loopback', ...scenario })

const AT_ORIGIN: readonly Omit<Scenario, 'network'>[] = [
  {
    id: 'healthy-both-addresses',
    sentence: 'the name of the origin has an IPv4 and an IPv6 address, and both respond',
    setup: { ipv6Origin: 'up' },
    inputs: DUAL,
    curl: BOTH_RESPOND,
    expected: { ...HEALTHY, says: ['all 2 addresses'], neverSays: [...ADDRESSES, 'not checked'] },
  },
  {
    id: 'healthy-ipv6-address-refuses',
    sentence: "Cloudflare uses the origin's IPv4 address, and nothing listens at its IPv6 address",
    setup: { ipv6Origin: 'stopped' },
    inputs: DUAL,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      warnings: ['origin-refused'],
      says: [`${ONE_OF_TWO} (IPv6)`, 'another of its addresses responds'],
      neverSays: ADDRESSES,
    },
    not: ['origin-locked-to-cloudflare'],
  },
  {
    id: 'healthy-ipv6-address-drops',
    sentence: "Cloudflare uses the origin's IPv4 address, and its IPv6 address drops every packet",
    setup: { ipv6Origin: 'up', silentHosts: ['origin-v6'] },
    inputs: { ...DUAL, timeout: '3s' },
    curl: BOTH_RESPOND,
    expected: { ...HEALTHY, warnings: ['origin-connect-timeout'], says: [`${ONE_OF_TWO} (IPv6)`] },
    not: ['origin-locked-to-cloudflare'],
  },
  {
    id: 'healthy-runner-without-ipv6',
    sentence: 'the name of the origin has an IPv6 address, and the runner has no IPv6',
    setup: { ipv6Origin: 'up', runnerToIpv6: 'net-unreachable' },
    inputs: DUAL,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      notes: ['origin-unreachable'],
      says: ['The IPv6 address of origin 1 was not checked'],
      neverSays: [...ADDRESSES, ONE_OF_TWO],
    },
  },
  {
    id: 'healthy-origin-without-ipv4',
    sentence: 'the name of the origin has only an IPv6 address, and the runner has no IPv6',
    setup: { record: 'origin-v6', runnerToIpv6: 'net-unreachable' },
    inputs: { ...ONCE, origin: 'ipv6.shop.example' },
    curl: { edge: 200, direct: 'unreachable' },
    expected: {
      ...HEALTHY,
      notes: ['origin-unreachable'],
      says: ['The IPv6 address of origin 1 was not checked'],
      neverSays: [...ADDRESSES, 'no route'],
    },
    not: ['origin-locked-to-cloudflare'],
  },
  {
    id: 'origin-connect-timeout-without-ipv4',
    sentence:
      'the origin has only an IPv6 address, to which the runner cannot connect, and drops every packet',
    setup: { record: 'origin-v6', runnerToIpv6: 'net-unreachable', edgeBehavior: 'error-522' },
    inputs: { ...ONCE, origin: '[2001:db8:10::10]' },
    curl: { edge: 522, direct: 'unreachable' },
    expected: {
      ...unhealthy('origin-connect-timeout', 'possible'),
      notes: ['origin-unreachable'],
      neverSays: ADDRESSES,
    },
    not: ['runner-offline'],
  },
  {
    id: 'healthy-ipv6-address-unreachable',
    sentence: "the runner has IPv6, and a router has no route to the origin's IPv6 address",
    setup: { ipv6Origin: 'up', runnerToIpv6: 'host-unreachable' },
    inputs: DUAL,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      warnings: ['origin-unreachable'],
      says: [`${ONE_OF_TWO} (IPv6)`],
      neverSays: ['not checked'],
    },
  },
  {
    id: 'origin-app-down-at-the-ipv6-address',
    sentence: "Cloudflare uses the origin's IPv4 address, and its IPv6 address returns 502",
    setup: { ipv6Origin: 'app-down' },
    inputs: DUAL,
    curl: BOTH_RESPOND,
    expected: {
      ...unhealthy('origin-app-down', 'likely'),
      says: [ONE_OF_TWO, 'works for visitors', 'the IPv6 address returns'],
      neverSays: ADDRESSES,
    },
    not: ['cache-masks-broken-origin'],
  },
  {
    id: 'healthy-expired-certificate-at-one-address',
    sentence: 'one of two IPv4 addresses of the origin presents an expired certificate',
    setup: { second: 'up', certificate: 'expired', record: 'second' },
    inputs: PAIR,
    curl: { edge: 200, direct: 'untrusted' },
    expected: {
      ...HEALTHY,
      warnings: ['tls-certificate-expired'],
      says: [`${ONE_OF_TWO} (IPv4, the first in numerical order)`],
      neverSays: ADDRESSES,
    },
  },
  {
    id: 'origin-not-deployed-at-one-address',
    sentence: 'one of two addresses of the origin still serves the old release',
    setup: { second: 'old-build' },
    inputs: { ...PAIR, 'expected-body': 'Welcome to the shop' },
    curl: BOTH_RESPOND,
    expected: { ...unhealthy('origin-not-deployed'), says: [ONE_OF_TWO], neverSays: ADDRESSES },
    not: ['edge-stale'],
  },
  {
    id: 'origin-not-deployed-default-page-at-one-address',
    sentence: "one of two addresses of the origin returns a server's default page",
    setup: { second: 'default-page' },
    inputs: PAIR,
    curl: BOTH_RESPOND,
    expected: { ...unhealthy('origin-not-deployed'), says: [ONE_OF_TWO] },
  },
  {
    id: 'healthy-one-address-redirects',
    sentence: 'one of two addresses of the origin redirects to a login page, and the other does not',
    setup: { second: 'redirects-to-login' },
    inputs: PAIR,
    curl: BOTH_RESPOND,
    expected: { ...HEALTHY, warnings: ['unexpected-status'], says: [ONE_OF_TWO], neverSays: ADDRESSES },
  },
  {
    id: 'origin-refused-at-one-address',
    sentence: 'Cloudflare uses the address of the origin at which nothing listens',
    setup: { second: 'stopped', record: 'second' },
    inputs: { ...PAIR, origin: 'pair-rotated.shop.example' },
    curl: { edge: 521, direct: 'refused' },
    expected: {
      ...unhealthy('origin-refused', 'likely'),
      says: [`${ONE_OF_TWO} (IPv4, the second in numerical order)`],
      neverSays: ADDRESSES,
    },
    not: ['cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-refused-at-every-address',
    sentence: 'nothing listens at either address of the origin',
    setup: { origin: 'stopped', second: 'stopped' },
    inputs: PAIR,
    curl: { edge: 521, direct: 'refused' },
    expected: { ...unhealthy('origin-refused', 'certain'), neverSays: [ONE_OF_TWO, 'numerical'] },
  },
  {
    id: 'origin-locked-to-cloudflare-at-every-address',
    sentence: 'both addresses of the origin drop packets from the runner, and Cloudflare is served',
    setup: { second: 'up', runnerToOrigin: 'drop' },
    inputs: { ...PAIR, timeout: '3s' },
    curl: { edge: 200, direct: 'timeout' },
    expected: { ...HEALTHY, notes: ['origin-locked-to-cloudflare'], neverSays: [ONE_OF_TWO] },
  },
  {
    id: 'origin-app-down-at-some-of-many-addresses',
    sentence: 'the name of the origin has five addresses, of which two return 502',
    setup: { second: 'app-down', third: 'up', old: 'app-down', ipv6Origin: 'up' },
    inputs: { ...ONCE, origin: 'many.shop.example' },
    curl: { edge: 200, direct: 502 },
    expected: {
      ...unhealthy('origin-app-down', 'likely'),
      // The fourth IPv4 address is not requested, so that IPv6 is.
      notes: ['origin-unreachable'],
      says: ['1 address of origin 1 was not checked', '2 of 4 addresses of origin 1'],
    },
  },
  {
    id: 'origin-app-down-with-its-address-shown',
    sentence: 'one of two addresses of the origin returns 502, and its address may be shown',
    setup: { second: 'app-down' },
    inputs: { ...PAIR, 'show-origin': 'true' },
    curl: BOTH_RESPOND,
    expected: { ...unhealthy('origin-app-down', 'likely'), says: [ONE_OF_TWO, '203.0.113.20'] },
  },
]

const BYPASSED = { ...ONCE, origin: '203.0.113.10' } as const
const OUTSIDE = 'an address of the site outside Cloudflare'
const ONE_OF_SITE = 'one of 2 addresses of the site'

const AT_SITE: readonly Omit<Scenario, 'network'>[] = [
  {
    id: 'dns-not-proxied-to-two-addresses',
    sentence: 'the name resolves to two servers outside Cloudflare, and both respond',
    setup: { resolvesTo: ['origin', 'second'], second: 'up' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: { ...HEALTHY, warnings: ['dns-not-proxied'], neverSays: ['addresses of'] },
  },
  {
    id: 'origin-app-down-past-cloudflare-at-one-address',
    sentence: 'the name bypasses Cloudflare, and one of its two servers returns 502',
    setup: { resolvesTo: ['second', 'origin'], second: 'app-down' },
    inputs: BYPASSED,
    curl: { edge: 502, direct: 200 },
    expected: {
      ...unhealthy('origin-app-down'),
      says: [ONE_OF_SITE, 'fails for some visitors'],
      neverSays: [...ADDRESSES, 'shop.example is down'],
    },
    not: ['dns-not-proxied'],
  },
  {
    id: 'origin-refused-past-cloudflare-at-one-address',
    sentence: 'the name bypasses Cloudflare, and nothing listens at one of its two addresses',
    setup: { resolvesTo: ['origin', 'second'], second: 'stopped' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: { ...unhealthy('origin-refused'), says: [ONE_OF_SITE], neverSays: ADDRESSES },
    not: ['dns-not-proxied'],
  },
  {
    id: 'dns-not-proxied-ipv6-refuses',
    sentence: 'the name bypasses Cloudflare, and nothing listens at its IPv6 address',
    setup: { resolvesTo: ['origin', 'origin-v6'], ipv6Origin: 'stopped' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      warnings: ['dns-not-proxied', 'origin-refused'],
      says: [`${ONE_OF_SITE} (IPv6)`],
    },
  },
  {
    id: 'dns-not-proxied-runner-without-ipv6',
    sentence: 'the name bypasses Cloudflare over IPv4 and IPv6, and the runner has no IPv6',
    setup: { resolvesTo: ['origin', 'origin-v6'], runnerToIpv6: 'net-unreachable' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      warnings: ['dns-not-proxied'],
      notes: ['origin-unreachable'],
      says: ["The IPv6 address of the site's name was not checked"],
    },
  },
  {
    id: 'dns-not-proxied-in-part',
    sentence: 'the name resolves to Cloudflare and to another server, and both respond',
    setup: { resolvesTo: ['edge', 'second'], second: 'up' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: {
      ...HEALTHY,
      warnings: ['dns-not-proxied'],
      says: ['bypass Cloudflare and its protection'],
      neverSays: ADDRESSES,
    },
  },
  {
    id: 'origin-app-down-past-cloudflare-in-part',
    sentence: 'the name resolves to Cloudflare and to another server, which returns 502',
    setup: { resolvesTo: ['edge', 'second'], second: 'app-down' },
    inputs: BYPASSED,
    curl: BOTH_RESPOND,
    expected: {
      ...unhealthy('origin-app-down', 'likely'),
      says: [OUTSIDE, 'fails for some visitors'],
      neverSays: ADDRESSES,
    },
    not: ['dns-not-proxied'],
  },
  {
    id: 'origin-app-down-past-cloudflare-in-part-rotated',
    sentence: 'the same with the addresses in the other order',
    setup: { resolvesTo: ['second', 'edge'], second: 'app-down' },
    inputs: BYPASSED,
    curl: { edge: 502, direct: 200 },
    expected: { ...unhealthy('origin-app-down', 'likely'), says: [OUTSIDE] },
    not: ['dns-not-proxied'],
  },
]

/** Origins whose name has several addresses, and sites that bypass Cloudflare with several. Some of them fail. */
export const SEVERAL_ADDRESSES: readonly Scenario[] = [...AT_ORIGIN, ...AT_SITE].map(onLoopback)
