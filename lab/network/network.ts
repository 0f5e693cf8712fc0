import type { Socket as UdpSocket } from 'node:dgram'
import type { Server, Socket } from 'node:net'
import type { Listening } from './listen.ts'
import type { CurlFailure } from '../http/curl-outcome.ts'
import type { LabFile, NameTable } from './routes.ts'

export type NetworkKind = 'loopback' | 'namespace'

/** Who connects; `elsewhere`: Globalping's probes. Firewalls distinguish them by their addresses. */
export type Source = 'edge' | 'runner' | 'elsewhere'

/** Whose packets a firewall distinguishes. The bastion's connections are made by its own programs. */
export type PacketSource = Source | 'bastion'

/** What a firewall does to a packet: no reply, a reset, or an ICMP error. */
export type FirewallAction = 'drop' | 'reset' | 'host-unreachable' | 'net-unreachable' | 'prohibited'

/** Whether packets get through. */
export type PathState = 'open' | FirewallAction

/** A firewall rule: what happens to packets from `from` to these addresses. */
export interface FirewallRule {
  readonly from: PacketSource
  readonly to: readonly string[]
  readonly action: FirewallAction
}

/** A real address to listen on or connect to. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/**
 * The network that the lab runs on. Its addresses are public and fixed, such as 203.0.113.10. A network namespace
 * has them for real; on loopback each one is a port of 127.0.0.1.
 */
export interface LabNetwork {
  readonly kind: NetworkKind
  /** Starts a server at `address:port`. Fails if that is taken. */
  readonly listen: (server: Server, address: string, port: number) => Promise<Listening>
  /** Binds a UDP socket of the right family to `address:port`. */
  readonly bindUdp: (socket: UdpSocket, address: string, port: number) => Promise<Listening>
  /**
   * Where a separate program (nginx, HAProxy …) must listen to be reachable at `address:port`. Stable across calls.
   */
  readonly listenEndpoint: (address: string, port: number) => Promise<Endpoint>
  /** Connects as one of them. Fails with the kernel's code, or ETIMEDOUT after `limit` ms. */
  readonly dial: (from: Source, address: string, port: number, limit: number) => Promise<Socket>
  /**
   * Replaces all firewall rules at once. `names` is for networks without DNS servers. Call it again after a new
   * server has started.
   */
  readonly configure: (order: {
    readonly rules: readonly FirewallRule[]
    readonly names: NameTable
  }) => Promise<void>
  /**
   * Arguments that make the runner's curl reach `host:port`, at `address` if given. A failure is one that only the
   * lab file knows about.
   */
  readonly curlArguments: (host: string, port: number, address?: string) => readonly string[] | CurlFailure
  /**
   * The real endpoint of `address:port` for the runner. Undefined if the lab file says that the connection fails.
   */
  readonly endpointOf: (address: string, port: number) => Endpoint | undefined
  /** The command line that runs a program on the bastion. Absent where the bastion has no network of its own. */
  readonly onBastion?: (folder: string, command: readonly string[]) => readonly [string, ...string[]]
  /** The current lab file, on a network that uses one. */
  readonly labFile?: () => LabFile
  /** Environment variables that the Action needs on this network. */
  readonly env: Readonly<Record<string, string>>
  /** Frees the network's own resources. Servers are closed by their owners. */
  readonly close: () => Promise<void>
}
