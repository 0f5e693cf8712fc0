import type { X509Certificate } from 'node:crypto'
import { publicRoots } from './chain.ts'

/**
 * DER of what only public authorities put in a certificate: Certificate Transparency timestamps (RFC 6962, section
 * 3.3) and the CA/Browser Forum's policies 2.23.140.1.2.1 to 2.23.140.1.2.4.
 */
const PUBLIC_CA_MARKERS: readonly Buffer[] = [
  Buffer.from([0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02]),
  ...[1, 2, 3, 4].map((policy) => Buffer.from([0x06, 0x06, 0x67, 0x81, 0x0c, 0x01, 0x02, policy])),
]

/**
 * Whether a certificate with an absent issuer seems to come from a public authority, so that an intermediate is
 * missing. The issuer is not downloaded: the server chooses that URL. If a root has the issuer's name and didn't sign
 * it, then nothing is missing: the certificate only copies a public authority's name.
 */
export function isPubliclyIssued(certificate: X509Certificate): boolean {
  const roots = publicRoots()
  if (roots.some(({ subject }) => subject === certificate.issuer)) return false
  const organization = organizationOf(certificate.issuer)
  return (
    PUBLIC_CA_MARKERS.some((marker) => certificate.raw.includes(marker)) ||
    (organization !== undefined && roots.some(({ subject }) => organizationOf(subject) === organization))
  )
}

/** The value of `O=` in a name with one attribute per line. */
function organizationOf(name: string): string | undefined {
  return /^O=(.+)$/m.exec(name)?.[1]?.toLowerCase()
}
