import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

/** Chains in which another certificate than the leaf is at fault. The comment names that certificate. */

const ONCE = { wait: '0s' } as const
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The last day of a certificate of the lab, unless its kind says otherwise. */
const LEAF_END = dayIn(90)

const REJECTED = { edge: 526, direct: 'untrusted' } as const

export const CHAINS: readonly Scenario[] = [
  {
    id: 'tls-certificate-expired-intermediate',
    sentence: "the origin's certificate is valid, but its intermediate has expired",
    network: 'loopback',
    setup: { certificate: 'expired-intermediate' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-expired', 'certain'),
      says: [
        'an intermediate certificate has expired',
        `the intermediate certificate "Lab Issuing CA 2019" (issued by "Lab Root"), which expired on ${dayIn(-2)}`,
        `until ${LEAF_END}, intermediate expired on ${dayIn(-2)}`,
        'Send the intermediate certificate that is valid today',
      ],
      neverSays: [
        `expired on ${LEAF_END}`,
        'the certificate has expired',
        'a certificate that expired',
        'Renew the certificate',
      ],
    },
    not: ['tls-chain-incomplete', 'tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-expired-leaf-and-intermediate',
    sentence: "the origin's certificate and its intermediate have both expired",
    network: 'loopback',
    setup: { certificate: 'expired-and-expired-intermediate' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-expired', 'certain'),
      says: [
        ': the certificate has expired',
        `The origin's certificate expired on ${dayIn(-3)}`,
        `"Lab Issuing CA 2019" (issued by "Lab Root"), which expired on ${dayIn(-2)}`,
        'Renew the certificate',
      ],
    },
    not: ['tls-chain-incomplete', 'tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-expired-cross-signed',
    sentence: 'a new root is trusted only through a cross-signature, which has expired',
    network: 'loopback',
    setup: { certificate: 'expired-cross-sign-needed' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-expired', 'certain'),
      says: [`certificate "New Root R2" (issued by "Lab Root"), which expired on ${dayIn(-2)}`],
      neverSays: [`expired on ${LEAF_END}`, 'New Issuing CA", which expired'],
    },
    not: ['tls-chain-incomplete', 'tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-expired-intermediate-under-full',
    sentence: 'the intermediate has expired, and the zone is on Full, which ignores that',
    network: 'loopback',
    setup: { ssl: 'full', certificate: 'expired-intermediate' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'untrusted' },
    expected: {
      ...HEALTHY,
      warnings: ['tls-certificate-expired'],
      says: ['"Lab Issuing CA 2019"', `The certificate itself is valid until ${LEAF_END}`],
      neverSays: [`expired on ${LEAF_END}`],
    },
    not: ['tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-expired-intermediate-without-cloudflare',
    sentence: 'the name points to the origin, whose intermediate has expired',
    network: 'loopback',
    setup: { resolvesTo: 'origin', certificate: 'expired-intermediate' },
    inputs: ONCE,
    curl: { edge: 'untrusted', direct: 'untrusted' },
    expected: {
      ...unhealthy('tls-certificate-expired'),
      says: [
        'The certificate that visitors get depends on the intermediate certificate "Lab Issuing CA 2019"',
      ],
      neverSays: [`expired on ${LEAF_END}`],
    },
    not: ['dns-not-proxied', 'tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-expired-old-intermediate-sent',
    sentence: 'Cloudflare shows 526, and an expired certificate follows a valid chain',
    network: 'loopback',
    setup: { certificate: 'expired-cross-sign', edgeBehavior: 'error-526' },
    inputs: ONCE,
    curl: { edge: 526, direct: 200 },
    expected: {
      ...unhealthy('tls-certificate-expired', 'possible'),
      says: [`"Lab Root" (issued by "Corporate Root"), which expired on ${dayIn(-2)}`],
      neverSays: [`expired on ${LEAF_END}`],
    },
    not: ['tls-chain-incomplete'],
  },
  {
    id: 'tls-certificate-expired-intermediate-soon',
    sentence: 'the intermediate expires in five days, long before the certificate',
    network: 'loopback',
    setup: { certificate: 'intermediate-expires-soon' },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...HEALTHY,
      warnings: ['tls-certificate-expired'],
      says: ['"Lab Issuing CA 2021" (issued by "Lab Root"), which expires in'],
      neverSays: [`expires in 90 days`],
    },
  },
  {
    id: 'healthy-chain-with-expired-cross-signature',
    sentence: 'the server sends an expired cross-signature of a root that every client trusts',
    network: 'loopback',
    setup: { certificate: 'expired-cross-sign' },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['tls-certificate-expired', 'tls-chain-incomplete', 'tls-certificate-untrusted'],
  },
  {
    id: 'healthy-chain-with-old-intermediate',
    sentence: 'the server sends the expired intermediate and its successor with the same key',
    network: 'loopback',
    setup: { certificate: 'old-and-new-intermediate' },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['tls-certificate-expired', 'tls-chain-incomplete'],
  },
  {
    id: 'tls-certificate-not-yet-valid-intermediate',
    sentence: "the origin's certificate is valid, and its intermediate becomes valid tomorrow",
    network: 'loopback',
    setup: { certificate: 'future-intermediate' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-not-yet-valid', 'certain'),
      says: [
        'an intermediate certificate is not valid yet',
        `"Lab Issuing CA 2031" (issued by "Lab Root"), which is not valid before ${dayIn(1)}`,
        `intermediate not valid before ${dayIn(1)}`,
      ],
      neverSays: [`not valid before ${dayIn(-1)}`],
    },
    not: ['tls-certificate-expired', 'tls-certificate-untrusted'],
  },
  {
    id: 'tls-certificate-untrusted-intermediate',
    sentence: "the origin sends the intermediate of the company's own CA, which Cloudflare doesn't trust",
    network: 'loopback',
    setup: { certificate: 'untrusted-intermediate' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-untrusted', 'certain'),
      says: ['the intermediate certificate "Corporate Issuing CA", whose issuer "Corporate Root"'],
      neverSays: ['self-signed"', 'UNABLE_TO'],
    },
    not: ['tls-chain-incomplete', 'tls-certificate-expired'],
  },
  {
    id: 'tls-certificate-untrusted-root-sent',
    sentence: "the origin sends the whole chain of the company's own CA",
    network: 'loopback',
    setup: { certificate: 'untrusted-with-root' },
    inputs: ONCE,
    curl: REJECTED,
    expected: {
      ...unhealthy('tls-certificate-untrusted', 'certain'),
      says: ['the self-signed root certificate "Corporate Root"'],
      neverSays: ["The origin's certificate is self-signed", 'SELF_SIGNED_CERT'],
    },
    not: ['tls-chain-incomplete'],
  },
  {
    id: 'tls-certificate-untrusted-sha1-intermediate',
    sentence: 'the intermediate is signed with SHA-1, and the zone is on Full',
    network: 'loopback',
    setup: { ssl: 'full', certificate: 'sha1-intermediate' },
    inputs: ONCE,
    curl: { edge: 200, direct: 'untrusted' },
    expected: {
      ...HEALTHY,
      warnings: ['tls-certificate-untrusted'],
      says: ['"Old Issuing CA" (issued by "Lab Root"), which has a signature with the obsolete hash SHA1'],
      neverSays: ['mode is not Full (strict)', 'not a known authority'],
    },
  },
  {
    id: 'tls-certificate-untrusted-sha1-intermediate-strict',
    sentence: 'the intermediate is signed with SHA-1, and Cloudflare rejects the certificate',
    network: 'loopback',
    setup: { certificate: 'sha1-intermediate' },
    inputs: ONCE,
    curl: REJECTED,
    // Cloudflare doesn't document its limits, so the fault may be another one.
    expected: {
      ...unhealthy('tls-certificate-untrusted', 'likely'),
      says: [
        '"Old Issuing CA" (issued by "Lab Root"), which has a signature with the obsolete hash SHA1',
        'too weak',
      ],
      neverSays: ['not a known authority', 'UNSPECIFIED'],
    },
    not: ['tls-chain-incomplete', 'tls-certificate-expired'],
  },
]
