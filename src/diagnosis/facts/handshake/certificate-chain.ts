import type { Certificate, ChainLink } from '../../../domain/certificate.ts'
import { phrase, quote, type Sentence } from '../../../domain/untrusted.ts'

/** Facts about the certificates of a chain. Each text names the certificate that it is about. */

export type Role = 'leaf' | 'intermediate' | 'root'

export interface RoleLink {
  readonly role: Role
  readonly link: ChainLink
}

/** The certificates that validation depends on: the leaf, the issuers that were sent, and a root with wrong dates. */
export function chainOf({ chain, root, ...leaf }: Certificate): readonly RoleLink[] {
  const [first = { ...leaf, key: '', signature: '', linked: true }, ...issuers] = chain
  return [
    { role: 'leaf', link: first },
    ...issuers.filter(({ linked }) => linked).map((link) => ({ role: issuerRole(link), link })),
    ...(root === undefined ? [] : [{ role: 'root', link: root } as const]),
  ]
}

function issuerRole({ subject, issuer }: ChainLink): Role {
  return subject === issuer ? 'root' : 'intermediate'
}

export type DateFault = 'expired' | 'not-yet-valid'

/** The certificates of the chain whose dates have this fault at this time, the leaf first. */
export function outdated(certificate: Certificate, fault: DateFault, at: number): readonly RoleLink[] {
  return chainOf(certificate).filter(({ link }) =>
    fault === 'expired' ? link.notAfter <= at : link.notBefore > at,
  )
}

/** The certificates that the server sends although validation doesn't need them, and that have expired. */
export function superfluousExpired({ chain }: Certificate, at: number): readonly ChainLink[] {
  return chain.filter(({ linked, notAfter }) => !linked && notAfter <= at)
}

/** Completes "The certificate …": which certificate has the fault, and since or until when. */
export function dateFaultText(certificate: Certificate, fault: DateFault, at: number): Sentence {
  const [first, ...more] = outdated(certificate, fault, at)
  // The round began before the handshake, or OpenSSL validated a certificate that was not sent.
  if (first === undefined)
    return fault === 'expired'
      ? 'depends on a certificate that has expired'
      : 'depends on a certificate that is not valid yet'
  const { link } = first
  const says = dateText(link, fault)
  if (first.role !== 'leaf') {
    const own =
      fault === 'expired'
        ? `The certificate itself is valid until ${isoDate(certificate.notAfter)}`
        : `The certificate itself is valid from ${isoDate(certificate.notBefore)}`
    return phrase`depends on ${linkName(first)}, which ${says}. ${own}`
  }
  const [issuer] = more
  return issuer === undefined
    ? says
    : phrase`${says}. It depends on ${linkName(issuer)}, which ${dateText(issuer.link, fault)}`
}

/** `2026-11-23` */
export function isoDate(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date'
}

function dateText({ notBefore, notAfter }: ChainLink, fault: DateFault): string {
  return fault === 'expired' ? `expired on ${isoDate(notAfter)}` : `is not valid before ${isoDate(notBefore)}`
}

/** `the intermediate certificate "R3" from "ISRG Root X1"`: the issuer distinguishes cross-signed certificates. */
export function linkName({ role, link }: RoleLink): Sentence {
  const name = phrase`"${quote(link.subject, commonName)}"`
  if (role === 'leaf') return 'the certificate'
  return role === 'root'
    ? phrase`the root certificate ${name}`
    : phrase`the intermediate certificate ${name} (issued by "${quote(link.issuer, commonName)}")`
}

/** A view: the `CN` of a name, or all of it. */
export function commonName(name: string): string {
  return /(?:^|, )CN=(.+?)(?:, [A-Za-z]+=|$)/.exec(name)?.[1] ?? name
}

/** Completes "The certificate …": why its chain isn't trusted. */
export function trustFaultText(certificate: Certificate): Sentence {
  const { chainError, chain, issuer } = certificate
  const last = chain.findLast(({ linked }) => linked)
  const authority = quote(last?.issuer ?? issuer, commonName)
  switch (chainError) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'is self-signed'
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return phrase`chains to the self-signed root certificate "${authority}", which is not a known authority`
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return last === undefined || last === chain[0]
        ? phrase`was issued by "${authority}", which is not a known authority`
        : phrase`depends on the intermediate certificate "${quote(last.subject, commonName)}", whose issuer "${authority}" is not a known authority`
    case 'CERT_SIGNATURE_FAILURE':
      return 'has a signature, or an issuer with a signature, that is invalid'
    case 'INVALID_PURPOSE':
      return 'is not issued for use by a server, or its issuer is not allowed to sign it'
    case 'INVALID_CA':
      return 'was signed by a certificate that is not allowed to sign others'
    case 'PATH_LENGTH_EXCEEDED':
    case 'CERT_CHAIN_TOO_LONG':
      return 'has a chain with more intermediate certificates than its authorities allow'
    default:
      return weaknessOf(certificate) ?? `fails validation by OpenSSL (${chainError})`
  }
}

/** The chain is complete, but OpenSSL finds a key or a signature in it too weak. Cloudflare's limits may differ. */
export function isWeak(certificate: Certificate): boolean {
  return !NAMED_ERRORS.has(certificate.chainError) && weaknessOf(certificate) !== undefined
}

const NAMED_ERRORS: ReadonlySet<string> = new Set([
  '',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_PURPOSE',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'CERT_CHAIN_TOO_LONG',
])

/** Completes "The certificate …": the first key or signature below 112 bits of security, OpenSSL's level 2. */
function weaknessOf(certificate: Certificate): Sentence | undefined {
  for (const each of chainOf(certificate)) {
    const weakness = weaknessIn(each)
    if (weakness !== undefined)
      return each.role === 'leaf'
        ? `has ${weakness}`
        : phrase`depends on ${linkName(each)}, which has ${weakness}`
  }
  return undefined
}

function weaknessIn({ role, link: { key, signature } }: RoleLink): string | undefined {
  const bits = Number(/^(?:RSA|RSA-PSS|DSA) (\d+)$/.exec(key)?.[1] ?? Infinity)
  if (bits < 2048) return `a key of only ${bits} bits (${key})`
  // A root is trusted for its key. No one validates its signature.
  if (role === 'root') return undefined
  const [hash] = /md5|sha1/i.exec(signature) ?? []
  return hash === undefined ? undefined : `a signature with the obsolete hash ${hash.toUpperCase()}`
}
