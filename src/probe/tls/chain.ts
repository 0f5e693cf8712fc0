import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** Certificates to read of one server. Real chains have two to four. */
const MAX_CHAIN = 10

/** A chain from the leaf toward a root, as far as the served certificates reach. */
export interface Chain {
  /** Indexes of the served certificates, from the leaf to the last issuer. */
  readonly links: readonly number[]
  /** OpenSSL's code for why it ends there; empty if a trusted root signed the last one. */
  readonly error: string
}

/** Roots to remember. A machine has about 150, and a site may have some of its own. */
const MAX_ROOTS = 1000

/** Keyed by PEM. A process that uses the library may run for years. */
const parsedRoots = new Map<string, X509Certificate>()

/** Parses PEM roots, each one once. */
function parseRoots(roots: readonly string[]): readonly X509Certificate[] {
  return roots.map((pem) => {
    const certificate = parsedRoots.get(pem) ?? new X509Certificate(pem)
    if (parsedRoots.size >= MAX_ROOTS) parsedRoots.clear()
    parsedRoots.set(pem, certificate)
    return certificate
  })
}

/** The roots that this machine trusts. */
export function publicRoots(): readonly X509Certificate[] {
  return parseRoots(getCACertificates('default'))
}

/** Whether one of these roots (PEM) signed the certificate, or is the certificate. */
export function signedByOneOf(certificate: X509Certificate, roots: readonly string[]): boolean {
  return signersAmong(certificate, parseRoots(roots)).length > 0
}

/** The trusted roots that signed the certificate, or are it: these (PEM) and the public ones. */
export function rootsOf(
  certificate: X509Certificate,
  extraRoots: readonly string[],
): readonly X509Certificate[] {
  return signersAmong(certificate, [...parseRoots(extraRoots), ...publicRoots()])
}

function signersAmong(
  certificate: X509Certificate,
  roots: readonly X509Certificate[],
): readonly X509Certificate[] {
  // A certificate that the user listed as trusted needs no right to sign.
  return roots.filter((root) => root.raw.equals(certificate.raw) || isSignedBy(certificate, root))
}

/** A server's certificates in the order it sent them. Node links each one to the next, related or not. */
export function servedChain(leaf: X509Certificate): readonly [X509Certificate, ...X509Certificate[]] {
  const served: [X509Certificate, ...X509Certificate[]] = [leaf]
  for (
    let next = leaf.issuerCertificate;
    next !== undefined && served.length < MAX_CHAIN;
    next = next.issuerCertificate
  ) {
    served.push(next)
  }
  return served
}

/**
 * Finds the chain from the leaf to a root regardless of order and dates. OpenSSL reports one error only, and a date
 * error hides the chain's.
 *
 * @param roots PEM roots that count in addition to the public ones, and the time at which the chain should be valid.
 *   Absent: no root is checked
 */
export function findChain(
  served: readonly X509Certificate[],
  roots?: { readonly extra: readonly string[]; readonly now: number },
): Chain {
  const isRooted = (certificate: X509Certificate): boolean =>
    roots !== undefined &&
    (signedByOneOf(certificate, roots.extra) || publicRoots().some((root) => isSignedBy(certificate, root)))
  const isCurrent = (certificate: X509Certificate | undefined): boolean =>
    roots === undefined || (certificate !== undefined && isValidAt(certificate, roots.now))
  const links: number[] = []
  for (let index = 0; ;) {
    const certificate = served[index]
    if (certificate === undefined) return { links, error: missingIssuer(links) }
    links.push(index)
    if (isRooted(certificate)) return { links, error: '' }
    if (isSelfSigned(certificate)) return { links, error: selfSigned(links) }
    const issuers = [...served.keys()].filter((at) => {
      const issuer = served[at]
      return issuer !== undefined && !links.includes(at) && isSignedBy(certificate, issuer)
    })
    // OpenSSL also prefers a renewed issuer to an expired one with the same key.
    index = issuers.find((at) => isCurrent(served[at])) ?? issuers[0] ?? served.length
  }
}

/** Whether a time, in milliseconds since the epoch, is within the certificate's dates. */
export function isValidAt({ validFromDate, validToDate }: X509Certificate, time: number): boolean {
  return validFromDate.getTime() <= time && time < validToDate.getTime()
}

function missingIssuer(links: readonly number[]): string {
  return links.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
}

function selfSigned(links: readonly number[]): string {
  return links.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN'
}

function isSelfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
  } catch {
    return false // As in isSignedBy.
  }
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // Served certificates are untrusted input: the key may be invalid or of an unknown type.
  }
}
