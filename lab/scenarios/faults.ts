import { findScenario } from './catalogue.ts'
import type { Scenario } from './scenario.ts'

/** The names of the demo's faults, and their scenarios. All of them work on loopback. */
const FAULTS = {
  healthy: 'healthy',
  refused: 'origin-refused-stopped',
  'connect-timeout': 'origin-connect-timeout-host-gone',
  silent: 'origin-response-timeout-silent',
  empty: 'origin-empty-response-after-request',
  'app-down': 'origin-app-down-nginx-502',
  'app-timeout': 'origin-app-timeout-nginx-504',
  'app-error': 'origin-app-error-500',
  expired: 'tls-certificate-expired-renewal-missed',
  'wrong-name': 'tls-certificate-name-mismatch-old-name',
  untrusted: 'tls-certificate-untrusted-self-signed',
  'origin-ca': 'healthy-origin-ca',
  'no-such-host': 'dns-no-such-host-record-missing',
  'not-proxied': 'dns-not-proxied-grey-cloud',
  blocked: 'cloudflare-blocked-by-origin-dropped',
  locked: 'origin-locked-to-cloudflare-refused',
  'edge-error': 'cloudflare-edge-error-bare-502',
  challenged: 'cloudflare-challenged-managed',
  'tunnel-down': 'cloudflare-tunnel-down-no-connector',
  'not-found': 'unexpected-status-not-found',
  offline: 'runner-offline-no-network',
} as const

export type FaultId = keyof typeof FAULTS

export const isFaultId = (id: string): id is FaultId => Object.hasOwn(FAULTS, id)

export const FAULT_IDS: readonly FaultId[] = Object.keys(FAULTS).filter(isFaultId)

/** Throws when the scenario no longer exists. */
export function faultScenario(id: FaultId): Scenario {
  const scenario = findScenario(FAULTS[id])
  if (scenario === undefined) throw new Error(`There is no scenario ${FAULTS[id]} for the fault ${id}`)
  return scenario
}
