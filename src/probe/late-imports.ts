import type { Site } from '../domain/config.ts'
import type { FollowUpQuestion } from '../domain/evidence.ts'
import { loadJsonClient } from './api/json-api.ts'
import { prepareMatching } from './page/expectations.ts'
import type { Network } from './types.ts'

// Code that only some runs need. Loading blocks the event loop, so phases measured meanwhile would be too long. It is
// therefore loaded before the first probe, or between the first probes of a round and its follow-ups.

export const loadDnsQueries = () => {
  // `network.ts` opens sockets with it.
  process.getBuiltinModule('node:dgram')
  return import('./dns/queries.ts')
}
export const loadHttp2 = () => import('./http/http2.ts')
/** The client for SOCKS proxies. */
export const loadSocks = () => import('./network/socks.ts')
/** What starts the command of a site, `origin-proxy-command`. */
export const loadCommands = () => import('./route/connection.ts')
/** Globalping's API. */
export const loadVantage = () => import('./vantage/measure.ts')

const NEEDED: { readonly [P in FollowUpQuestion['probe']]?: () => Promise<unknown> } = {
  analytics: loadJsonClient,
  statusPage: loadJsonClient,
  resolvers: loadDnsQueries,
  ownResolver: loadDnsQueries,
  nameServers: loadDnsQueries,
  http2: loadHttp2,
}

/** Loads what these follow-ups need. */
export async function loadForFollowUps(questions: readonly FollowUpQuestion[]): Promise<void> {
  await loadAll(questions.map(({ probe }) => NEEDED[probe]))
}

/**
 * Loads what the first probes of these sites need. With several sites, that includes HTTP/2, because the follow-ups of
 * one site overlap with probes of others. The client for JSON APIs is too large to load just in case.
 */
export async function loadForProbes(sites: readonly Site[], network: Network): Promise<void> {
  for (const site of sites) prepareMatching(site)
  const queriesDns = network.dns !== undefined && sites.some(({ resolvers }) => resolvers.length > 0)
  await loadAll([
    queriesDns ? loadDnsQueries : undefined,
    sites.some(({ zone }) => zone !== undefined) ? loadJsonClient : undefined,
    // It starts next to other probes, as soon as one fails.
    ...(sites.some(({ vantage }) => vantage !== undefined) ? [loadJsonClient, loadVantage] : []),
    sites.length > 1 ? loadHttp2 : undefined,
    sites.some(({ originProxyCommand }) => originProxyCommand !== undefined) ? loadCommands : undefined,
    network.load,
  ])
}

async function loadAll(loads: readonly ((() => Promise<unknown>) | undefined)[]): Promise<void> {
  await Promise.all(loads.flatMap((load) => (load === undefined ? [] : [load()])))
}
