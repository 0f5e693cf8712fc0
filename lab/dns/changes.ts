import type { LabRecord } from './records.ts'
import { APEX, RESOLVERS, zoneWith, type ResolverId } from './defaults.ts'
import { BEHAVES, type Conduct, type DnsStage, type NameServer, type Resolver, type Zone } from './setup.ts'

/** The same, with one resolver behaving or remembering otherwise. */
export const withResolver = (
  stage: DnsStage,
  id: ResolverId,
  change: { readonly conduct?: Partial<Conduct> } & Partial<
    Pick<Resolver, 'remembers' | 'denies' | 'learns'>
  >,
): DnsStage => ({
  ...stage,
  resolvers: stage.resolvers.map((each) =>
    each.addresses[0] === RESOLVERS[id]
      ? { ...each, ...change, conduct: { ...each.conduct, ...change.conduct } }
      : each,
  ),
})

/** The same, with other records in the site's zone, or signatures that do or do not hold, on all of its servers. */
export const withSite = (
  stage: DnsStage,
  change: { readonly records?: readonly LabRecord[]; readonly signatures?: Zone['signatures'] },
): DnsStage => {
  const { records, signatures } = change
  const changed = (zone: Zone): Zone => ({
    ...(zone.apex === APEX && records ? zoneWith(APEX, records) : zone),
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
export const withDelegation = (stage: DnsStage, servers: readonly string[]): DnsStage => {
  const { [APEX]: _, ...others } = stage.delegations
  return { ...stage, delegations: servers.length === 0 ? others : { ...others, [APEX]: servers } }
}

/** The same, with a name server that is new or changed. */
export const withNameServer = (
  stage: DnsStage,
  name: string,
  change: { readonly conduct?: Partial<Conduct> } & Partial<Pick<NameServer, 'address' | 'zones'>>,
): DnsStage => {
  const before = stage.nameServers[name] ?? { address: '', zones: [], conduct: BEHAVES }
  const after = { ...before, ...change, conduct: { ...before.conduct, ...change.conduct } }
  return { ...stage, nameServers: { ...stage.nameServers, [name]: after } }
}
