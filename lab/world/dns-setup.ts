import { ADDRESSES, GITHUB, HOST, type Host } from '../network/addresses.ts'
import { API_ADDRESSES } from '../apis/defaults.ts'
import { withDelegation, withNameServer, withResolver, withSite } from '../dns/changes.ts'
import type { LabRecord } from '../dns/records.ts'
import { APEX, NAME_SERVERS, wellDns, zoneWith, type ResolverId } from '../dns/defaults.ts'
import type { Conduct, DnsStage } from '../dns/setup.ts'
import type { DelegationState, NameTarget, Resolver, ResolverState, Stage } from './setup.ts'

/** Seconds, as Cloudflare gives out for proxied names. */
const TTL = 300
/** Seconds that a stale resolver goes on. */
const LEFT = 1740

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
export function dnsOf({ name, before, delegation, resolvers }: Stage): DnsStage {
  const hosts = Object.fromEntries(
    [...Object.entries(API_ADDRESSES), [GITHUB.name, GITHUB.address] as const].map(([known, address]) => [
      known,
      [address],
    ]),
  )
  let dns = withSite(wellDns(hosts), { records: zoneFor(name, TTL) })
  if (name === 'server-failure') {
    for (const server of Object.keys(NAME_SERVERS))
      dns = withNameServer(dns, server, { conduct: { says: 'servfail', about: [APEX] } })
  }
  dns = delegated(dns, delegation, before)
  for (const [resolver, state] of Object.entries(resolvers))
    if (isResolver(resolver)) dns = withState(dns, RESOLVER_IDS[resolver], state, before)
  return dns
}

const isResolver = (word: string): word is Resolver => Object.hasOwn(RESOLVER_IDS, word)

const isHost = (word: string): word is Host => Object.hasOwn(ADDRESSES, word)

/** What the zone holds while the site's name leads there. */
function zoneFor(target: NameTarget, ttl: number): readonly LabRecord[] {
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

function delegated(dns: DnsStage, state: DelegationState, before: NameTarget): DnsStage {
  const servers = Object.keys(NAME_SERVERS)
  switch (state) {
    case 'well':
      return dns
    case 'not-delegated':
      return withDelegation(dns, [])
    case 'lame':
      return servers.reduce((all, server) => withNameServer(all, server, { zones: [] }), dns)
    case 'dead':
      return servers.reduce((all, server) => withNameServer(all, server, { conduct: SILENT }), dns)
    case 'moved': {
      const zones = [zoneWith(APEX, zoneFor(before, TTL), [ELSEWHERE.name])]
      return withDelegation(withNameServer(dns, ELSEWHERE.name, { address: ELSEWHERE.address, zones }), [
        ELSEWHERE.name,
      ])
    }
    default:
      return state satisfies never
  }
}

const SILENT: Partial<Conduct> = { udp: 'silent', tcp: 'silent', https: 'silent' }

/** Only the site's names are wrong: the services of others have to be found. */
const wrongly = (says: Conduct['says']): Partial<Conduct> => ({ says, about: [APEX] })

/** Conduct that goes with a word; `stale` is no conduct but a memory. */
const CONDUCTS: { readonly [state in Exclude<ResolverState, 'stale'>]: Partial<Conduct> } = {
  well: {},
  nxdomain: wrongly('nxdomain'),
  nodata: wrongly('nodata'),
  servfail: wrongly('servfail'),
  bogus: wrongly('bogus'),
  refused: wrongly('refused'),
  silent: SILENT,
  closed: { udp: 'closed', tcp: 'closed', https: 'closed' },
  'closed-udp': { udp: 'closed' },
  truncated: { truncates: true },
  slow: { delay: 700 },
  lying: { forged: 'id' },
}

function withState(dns: DnsStage, id: ResolverId, state: ResolverState, before: NameTarget): DnsStage {
  if (state !== 'stale') return withResolver(dns, id, { conduct: CONDUCTS[state] })
  if (before === 'no-such-host') return withResolver(dns, id, { denies: { [HOST]: LEFT } })
  return withResolver(dns, id, { remembers: siteRecords(before, LEFT) })
}

/** Every address at which DNS is spoken, whatever is staged. */
export const DNS_ADDRESSES: readonly string[] = [
  ...wellDns().resolvers.flatMap(({ addresses }) => addresses),
  ...Object.values(wellDns().nameServers).map(({ address }) => address),
  ELSEWHERE.address,
]

/** The names that a site's owner may give to an Action. */
export const NAMES: readonly string[] = [HOST, APEX, ...Object.keys(ORIGIN_NAMES)]
