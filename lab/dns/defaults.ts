import { parseRecords, type LabRecord } from './records.ts'
import { DEFAULT_BEHAVIOR, type DnsSetup, type NameServer, type Resolver, type DnsZone } from './setup.ts'

/** Resolvers by operator. `runner` is the one in the runner's resolv.conf. */
export const RESOLVERS = {
  runner: '198.51.100.53',
  cloudflare: '1.1.1.1',
  google: '8.8.8.8',
  quad9: '9.9.9.9',
} as const

export type ResolverId = keyof typeof RESOLVERS

/** The site's name servers. */
export const NAME_SERVERS = {
  'ns1.lab-dns.example': '198.51.100.101',
  'ns2.lab-dns.example': '198.51.100.102',
} as const

/** The name server of the previous DNS provider, for a delegation that was never changed. */
export const FORMER_NAME_SERVER = { name: 'ns1.elsewhere.example', address: '198.51.100.104' } as const

/** Serves all other zones, so that a fault in the site's zone affects only the site. */
const OTHER_ZONES_SERVER = 'ns.lab-root.example'

export const APEX = 'shop.example'

/** Cloudflare's TTL and addresses for proxied names. */
export const SITE_RECORDS = parseRecords(`
  shop.example 300 A 104.16.10.10
  shop.example 300 A 104.16.20.20
  shop.example 300 AAAA 2606:4700::6810:a0a
  www.shop.example 300 A 104.16.10.10
  www.shop.example 300 A 104.16.20.20
  www.shop.example 300 AAAA 2606:4700::6810:a0a
  shop.example 3600 CAA 0 issue "letsencrypt.org"
`)

/** A zone with SOA and NS records. A denial is valid for 1800 seconds, as at Cloudflare. */
export const makeZone = (
  apex: string,
  records: readonly LabRecord[],
  servers: readonly string[] = Object.keys(NAME_SERVERS),
): DnsZone => ({
  apex,
  records: [
    ...parseRecords(`${apex} 1800 SOA ${servers[0] ?? apex} dns.${apex} 2026100100 10000 2400 604800 1800`),
    ...parseRecords(servers.map((server) => `${apex} 86400 NS ${server}`).join('\n')),
    ...records,
  ],
  signatures: 'none',
})

/** Working DNS. `hosts` are other names, such as those of the APIs, and their addresses. Each is its own zone. */
export function defaultDns(hosts: Readonly<Record<string, readonly string[]>> = {}): DnsSetup {
  const rest = {
    ...hosts,
    ...Object.fromEntries(Object.entries(NAME_SERVERS).map(([name, address]) => [name, [address]])),
    'cloudflare-dns.com': ['104.16.248.249', '104.16.249.249'],
    'one.one.one.one': ['1.1.1.1', '1.0.0.1'],
    'dns.google': ['8.8.8.8', '8.8.4.4'],
    'dns.quad9.net': ['9.9.9.9'],
  }
  const zones = Object.entries(rest).map(([name, addresses]) =>
    makeZone(name, addressRecords(name, addresses), [OTHER_ZONES_SERVER]),
  )
  const site = makeZone(APEX, SITE_RECORDS)
  return {
    delegations: {
      [APEX]: Object.keys(NAME_SERVERS),
      ...Object.fromEntries(zones.map(({ apex }) => [apex, [OTHER_ZONES_SERVER]])),
    },
    nameServers: {
      ...Object.fromEntries(
        Object.entries(NAME_SERVERS).map(([name, address]) => [name, server(address, [site])]),
      ),
      [OTHER_ZONES_SERVER]: server('198.51.100.103', zones),
    },
    resolvers: [
      resolver([RESOLVERS.runner]),
      resolver(
        [RESOLVERS.cloudflare, '1.0.0.1', '104.16.248.249', '104.16.249.249'],
        ['cloudflare-dns.com', 'one.one.one.one', '1.1.1.1', '1.0.0.1'],
      ),
      resolver([RESOLVERS.google, '8.8.4.4'], ['dns.google', '8.8.8.8', '8.8.4.4']),
      resolver([RESOLVERS.quad9], ['dns.quad9.net', '9.9.9.9']),
    ],
  }
}

const server = (address: string, zones: readonly DnsZone[]): NameServer => ({
  address,
  zones,
  behavior: DEFAULT_BEHAVIOR,
})

const resolver = (addresses: Resolver['addresses'], names: readonly string[] = []): Resolver => ({
  addresses,
  names,
  behavior: DEFAULT_BEHAVIOR,
  cachedRecords: [],
  cachedDenials: {},
  caches: false,
})

const addressRecords = (name: string, addresses: readonly string[]): readonly LabRecord[] =>
  addresses.map((data) => ({ name, ttl: 300, type: data.includes(':') ? 'AAAA' : 'A', data }))

/** Every address of a DNS server, whatever the setup. */
export const DNS_ADDRESSES: readonly string[] = [
  ...defaultDns().resolvers.flatMap(({ addresses }) => addresses),
  ...Object.values(defaultDns().nameServers).map(({ address }) => address),
  FORMER_NAME_SERVER.address,
]
