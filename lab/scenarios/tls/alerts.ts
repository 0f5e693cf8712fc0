import type { OriginKind } from '../../origins/index.ts'
import { unhealthy, type Scenario } from '../scenario.ts'

/** Origins that reject the handshake with an alert. The comment says what the alert means, and what to change. */

const rejected = (
  id: string,
  sentence: string,
  origin: OriginKind,
  {
    says,
    neverSays = [],
    confidence = 'certain',
  }: Pick<Scenario['expected'], 'says' | 'neverSays' | 'confidence'>,
): Scenario => ({
  id: `tls-handshake-failed-${id}`,
  sentence,
  network: 'loopback',
  setup: { origin },
  inputs: { wait: '0s' },
  curl: { edge: 525, direct: 'tls' },
  expected: {
    ...unhealthy('tls-handshake-failed', confidence),
    ...(says !== undefined && { says }),
    // OpenSSL's codes and vague words.
    neverSays: ['ERR_SSL', 'does not speak', 'the protocol that was', ...neverSays],
  },
  not: ['tls-client-certificate-required', 'tls-plaintext-port', 'origin-locked-to-cloudflare'],
})

const NO_SITE = [
  'unrecognized_name',
  'no site or certificate for this name',
  'Check that the server has a site',
] as const
const SERVERS = [/nginx/, /Apache/, /Caddyfile/, /Traefik/, /kamal-proxy/, /HAProxy/] as const

export const ALERTS: readonly Scenario[] = [
  rejected(
    'alert',
    'the origin ends every handshake with the alert handshake_failure',
    'alert-handshake-failure',
    {
      says: [
        'handshake_failure',
        'no version, cipher or key exchange in common',
        'Remove custom lists of ciphers',
      ],
      neverSays: ['no certificate for this name, or an internal error'],
    },
  ),
  rejected(
    'unknown-name',
    'the origin has no site for the name, and sends unrecognized_name',
    'alert-unrecognized-name',
    {
      says: [...NO_SITE, ...SERVERS],
    },
  ),
  rejected('nginx-rejects', 'nginx has no such site, and rejects the handshake', 'nginx-rejects-handshake', {
    says: NO_SITE,
  }),
  rejected(
    'haproxy-strict-sni',
    'HAProxy has no certificate for the name, with strict-sni',
    'haproxy-strict-sni',
    {
      says: NO_SITE,
    },
  ),
  rejected(
    'caddy-other-site',
    'Caddy serves only another site, and ends the handshake with an internal error',
    'caddy-other-site',
    {
      says: ['internal_error', 'no certificate for this name', ...SERVERS, 'TLS-ALPN challenge'],
      neverSays: ['Remove custom lists'],
    },
  ),
  rejected('no-common-version', 'the origin sends protocol_version', 'alert-protocol-version', {
    says: ['protocol_version', 'it supports no TLS version that was offered', 'Allow current TLS versions'],
    neverSays: ['no certificate for this name', 'Check that the server has a site'],
  }),
  rejected('no-common-protocol', 'the origin offers no HTTP/1.1 in ALPN', 'alert-no-application-protocol', {
    says: ['no_application_protocol', 'Offer HTTP/1.1'],
    neverSays: ['no certificate for this name', 'Allow current TLS versions'],
  }),
  rejected('insufficient-security', 'the origin requires stronger ciphers', 'alert-insufficient-security', {
    says: ['insufficient_security', 'it requires stronger ciphers'],
  }),
  rejected('decode-error', 'the origin cannot parse the ClientHello', 'alert-decode-error', {
    says: ['decode_error', 'it cannot parse the handshake'],
    neverSays: ['no certificate for this name, or an internal error'],
  }),
  rejected('access-denied', "the origin's rules deny access in the handshake", 'alert-access-denied', {
    confidence: 'likely',
    says: ['access_denied', 'its rules deny this client access'],
  }),
]
