import { makeAuthority, makeLeaf, type Authority, type Credentials } from './certificates.ts'

export interface Authorities {
  /** What everybody in the lab trusts, as browsers trust the public roots. */
  readonly root: Authority
  /** Signs servers in the root's name, as public authorities do it. */
  readonly intermediate: Authority
  /** As the intermediate, and its own certificate has ended. */
  readonly expiredIntermediate: Authority
  /** Stands in for Cloudflare's Origin CA: the edge trusts it, nobody else does. */
  readonly cloudflareOriginCa: Authority
  /** Stands in for the authority of Cloudflare's authenticated origin pulls: it signs the edge, as a client. */
  readonly originPull: Authority
  /** Trusted by nobody. */
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
    // The names that Cloudflare's own bears on origin certificates with an ECDSA key.
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
    untrusted: makeAuthority({ O: 'Nobody', CN: 'Corporate Root' }),
  }
}

/** What a client shows that was signed by `issuer`: the edge with authenticated origin pulls. */
export const makeClientCertificate = (issuer: Authority): Credentials =>
  makeLeaf({ names: ['origin-pull.cloudflare.net'], issuer, purpose: 'client' })

/** The certificate that the server of `host` shows, with the fault that `kind` names. */
export function makeCertificate(kind: CertificateKind, host: string, by: Authorities): Credentials {
  const issuer = by.intermediate
  const now = Date.now()
  const ended = { notBefore: now - 93 * DAY, notAfter: now - 3 * DAY }
  const parent = host.slice(host.indexOf('.') + 1)
  switch (kind) {
    case 'valid':
      return makeLeaf({ names: [host], issuer })
    case 'wildcard':
      return makeLeaf({ names: [`*.${parent}`], issuer })
    case 'expires-soon':
      return makeLeaf({ names: [host], issuer, notBefore: now - 85 * DAY, notAfter: now + 5 * DAY })
    case 'expired':
      return makeLeaf({ names: [host], issuer, ...ended })
    case 'not-yet-valid':
      return makeLeaf({ names: [host], issuer, notBefore: now + DAY })
    case 'wrong-name':
      return makeLeaf({ names: [`old-${host}`], issuer })
    case 'wildcard-too-high':
      // A star stands for one label: the certificate of the zone does not cover names two levels down.
      return makeLeaf({ names: [`*.${parent.slice(parent.indexOf('.') + 1)}`, parent], issuer })
    case 'common-name-only':
      return makeLeaf({ names: [host], issuer, alternativeNames: false })
    case 'self-signed':
      return makeLeaf({ names: [host] })
    case 'self-signed-expired':
      return makeLeaf({ names: [host], ...ended })
    case 'unknown-issuer':
      return makeLeaf({ names: [host], issuer: by.untrusted })
    case 'no-intermediate':
      return makeLeaf({ names: [host], issuer, chain: '' })
    case 'wrong-intermediate':
      return makeLeaf({ names: [host], issuer, chain: by.expiredIntermediate.certificate })
    case 'expired-intermediate':
      return makeLeaf({ names: [host], issuer: by.expiredIntermediate })
    case 'out-of-order':
      return makeLeaf({ names: [host], issuer, chain: by.root.certificate + issuer.certificate })
    case 'cloudflare-origin-ca':
      return makeLeaf({ names: [host], issuer: by.cloudflareOriginCa })
    case 'cloudflare-origin-ca-expired':
      return makeLeaf({ names: [host], issuer: by.cloudflareOriginCa, ...ended })
    case 'cloudflare-origin-ca-wrong-name':
      return makeLeaf({ names: [`old-${host}`], issuer: by.cloudflareOriginCa })
    case 'client-only':
      return makeLeaf({ names: [host], issuer, purpose: 'client' })
    case 'weak-key':
      return makeLeaf({ names: [host], issuer, key: 'RSA-1024' })
    default:
      return kind satisfies never
  }
}
