import { makeAuthority, makeLeaf, type Authority, type Credentials } from './certificates.ts'

/** When certificates are valid, in milliseconds since the epoch. */
export interface Dates {
  readonly notBefore: number
  readonly notAfter: number
}

export interface Authorities {
  /** Of every valid certificate, for runs at a simulated time. Absent: from yesterday. */
  readonly dates?: Dates
  /** Trusted by every client in the lab, like a public root. */
  readonly root: Authority
  /** Signs servers' certificates, like a public CA. */
  readonly intermediate: Authority
  /** Like `intermediate`, with an expired certificate of its own. */
  readonly expiredIntermediate: Authority
  /** Like `intermediate`, valid from tomorrow, because its issuer's clock is wrong. */
  readonly futureIntermediate: Authority
  /** Like `intermediate`, renewed with the same key. `old` expired. */
  readonly renewedIntermediate: { readonly old: Authority; readonly current: Authority }
  /** Expires in five days. */
  readonly endingIntermediate: Authority
  /** Stands in for Cloudflare's Origin CA. Only the edge trusts it. */
  readonly cloudflareOriginCa: Authority
  /** Stands in for the CA of authenticated origin pulls. It signs the edge's client certificate. */
  readonly originPull: Authority
  /** Trusted by no client. */
  readonly untrusted: Authority
}

export type CertificateKind =
  | 'valid'
  /** Valid, and expires 60 days later than `valid`. */
  | 'renewed'
  | 'wildcard'
  | 'expires-soon'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  /** GitHub Pages' own, which it presents for a host that it doesn't know. */
  | 'github-pages'
  | 'wildcard-too-high'
  | 'common-name-only'
  | 'self-signed'
  | 'self-signed-expired'
  | 'unknown-issuer'
  | 'no-intermediate'
  | 'wrong-intermediate'
  | 'expired-intermediate'
  | 'intermediate-expires-soon'
  | 'future-intermediate'
  | 'expired-and-expired-intermediate'
  | 'expired-cross-sign'
  | 'expired-cross-sign-needed'
  | 'old-intermediate-too'
  | 'old-and-new-intermediate'
  | 'sha1-intermediate'
  | 'untrusted-intermediate'
  | 'untrusted-with-root'
  | 'intermediate-not-a-ca'
  | 'out-of-order'
  | 'cloudflare-origin-ca'
  | 'cloudflare-origin-ca-expired'
  | 'cloudflare-origin-ca-wrong-name'
  | 'client-only'
  | 'weak-key'

const DAY = 86_400_000

export function makeAuthorities(dates?: Dates): Authorities {
  const root = makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Root' }, dates)
  return {
    ...(dates !== undefined && { dates }),
    root,
    intermediate: makeAuthority({ O: 'Origin Gate Lab', CN: 'Lab Issuing CA' }, { ...dates, parent: root }),
    expiredIntermediate: makeAuthority(
      { O: 'Origin Gate Lab', CN: 'Lab Issuing CA 2019' },
      { parent: root, notAfter: Date.now() - 2 * DAY },
    ),
    futureIntermediate: makeAuthority(
      { O: 'Origin Gate Lab', CN: 'Lab Issuing CA 2031' },
      { parent: root, notBefore: Date.now() + DAY },
    ),
    renewedIntermediate: renewedPair(root),
    endingIntermediate: makeAuthority(
      { O: 'Origin Gate Lab', CN: 'Lab Issuing CA 2021' },
      { parent: root, notAfter: Date.now() + 5 * DAY },
    ),
    // The names in Cloudflare's own Origin CA certificate for ECDSA keys.
    cloudflareOriginCa: makeAuthority(
      { C: 'US', O: 'CloudFlare, Inc.', OU: 'CloudFlare Origin SSL ECC Certificate Authority' },
      dates,
    ),
    originPull: makeAuthority(
      { C: 'US', O: 'CloudFlare, Inc.', OU: 'Origin Pull', CN: 'origin-pull.cloudflare.net' },
      dates,
    ),
    untrusted: makeAuthority({ O: 'Unknown', CN: 'Corporate Root' }, dates),
  }
}

