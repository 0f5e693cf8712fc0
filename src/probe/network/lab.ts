import { readFile } from 'node:fs/promises'
import { connect, isIP, isIPv6, Socket } from 'node:net'
import type { Address } from '../../domain/dns.ts'
import type { Network } from './network.ts'

/**
 * The plan of a lab: names lead to addresses, addresses to ports of 127.0.0.1. An errno in the place of either
 * makes it fail that way, and `drop` leaves a connection without an answer.
 */
interface LabPlan {
  readonly names: Readonly<Record<string, readonly string[] | string>>
  readonly routes: Readonly<Record<string, number | string>>
  /** A stand-in for Cloudflare's Origin CA, as PEM. */
  readonly cloudflareOriginCa?: string
}

/**
 * A network that exists on loopback only, for the demo and the tests: read from the JSON file that the environment
 * variable `ORIGIN_GATE_LAB` names. What the plan does not mention cannot be reached, so nothing leaves the machine.
 */
export async function labNetwork(path: string): Promise<Network> {
  const plan: LabPlan = JSON.parse(await readFile(path, 'utf8'))
  const addresses = async (host: string): Promise<readonly Address[]> => {
    const known = isIP(host) === 0 ? (plan.names[host] ?? 'ENOTFOUND') : [host]
    if (typeof known === 'string') throw failure(known)
    return known.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  }
  return {
    lookup: addresses,
    query: addresses,
    dial: (address, port) => {
      const route = plan.routes[`${isIPv6(address) ? `[${address}]` : address}:${port}`] ?? 'ENETUNREACH'
      if (typeof route === 'number') return connect({ host: '127.0.0.1', port: route, noDelay: true })
      const socket = new Socket()
      if (route !== 'drop') process.nextTick(() => socket.destroy(failure(route)))
      return socket
    },
    originCa: plan.cloudflareOriginCa === undefined ? [] : [plan.cloudflareOriginCa],
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}
