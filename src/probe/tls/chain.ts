import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** Longer chains than this are somebody's joke. */
const LONGEST = 10

/** The way from a leaf to a root, as far as what a server shows tells it. */
export interface Path {
  /** Positions among the certificates as they were served: the leaf's first, then that of each one's issuer. */
  readonly links: readonly number[]
  /** OpenSSL's code for where it ends; empty when that is a root that is trusted. */
  readonly error: string
}

const known = new WeakMap<readonly string[], readonly X509Certificate[]>()

/** Those roots, PEM, as certificates: read once for as long as the list is the same. */
function read(roots: readonly string[]): readonly X509Certificate[] {
  const found = known.get(roots) ?? roots.map((pem) => new X509Certificate(pem))
  known.set(roots, found)
  return found
}

/** The roots that this machine trusts. */
export function publicRoots(): readonly X509Certificate[] {
  return read(getCACertificates('default'))
}

/** Whether one of these roots, PEM, signed the certificate. */
export function signedByOneOf(certificate: X509Certificate, roots: readonly string[]): boolean {
  // A certificate that was named itself needs no right to sign.
  return read(roots).some((root) => root.raw.equals(certificate.raw) || signedBy(certificate, root))
}

/** The certificates of a server in the order in which it sent them, ten at most. Node links each to the next, related or not. */
export function servedWith(leaf: X509Certificate): readonly X509Certificate[] {
  const served: X509Certificate[] = []
  for (
    let next: X509Certificate | undefined = leaf;
    next !== undefined && served.length < LONGEST;
    next = next.issuerCertificate
  ) {
    served.push(next)
  }
  return served
}

/**
 * Finds the way from the leaf to a root, whatever the order and the dates: OpenSSL itself names one error only, and that of
 * a date hides that of the chain. `further` are roots that count beside the public ones, PEM; without them the way is told
 * among what was served only.
 */
export function pathOf(served: readonly X509Certificate[], further?: readonly string[]): Path {
  const rooted = (certificate: X509Certificate): boolean =>
    further !== undefined &&
    (signedByOneOf(certificate, further) || publicRoots().some((root) => signedBy(certificate, root)))
  const links: number[] = []
  for (let at = 0; ;) {
    const certificate = served[at]
    if (certificate === undefined) return { links, error: missing(links) }
    links.push(at)
    if (rooted(certificate)) return { links, error: '' }
    if (signsItself(certificate)) return { links, error: selfSigned(links) }
    at = served.findIndex((issuer, index) => !links.includes(index) && signedBy(certificate, issuer))
  }
}

function missing(links: readonly number[]): string {
  return links.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
}

function selfSigned(links: readonly number[]): string {
  return links.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN'
}

function signsItself(certificate: X509Certificate): boolean {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
  } catch {
    return false // As below.
  }
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // The server's certificates are anybody's bytes: with a key of a kind that nobody knows, for instance.
  }
}
