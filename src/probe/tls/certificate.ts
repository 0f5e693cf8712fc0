import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { Certificate, CertificateFault } from '../../domain/certificate.ts'
import { servedChain, signedByOneOf, type Chain } from './chain.ts'
import { factsOf, withRoots } from './chain-facts.ts'
import type { TlsOptions } from '../types.ts'
import { isFor } from './names.ts'
import { isPubliclyIssued } from './public-issuer.ts'

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
  const leaf = socket.getPeerX509Certificate()
  if (leaf === undefined) return
  const served = servedChain(leaf)
  const facts = factsOf(served)
  const extra = [...cloudflare, ...custom]
  const opensslError = authorizationError(socket)
  // Loading the public roots takes longer than a handshake, and a valid chain doesn't need them.
  const { chain, links } = opensslError === '' ? facts : withRoots(facts, served, extra)
  const last = served[chain.links.at(-1) ?? 0] ?? leaf
  const trustedByExtra = signedByOneOf(last, extra)
  const chainError = chainErrorOf(opensslError, chain, trustedByExtra)
  const nameMatches = expectedNames.some((name) => isFor(leaf, name, trust))
  // An intermediate may have expired before the leaf. If OpenSSL has the root, its own date check covers that.
  const dated = trustedByExtra ? links.filter(({ linked }) => linked) : links.slice(0, 1)
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
    expectedName: expectedNames[0],
    cloudflareOriginCa: signedByOneOf(leaf, cloudflare),
    chainError,
    faults,
    chain: links,
    disordered: chain.links.some((index, place) => index < (chain.links[place - 1] ?? 0)),
  }
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
