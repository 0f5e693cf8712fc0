import type { LabRecord } from './records.ts'
import { APEX, RESOLVERS, makeZone, type ResolverId } from './defaults.ts'
import {
  DEFAULT_BEHAVIOR,
  type ServerBehavior,
  type DnsSetup,
  type NameServer,
  type Resolver,
  type Zone,
} from './setup.ts'

/** The same, with one resolver behaving or remembering otherwise. */
export const withResolver = (
  stage: DnsSetup,
  id: ResolverId,
  change: { readonly behavior?: Partial<ServerBehavior> } & Partial<
    Pick<Resolver, 'cachedRecords' | 'cachedDenials' | 'caches'>
  >,
): DnsSetup => ({
  ...stage,
  resolvers: stage.resolvers.map((each) =>
    each.addresses[0] === RESOLVERS[id]
      ? { ...each, ...change, behavior: { ...each.behavior, ...change.behavior } }
      : each,
  ),
})

/** The same, with other records in the site's zone, or signatures that do or do not hold, on all of its servers. */
export const withSite = (
  stage: DnsSetup,
  change: { readonly records?: readonly LabRecord[]; readonly signatures?: Zone['signatures'] },
): DnsSetup => {
  const { records, signatures } = change
  const changed = (zone: Zone): Zone => ({
    ...(zone.apex === APEX && records ? makeZone(APEX, records) : zone),
    signatures: zone.apex === APEX && signatures ? signatures : zone.signatures,
  })
  return {
    ...stage,
    nameServers: Object.fromEntries(
      Object.entries(stage.nameServers).map(([name, server]) => [
        name,
        { ...server, zones: server.zones.map(changed) },
      ]),
    ),
  }
}

/** The same, with the site's zone led to these servers by its parent; none: it is not delegated. */
export const withDelegation = (stage: DnsSetup, servers: readonly string[]): DnsSetup => {
  const { [APEX]: _, ...others } = stage.delegations
  return { ...stage, delegations: servers.length === 0 ? others : { ...others, [APEX]: servers } }
}

/** The same, with a name server that is new or changed. */
export const withNameServer = (
  stage: DnsSetup,
  name: string,
  change: { readonly behavior?: Partial<ServerBehavior> } & Partial<Pick<NameServer, 'address' | 'zones'>>,
): DnsSetup => {
  const before = stage.nameServers[name] ?? { address: '', zones: [], behavior: DEFAULT_BEHAVIOR }
  const after = { ...before, ...change, behavior: { ...before.behavior, ...change.behavior } }
  return { ...stage, nameServers: { ...stage.nameServers, [name]: after } }
}
