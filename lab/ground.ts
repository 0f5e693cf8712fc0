import type { Socket as UdpSocket } from 'node:dgram'
import type { Server, Socket } from 'node:net'
import type { Listening } from './listen.ts'

/** Who dials. The firewall of an origin knows them apart by their address. */
export type Party = 'edge' | 'runner'

/** Why somebody does not get to an address: no answer ever, a reset, or word from a router. */
export type Shut = 'drop' | 'reset' | 'host-unreachable' | 'net-unreachable' | 'prohibited'

/** Whether somebody gets to an address. */
export type Way = 'open' | Shut

/** One line of a firewall: what becomes of the packets of `from` to `to`. */
export interface Rule {
  readonly from: Party
  /** Addresses. */
  readonly to: readonly string[]
  readonly way: Shut
}

/** Where to listen in truth. */
export interface Spot {
  readonly host: string
  readonly port: number
}

/**
 * What an internet stands on. Its addresses are public and fixed, such as 203.0.113.10, whatever they are in truth:
 * a network namespace has them for real, on loopback each is a port of 127.0.0.1.
 */
export interface Ground {
  readonly kind: 'loopback' | 'namespace'
  /** Has a server answer at `address:port`. Fails when something holds it already. */
  readonly listen: (server: Server, address: string, port: number) => Promise<Listening>
  /** Has a UDP socket of the right family receive what is sent to `address:port`. */
  readonly bind: (socket: UdpSocket, address: string, port: number) => Promise<void>
  /** Where a program of its own (nginx, HAProxy …) has to listen to be found at `address:port`. The same each time. */
  readonly place: (address: string, port: number) => Promise<Spot>
  /** A connection as the edge or the runner gets it. Fails with the kernel's code, or ETIMEDOUT after `limit` ms. */
  readonly dial: (from: Party, address: string, port: number, limit: number) => Promise<Socket>
  /** Replaces the whole firewall at once. */
  readonly guard: (rules: readonly Rule[]) => Promise<void>
  /** Where the names of the site lead, for who asks the system's resolver. Replaces what was said before. */
  readonly name: (names: Names) => Promise<void>
  /** What a child process needs in its environment to live on this ground. */
  readonly env: Readonly<Record<string, string>>
  /** Arguments that let curl find `address:port` under `host`, from where the runner is. */
  readonly close: () => Promise<void>
}

/** Why a name leads nowhere. */
export type NameFailure = 'no-such-host' | 'no-address' | 'server-failure'

/** The addresses of each name, or why it has none. A name that is not in it does not exist. */
export type Names = Readonly<Record<string, readonly string[] | NameFailure>>
