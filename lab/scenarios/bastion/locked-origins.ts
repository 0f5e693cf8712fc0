import { BASTION_COMMANDS } from '../../bastion/bastion.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { behindBastion, fromBastion } from './behind.ts'

const LOCKED = { edge: 200, direct: 'timeout' } as const
const NO_GUESS = { neverSays: ['only Cloudflare', 'was not checked'] } as const

/** Origins that drop every client but Cloudflare and a bastion, as the bastion sees them. */
export const BEHIND_BASTIONS: readonly Scenario[] = [
  behindBastion('ssh', {
    id: 'healthy-behind-a-bastion',
    sentence: 'the origin drops everyone but Cloudflare and a bastion, and the site is fine',
    setup: {},
    curl: LOCKED,
    checks: [fromBastion(/^200$/)],
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['origin-locked-to-cloudflare', 'runner-offline'],
  }),
  behindBastion('ssh-nc', {
    id: 'healthy-behind-a-bastion-with-nc',
    sentence: 'the origin drops everyone but Cloudflare and a bastion, on which the command runs nc',
    setup: {},
    curl: LOCKED,
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['origin-locked-to-cloudflare', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'healthy-behind-a-bastion-by-an-internal-name',
    sentence: 'the origin has a name that only the bastion can resolve',
    setup: {},
    inputs: { origin: 'web-7.internal' },
    curl: { edge: 200, direct: 'unresolved' },
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['dns-origin-unresolvable', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'healthy-behind-a-bastion-http2',
    sentence: 'the origin behind a bastion supports HTTP/2',
    setup: { origin: 'h2' },
    curl: LOCKED,
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['origin-http2-broken', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'healthy-behind-a-bastion-over-ipv6',
    sentence: 'the origin behind a bastion has an IPv6 address, and the command has brackets for it',
    setup: { record: 'origin-v6' },
    inputs: {
      origin: '[2001:db8:10::10]',
      'origin-proxy-command': BASTION_COMMANDS.ssh.replace('%h', '[%h]'),
    },
    curl: LOCKED,
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['origin-locked-to-cloudflare', 'runner-offline'],
  }),
  behindBastion('relay', {
    id: 'healthy-behind-a-relay',
    sentence: 'the origin drops everyone but Cloudflare and a relay on loopback, and the site is fine',
    setup: {},
    curl: LOCKED,
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['origin-locked-to-cloudflare', 'runner-offline'],
  }),
  behindBastion('relay', {
    id: 'healthy-behind-a-relay-by-an-internal-name',
    sentence: 'the origin has a name that only a relay on loopback can resolve',
    setup: {},
    inputs: { origin: 'web-7.internal' },
    // The lab's file has no route to an address that is a name.
    curl: { edge: 200, direct: 'unreachable' },
    expected: { ...HEALTHY, ...NO_GUESS },
    not: ['dns-origin-unresolvable', 'runner-offline'],
  }),
  behindBastion('relay', {
    id: 'origin-app-down-behind-a-relay',
    sentence: 'the application is down, and a relay on loopback gets the same 502 as Cloudflare',
    setup: { origin: 'app-down' },
    curl: { edge: 502, direct: 'timeout' },
    expected: unhealthy('origin-app-down', 'certain'),
    not: ['origin-locked-to-cloudflare', 'cloudflare-edge-error'],
  }),
  behindBastion('relay', {
    id: 'origin-refused-behind-a-relay',
    sentence: 'the web server is stopped, and refuses a relay on loopback as it refuses Cloudflare',
    setup: { origin: 'stopped' },
    curl: { edge: 521, direct: 'timeout' },
    expected: unhealthy('origin-refused', 'certain'),
    not: ['origin-locked-to-cloudflare', 'cloudflare-blocked-by-origin'],
  }),
  behindBastion('relay', {
    id: 'tls-certificate-expired-behind-a-relay',
    sentence: 'the certificate that a relay on loopback sees has expired',
    setup: { certificate: 'expired' },
    curl: { edge: 526, direct: 'timeout' },
    expected: unhealthy('tls-certificate-expired', 'certain'),
    not: ['tls-certificate-untrusted', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'tls-certificate-expired-behind-a-bastion',
    sentence: 'the certificate of the origin behind a bastion has expired',
    setup: { certificate: 'expired' },
    curl: { edge: 526, direct: 'timeout' },
    expected: unhealthy('tls-certificate-expired', 'certain'),
    not: ['tls-certificate-untrusted', 'tls-certificate-name-mismatch', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'tls-certificate-name-mismatch-behind-a-bastion',
    sentence: 'the origin behind a bastion presents the certificate of another site',
    setup: { certificate: 'wrong-name' },
    curl: { edge: 526, direct: 'timeout' },
    expected: unhealthy('tls-certificate-name-mismatch', 'certain'),
    not: ['tls-certificate-expired', 'runner-offline'],
  }),
  behindBastion('ssh', {
    id: 'origin-reset-behind-a-bastion',
    sentence: 'the origin behind a bastion resets every second request on a connection that Cloudflare keeps',
    setup: { origin: 'one-request-a-connection', zone: { keepAlive: 10_000 } },
    inputs: { 'consecutive-successes': '3', wait: '8s' },
    curl: LOCKED,
    // The direct probe reuses its connection through the command as Cloudflare does.
    expected: { ...unhealthy('origin-reset'), trend: 'intermittent' },
    not: ['cloudflare-blocked-by-origin', 'cloudflare-edge-error', 'runner-offline'],
  }),
]
