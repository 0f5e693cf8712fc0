import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** Longer chains than this are somebody's joke. */
const LONGEST = 10

/** Whether one of these roots, PEM, signed the certificate. */
export function signedByOneOf(certificate: X509Certificate, roots: readonly string[]): boolean {
  return roots.some((pem) => signedBy(certificate, new X509Certificate(pem)))
}

/**
 * OpenSSL's code for what is wrong with the chain of a certificate as it was shown, whatever its dates and its name;
 * empty when it ends at a root that this machine trusts. OpenSSL itself names one error only, and that of a date hides
 * that of the chain.
 */
export function chainErrorOf(leaf: X509Certificate): string {
  const roots = getCACertificates('default')
  let certificate = leaf
  for (let depth = 0; depth < LONGEST; depth += 1) {
    if (signedByOneOf(certificate, roots)) return ''
    if (signedBy(certificate, certificate))
      return depth === 0 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN'
    const issuer = certificate.issuerCertificate
    if (issuer === undefined || !signedBy(certificate, issuer))
      return depth === 0 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
    certificate = issuer
  }
  return 'CERT_CHAIN_TOO_LONG'
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // The server's certificates are anybody's bytes: with a key of a kind that nobody knows, for instance.
  }
}
