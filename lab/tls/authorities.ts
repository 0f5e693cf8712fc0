import { makeAuthority, makeLeaf, type Authority, type Credentials } from './certificates.ts'

export interface Authorities {
  /** Trusted by every client in the lab, like a public root. */
  readonly root: Authority
  /** Signs servers' certificates, like a public CA. */
  readonly intermediate: Authority
  /** Like `intermediate`, with an expired certificate of its own. */
  readonly expiredIntermediate: Authority
  /** Stands in for Cloudflare's Origin CA. Only the edge trusts it. */
  readonly cloudflareOriginCa: Authority
  /** Stands in for the CA of authenticated origin pulls. It signs the edge's client certificate. */
  readonly originPull: Authority
  /** Trusted by no client. */
  readonly untrusted: Authority
}

export type CertificateKind =
  | 'valid'
  | 'wildcard'
  | 'expires-soon'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'wildcard-too-high'
  | 'common-name-only'
  | 'self-signed'
  | 'self-signed-expired'
  | 'unknown-issuer'
  | 'no-intermediate'
  | 'wrong-intermediate'
  | 'expired-intermediate'
  | 'out-of-order'
  | 'cloudflare-origin-ca'
  | 'cloudflare-origin-ca-expired'
  | 'cloudflare-origin-ca-wrong-name'
  | 'client-only'
  | 'weak-key'

const DAY = 86_400_000

export function makeAuthorities(): Authorities {
  const root = makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Root' })
  return {
    root,
    intermediate: makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Issuing CA' }, { parent: root }),
    expiredIntermediate: makeAuthority(
      { O: 'Origin Gate Lab', CN: 'Lab Issuing CA 2019' },
      { parent: root, notAfter: Date.now() - 2 * DAY },
    ),
    // The names in Cloudflare's own Origin CA certificate for ECDSA keys.
    cloudflareOriginCa: makeAuthority({
      C: 'US',
      O: 'CloudFlare, Inc.',
      OU: 'CloudFlare Origin SSL ECC Certificate Authority',
    }),
    originPull: makeAuthority({
      C: 'US',
      O: 'CloudFlare, Inc.',
      OU: 'Origin Pull',
      CN: 'origin-pull.cloudflare.net',
    }),
    untrusted: makeAuthority({ O: 'Unknown', CN: 'Corporate Root' }),
  }
}

/** A client certificate signed by `issuer`, as the edge presents it with authenticated origin pulls. */
export const makeClientCertificate = (issuer: Authority): Credentials =>
  makeLeaf({ names: ['origin-pull.cloudflare.net'], issuer, purpose: 'client' })

/** The certificate that the server of `host` presents, with the fault that `kind` names. */
export function makeCertificate(kind: CertificateKind, host: string, authorities: Authorities): Credentials {
  const issuer = authorities.intermediate
  const now = Date.now()
  const expired = { notBefore: now - 93 * DAY, notAfter: now - 3 * DAY }
  const parent = host.slice(host.indexOf('.') + 1)
  switch (kind) {
    case 'valid':
      return makeLeaf({ names: [host], issuer })
    case 'wildcard':
      return makeLeaf({ names: [`*.${parent}`], issuer })
    case 'expires-soon':
      return makeLeaf({ names: [host], issuer, notBefore: now - 85 * DAY, notAfter: now + 5 * DAY })
    case 'expired':
      return makeLeaf({ names: [host], issuer, ...expired })
    case 'not-yet-valid':
      return makeLeaf({ names: [host], issuer, notBefore: now + DAY })
    case 'wrong-name':
      return makeLeaf({ names: [`old-${host}`], issuer })
    case 'wildcard-too-high':
      // A wildcard covers one label. The zone's certificate doesn't match names two levels down.
      return makeLeaf({ names: [`*.${parent.slice(parent.indexOf('.') + 1)}`, parent], issuer })
    case 'common-name-only':
      return makeLeaf({ names: [host], issuer, alternativeNames: false })
    case 'self-signed':
      return makeLeaf({ names: [host] })
    case 'self-signed-expired':
      return makeLeaf({ names: [host], ...expired })
    case 'unknown-issuer':
      return makeLeaf({ names: [host], issuer: authorities.untrusted })
    case 'no-intermediate':
      return makeLeaf({ names: [host], issuer, chain: '' })
    case 'wrong-intermediate':
      return makeLeaf({ names: [host], issuer, chain: authorities.expiredIntermediate.certificate })
    case 'expired-intermediate':
      return makeLeaf({ names: [host], issuer: authorities.expiredIntermediate })
    case 'out-of-order':
      return makeLeaf({ names: [host], issuer, chain: authorities.root.certificate + issuer.certificate })
    case 'cloudflare-origin-ca':
      return makeLeaf({ names: [host], issuer: authorities.cloudflareOriginCa })
    case 'cloudflare-origin-ca-expired':
      return makeLeaf({ names: [host], issuer: authorities.cloudflareOriginCa, ...expired })
    case 'cloudflare-origin-ca-wrong-name':
      return makeLeaf({ names: [`old-${host}`], issuer: authorities.cloudflareOriginCa })
    case 'client-only':
      return makeLeaf({ names: [host], issuer, purpose: 'client' })
    case 'weak-key':
      return makeLeaf({ names: [host], issuer, key: 'RSA-1024' })
    default:
      return kind satisfies never
  }
}
