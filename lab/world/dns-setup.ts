import { ADDRESSES, GITHUB, HOST, type Host } from '../network/addresses.ts'
import { API_ADDRESSES } from '../network/addresses.ts'
import { withDelegation, withNameServer, withResolver, withSite } from '../dns/changes.ts'
import type { LabRecord } from '../dns/records.ts'
import {
  APEX,
  defaultDns,
  FORMER_NAME_SERVER,
  NAME_SERVERS,
  makeZone,
  type ResolverId,
} from '../dns/defaults.ts'
import type { ServerBehavior, DnsSetup } from '../dns/setup.ts'
import type { DelegationState, NameTarget, Resolver, ResolverState, Setup } from './setup.ts'

/** Seconds. Cloudflare's TTL for proxied names. */
const TTL = 300
/** Seconds that a stale resolver keeps its old records. */
const STALE_TTL = 1740

/** Targets of a CNAME. No zone has the first; the second has no address. */
export const GONE_TARGET = 'shop-7f3a.platform.example'
export const EMPTY_TARGET = `store.${APEX}`

/** Names of the origins, for inputs and records that point to one by name. */
const ORIGIN_NAMES = {
  [`origin.${APEX}`]: 'origin',
  [`second.${APEX}`]: 'second',
  [`old.${APEX}`]: 'old',
  [`ipv6.${APEX}`]: 'origin-v6',
  [`dual.${APEX}`]: ['origin', 'origin-v6'],
  [`pair.${APEX}`]: ['origin', 'second'],
  [`pair-rotated.${APEX}`]: ['second', 'origin'],
  [`many.${APEX}`]: ['old', 'third', 'origin-v6', 'second', 'origin'],
} as const satisfies Readonly<Record<string, Host | readonly Host[]>>

const RESOLVER_IDS = {
  runner: 'runner',
  '1.1.1.1': 'cloudflare',
  '8.8.8.8': 'google',
  '9.9.9.9': 'quad9',
} as const satisfies Record<Resolver, ResolverId>

/** The state of all DNS servers for a setup. */
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

/** Records of the zone while the site's name resolves to `target`. */
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
  if (target === 'gone-alias') return [{ name: HOST, ttl, type: 'CNAME', data: GONE_TARGET }]
  if (target === 'empty-alias') {
    return [
      { name: HOST, ttl, type: 'CNAME', data: EMPTY_TARGET },
      { name: EMPTY_TARGET, ttl, type: 'TXT', data: 'no address' },
    ]
  }
  // A record of another type makes the name exist.
  return target === 'no-address' ? [{ name: HOST, ttl, type: 'TXT', data: 'nothing to see here' }] : []
}

const addressRecords = (name: string, hosts: readonly Host[], ttl: number): readonly LabRecord[] =>
  hosts.map((host) => {
    const data = ADDRESSES[host]
    return { name, ttl, type: data.includes(':') ? 'AAAA' : 'A', data }
  })

function withDelegationState(dns: DnsSetup, state: DelegationState, resolvedTo: NameTarget): DnsSetup {
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
      const zones = [makeZone(APEX, zoneRecords(resolvedTo, TTL), [FORMER_NAME_SERVER.name])]
      return withDelegation(
        withNameServer(dns, FORMER_NAME_SERVER.name, { address: FORMER_NAME_SERVER.address, zones }),
        [FORMER_NAME_SERVER.name],
      )
    }
    default:
      return state satisfies never
  }
}

const SILENT: Partial<ServerBehavior> = { udp: 'silent', tcp: 'silent', https: 'silent' }

/** Limits the fault to the site's names, because the names of the APIs must still resolve. */
const forSiteOnly = (answer: ServerBehavior['answer']): Partial<ServerBehavior> => ({ answer, names: [APEX] })

/** `stale` is missing because it needs cached records, not another behavior. */
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
  resolvedTo: NameTarget,
): DnsSetup {
  if (state !== 'stale') return withResolver(dns, id, { behavior: RESOLVER_BEHAVIORS[state] })
  if (resolvedTo === 'no-such-host') return withResolver(dns, id, { cachedDenials: { [HOST]: STALE_TTL } })
  return withResolver(dns, id, { cachedRecords: siteRecords(resolvedTo, STALE_TTL) })
}

/** Names that the inputs of a scenario may contain. */
export const SITE_NAMES: readonly string[] = [HOST, APEX, ...Object.keys(ORIGIN_NAMES)]
