import type { Socket as UdpSocket } from 'node:dgram'
import type { Server, Socket } from 'node:net'
import type { Listening } from './listen.ts'
import type { CurlFailure } from '../http/curl-outcome.ts'
import type { LabFile, NameTable } from './routes.ts'

export type NetworkKind = 'loopback' | 'namespace'

/** Who dials. The firewall of an origin knows them apart by their address. */
export type Source = 'edge' | 'runner'

/** Why somebody does not get to an address: no answer ever, a reset, or word from a router. */
export type FirewallAction = 'drop' | 'reset' | 'host-unreachable' | 'net-unreachable' | 'prohibited'

/** Whether somebody gets to an address. */
export type PathState = 'open' | FirewallAction

/** One line of a firewall: what becomes of the packets that `from` sends to these addresses. */
export interface FirewallRule {
  readonly from: Source
  readonly to: readonly string[]
  readonly action: FirewallAction
}

/** Where to listen or to connect in truth. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/**
 * What an internet stands on. Its addresses are public and fixed, such as 203.0.113.10, whatever they are in truth:
 * a network namespace has them for real, on loopback each is a port of 127.0.0.1.
 */
export interface LabNetwork {
  readonly kind: NetworkKind
  /** Has a server answer at `address:port`. Fails when something holds it already. */
  readonly listen: (server: Server, address: string, port: number) => Promise<Listening>
  /** Has a UDP socket of the right family receive what is sent to `address:port`. */
  readonly bindUdp: (socket: UdpSocket, address: string, port: number) => Promise<Listening>
  /** Where a program of its own (nginx, HAProxy …) has to listen to be found at `address:port`. The same each time. */
  readonly listenEndpoint: (address: string, port: number) => Promise<Endpoint>
  /** A connection as the edge or the runner gets it. Fails with the kernel's code, or ETIMEDOUT after `limit` ms. */
  readonly dial: (from: Source, address: string, port: number, limit: number) => Promise<Socket>
  /**
   * Makes these all the rules there are, at once. `names` is for a network without name servers; where there are some,
   * they tell. To be called again once something new listens.
   */
  readonly configure: (order: {
    readonly rules: readonly FirewallRule[]
    readonly names: NameTable
  }) => Promise<void>
  /**
   * Arguments with which the runner's curl finds `host:port`, at `address` where that is given. A failure: it would
   * meet that, but only the plan says so.
   */
  readonly curlArguments: (host: string, port: number, address?: string) => readonly string[] | CurlFailure
  /** Where `address:port` is in truth for the runner; undefined where only the plan says what would come of it. */
  readonly endpointOf: (address: string, port: number) => Endpoint | undefined
  /** On a network that is a plan: how the runner finds its way at present. */
  readonly labFile?: () => LabFile
  /** What the Action needs in its environment to live on this network. */
  readonly env: Readonly<Record<string, string>>
  /** Frees what the network itself holds. Servers are closed by who had them listen. */
  readonly close: () => Promise<void>
}
