import { CAUSE_CATEGORIES } from '../../src/domain/cause-id.ts'
import type { Scenario } from './scenario.ts'
import { CACHE } from './cache.ts'
import { CERTIFICATES } from './certificates.ts'
import { CLOUDFLARE_EDGE } from './cloudflare-edge.ts'
import { CLOUDFLARE_ZONE } from './cloudflare-zone.ts'
import { CONTENT } from './content.ts'
import { DNS_ORIGIN } from './dns-origin.ts'
import { DNS } from './dns.ts'
import { FIREWALL } from './firewall.ts'
import { HEALTHY_ANSWERS } from './healthy-answers.ts'
import { HEALTHY_SITES } from './healthy.ts'
import { HTTP_PROTOCOL } from './http-protocol.ts'
import { HTTP } from './http.ts'
import { ORIGIN_APPLICATION } from './origin-application.ts'
import { ORIGIN_CONNECTION } from './origin-connection.ts'
import { ORIGIN_ERRORS } from './origin-errors.ts'
import { ORIGIN_SILENCE } from './origin-silence.ts'
import { RUNNER } from './runner.ts'
import { TIME } from './time.ts'
import { TLS } from './tls.ts'

/** Adds the category, which follows from the cause. */
const withCategory = (scenario: Scenario): Scenario => {
  const { cause } = scenario.expected
  const category = cause === '' ? '' : CAUSE_CATEGORIES[cause]
  return { ...scenario, expected: { category, ...scenario.expected } }
}

/** Everything that the lab can stage. */
export const SCENARIOS: readonly Scenario[] = [
  ...HEALTHY_SITES,
  ...HEALTHY_ANSWERS,
  ...ORIGIN_CONNECTION,
  ...ORIGIN_SILENCE,
  ...ORIGIN_APPLICATION,
  ...ORIGIN_ERRORS,
  ...HTTP,
  ...HTTP_PROTOCOL,
  ...TLS,
  ...CERTIFICATES,
  ...DNS,
  ...DNS_ORIGIN,
  ...FIREWALL,
  ...CLOUDFLARE_EDGE,
  ...CLOUDFLARE_ZONE,
  ...CACHE,
  ...CONTENT,
  ...RUNNER,
  ...TIME,
].map(withCategory)
