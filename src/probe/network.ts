import { promises as dns } from 'node:dns'
import { connect, type Socket } from 'node:net'
import type { Address } from '../domain/resolution.ts'

/** The way out: everything that the probes ask of the operating system. The lab puts another in its place. */
export interface Network {
  /** The system's resolver (getaddrinfo). Rejects with an error that has a `code`. */
  readonly lookup: (host: string) => Promise<readonly Address[]>
  /** Asks DNS itself why `lookup` found nothing: rejects with `ENOTFOUND` for NXDOMAIN, `ENODATA` for no address. */
  readonly query: (host: string) => Promise<unknown>
  /** Begins to dial; the socket tells by its events what comes of it. */
  readonly dial: (address: string, port: number) => Socket
  /** Roots that Cloudflare trusts beside the public ones, as PEM. */
  readonly originCa: readonly string[]
}

let pending = 0

/**
 * Whether the system's resolver still owes an answer. It cannot be called off, and a process that exits waits for it:
 * seconds for each name where the resolver stays silent.
 */
export function resolverOwes(): boolean {
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

/** The real network. */
export function systemNetwork(originCa: readonly string[]): Network {
  return {
    lookup: async (host) =>
      (await counted(dns.lookup(host, { all: true, order: 'verbatim' }))).map(({ address, family }) => ({
        address,
        family: family === 6 ? 6 : 4,
      })),
    query: (host) => dns.resolve4(host),
    dial: (host, port) => connect({ host, port, autoSelectFamily: false, noDelay: true }),
    originCa,
  }
}
