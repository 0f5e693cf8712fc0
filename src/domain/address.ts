import type { Exchange } from './exchange.ts'

/** Which of several addresses of a name was requested. They are sorted, because resolvers rotate their answers. */
export interface ChosenAddress {
  /** From 1. */
  readonly position: number
  readonly of: number
  readonly family: 4 | 6
  /** Its position among those of its family; absent if it is the only one. */
  readonly ofFamily?: number
  /**
   * It is outside Cloudflare's ranges, while other addresses of the site's name are inside. Those count as one, because
   * they belong to the same servers (anycast).
   */
  readonly outside?: true
  /** The address itself, only with `show-origin: true`. */
  readonly shown?: string
}

/** An address of the site's name, and what it returns. */
export interface OtherAddress {
  readonly address: ChosenAddress
  readonly exchange: Exchange
}

/** The response at an address outside Cloudflare that other resolvers return for the site's name. */
export interface LateAddress {
  readonly exchange: Exchange
  /** Whether it is an address of a given origin. */
  readonly isOrigin: boolean
}

/** How many addresses of a name were not requested, and why. */
export interface UncheckedAddresses {
  /** The runner has no route to addresses of this family. */
  readonly withoutIpv6?: number
  readonly withoutIpv4?: number
  /** The name has more addresses than a check requests. */
  readonly overLimit?: number
  /** The runner's proxy chose one of the addresses. */
  readonly byProxy?: number
}

/** One of several origins, from 1, or one of several addresses of its name. */
export interface WhichOrigin {
  readonly position: number
  readonly of: number
  readonly address?: ChosenAddress
  /** How many addresses of the name respond or fail in the same way; absent for one. */
  readonly alike?: number
  /** The name is that of the site, to which visitors connect without Cloudflare. */
  readonly site?: true
}
