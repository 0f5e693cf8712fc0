import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { isIP } from 'node:net'
import * as der from './der.ts'

/** Attributes of a subject or an issuer, such as `{ O: 'Shop', CN: 'www.shop.example' }`. */
export type Name = Readonly<Partial<Record<(typeof ATTRIBUTES)[number][0], string>>>

/** Signs certificates. */
export interface Authority {
  readonly name: Name
  readonly key: KeyObject
  /** Its own certificate, PEM. */
  readonly certificate: string
  /** The certificates between leaf and root that a server sends, PEM. Empty for a root. */
  readonly chain: string
}

/** A server's leaf certificate, followed by the intermediates it sends, and its key. PEM. */
export interface Credentials {
  readonly cert: string
  readonly key: string
}

export interface AuthoritySpec {
  /** Absent: a self-signed root. */
  readonly parent?: Authority
  /** Milliseconds since the epoch. Default: from yesterday for ten years. */
  readonly notBefore?: number
  readonly notAfter?: number
  /** Another certificate for the key of this authority, as in cross-signing and renewal. Absent: a new key. */
  readonly sameKeyAs?: Authority
  /** The hash of the parent's signature. Default: SHA-256. */
  readonly hash?: 'sha1' | 'sha256'
  /** False: the certificate doesn't allow it to sign others. */
  readonly mayIssue?: false
}

export type KeyKind = 'P-256' | 'RSA-1024'

export interface LeafSpec {
  /** DNS names and IPv4 addresses of the subjectAltName. The first is also the common name. */
  readonly names: readonly [string, ...string[]]
  /** False: the names are only in the subject, as was common until 2017. */
  readonly alternativeNames?: false
  /** Milliseconds since the epoch. Default: from yesterday for 91 days. */
  readonly notBefore?: number
  readonly notAfter?: number
  /** Absent: self-signed. */
  readonly issuer?: Authority
  /** What the server sends after the leaf, PEM. Default: the issuer's chain. */
  readonly chain?: string
  /** Where its issuer's certificate is, in DER (RFC 5280, section 4.2.2.1). */
  readonly issuerUrl?: string
  /** Default: P-256. */
  readonly key?: KeyKind
  /** Default: server. */
  readonly purpose?: 'server' | 'client'
}

const DAY = 86_400_000

const ATTRIBUTES = [
  ['C', '2.5.4.6'],
  ['O', '2.5.4.10'],
  ['OU', '2.5.4.11'],
  ['CN', '2.5.4.3'],
] as const

const PURPOSES = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const

/** The signature algorithms by the key that signs and the hash (RFC 5758, RFC 4055). */
const SIGNATURES = {
  ec: {
    sha1: der.sequence(der.objectIdentifier('1.2.840.10045.4.1')),
    sha256: der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2')),
  },
  rsa: {
    sha1: der.sequence(der.objectIdentifier('1.2.840.113549.1.1.5'), der.NULL),
    sha256: der.sequence(der.objectIdentifier('1.2.840.113549.1.1.11'), der.NULL),
  },
} as const

/** A CA. */
export function makeAuthority(
  name: Name,
  { parent, notBefore, notAfter, sameKeyAs, hash, mayIssue }: AuthoritySpec = {},
): Authority {
  const privateKey = sameKeyAs?.key ?? makeKey('P-256')
  const certificate = signCertificate({
    issuer: parent?.name ?? name,
    signingKey: parent?.key ?? privateKey,
    subject: name,
    publicKey: createPublicKey(privateKey),
    notBefore: notBefore ?? Math.min(Date.now(), notAfter ?? Infinity) - DAY,
    notAfter: notAfter ?? Date.now() + 3650 * DAY,
    extensions: [
      extension('2.5.29.19', mayIssue === false ? der.sequence() : der.sequence(der.TRUE), 'critical'),
      // keyCertSign and cRLSign: bits 5 and 6.
      extension('2.5.29.15', der.bitString(Buffer.from([0b0000_0110]), 1), 'critical'),
    ],
    ...(hash !== undefined && { hash }),
  })
  return { name, key: privateKey, certificate, chain: parent ? certificate + parent.chain : '' }
}

