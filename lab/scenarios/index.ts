import { CAUSE_CATEGORIES } from '../../src/domain/cause-id.ts'
import type { Scenario } from './scenario.ts'
import { BROKEN_ROUTES } from './bastion/broken-routes.ts'
import { BEHIND_BASTIONS } from './bastion/locked-origins.ts'
import { INDISTINGUISHABLE_PAIRS } from './bastion/pairs.ts'
import { BOT_PROTECTION } from './pages/bot-protection.ts'
import { CACHE } from './cloudflare/cache.ts'
import { ALERTS } from './tls/alerts.ts'
import { CERTIFICATES } from './tls/certificates.ts'
import { CHAINS } from './tls/chains.ts'
import { CLOUDFLARE_ACCESS } from './cloudflare/access.ts'
import { CLOUDFLARE_CODES } from './cloudflare/codes.ts'
import { CLOUDFLARE_EDGE } from './cloudflare/edge.ts'
import { CLOUDFLARE_RECORDS } from './cloudflare/records.ts'
import { CLOUDFLARE_REFUSALS } from './cloudflare/refusals.ts'
import { CLOUDFLARE_ZONE } from './cloudflare/zone.ts'
import { CONTENT } from './content.ts'
import { DNS_ORIGIN } from './dns/origin.ts'
import { DNS_RECORDS } from './dns/records.ts'
import { ASSET_NEAR_MISSES } from './freshness/asset-near-misses.ts'
import { PAGE_ASSETS } from './freshness/assets.ts'
import { COPIES } from './freshness/copies.ts'
import { FILES } from './freshness/files.ts'
import { REWRITTEN } from './freshness/rewritten.ts'
import { OTHER_SERVERS } from './freshness/other-servers.ts'
import { ELSEWHERE, GLOBALPING_TROUBLE } from './elsewhere.ts'
import { FIREWALL } from './firewall.ts'
import { HEALTHY_RESPONSES } from './healthy/responses.ts'
import { HEALTHY_SITES } from './healthy/sites.ts'
import { HTTP_DEVIATIONS } from './http/deviations.ts'
import { RAW_RESPONSES } from './http/raw.ts'
import { RECORDED } from './http/recorded.ts'
import { HTTP_PROTOCOL } from './http/protocol.ts'
import { HTTP_RESPONSES } from './http/responses.ts'
import { ORIGIN_APPLICATION } from './origin/application.ts'
import { ORIGIN_CONNECTION } from './origin/connection.ts'
import { ORIGIN_ERRORS } from './origin/errors.ts'
import { ORIGIN_TIMEOUTS } from './origin/timeouts.ts'
import { RUNNER } from './runner.ts'
import { SOCKS } from './socks.ts'
import { CONNECTION_FAULTS } from './origin/faults.ts'
import { LOCKED_ORIGINS } from './locked.ts'
import { PORTS } from './http/ports.ts'
import { POST_QUANTUM } from './tls/post-quantum.ts'
import { SEVERAL_ADDRESSES } from './origin/addresses.ts'
import { SEVERAL_ORIGINS } from './origin/several.ts'
import { REQUEST_SIZE } from './http/request-size.ts'
import { STATUSES } from './http/statuses.ts'
import { TIME } from './time.ts'
import { TLS_HANDSHAKES } from './tls/handshakes.ts'
import { ERROR_AS_SUCCESS } from './pages/error-as-success.ts'
import { HOSTING_PLATFORMS } from './pages/hosting-platforms.ts'
import { START_PAGES } from './pages/start-pages.ts'
import { WORKERS } from './pages/workers.ts'
import { WAITING_ROOM } from './pages/waiting-room.ts'

/** Adds the category, which follows from the cause. */
const withCategory = (scenario: Scenario): Scenario => {
  const { cause } = scenario.expected
  const category = cause === '' ? '' : CAUSE_CATEGORIES[cause]
  return { ...scenario, expected: { category, ...scenario.expected } }
}

/** Everything that the lab can stage. */
export const SCENARIOS: readonly Scenario[] = [
  ...HEALTHY_SITES,
  ...HEALTHY_RESPONSES,
  ...ORIGIN_CONNECTION,
  ...ORIGIN_TIMEOUTS,
  ...ORIGIN_APPLICATION,
  ...ORIGIN_ERRORS,
  ...HTTP_RESPONSES,
  ...HTTP_DEVIATIONS,
  ...RAW_RESPONSES,
  ...HTTP_PROTOCOL,
  ...TLS_HANDSHAKES,
  ...CERTIFICATES,
  ...CHAINS,
  ...ALERTS,
  ...DNS_RECORDS,
  ...DNS_ORIGIN,
  ...FIREWALL,
  ...BOT_PROTECTION,
  ...WAITING_ROOM,
  ...START_PAGES,
  ...HOSTING_PLATFORMS,
  ...WORKERS,
  ...ERROR_AS_SUCCESS,
  ...CLOUDFLARE_EDGE,
  ...CLOUDFLARE_REFUSALS,
  ...CLOUDFLARE_ACCESS,
  ...CLOUDFLARE_CODES,
  ...CLOUDFLARE_RECORDS,
  ...CLOUDFLARE_ZONE,
  ...CACHE,
  ...CONTENT,
  ...PAGE_ASSETS,
  ...ASSET_NEAR_MISSES,
  ...FILES,
  ...COPIES,
  ...REWRITTEN,
  ...OTHER_SERVERS,
  ...RUNNER,
  ...SOCKS,
  ...ELSEWHERE,
  ...GLOBALPING_TROUBLE,
  ...TIME,
  ...LOCKED_ORIGINS,
  ...BEHIND_BASTIONS,
  ...BROKEN_ROUTES,
  ...INDISTINGUISHABLE_PAIRS,
  ...SEVERAL_ORIGINS,
  ...SEVERAL_ADDRESSES,
  ...CONNECTION_FAULTS,
  ...PORTS,
  ...STATUSES,
  ...REQUEST_SIZE,
  ...RECORDED,
  ...POST_QUANTUM,
].map(withCategory)
