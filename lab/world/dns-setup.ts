import { ADDRESSES, GITHUB, HOST, type Host } from '../network/addresses.ts'
import { API_ADDRESSES } from '../apis/defaults.ts'
import { withDelegation, withNameServer, withResolver, withSite } from '../dns/changes.ts'
import type { LabRecord } from '../dns/records.ts'
import { APEX, NAME_SERVERS, defaultDns, makeZone, type ResolverId } from '../dns/defaults.ts'
import type { ServerBehavior, DnsSetup } from '../dns/setup.ts'
import type { DelegationState, NameTarget, Resolver, ResolverState, Setup } from './setup.ts'

/** Seconds, as Cloudflare gives out for proxied names. */
const TTL = 300
/** Seconds that a stale resolver goes on. */
const STALE_TTL = 1740

/** The names of other origins, for inputs and records that name one. */
const ORIGIN_NAMES = {
  [`origin.${APEX}`]: 'origin',
  [`second.${APEX}`]: 'second',
  [`old.${APEX}`]: 'old',
  [`dual.${APEX}`]: ['origin', 'origin-v6'],
} as const satisfies Readonly<Record<string, Host | readonly Host[]>>

/** Name servers where nobody looked after the zone when it moved. */
const ELSEWHERE = { name: 'ns1.elsewhere.example', address: '198.51.100.104' } as const

const RESOLVER_IDS = {
  runner: 'runner',
  '1.1.1.1': 'cloudflare',
  '8.8.8.8': 'google',
  '9.9.9.9': 'quad9',
} as const satisfies Record<Resolver, ResolverId>

/** All of DNS, as it is on a stage. */
export function dnsSetup({ resolvesTo, resolvedTo, delegation, resolvers }: Setup): DnsSetup {
  const hosts = Object.fromEntries(
    [...Object.entries(API_ADDRESSES), [GITHUB.name, GITHUB.address] as const].map(([known, address]) => [
      known,
      [address],
    ]),
  )
  let dns = withSite(defaultDns(hosts), { records: zoneRecords(resolvesTo, TTL) })
  if (resolvesTo === 'server-failure') {
    for (const server of Object.keys(NAME_SERVERS))
      dns = withNameServer(dns, server, { behavior: { answer: 'servfail', names: [APEX] } })
  }
  dns = withDelegationState(dns, delegation, resolvedTo)
  for (const [resolver, state] of Object.entries(resolvers))
    if (isResolver(resolver)) dns = withResolverState(dns, RESOLVER_IDS[resolver], state, resolvedTo)
  return dns
}

const isResolver = (word: string): word is Resolver => Object.hasOwn(RESOLVER_IDS, word)

const isHost = (word: string): word is Host => Object.hasOwn(ADDRESSES, word)

/** What the zone holds while the site's name leads there. */
function zoneRecords(target: NameTarget, ttl: number): readonly LabRecord[] {
  return [
    ...addressRecords(APEX, ['edge'], ttl),
    ...Object.entries(ORIGIN_NAMES).flatMap(([name, host]) => addressRecords(name, [host].flat(), ttl)),
    ...siteRecords(target, ttl),
  ]
}

function siteRecords(target: NameTarget, ttl: number): readonly LabRecord[] {
  if (typeof target !== 'string') return addressRecords(HOST, target, ttl)
  if (isHost(target)) return addressRecords(HOST, [target], ttl)
  // A name with a record of any other type exists.
  return target === 'no-address' ? [{ name: HOST, ttl, type: 'TXT', data: 'nothing to see here' }] : []
}

const addressRecords = (name: string, hosts: readonly Host[], ttl: number): readonly LabRecord[] =>
  hosts.map((host) => {
    const data = ADDRESSES[host]
    return { name, ttl, type: data.includes(':') ? 'AAAA' : 'A', data }
  })

function withDelegationState(dns: DnsSetup, state: DelegationState, before: NameTarget): DnsSetup {
  const servers = Object.keys(NAME_SERVERS)
  switch (state) {
    case 'delegated':
      return dns
    case 'not-delegated':
      return withDelegation(dns, [])
    case 'lame':
      return servers.reduce((all, server) => withNameServer(all, server, { zones: [] }), dns)
    case 'dead':
      return servers.reduce((all, server) => withNameServer(all, server, { behavior: SILENT }), dns)
    case 'moved': {
      const zones = [makeZone(APEX, zoneRecords(before, TTL), [ELSEWHERE.name])]
      return withDelegation(withNameServer(dns, ELSEWHERE.name, { address: ELSEWHERE.address, zones }), [
        ELSEWHERE.name,
      ])
    }
    default:
      return state satisfies never
  }
}

const SILENT: Partial<ServerBehavior> = { udp: 'silent', tcp: 'silent', https: 'silent' }

/** Only the site's names are wrong: the services of others have to be found. */
const forSiteOnly = (answer: ServerBehavior['answer']): Partial<ServerBehavior> => ({ answer, names: [APEX] })

/** Conduct that goes with a word; `stale` is no behavior but a memory. */
const RESOLVER_BEHAVIORS: { readonly [state in Exclude<ResolverState, 'stale'>]: Partial<ServerBehavior> } = {
  healthy: {},
  nxdomain: forSiteOnly('nxdomain'),
  nodata: forSiteOnly('nodata'),
  servfail: forSiteOnly('servfail'),
  bogus: forSiteOnly('bogus'),
  refused: forSiteOnly('refused'),
  silent: SILENT,
  closed: { udp: 'closed', tcp: 'closed', https: 'closed' },
  'closed-udp': { udp: 'closed' },
  truncated: { truncates: true },
  slow: { delay: 700 },
  spoofed: { forged: 'id' },
}

function withResolverState(
  dns: DnsSetup,
  id: ResolverId,
  state: ResolverState,
  before: NameTarget,
): DnsSetup {
  if (state !== 'stale') return withResolver(dns, id, { behavior: RESOLVER_BEHAVIORS[state] })
  if (before === 'no-such-host') return withResolver(dns, id, { cachedDenials: { [HOST]: STALE_TTL } })
  return withResolver(dns, id, { cachedRecords: siteRecords(before, STALE_TTL) })
}

/** Every address at which DNS is spoken, whatever is staged. */
export const DNS_ADDRESSES: readonly string[] = [
  ...defaultDns().resolvers.flatMap(({ addresses }) => addresses),
  ...Object.values(defaultDns().nameServers).map(({ address }) => address),
  ELSEWHERE.address,
]

/** The names that a site's owner may give to an Action. */
export const SITE_NAMES: readonly string[] = [HOST, APEX, ...Object.keys(ORIGIN_NAMES)]