const makeKey = (kind: KeyKind): KeyObject =>
  kind === 'RSA-1024'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

/** A server or client certificate with the given properties, valid or not. */
export function makeLeaf(spec: LeafSpec): Credentials {
  const privateKey = makeKey(spec.key ?? 'P-256')
  const publicKey = createPublicKey(privateKey)
  const subject: Name = { CN: spec.names[0] }
  const certificate = signCertificate({
    issuer: spec.issuer?.name ?? subject,
    signingKey: spec.issuer?.key ?? privateKey,
    subject,
    publicKey,
    notBefore: spec.notBefore ?? Date.now() - DAY,
    notAfter: spec.notAfter ?? Date.now() + 90 * DAY,
    extensions: [
      extension('2.5.29.19', der.sequence(), 'critical'),
      // digitalSignature: bit 0.
      extension('2.5.29.15', der.bitString(Buffer.from([0b1000_0000]), 7), 'critical'),
      extension('2.5.29.37', der.sequence(der.objectIdentifier(PURPOSES[spec.purpose ?? 'server']))),
      ...(spec.alternativeNames === false
        ? []
        : [extension('2.5.29.17', der.sequence(...spec.names.map(alternativeName)))]),
      ...(spec.issuerUrl === undefined ? [] : [issuerAddress(spec.issuerUrl)]),
    ],
  })
  const chain = spec.chain ?? spec.issuer?.chain ?? ''
  return { cert: certificate + chain, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

interface CertificateFields {
  readonly issuer: Name
  readonly signingKey: KeyObject
  readonly subject: Name
  readonly publicKey: KeyObject
  readonly notBefore: number
  readonly notAfter: number
  readonly extensions: readonly Uint8Array[]
  readonly hash?: 'sha1' | 'sha256'
}

function signCertificate(spec: CertificateFields): string {
  const hash = spec.hash ?? 'sha256'
  const algorithm = SIGNATURES[spec.signingKey.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'][hash]
  const subjectPublicKey = spec.publicKey.export({ type: 'spki', format: 'der' })
  const body = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))), // version 3
    // The leading 01 keeps a random number positive and without leading zeros, as DER requires.
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    encodeName(spec.issuer),
    der.sequence(der.time(spec.notBefore), der.time(spec.notAfter)),
    encodeName(spec.subject),
    subjectPublicKey,
    der.explicit(
      3,
      der.sequence(
        ...spec.extensions,
        extension('2.5.29.14', der.octetString(createHash('sha1').update(subjectPublicKey).digest())),
      ),
    ),
  )
  const whole = der.sequence(body, algorithm, der.bitString(sign(hash, body, spec.signingKey)))
  const base64 = Buffer.from(whole).toString('base64').replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${base64.trimEnd()}\n-----END CERTIFICATE-----\n`
}

function encodeName(name: Name): Uint8Array {
  return der.sequence(
    ...ATTRIBUTES.flatMap(([label, identifier]) => {
      const value = name[label]
      return value === undefined
        ? []
        : [der.set(der.sequence(der.objectIdentifier(identifier), der.utf8String(value)))]
    }),
  )
}

function extension(identifier: string, value: Uint8Array, critical?: 'critical'): Uint8Array {
  const parts = [der.objectIdentifier(identifier), ...(critical ? [der.TRUE] : []), der.octetString(value)]
  return der.sequence(...parts)
}

/** Authority information access with one address of the issuer's certificate. */
function issuerAddress(url: string): Uint8Array {
  const location = der.implicit(6, Buffer.from(url))
  const access = der.sequence(der.objectIdentifier('1.3.6.1.5.5.7.48.2'), location)
  return extension('1.3.6.1.5.5.7.1.1', der.sequence(access))
}

function alternativeName(name: string): Uint8Array {
  if (isIP(name) === 4) return der.implicit(7, Buffer.from(name.split('.').map(Number)))
  return der.implicit(2, Buffer.from(name))
}
