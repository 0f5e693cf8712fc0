import type { X509Certificate } from 'node:crypto'
import type { Certificate, ChainLink } from '../../domain/certificate.ts'
import { beginning, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { findChain, type Chain } from './chain.ts'
import type { ServedChain } from './served.ts'

/** Names to keep of one certificate, and characters of a subject or issuer. */
const MAX_NAMES = 100
const MAX_NAME = 4000

/** Facts about served certificates that don't depend on the time, the expected name or the roots. */
export interface ChainFacts {
  /** The chain as far as it can be built without roots. */
  readonly chain: Chain
  readonly links: readonly ChainLink[]
  readonly leaf: Pick<Certificate, 'subject' | 'issuer' | 'names' | 'notBefore' | 'notAfter'>
}

/** Chains to remember. Most sites of a run share a few certificates. */
const MAX_CHAINS = 100

/** Keyed by the bytes of the certificates. Verifying their signatures takes as long as the rest of a handshake. */
const known = new Map<string, ChainFacts>()

/** Reads served certificates, the leaf first. */
export function factsOf(served: ServedChain): ChainFacts {
  const key = served.map(({ raw }) => raw.toString('latin1')).join('')
  const before = known.get(key)
  if (before !== undefined) return before
  const chain = findChain(served)
  const [leaf] = served
  const { subject, issuer, notBefore, notAfter } = linkOf(leaf, true)
  const facts: ChainFacts = {
    chain,
    links: served.map((certificate, index) => linkOf(certificate, chain.links.includes(index))),
    leaf: { subject, issuer, names: alternativeNames(leaf.subjectAltName), notBefore, notAfter },
  }
  if (known.size >= MAX_CHAINS) known.clear()
  known.set(key, facts)
  return facts
}

/** The same facts, with a chain that may end at one of these roots (PEM) or at a public one. */
export function withRoots(
  facts: ChainFacts,
  served: readonly X509Certificate[],
  roots: { readonly extra: readonly string[]; readonly now: number },
): ChainFacts {
  const chain = findChain(served, roots)
  const links = facts.links.map((link, index) =>
    Object.assign({}, link, { linked: chain.links.includes(index) }),
  )
  return { ...facts, chain, links }
}

export function linkOf(certificate: X509Certificate, linked: boolean): ChainLink {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    notBefore: certificate.validFromDate.getTime(),
    notAfter: certificate.validToDate.getTime(),
    key: keyName(certificate),
    signature: certificate.signatureAlgorithm ?? '',
    linked,
  }
}

/** `RSA 2048`, `EC prime256v1`, `ED25519`. */
function keyName(certificate: X509Certificate): string {
  try {
    const { asymmetricKeyType = '', asymmetricKeyDetails = {} } = certificate.publicKey
    const { modulusLength, namedCurve } = asymmetricKeyDetails
    return [asymmetricKeyType.toUpperCase(), modulusLength ?? namedCurve ?? ''].join(' ').trim()
  } catch {
    return '' // The key is invalid, or of a type that OpenSSL doesn't support.
  }
}

/** `DNS:a.example, IP Address:192.0.2.1` → `a.example`, `192.0.2.1`. */
function alternativeNames(subjectAltName: string | undefined): readonly Untrusted[] {
  return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
    .slice(0, MAX_NAMES)
    .map((match) => untrusted(match[1] ?? ''))
}

function oneLine(name: string | undefined): Untrusted {
  return beginning(untrusted((name ?? '').replaceAll('\n', ', ')), MAX_NAME)
}
