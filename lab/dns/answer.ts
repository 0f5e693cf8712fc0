import type { LabRecord } from './records.ts'

/** Response codes and their numbers on the wire (RFC 1035, 4.1.1). */
export const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const
export type Rcode = keyof typeof RCODES

export interface Question {
  readonly name: string
  /** Such as `A`, or `UNKNOWN_65` for a type that the lab doesn't know. */
  readonly type: string
}

/** A server's answer to a question. */
export interface DnsAnswer {
  readonly rcode: Rcode
  readonly answers: readonly LabRecord[]
  /** The zone's SOA, in a negative answer. */
  readonly authorities: readonly LabRecord[]
  /** Whether signatures were validated. */
  readonly authentic: boolean
  /** Extended DNS errors (RFC 8914): the reason for a failure. */
  readonly extendedErrors: readonly ExtendedError[]
  /** Whether a name server timed out. */
  readonly timedOut: boolean
}

export interface ExtendedError {
  readonly code: keyof typeof EXTENDED_ERROR_NAMES
  /** Text in addition to the code's own meaning. May be empty. */
  readonly text: string
}

/** Codes of RFC 8914 and their names. */
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

/** Longer chains of CNAMEs count as loops. */
export const MAX_CNAME_CHAIN = 8
