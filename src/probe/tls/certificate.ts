import type { X509Certificate } from 'node:crypto'
import { checkServerIdentity, type TLSSocket } from 'node:tls'
import type { Certificate, CertificateFault, ChainLink } from '../../domain/certificate.ts'
import { pathOf, servedWith, signedByOneOf, type Path } from './chain.ts'
import { publiclyIssued } from './public-issuer.ts'

/** Errors of the dates, which are judged on their own and may hide one of the chain. */
const OF_THE_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** Errors of a chain that ends nowhere. Roots that OpenSSL was not told of may mend that. */
const OF_THE_END = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])
/** Of those, the ones where a certificate between leaf and root may be missing. */
const OF_A_GAP = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])
/** Said of the name only once the chain has been found good. */
const OF_THE_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID'

/** Roots that count beside the public ones, PEM: Cloudflare's own, and those of the user. */
export interface FurtherRoots {
  readonly cloudflare: readonly string[]
  readonly own: readonly string[]
}

/**
 * Reads the certificates that a server showed and judges them as a client that validates: chain, dates and name each
 * on its own, since OpenSSL stops at the first fault. What further roots signed is as good as what public ones did: that is
 * how Cloudflare looks at an origin.
 */
export function certificateOf(
  socket: TLSSocket,
  expectedNames: readonly [string, ...string[]],
  now: number,
  { cloudflare, own }: FurtherRoots,
): Certificate | undefined {
  const leaf = socket.getPeerX509Certificate()
  if (leaf === undefined) return
  const served = servedWith(leaf)
  const further = [...cloudflare, ...own]
  const said = codeOfAuthorization(socket)
  // Reading the public roots takes longer than a handshake does, and a chain that holds does not need it.
  const path = pathOf(served, said === '' ? undefined : further)
  const line = path.links.flatMap((at) => served[at] ?? [])
  const trustedElsewhere = signedByOneOf(line.at(-1) ?? leaf, further)
  const chainError = chainErrorOf(said, path, trustedElsewhere)
  const certificate = leaf.toLegacyObject()
  const nameFits = expectedNames.some((name) => checkServerIdentity(name, certificate) === undefined)
  // The leaf's own dates may be fine while an intermediate has expired. Where OpenSSL knew the root, its word on that counts.
  const judged = trustedElsewhere ? line : [leaf]
  const dated = (code: string): boolean => said === code && !trustedElsewhere
  const expired = judged.some(({ validToDate }) => validToDate.getTime() <= now)
  const early = judged.some(({ validFromDate }) => validFromDate.getTime() > now)
  const faults: CertificateFault[] = []
  if (expired || dated('CERT_HAS_EXPIRED')) faults.push('expired')
  if (early || dated('CERT_NOT_YET_VALID')) faults.push('not-yet-valid')
  if (!nameFits) faults.push('name-mismatch')
  if (chainError !== '') faults.push(faultOf(chainError, line.at(-1) ?? leaf))
  return {
    subject: oneLine(leaf.subject),
    issuer: oneLine(leaf.issuer),
    names: namesOf(leaf.subjectAltName),
    notBefore: leaf.validFromDate.getTime(),
    notAfter: leaf.validToDate.getTime(),
    expectedName: expectedNames[0],
    cloudflareOriginCa: signedByOneOf(leaf, cloudflare),
    chainError,
    faults,
    chain: served.map((link, at) => linkOf(link, path.links.includes(at))),
    disordered: path.links.some((at, place) => at < (path.links[place - 1] ?? 0)),
  }
}

/** The word of OpenSSL counts, but for what it cannot know: further roots, and what an error of a date hides. */
function chainErrorOf(said: string, path: Path, trustedElsewhere: boolean): string {
  if (said === OF_THE_NAME) return ''
  if (OF_THE_DATES.has(said)) return path.error
  return OF_THE_END.has(said) && trustedElsewhere ? '' : said
}

/** A chain with a gap lacks its intermediate, if what stands before the gap seems to come from a public authority. */
function faultOf(chainError: string, last: X509Certificate): CertificateFault {
  return OF_A_GAP.has(chainError) && publiclyIssued(last) ? 'chain-incomplete' : 'untrusted'
}

function codeOfAuthorization(socket: TLSSocket): string {
  if (socket.authorized) return ''
  // Typed as an Error, but in fact the code of one.
  const error: unknown = socket.authorizationError
  return typeof error === 'string' ? error : 'UNKNOWN'
}

function linkOf(certificate: X509Certificate, linked: boolean): ChainLink {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    notBefore: certificate.validFromDate.getTime(),
    notAfter: certificate.validToDate.getTime(),
    key: keyOf(certificate),
    signature: certificate.signatureAlgorithm ?? '',
    linked,
  }
}

/** `RSA 2048`, `EC prime256v1`, `ED25519`. */
function keyOf(certificate: X509Certificate): string {
  try {
    const { asymmetricKeyType = '', asymmetricKeyDetails = {} } = certificate.publicKey
    const { modulusLength, namedCurve } = asymmetricKeyDetails
    return [asymmetricKeyType.toUpperCase(), modulusLength ?? namedCurve ?? ''].join(' ').trim()
  } catch {
    return '' // A key of a kind that OpenSSL does not know, or that is none.
  }
}

/** `DNS:a.example, IP Address:192.0.2.1` → the names alone, a hundred at most. */
function namesOf(subjectAltName: string | undefined): readonly string[] {
  return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
    .slice(0, 100)
    .map((match) => match[1] ?? '')
}

function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ').slice(0, 4000)
}
