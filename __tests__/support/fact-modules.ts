import { MOMENT_PARTS } from './facts.ts'
import * as cluesClues from '../../src/diagnosis/clues/clues.ts'
import * as cluesDns from '../../src/diagnosis/clues/dns.ts'
import * as cluesExchange from '../../src/diagnosis/clues/exchange.ts'
import * as cluesTls from '../../src/diagnosis/clues/tls.ts'
import * as cluesZone from '../../src/diagnosis/clues/zone.ts'
import * as factsCloudflareEdgeConnection from '../../src/diagnosis/facts/cloudflare/edge-connection.ts'
import * as factsCloudflareOriginless from '../../src/diagnosis/facts/cloudflare/originless.ts'
import * as factsCloudflareRefusals from '../../src/diagnosis/facts/cloudflare/refusals.ts'
import * as factsCloudflareWorkerErrors from '../../src/diagnosis/facts/cloudflare/worker-errors.ts'
import * as factsComparisonAgreement from '../../src/diagnosis/facts/comparison/agreement.ts'
import * as factsComparisonRequestForms from '../../src/diagnosis/facts/comparison/request-forms.ts'
import * as factsContent from '../../src/diagnosis/facts/content.ts'
import * as factsDeviations from '../../src/diagnosis/facts/deviations.ts'
import * as factsDns from '../../src/diagnosis/facts/dns.ts'
import * as factsEdge from '../../src/diagnosis/facts/edge.ts'
import * as factsExchange from '../../src/diagnosis/facts/exchange.ts'
import * as factsGenerator from '../../src/diagnosis/facts/generator.ts'
import * as factsHandshakeCertificateChain from '../../src/diagnosis/facts/handshake/certificate-chain.ts'
import * as factsHandshakeTlsAlerts from '../../src/diagnosis/facts/handshake/tls-alerts.ts'
import * as factsMalformed from '../../src/diagnosis/facts/malformed.ts'
import * as factsOrigin from '../../src/diagnosis/facts/origin.ts'
import * as factsPagesIntercepted from '../../src/diagnosis/facts/pages/intercepted.ts'
import * as factsPagesPageText from '../../src/diagnosis/facts/pages/page-text.ts'
import * as factsPagesPageType from '../../src/diagnosis/facts/pages/page-type.ts'
import * as factsPagesStandIn from '../../src/diagnosis/facts/pages/stand-in.ts'
import * as factsRedirects from '../../src/diagnosis/facts/redirects.ts'
import * as factsServersOriginServer from '../../src/diagnosis/facts/servers/origin-server.ts'
import * as factsTls from '../../src/diagnosis/facts/tls.ts'
import * as factsUnavailable from '../../src/diagnosis/facts/unavailable.ts'
import * as factsVisitors from '../../src/diagnosis/facts/visitors.ts'
import * as factsWhichOrigin from '../../src/diagnosis/facts/which-origin.ts'
import * as factsZone from '../../src/diagnosis/facts/zone.ts'
import * as fingerprintsShownText from '../../src/diagnosis/fingerprints/shown-text.ts'
import * as fingerprintsWholePage from '../../src/diagnosis/fingerprints/whole-page.ts'
import * as freshnessAlias from '../../src/diagnosis/freshness/alias.ts'
import * as freshnessBrokenFileMatch from '../../src/diagnosis/freshness/broken-file-match.ts'
import * as freshnessDifferingAddress from '../../src/diagnosis/freshness/differing-address.ts'
import * as freshnessHtmlForFile from '../../src/diagnosis/freshness/html-for-file.ts'
import * as freshnessNameServers from '../../src/diagnosis/freshness/name-servers.ts'
import * as freshnessOutdatedCopy from '../../src/diagnosis/freshness/outdated-copy.ts'
import * as freshnessPageFiles from '../../src/diagnosis/freshness/page-files.ts'
import * as freshnessRedirectTarget from '../../src/diagnosis/freshness/redirect-target.ts'
import * as freshnessSameContent from '../../src/diagnosis/freshness/same-content.ts'
import * as nextQuestions from '../../src/diagnosis/next/questions.ts'
import * as rulesAddressFamilies from '../../src/diagnosis/rules/address-families.ts'
import * as rulesCertificateExpiry from '../../src/diagnosis/rules/certificate-expiry.ts'
import * as rulesCertificate from '../../src/diagnosis/rules/certificate.ts'
import * as rulesFailsDirectly from '../../src/diagnosis/rules/fails-directly.ts'
import * as rulesIdleConnections from '../../src/diagnosis/rules/idle-connections.ts'
import * as rulesPortOfMode from '../../src/diagnosis/rules/port-of-mode.ts'
import * as rulesDoubtfulPage from '../../src/diagnosis/rules/doubtful-page.ts'
import * as rulesStandIn from '../../src/diagnosis/rules/stand-in.ts'
import * as rulesTrustStore from '../../src/diagnosis/rules/trust-store.ts'
import * as rulesUnseenEnd from '../../src/diagnosis/rules/unseen-end.ts'
import * as rulesWorkerPage from '../../src/diagnosis/rules/worker-page.ts'