function renewedPair(parent: Authority): Authorities['renewedIntermediate'] {
  const name = { O: 'Origin Gate Lab', CN: 'Lab Issuing CA 2023' }
  const old = makeAuthority(name, { parent, notAfter: Date.now() - 2 * DAY })
  return { old, current: makeAuthority(name, { parent, sameKeyAs: old }) }
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
      return makeLeaf({ names: [host], issuer, ...authorities.dates })
    case 'renewed': {
      const { notBefore, notAfter } = authorities.dates ?? {
        notBefore: now - 61 * DAY,
        notAfter: now + 90 * DAY,
      }
      const later = { notBefore: notBefore + 60 * DAY, notAfter: notAfter + 60 * DAY }
      return makeLeaf({ names: [host], issuer, ...later })
    }
    case 'wildcard':
      return makeLeaf({ names: [`*.${parent}`], issuer })
    case 'expires-soon':
      return makeLeaf({ names: [host], issuer, notBefore: now - 85 * DAY, notAfter: now + 5 * DAY })
    case 'expired':
      return makeLeaf({ names: [host], issuer, ...expired })
    case 'not-yet-valid':
      return makeLeaf({ names: [host], issuer, notBefore: now + DAY })
    case 'github-pages':
      return makeLeaf({ names: ['*.github.io', 'github.io', '*.github.com', 'github.com'], issuer })
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
    case 'intermediate-expires-soon':
      return makeLeaf({ names: [host], issuer: authorities.endingIntermediate })
    case 'future-intermediate':
      return makeLeaf({ names: [host], issuer: authorities.futureIntermediate })
    case 'expired-and-expired-intermediate':
      return makeLeaf({ names: [host], issuer: authorities.expiredIntermediate, ...expired })
    case 'expired-cross-sign':
      // Like ISRG Root X1 with the signature of DST Root CA X3: the root itself is trusted.
      return makeLeaf({
        names: [host],
        issuer,
        chain: issuer.certificate + crossSign(authorities.root, authorities.untrusted),
      })
    case 'expired-cross-sign-needed': {
      // Like a new root that only its cross-signature links to a trusted one.
      const newRoot = makeAuthority({ O: 'New Authority', CN: 'New Root R2' })
      const issuing = makeAuthority({ O: 'New Authority', CN: 'New Issuing CA' }, { parent: newRoot })
      return makeLeaf({
        names: [host],
        issuer: issuing,
        chain: issuing.certificate + crossSign(newRoot, authorities.root),
      })
    }
    case 'old-intermediate-too': {
      const { old, current } = authorities.renewedIntermediate
      return makeLeaf({ names: [host], issuer: current, chain: current.certificate + old.certificate })
    }
    case 'old-and-new-intermediate': {
      const { old, current } = authorities.renewedIntermediate
      return makeLeaf({ names: [host], issuer: current, chain: old.certificate + current.certificate })
    }
    case 'sha1-intermediate':
      return makeLeaf({
        names: [host],
        issuer: makeAuthority({ CN: 'Old Issuing CA' }, { parent: authorities.root, hash: 'sha1' }),
      })
    case 'untrusted-intermediate':
      return makeLeaf({ names: [host], issuer: privateIssuer(authorities) })
    case 'untrusted-with-root': {
      const privateCa = privateIssuer(authorities)
      return makeLeaf({
        names: [host],
        issuer: privateCa,
        chain: privateCa.certificate + authorities.untrusted.certificate,
      })
    }
    case 'intermediate-not-a-ca':
      return makeLeaf({
        names: [host],
        issuer: makeAuthority({ CN: 'shop.example' }, { parent: authorities.root, mayIssue: false }),
      })
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

/** The certificate of one authority, signed by another. It expired two days ago. */
const crossSign = (authority: Authority, parent: Authority): string =>
  makeAuthority(authority.name, { parent, sameKeyAs: authority, notAfter: Date.now() - 2 * DAY }).certificate

/** An intermediate of the authority that no client trusts. */
const privateIssuer = ({ untrusted }: Authorities): Authority =>
  makeAuthority({ O: 'Unknown', CN: 'Corporate Issuing CA' }, { parent: untrusted })
