import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { servedChain } from './chain.ts'

/** Certificates that a server sent, the leaf first. */
export type ServedChain = readonly [X509Certificate, ...X509Certificate[]]

interface ReadChain {
  readonly served: ServedChain
  readonly opensslError: string
  /** Milliseconds since the epoch. */
  readonly readAt: number
}

/** Milliseconds. */
const MAX_AGE = 60_000
/** Names to remember, and chains of each: the edge and several origins use the same name. */
const MAX_NAMES = 100
const MAX_CHAINS = 8

const known = new Map<string, readonly ReadChain[]>()

/**
 * The certificates of a server, read at most once a minute while its leaf and OpenSSL's error stay the same. Each
 * `getPeerX509Certificate` of Node 24 leaks the issuers, about 5 kB: `X509Certificate::GetPeerCert` takes them out of
 * OpenSSL's list without freeing them. That is 100 MB in a day of `watch`.
 */
export function servedBy(
  socket: TLSSocket,
  servername: string,
  opensslError: string,
  now: number,
): ServedChain | undefined {
  const recent = (known.get(servername) ?? []).filter(({ readAt }) => Math.abs(now - readAt) < MAX_AGE)
  const leaf = recent.length === 0 ? undefined : socket.getPeerCertificate().raw
  const same = recent.find(
    (chain) => chain.opensslError === opensslError && leaf !== undefined && chain.served[0].raw.equals(leaf),
  )
  if (same !== undefined) return same.served
  const first = socket.getPeerX509Certificate()
  if (first === undefined) return
  const served = servedChain(first)
  if (known.size >= MAX_NAMES) known.clear()
  known.set(servername, [...recent, { served, opensslError, readAt: now }].slice(-MAX_CHAINS))
  return served
}
