import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { Certificate, CertificateFault, ChainLink } from '../../domain/certificate.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { isValidAt, rootsOf, signedByOneOf, type Chain } from './chain.ts'
import { factsOf, linkOf, withRoots, type ChainFacts } from './chain-facts.ts'
import type { TlsOptions } from '../types.ts'
import { isFor } from './names.ts'
import { isPubliclyIssued } from './public-issuer.ts'
import { servedBy } from './served.ts'

/** Errors about dates. They are checked separately, and may hide an error of the chain. */
const DATE_ERRORS = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** Errors of a chain without a trusted root. Roots that OpenSSL doesn't have may resolve them. */
const UNTRUSTED_ROOT = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])
/** Those of them that an absent intermediate causes. */
const MISSING_INTERMEDIATE = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

/** PEM of the roots that count in addition to the public ones: Cloudflare's, and the user's. */
export interface ExtraRoots {
  readonly cloudflare: readonly string[]
  readonly custom: readonly string[]
}

/**
 * Validates the certificates that a server presents: chain, dates and name separately, because OpenSSL stops at the
 * first error. Extra roots count as much as public ones, as they do when Cloudflare validates an origin.
 */
export function certificateOf(
  socket: TLSSocket,
  expectedNames: readonly [string, ...string[]],
  now: number,
  { cloudflare, custom }: ExtraRoots,
  trust: TlsOptions['trust'],
): Certificate | undefined {
  const opensslError = authorizationError(socket)
  const served = servedBy(socket, expectedNames[0], opensslError, now)
  if (served === undefined) return
  const [leaf] = served
  const facts = factsOf(served)
  const extra = [...cloudflare, ...custom]
  // Loading the public roots takes longer than a handshake, and most valid chains don't need them.
  const { chain, links } =
    opensslError === '' && !outlivesIssuer(facts) ? facts : withRoots(facts, served, { extra, now })
  const last = served[chain.links.at(-1) ?? 0] ?? leaf
  const trustedByExtra = signedByOneOf(last, extra)
  const root = opensslError === '' ? undefined : outdatedRoot(last, extra, now)
  const chainError = chainErrorOf(opensslError, chain, trustedByExtra)
  const nameMatches = expectedNames.some((name) => isFor(leaf, name, trust))
  // OpenSSL reports the dates of one certificate only, and none behind another error. If the chain is valid for it, the
  // dates of an issuer don't matter: it knows another one.
  const issuers = opensslError === '' ? [] : links.slice(1).filter(({ linked }) => linked)
  const dated = [...links.slice(0, 1), ...issuers, ...(root === undefined ? [] : [root])]
  const hasDateError = (code: string): boolean => opensslError === code && !trustedByExtra
  const expired = dated.some(({ notAfter }) => notAfter <= now)
  const notYetValid = dated.some(({ notBefore }) => notBefore > now)
  const faults: CertificateFault[] = []
  if (expired || hasDateError('CERT_HAS_EXPIRED')) faults.push('expired')
  if (notYetValid || hasDateError('CERT_NOT_YET_VALID')) faults.push('not-yet-valid')
  if (!nameMatches) faults.push('name-mismatch')
  if (chainError !== '') faults.push(chainFault(chainError, last))
  return {
    ...facts.leaf,
    expectedName: untrusted(expectedNames[0]),
    cloudflareOriginCa: signedByOneOf(leaf, cloudflare),
    ...(custom.length > 0 && !endsAt(custom, served, chain) && { outsideTrustStore: true }),
    chainError,
    faults,
    chain: links,
    ...(root !== undefined && { root }),
    disordered: chain.links.some((index, place) => index < (chain.links[place - 1] ?? 0)),
  }
}

/**
 * No authority signs for longer than its own certificate lasts. So that issuer may be superfluous, because a trusted
 * root signed the certificate as well.
 */
function outlivesIssuer({ links: [leaf, ...issuers] }: ChainFacts): boolean {
  return issuers.some(({ linked, notAfter }) => linked && notAfter < (leaf?.notAfter ?? 0))
}

/** The root that ends the chain, if every root that could end it is outside its dates. */
function outdatedRoot(last: X509Certificate, extra: readonly string[], now: number): ChainLink | undefined {
  const roots = rootsOf(last, extra)
  const [first] = roots
  if (first === undefined || roots.some((root) => isValidAt(root, now))) return
  return last.raw.equals(first.raw) ? undefined : linkOf(first, true)
}

/** One of these roots signed a certificate of the chain, or is one of them. */
function endsAt(roots: readonly string[], served: readonly X509Certificate[], { links }: Chain): boolean {
  return links.some((index) => {
    const certificate = served[index]
    return certificate !== undefined && signedByOneOf(certificate, roots)
  })
}

/** OpenSSL's error, except that it doesn't know the extra roots, and a date error hides the chain's. */
function chainErrorOf(opensslError: string, chain: Chain, trustedByExtra: boolean): string {
  if (DATE_ERRORS.has(opensslError)) return chain.error
  return UNTRUSTED_ROOT.has(opensslError) && trustedByExtra ? '' : opensslError
}

/** An intermediate is missing if the last certificate of the chain seems to come from a public authority. */
function chainFault(chainError: string, last: X509Certificate): CertificateFault {
  return MISSING_INTERMEDIATE.has(chainError) && isPubliclyIssued(last) ? 'chain-incomplete' : 'untrusted'
}

function authorizationError(socket: TLSSocket): string {
  if (socket.authorized) return ''
  // Typed as an Error, but it is an error's code.
  const error: unknown = socket.authorizationError
  return typeof error === 'string' ? error : 'UNKNOWN'
}
