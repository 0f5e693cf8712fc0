import type { Cause } from '../../domain/cause.ts'
import cacheMasksBrokenOrigin from './cache-masks-broken-origin.ts'
import cloudflareAccessRequired from './cloudflare-access-required.ts'
import cloudflareBlockedByOrigin from './cloudflare-blocked-by-origin.ts'
import cloudflareChallenged from './cloudflare-challenged.ts'
import cloudflareEdgeError from './cloudflare-edge-error.ts'
import cloudflareNoHealthyPool from './cloudflare-no-healthy-pool.ts'
import cloudflareRateLimited from './cloudflare-rate-limited.ts'
import cloudflareTunnelDown from './cloudflare-tunnel-down.ts'
import cloudflareTunnelOriginUnreachable from './cloudflare-tunnel-origin-unreachable.ts'
import cloudflareWafBlocked from './cloudflare-waf-blocked.ts'
import cloudflareWaitingRoom from './cloudflare-waiting-room.ts'
import cloudflareWorkerFailed from './cloudflare-worker-failed.ts'
import cloudflareZoneMisconfigured from './cloudflare-zone-misconfigured.ts'
import dnsNoAddress from './dns-no-address.ts'
import dnsNoSuchHost from './dns-no-such-host.ts'
import dnsNotProxied from './dns-not-proxied.ts'
import dnsOriginMismatch from './dns-origin-mismatch.ts'
import dnsOriginUnresolvable from './dns-origin-unresolvable.ts'
import dnsPointsToCloudflare from './dns-points-to-cloudflare.ts'
import dnsResolversDisagree from './dns-resolvers-disagree.ts'
import dnsServerFailure from './dns-server-failure.ts'
import edgeStale from './edge-stale.ts'
import originAppDown from './origin-app-down.ts'
import originAppError from './origin-app-error.ts'
import originAppTimeout from './origin-app-timeout.ts'
import originBotProtection from './origin-bot-protection.ts'
import originConnectTimeout from './origin-connect-timeout.ts'
import originEmptyResponse from './origin-empty-response.ts'
import originHeadersTooLarge from './origin-headers-too-large.ts'
import originHttp2Broken from './origin-http2-broken.ts'
import originLockedToCloudflare from './origin-locked-to-cloudflare.ts'
import originMalformedResponse from './origin-malformed-response.ts'
import originMaintenance from './origin-maintenance.ts'
import originOverloaded from './origin-overloaded.ts'
import originNotDeployed from './origin-not-deployed.ts'
import originRefused from './origin-refused.ts'
import originReset from './origin-reset.ts'
import originResponseTimeout from './origin-response-timeout.ts'
import originTruncatedResponse from './origin-truncated-response.ts'
import originUnreachable from './origin-unreachable.ts'
import redirectLoop from './redirect-loop.ts'
import runnerOffline from './runner-offline.ts'
import slowResponse from './slow-response.ts'
import tlsCertificateExpired from './tls-certificate-expired.ts'
import tlsCertificateNameMismatch from './tls-certificate-name-mismatch.ts'
import tlsCertificateNotYetValid from './tls-certificate-not-yet-valid.ts'
import tlsCertificateUntrusted from './tls-certificate-untrusted.ts'
import tlsChainIncomplete from './tls-chain-incomplete.ts'
import tlsClientCertificateRequired from './tls-client-certificate-required.ts'
import tlsHandshakeFailed from './tls-handshake-failed.ts'
import tlsPlaintextPort from './tls-plaintext-port.ts'
import unexpectedStatus from './unexpected-status.ts'
import unexplained from './unexplained.ts'

/** All causes, specific before general. Among matches with the same confidence, the earlier one leads. */
export const CAUSES: readonly Cause[] = [
  cacheMasksBrokenOrigin,
  cloudflareTunnelDown,
  cloudflareTunnelOriginUnreachable,
  cloudflareNoHealthyPool,
  dnsOriginMismatch,
  cloudflareWorkerFailed,
  cloudflareZoneMisconfigured,
  dnsOriginUnresolvable,
  dnsPointsToCloudflare,
  dnsResolversDisagree,
  tlsCertificateExpired,
  tlsCertificateNotYetValid,
  tlsChainIncomplete,
  tlsCertificateUntrusted,
  tlsCertificateNameMismatch,
  tlsClientCertificateRequired,
  tlsPlaintextPort,
  tlsHandshakeFailed,
  originRefused,
  originUnreachable,
  originConnectTimeout,
  originHeadersTooLarge,
  originHttp2Broken,
  originMalformedResponse,
  originTruncatedResponse,
  originEmptyResponse,
  originReset,
  originResponseTimeout,
  originAppDown,
  originAppTimeout,
  originMaintenance,
  originOverloaded,
  originAppError,
  cloudflareBlockedByOrigin,
  cloudflareEdgeError,
  cloudflareChallenged,
  cloudflareWafBlocked,
  cloudflareRateLimited,
  cloudflareAccessRequired,
  cloudflareWaitingRoom,
  originBotProtection,
  dnsNoSuchHost,
  dnsNoAddress,
  dnsServerFailure,
  runnerOffline,
  dnsNotProxied,
  redirectLoop,
  originNotDeployed,
  edgeStale,
  unexpectedStatus,
  slowResponse,
  originLockedToCloudflare,
  unexplained,
]

/** The cause with this id, if it exists. */
export function causeById(id: string): Cause | undefined {
  return CAUSES.find((cause) => cause.id === id)
}

export { unexpectedStatus, unexplained }
