import { checkServerIdentity, type TLSSocket } from 'node:tls'
import type { Certificate, CertificateFault } from '../domain/certificate.ts'
import { chainErrorOf, signedByOneOf } from './chain.ts'

/** Errors of the dates, which are judged on their own and may hide one of the chain. */
const OF_THE_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** Said of the name only once the chain has been found good. */
const OF_THE_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID'

/**
 * Reads the certificate that a server showed and judges it as a client that validates: chain, dates and name each
 * on its own, since OpenSSL stops at the first fault. Under `originCa` a leaf that those roots signed is as good
 * as a public one: that is how Cloudflare looks at an origin.
 */
export function certificateOf(
  socket: TLSSocket,
  expectedNames: readonly [string, ...string[]],
  now: number,
  originCa: readonly string[],
): Certificate | undefined {
  const leaf = socket.getPeerX509Certificate()
  if (leaf === undefined) return
  const cloudflareOriginCa = signedByOneOf(leaf, originCa)
  const error = codeOfAuthorization(socket)
  const chain = OF_THE_DATES.has(error) ? chainErrorOf(leaf) : error
  const chainError = chain === OF_THE_NAME || cloudflareOriginCa ? '' : chain
  const certificate = leaf.toLegacyObject()
  const nameFits = expectedNames.some((name) => checkServerIdentity(name, certificate) === undefined)
  // The leaf's own dates may be fine while an intermediate has expired: OpenSSL's word counts too.
  const expired = leaf.validToDate.getTime() <= now || (error === 'CERT_HAS_EXPIRED' && !cloudflareOriginCa)
  const early = leaf.validFromDate.getTime() > now || error === 'CERT_NOT_YET_VALID'
  const faults: CertificateFault[] = []
  if (expired) faults.push('expired')
  if (early) faults.push('not-yet-valid')
  if (!nameFits) faults.push('name-mismatch')
  if (chainError !== '') faults.push('untrusted')
  return {
    subject: oneLine(leaf.subject),
    issuer: oneLine(leaf.issuer),
    names: namesOf(leaf.subjectAltName),
    notBefore: leaf.validFromDate.getTime(),
    notAfter: leaf.validToDate.getTime(),
    expectedName: expectedNames[0],
    cloudflareOriginCa,
    chainError,
    faults,
  }
}

function codeOfAuthorization(socket: TLSSocket): string {
  if (socket.authorized) return ''
  // Typed as an Error, but in fact the code of one.
  const error: unknown = socket.authorizationError
  return typeof error === 'string' ? error : 'UNKNOWN'
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
