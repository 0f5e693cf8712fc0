export type Category = 'origin' | 'http' | 'tls' | 'dns' | 'firewall' | 'cloudflare' | 'content' | 'runner'

/**
 * Every cause id with its category. Both are public: users branch on `outputs.cause` and `outputs.category`,
 * so an id is never renamed or reused.
 */
export const CAUSE_CATEGORIES = {
  'origin-refused': 'origin',
  'origin-unreachable': 'origin',
  'origin-connect-timeout': 'origin',
  'origin-response-timeout': 'origin',
  'origin-reset': 'origin',
  'origin-overloaded': 'origin',
  'origin-maintenance': 'origin',
  'origin-app-down': 'origin',
  'origin-app-timeout': 'origin',
  'origin-app-error': 'origin',

  'origin-empty-response': 'http',
  'origin-malformed-response': 'http',
  'origin-headers-too-large': 'http',
  'origin-truncated-response': 'http',
  'origin-http2-broken': 'http',
  'redirect-loop': 'http',

  'tls-handshake-failed': 'tls',
  'tls-plaintext-port': 'tls',
  'tls-certificate-expired': 'tls',
  'tls-certificate-not-yet-valid': 'tls',
  'tls-certificate-name-mismatch': 'tls',
  'tls-certificate-untrusted': 'tls',
  'tls-chain-incomplete': 'tls',
  'tls-client-certificate-required': 'tls',

  'dns-no-such-host': 'dns',
  'dns-no-address': 'dns',
  'dns-server-failure': 'dns',
  'dns-not-proxied': 'dns',
  'dns-resolvers-disagree': 'dns',
  'dns-origin-unresolvable': 'dns',
  'dns-origin-mismatch': 'dns',
  'dns-points-to-cloudflare': 'dns',

  'cloudflare-blocked-by-origin': 'firewall',
  'origin-locked-to-cloudflare': 'firewall',
  'origin-bot-protection': 'firewall',

  'cloudflare-edge-error': 'cloudflare',
  'cloudflare-challenged': 'cloudflare',
  'cloudflare-waf-blocked': 'cloudflare',
  'cloudflare-rate-limited': 'cloudflare',
  'cloudflare-access-required': 'cloudflare',
  'cloudflare-waiting-room': 'cloudflare',
  'cloudflare-tunnel-down': 'cloudflare',
  'cloudflare-tunnel-origin-unreachable': 'cloudflare',
  'cloudflare-worker-failed': 'cloudflare',
  'cloudflare-no-healthy-pool': 'cloudflare',
  'cloudflare-zone-misconfigured': 'cloudflare',
  'cache-masks-broken-origin': 'cloudflare',

  'edge-stale': 'content',
  'origin-not-deployed': 'content',
  'unexpected-status': 'content',
  'slow-response': 'content',

  'runner-offline': 'runner',

  // Its category is unknown.
  unexplained: '',
} as const satisfies Readonly<Record<string, Category | ''>>

export type CauseId = keyof typeof CAUSE_CATEGORIES

export function isCauseId(id: string): id is CauseId {
  return Object.hasOwn(CAUSE_CATEGORIES, id)
}