/** The modules whose functions say something about evidence. */
export const FACT_MODULES: Readonly<Record<string, object>> = {
  moments: MOMENT_PARTS,
  'clues/clues': cluesClues,
  'clues/dns': cluesDns,
  'clues/exchange': cluesExchange,
  'clues/tls': cluesTls,
  'clues/zone': cluesZone,
  'facts/cloudflare/edge-connection': factsCloudflareEdgeConnection,
  'facts/cloudflare/originless': factsCloudflareOriginless,
  'facts/cloudflare/refusals': factsCloudflareRefusals,
  'facts/cloudflare/worker-errors': factsCloudflareWorkerErrors,
  'facts/comparison/agreement': factsComparisonAgreement,
  'facts/comparison/request-forms': factsComparisonRequestForms,
  'facts/content': factsContent,
  'facts/deviations': factsDeviations,
  'facts/dns': factsDns,
  'facts/edge': factsEdge,
  'facts/exchange': factsExchange,
  'facts/generator': factsGenerator,
  'facts/handshake/certificate-chain': factsHandshakeCertificateChain,
  'facts/handshake/tls-alerts': factsHandshakeTlsAlerts,
  'facts/malformed': factsMalformed,
  'facts/origin': factsOrigin,
  'facts/pages/intercepted': factsPagesIntercepted,
  'facts/pages/page-text': factsPagesPageText,
  'facts/pages/page-type': factsPagesPageType,
  'facts/pages/stand-in': factsPagesStandIn,
  'facts/redirects': factsRedirects,
  'facts/servers/origin-server': factsServersOriginServer,
  'facts/tls': factsTls,
  'facts/unavailable': factsUnavailable,
  'facts/visitors': factsVisitors,
  'facts/which-origin': factsWhichOrigin,
  'facts/zone': factsZone,
  'fingerprints/shown-text': fingerprintsShownText,
  'fingerprints/whole-page': fingerprintsWholePage,
  'freshness/alias': freshnessAlias,
  'freshness/broken-file-match': freshnessBrokenFileMatch,
  'freshness/differing-address': freshnessDifferingAddress,
  'freshness/html-for-file': freshnessHtmlForFile,
  'freshness/name-servers': freshnessNameServers,
  'freshness/outdated-copy': freshnessOutdatedCopy,
  'freshness/page-files': freshnessPageFiles,
  'freshness/redirect-target': freshnessRedirectTarget,
  'freshness/same-content': freshnessSameContent,
  'next/questions': nextQuestions,
  'rules/address-families': rulesAddressFamilies,
  'rules/certificate-expiry': rulesCertificateExpiry,
  'rules/certificate': rulesCertificate,
  'rules/fails-directly': rulesFailsDirectly,
  'rules/idle-connections': rulesIdleConnections,
  'rules/port-of-mode': rulesPortOfMode,
  'rules/doubtful-page': rulesDoubtfulPage,
  'rules/stand-in': rulesStandIn,
  'rules/trust-store': rulesTrustStore,
  'rules/unseen-end': rulesUnseenEnd,
  'rules/worker-page': rulesWorkerPage,
}
