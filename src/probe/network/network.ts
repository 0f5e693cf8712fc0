import { familyOf } from '../../shared/ip.ts'
import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { getServers, promises as dns } from 'node:dns'
import { connect, isIP, type Socket } from 'node:net'
import type { Address } from '../../domain/dns.ts'
import type { ProxyFor } from './proxy.ts'
import { failureOf, connectThroughProxy, type ProxyConnection } from './http-connect.ts'

/** The way out: everything that the probes ask of the operating system. The lab puts another in its place. */
export interface Network {
  /** The system's resolver (getaddrinfo). Rejects with an error that has a `code`. */
  readonly lookup: (host: string) => Promise<readonly Address[]>
  /** Asks DNS itself why `lookup` found nothing: rejects with `ENOTFOUND` for NXDOMAIN, `ENODATA` for no address. */
  readonly query: (host: string) => Promise<unknown>
  /** Begins to dial; the socket tells by its events what comes of it. */
  readonly dial: (address: string, port: number) => Socket
  /** The way through the runner's proxy, if it has one for that destination: then nothing is resolved or dialed here. */
  readonly openThroughProxy?: (
    host: string,
    port: number,
    tls: boolean,
  ) => ((signal: AbortSignal) => Promise<ProxyConnection>) | undefined
  /** DNS beneath the system's resolver. Absent where a plan tells names, and no server does. */
  readonly dns?: DnsAccess
  /** Roots that Cloudflare trusts beside the public ones, as PEM. */
  readonly originCa: readonly string[]
}

export interface DnsAccess {
  /** The servers that the system's resolver asks. */
  readonly servers: () => readonly string[]
  /** A socket that speaks with that address alone, once it has emitted `connect`. */
  readonly datagram: (address: string, port: number) => DatagramSocket
}

let pending = 0

/**
 * Whether the system's resolver still owes an answer. It cannot be called off, and a process that exits waits for it:
 * seconds for each name where the resolver stays silent.
 */
export function hasPendingLookup(): boolean {
  return pending > 0
}

async function counted<T>(lookup: Promise<T>): Promise<T> {
  pending += 1
  try {
    return await lookup
  } finally {
    pending -= 1
  }
}

/** The real network, with the proxies that lead out of it. */
export function systemNetwork(originCa: readonly string[], proxyFor: ProxyFor): Network {
  return {
    lookup: async (host) =>
      (await counted(dns.lookup(host, { all: true, order: 'verbatim' }))).map(({ address, family }) => ({
        address,
        family: family === 6 ? 6 : 4,
      })),
    query: (host) => dns.resolve4(host),
    dial: (host, port) => connect({ host, port, autoSelectFamily: false, noDelay: true }),
    openThroughProxy: (host, port, tls) => {
      const proxy = proxyFor(host, port, tls)
      if (proxy === undefined) return
      return proxy === 'unusable'
        ? () => Promise.resolve(failureOf('UNUSABLE'))
        : (signal) => connectThroughProxy(proxy, host, port, signal)
    },
    dns: {
      // One on a port of its own, or on a link, is none that we can ask.
      servers: () => getServers().filter((server) => isIP(server) !== 0),
      datagram: (address, port) => {
        const socket = createSocket(familyOf(address) === 6 ? 'udp6' : 'udp4')
        socket.connect(port, address)
        return socket
      },
    },
    originCa,
  }
}
