import type { X509Certificate } from 'node:crypto'
import { publicRoots } from './chain.ts'

/**
 * Marks of a public authority inside of a certificate, in DER: the stamps of Certificate Transparency (RFC 6962,
 * section 3.3), and the policies of the CA/Browser Forum, 2.23.140.1.2.1 to 2.23.140.1.2.4.
 */
const MARKS: readonly Buffer[] = [
  Buffer.from([0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02]),
  ...[1, 2, 3, 4].map((policy) => Buffer.from([0x06, 0x06, 0x67, 0x81, 0x0c, 0x01, 0x02, policy])),
]

/**
 * Whether a certificate whose issuer nobody showed seems to come from a public authority, so that what is missing is an
 * intermediate. It is asked of nobody: the place from which the issuer can be fetched is the server's to choose. Where a
 * root itself bears the issuer's name, nothing is missing: then somebody borrowed the name.
 */
export function publiclyIssued(certificate: X509Certificate): boolean {
  const roots = publicRoots()
  if (roots.some(({ subject }) => subject === certificate.issuer)) return false
  const organization = organizationOf(certificate.issuer)
  return (
    MARKS.some((mark) => certificate.raw.includes(mark)) ||
    (organization !== undefined && roots.some(({ subject }) => organizationOf(subject) === organization))
  )
}

/** `O=Let's Encrypt` of a name with a line for each attribute. */
function organizationOf(name: string): string | undefined {
  return /^O=(.+)$/m.exec(name)?.[1]?.toLowerCase()
}
