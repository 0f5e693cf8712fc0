import type { LabRecord } from './records.ts'
import { APEX, RESOLVERS, makeZone, type ResolverId } from './defaults.ts'
import {
  DEFAULT_BEHAVIOR,
  type ServerBehavior,
  type DnsSetup,
  type NameServer,
  type Resolver,
  type DnsZone,
} from './setup.ts'

/** The setup with another behavior or cache of one resolver. */
export const withResolver = (
  setup: DnsSetup,
  id: ResolverId,
  change: { readonly behavior?: Partial<ServerBehavior> } & Partial<
    Pick<Resolver, 'cachedRecords' | 'cachedDenials' | 'caches'>
  >,
): DnsSetup => ({
  ...setup,
  resolvers: setup.resolvers.map((each) =>
    each.addresses[0] === RESOLVERS[id]
      ? { ...each, ...change, behavior: { ...each.behavior, ...change.behavior } }
      : each,
  ),
})

/** The setup with other records or signatures of the site's zone, on all of its servers. */
export const withSite = (
  setup: DnsSetup,
  change: { readonly records?: readonly LabRecord[]; readonly signatures?: DnsZone['signatures'] },
): DnsSetup => {
  const { records, signatures } = change
  const changed = (zone: DnsZone): DnsZone => ({
    ...(zone.apex === APEX && records ? makeZone(APEX, records) : zone),
    signatures: zone.apex === APEX && signatures ? signatures : zone.signatures,
  })
  return {
    ...setup,
    nameServers: Object.fromEntries(
      Object.entries(setup.nameServers).map(([name, server]) => [
        name,
        { ...server, zones: server.zones.map(changed) },
      ]),
    ),
  }
}

/** The setup with the site's zone delegated to these servers. None: not delegated. */
export const withDelegation = (setup: DnsSetup, servers: readonly string[]): DnsSetup => {
  const { [APEX]: _, ...others } = setup.delegations
  return { ...setup, delegations: servers.length === 0 ? others : { ...others, [APEX]: servers } }
}

/** The setup with a new or changed name server. */
export const withNameServer = (
  setup: DnsSetup,
  name: string,
  change: { readonly behavior?: Partial<ServerBehavior> } & Partial<Pick<NameServer, 'address' | 'zones'>>,
): DnsSetup => {
  const before = setup.nameServers[name] ?? { address: '', zones: [], behavior: DEFAULT_BEHAVIOR }
  const after = { ...before, ...change, behavior: { ...before.behavior, ...change.behavior } }
  return { ...setup, nameServers: { ...setup.nameServers, [name]: after } }
}
