import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

/** A scenario for the demo, ordered by a word. All of them can be had on loopback. */
type Fault = Omit<Scenario, 'id'>

export type FaultId = keyof typeof FAULTS

export const FAULTS = {
  healthy: {
    sentence: 'all is well',
    staged: {},
    shows: { edge: 200, direct: 200 },
    expected: HEALTHY,
  },
  refused: {
    sentence: 'the web server of the origin is stopped, and its port closed',
    staged: { origin: 'stopped' },
    shows: { edge: 521, direct: 'refused' },
    expected: unhealthy('origin-refused', 'certain'),
  },
  'connect-timeout': {
    sentence: 'the host of the origin is gone, and answers no packet',
    staged: { fromEdge: 'drop', fromRunner: 'drop' },
    shows: { edge: 522, direct: 'timeout' },
    expected: unhealthy('origin-connect-timeout', 'likely'),
  },
  silent: {
    sentence: 'the origin takes the request and never answers it',
    staged: { origin: 'silent' },
    shows: { edge: 524, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout'),
  },
  empty: {
    sentence: 'the origin takes the request and closes without a byte',
    staged: { origin: 'empty' },
    shows: { edge: 520, direct: 'empty' },
    expected: unhealthy('origin-empty-response'),
  },
  'app-down': {
    sentence: 'the origin is up and the application behind it is down, hence its 502',
    staged: { origin: 'app-down' },
    shows: { edge: 502, direct: 502 },
    expected: unhealthy('origin-app-down', 'certain'),
  },
  'app-timeout': {
    sentence: 'the application behind the origin takes too long, hence its 504',
    staged: { origin: 'app-timeout' },
    shows: { edge: 504, direct: 504 },
    expected: unhealthy('origin-app-timeout'),
  },
  'app-error': {
    sentence: 'the application fails with a 500',
    staged: { origin: 'app-error' },
    shows: { edge: 500, direct: 500 },
    expected: unhealthy('origin-app-error'),
  },
  expired: {
    sentence: 'the certificate of the origin ended three days ago',
    staged: { certificate: 'expired' },
    shows: { edge: 526, direct: 'untrusted' },
    expected: unhealthy('tls-certificate-expired', 'certain'),
  },
  'wrong-name': {
    sentence: 'the certificate of the origin is made out to another name',
    staged: { certificate: 'wrong-name' },
    shows: { edge: 526, direct: 'untrusted' },
    expected: unhealthy('tls-certificate-name-mismatch', 'certain'),
  },
  untrusted: {
    sentence: 'the certificate of the origin is self-signed',
    staged: { certificate: 'self-signed' },
    shows: { edge: 526, direct: 'untrusted' },
    expected: unhealthy('tls-certificate-untrusted', 'certain'),
  },
  'origin-ca': {
    sentence: "the certificate of the origin is from Cloudflare's Origin CA, which only Cloudflare trusts",
    // Elsewhere the Action runs as it is shipped, and trusts Cloudflare's own Origin CA only.
    ground: 'loopback',
    staged: { certificate: 'cloudflare-origin-ca' },
    shows: { edge: 200, direct: 'untrusted' },
    expected: HEALTHY,
  },
  'no-such-host': {
    sentence: 'the name of the site does not exist',
    staged: { name: 'no-such-host' },
    shows: { edge: 'unresolved', direct: 200 },
    expected: unhealthy('dns-no-such-host'),
  },
  'not-proxied': {
    sentence: 'the name leads to the origin, past Cloudflare, and the site is fine',
    staged: { name: 'origin' },
    shows: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, warnings: ['dns-not-proxied'] },
  },
  blocked: {
    sentence: 'the firewall of the origin drops what comes from Cloudflare, and lets the runner in',
    staged: { fromEdge: 'drop' },
    shows: { edge: 522, direct: 200 },
    expected: unhealthy('cloudflare-blocked-by-origin', 'likely'),
  },
  locked: {
    sentence: 'the firewall of the origin lets in nobody but Cloudflare, and the site is fine',
    staged: { fromRunner: 'reset' },
    shows: { edge: 200, direct: 'refused' },
    expected: { ...HEALTHY, notes: ['origin-locked-to-cloudflare'] },
  },
  'edge-error': {
    sentence: 'Cloudflare itself answers 502, and the origin is fine',
    staged: { conduct: 'bare-502' },
    shows: { edge: 502, direct: 200 },
    expected: unhealthy('cloudflare-edge-error'),
  },
  challenged: {
    sentence: 'Cloudflare asks the runner to prove that it is a person',
    staged: { conduct: 'challenge' },
    shows: { edge: 403, direct: 200 },
    expected: inconclusive('cloudflare-challenged'),
  },
  'tunnel-down': {
    sentence: 'the site lives behind a Cloudflare Tunnel, and no connector is online',
    staged: { conduct: 'tunnel-down', fromRunner: 'reset' },
    shows: { edge: 530, direct: 'refused' },
    expected: unhealthy('cloudflare-tunnel-down', 'certain'),
    // What is behind a tunnel has no address.
    inputs: { origin: '' },
  },
  'not-found': {
    sentence: 'the page is not there, and the origin says 404',
    staged: { origin: 'not-found' },
    shows: { edge: 404, direct: 404 },
    expected: unhealthy('unexpected-status'),
  },
  offline: {
    sentence: 'the runner reaches nothing',
    staged: { name: 'server-failure', fromRunner: 'net-unreachable', toEdge: 'net-unreachable' },
    shows: { edge: 'unresolved', direct: 'unreachable' },
    expected: inconclusive('runner-offline'),
  },
} as const satisfies Readonly<Record<string, Fault>>

export const isFaultId = (id: string): id is FaultId => Object.hasOwn(FAULTS, id)

export const FAULT_IDS: readonly FaultId[] = Object.keys(FAULTS).filter(isFaultId)

export const faultOf = (id: FaultId): Scenario => ({ id, ...FAULTS[id] })
