import type { LabRecord } from './records.ts'

/** By their numbers on the wire (RFC 1035, 4.1.1). */
export const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const
export type Rcode = keyof typeof RCODES

export interface Question {
  readonly name: string
  /** Such as `A`; `UNKNOWN_65` for a type that the lab does not know. */
  readonly type: string
}

/** What a server has found out about a question. */
export interface DnsAnswer {
  readonly rcode: Rcode
  readonly answers: readonly LabRecord[]
  /** The SOA of the zone that cachedDenials, in a negative answer. */
  readonly authorities: readonly LabRecord[]
  /** Signatures were there and hold. */
  readonly authentic: boolean
  /** Extended DNS errors (RFC 8914): why it failed, for people. */
  readonly extendedErrors: readonly ExtendedError[]
  /** Somebody had to be waited for in vain. */
  readonly timedOut: boolean
}

export interface ExtendedError {
  readonly code: keyof typeof EXTENDED_ERROR_NAMES
  /** What there is to say beside the code's own meaning; may be empty. */
  readonly text: string
}

/** Codes of RFC 8914, with their names. */
export const EXTENDED_ERROR_NAMES = {
  0: 'Other Error',
  6: 'DNSSEC Bogus',
  22: 'No Reachable Authority',
  23: 'Network Error',
} as const

export const dnsAnswer = (rcode: Rcode, more: Partial<DnsAnswer> = {}): DnsAnswer => ({
  rcode,
  answers: [],
  authorities: [],
  authentic: false,
  extendedErrors: [],
  timedOut: false,
  ...more,
})

/** Nothing is longer than that on purpose. What is, goes in circles. */
export const MAX_CNAME_CHAIN = 8
