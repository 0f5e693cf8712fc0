import { makeAuthority, makeLeaf, type Authority, type Credentials } from './certificates.ts'

export interface Authorities {
  /** What everybody in the lab trusts, as browsers trust the public roots. */
  readonly root: Authority
  /** Signs servers in the root's name, as public authorities do it. */
  readonly intermediate: Authority
  /** Stands in for Cloudflare's Origin CA: the edge trusts it, nobody else does. */
  readonly cloudflareOriginCa: Authority
  /** Trusted by nobody. */
  readonly unknown: Authority
}

export type CertificateKind =
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'self-signed'
  | 'unknown-issuer'
  | 'no-intermediate'
  | 'cloudflare-origin-ca'

const DAY = 86_400_000

export function makeAuthorities(): Authorities {
  const root = makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Root' })
  return {
    root,
    intermediate: makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Issuing CA' }, root),
    // The names that Cloudflare's own bears on origin certificates with an ECDSA key.
    cloudflareOriginCa: makeAuthority({
      C: 'US',
      O: 'CloudFlare, Inc.',
      OU: 'CloudFlare Origin SSL ECC Certificate Authority',
    }),
    unknown: makeAuthority({ O: 'Nobody', CN: 'Corporate Root' }),
  }
}

/** The certificate that the server of `host` shows, with the fault that `kind` names. */
export function certificateOf(kind: CertificateKind, host: string, by: Authorities): Credentials {
  const issuer = by.intermediate
  const now = Date.now()
  switch (kind) {
    case 'valid':
      return makeLeaf({ names: [host], issuer })
    case 'expired':
      return makeLeaf({ names: [host], issuer, notBefore: now - 93 * DAY, notAfter: now - 3 * DAY })
    case 'not-yet-valid':
      return makeLeaf({ names: [host], issuer, notBefore: now + DAY })
    case 'wrong-name':
      return makeLeaf({ names: [`old-${host}`], issuer })
    case 'self-signed':
      return makeLeaf({ names: [host] })
    case 'unknown-issuer':
      return makeLeaf({ names: [host], issuer: by.unknown })
    case 'no-intermediate':
      return makeLeaf({ names: [host], issuer, sendsChain: false })
    case 'cloudflare-origin-ca':
      return makeLeaf({ names: [host], issuer: by.cloudflareOriginCa })
    default:
      return kind satisfies never
  }
}
