import type { Moment } from '../../domain/cause.ts'
import {
  listed,
  matches,
  phrase,
  quote,
  read,
  untrusted,
  type Sentence,
  type Untrusted,
} from '../../domain/untrusted.ts'

/** Cloudflare's name servers: of a zone, and of Foundation DNS. */
const CLOUDFLARES = /\.(?:ns|secondary)\.cloudflare\.com$|\.foundationdns\.(?:com|net|org)$/

/**
 * Name servers of domains that lapsed, are parked or for sale, and those that registrars set by default. Each registrar
 * documents its own: support.google.com/domains, namecheap.com/support, godaddy.com/help,
 * support.hostinger.com, sedo.com/faq.
 */
const OPERATORS: readonly (readonly [pattern: RegExp, operator: string])[] = [
  [/\.sedoparking\.com$/, 'Sedo, a domain parking service'],
  [
    /\.(?:bodis|parkingcrew|above|parklogic|voodoo|cashparking|ztomy|parkingspa)\.(?:com|net)$/,
    'a domain parking service',
  ],
  [
    /\.(?:afternic|dan|uniregistrymarket|hugedomains|namebrightdns|undeveloped)\.(?:com|link)$/,
    'a domain marketplace',
  ],
  [/\.(?:dns-parking)\.com$/, "Hostinger's default"],
  [
    /\.(?:expiredns|expirenotification|pendingrenewaldeletion|renewyourname|expired-domain)\.(?:com|net)$/,
    'a service for expired domains',
  ],
  [/\.domaincontrol\.com$/, "GoDaddy's default"],
  [/\.registrar-servers\.com$/, "Namecheap's default"],
  [/\.name-services\.com$/, "Enom's default"],
  [/\.worldnic\.com$/, "Network Solutions' default"],
  [/\.ui-dns\.(?:com|de|org|biz)$/, "IONOS's default"],
  [/\.dnsowl\.com$/, "NameSilo's default"],
  [/\.ns\.porkbun\.com$/, "Porkbun's default"],
  [/\.gandi\.net$/, "Gandi's default"],
  [/\.(?:googledomains|squarespacedns)\.com$/, "Squarespace's default"],
  [/\.ovh\.(?:net|ca)$/, "OVH's default"],
]

/** The domain's name servers, if none of them is Cloudflare's: a sentence. Undefined if they are unknown. */
export function foreignNameServers({ nameServers = [] }: Moment): Sentence | undefined {
  const names = [...new Set(nameServers.map(({ server }) => lowerCase(server)))].toSorted(byText)
  if (names.length === 0 || names.some((name) => matches(name, CLOUDFLARES))) return
  const operator = OPERATORS.find(([pattern]) => names.some((name) => matches(name, pattern)))?.[1]
  const who = operator === undefined ? '' : ` (${operator})`
  const verb = names.length === 1 ? "The domain's name server is" : "The domain's name servers are"
  return phrase`${verb} ${listed(names.map((name) => quote(name)))}${who}, not Cloudflare's.`
}

function lowerCase(name: Untrusted): Untrusted {
  return read(name, (text) => untrusted(text.toLowerCase()))
}

function byText(a: Untrusted, b: Untrusted): number {
  return read(a, (one) => read(b, (other) => (one === other ? 0 : one < other ? -1 : 1)))
}
