import { domainToASCII } from 'node:url'
import { sentByCloudflare, traceOf } from '../cloudflare/response.ts'
import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import type { Certificate } from '../domain/certificate.ts'
import { EXCHANGE_RECHECKS, type Evidence } from '../domain/evidence.ts'
import type { Exchange, Head } from '../domain/exchange.ts'
import { rawTextOf, type Untrusted } from '../domain/untrusted.ts'
import { unbracketed } from '../shared/authority.ts'
import { isIP, networkOf } from '../shared/ip.ts'
import { secretsInUrl } from '../shared/secrets-in-url.ts'
import { isBelow, networkOfName } from '../shared/special-names.ts'

/** The names that the rounds of a site contain, apart from those of its configuration. */
export interface FoundNames {
  /** Names and addresses in the certificates that the origins presented to the direct probes. */
  readonly certificateNames: readonly string[]
  /** What visitors see anyway: the hosts that redirects name, and the names in Cloudflare's certificate. */
  readonly visibleNames: readonly string[]
  /** The secrets in the targets of redirects, such as a one-time token of a login, newest last. */
  readonly redirectSecrets: readonly string[]
}

/** For each site. A redirect may have another token in each round. */
const MAX_REDIRECT_SECRETS = 1000

/**
 * Visitors behind Cloudflare never see the origins' certificates, and a DNS query for a name in one may return the
 * origin's address. Names of hosting platforms are left out.
 */
export function namesFoundIn(history: readonly Evidence[]): FoundNames {
  const certificateNames = new Set<string>()
  const visibleNames = new Set<string>()
  const secrets = new Set<string>()
  for (const evidence of history) {
    const { origins = [], rechecks = [], resolvers = [] } = evidence
    const found = new Set<string>()
    for (const exchange of [...origins, ...rechecks.flatMap((each) => Object.values(each))])
      for (const name of namesIn(certificateOf(exchange))) found.add(name)
    for (const { server } of resolvers) found.delete(rawTextOf(server))
    for (const name of found) certificateNames.add(name)
    for (const name of visibleIn(evidence)) visibleNames.add(name)
    for (const secret of exchangesIn(evidence).flatMap(redirectSecretsIn)) secrets.add(secret)
  }
  return {
    certificateNames: [...certificateNames],
    visibleNames: [...visibleNames],
    redirectSecrets: [...secrets].slice(-MAX_REDIRECT_SECRETS),
  }
}

/** What the results of requests have in common. Not every result of a further request is an exchange. */
type Result = Partial<Pick<Exchange, 'redirectChain' | 'tls'>> & { readonly head?: Head }

/** All requests of a round. */
function exchangesIn(evidence: Evidence): readonly Result[] {
  const { edge, uncached, edgeWithGet, origins = [], rechecks = [], assets = [] } = evidence
  const { otherAddresses = [], lateAddresses = [], vantage } = evidence
  const alike = rechecks.flatMap((recheck): readonly (Result | undefined)[] =>
    EXCHANGE_RECHECKS.map((probe) => recheck[probe]),
  )
  const agreed = rechecks.flatMap(({ http2, keepAlive }): readonly (Result | undefined)[] => [
    http2?.agreed === true ? http2.exchange : undefined,
    keepAlive?.reused === true ? keepAlive.exchange : undefined,
  ])
  const files = assets.flatMap((each) => [each.edge, each.uncached])
  const elsewhere = [...otherAddresses, ...lateAddresses].map(({ exchange }) => exchange)
  const places = vantage?.results.map(({ exchange }) => exchange) ?? []
  return [
    edge,
    uncached,
    edgeWithGet,
    ...origins,
    ...alike,
    ...agreed,
    ...files,
    ...elsewhere,
    ...places,
  ].filter((each) => each !== undefined)
}

const WITH_TARGETS = ['location', 'refresh', 'link', 'content-location'] as const

/** The secrets in the URLs that a response redirects to. */
function redirectSecretsIn({ redirectChain, head }: Result): readonly string[] {
  const { redirects = [], next } = redirectChain ?? {}
  const targets = [
    ...redirects.flatMap(({ from, to }) => [from, to]),
    next,
    ...WITH_TARGETS.map((name) => head?.headers[name]),
  ]
  return targets.flatMap((target) => (target === undefined ? [] : secretsInUrl(rawTextOf(target))))
}

/** What visitors see in a round, apart from the site's own name. Never an address: it would be the origin's. */
function visibleIn(evidence: Evidence): readonly string[] {
  const { edge, uncached, edgeWithGet, trace, assets = [], otherAddresses = [], request } = evidence
  const files = assets.flatMap((each) => [each.edge, each.uncached])
  const ofVisitors = [edge, uncached, edgeWithGet, trace, ...files].filter((each) => each !== undefined)
  const others = otherAddresses.map(({ exchange }) => exchange)
  const ofEdge = [
    ...ofVisitors.filter(
      (exchange) => isFromCloudflare(exchange) || hasFailedAtCloudflare(exchange, evidence),
    ),
    ...others.filter(isFromCloudflare),
  ]
  const isOwn = isOfHosts([request.host])
  return [
    ...ofVisitors.flatMap((exchange) => redirectedHosts(exchange, request.url)),
    ...ofEdge.flatMap(({ tls }) => allNamesIn(tls?.certificate)),
  ].filter((name) => isIP(unbracketed(name)) === 0 && !isOwn(name))
}

/** The response, or the part of it that arrived, is Cloudflare's. */
function isFromCloudflare(exchange: Exchange): boolean {
  return ('head' in exchange && sentByCloudflare(exchange.head.headers)) || traceOf(exchange) !== undefined
}

/** There was no response from the site's name, but all addresses of the name are Cloudflare's. */
function hasFailedAtCloudflare(exchange: Exchange, { dns, ranges, request }: Evidence): boolean {
  const last = hostIn(exchange.redirectChain?.redirects.at(-1)?.to, request.url)
  return (
    !('head' in exchange) &&
    dns?.kind === 'resolved' &&
    dns.addresses.every(({ address }) => inCloudflareRanges(address, ranges)) &&
    (last === undefined || last === request.host)
  )
}

/** Where a response sends its visitors. */
function redirectedHosts(exchange: Exchange, url: string): readonly string[] {
  const { redirects = [], next } = exchange.redirectChain ?? {}
  const location = 'head' in exchange ? exchange.head.headers['location'] : undefined
  const last = redirects.at(-1)?.to
  return [...redirects.map(({ to }) => to), next, location]
    .map((target) => hostIn(target, last === undefined ? url : rawTextOf(last)))
    .filter((host) => host !== undefined)
}

/** @param base for a target that is relative */
function hostIn(target: Untrusted | undefined, base: string): string | undefined {
  const host = target === undefined ? undefined : URL.parse(rawTextOf(target), base)?.hostname
  return host === undefined || host === '' ? undefined : host
}

/** Also those that would never be hidden: a name may be public only because of them. */
function allNamesIn(certificate: Certificate | undefined): readonly string[] {
  if (certificate === undefined) return []
  const names = certificate.names.map((name) => asciiOf(rawTextOf(name)))
  return [...names, ...namesInSubject(rawTextOf(certificate.subject))].map((name) =>
    name.replace(/^\*\./, ''),
  )
}

/** Whether a name is public because these hosts are: one of them, a parent domain, or `www.` before either. */
export function isOfHosts(hosts: readonly string[]): (name: string) => boolean {
  const own = new Set(hosts.flatMap((host) => parentsOf(plain(host))))
  return (name) => own.has(name) || own.has(name.replace(/^www\./, ''))
}

function plain(host: string): string {
  return unbracketed(host).replace(/:\d+$/, '').toLowerCase().replace(/\.+$/, '')
}

/** A name and all names that it is below. */
function parentsOf(name: string): readonly string[] {
  const labels = name.split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
}

/** The same names, for a certificate from an earlier report, which has only these texts. */
export function namesToHide({ names, subject }: Pick<Certificate, 'names' | 'subject'>): readonly string[] {
  return namesIn({ names, subject, issuer: subject, chain: [], chainError: '' })
}

type NamedCertificate = Pick<Certificate, 'names' | 'subject' | 'issuer' | 'chain' | 'chainError'>

/** Not every result of a further request is an exchange. */
function certificateOf(exchange: Partial<Pick<Exchange, 'tls'>>): Certificate | undefined {
  return exchange.tls?.certificate
}

function namesIn(certificate: NamedCertificate | undefined): readonly string[] {
  if (certificate === undefined) return []
  const { names, subject, issuer, chain, chainError } = certificate
  const alternative = names.map((name) => asciiOf(rawTextOf(name)))
  const all = new Set(alternative)
  // An issuer that only this server trusts is usually the server itself.
  const issuers = chainError === '' ? [] : [issuer, ...chain.flatMap((link) => [link.subject, link.issuer])]
  const inSubjects = [subject, ...issuers].flatMap((text) => namesInSubject(rawTextOf(text)))
  return [...new Set([...alternative, ...inSubjects])].flatMap((name) => hiddenName(name, all))
}

function asciiOf(name: string): string {
  const lower = name.toLowerCase().replace(/\.+$/, '')
  return /^[ -~]*$/.test(lower) ? lower : domainToASCII(lower)
}

/** `C=US, O=Shop, CN=srv42.hoster.example, emailAddress=root@srv42.hoster.example`. */
const IN_SUBJECT = /(?:^|[,+]\s*)(CN|emailAddress)=(?:[^,+@\s]*@)?([^,+@\s]+)/gi

function namesInSubject(subject: string): readonly string[] {
  return (
    Array.from(subject.matchAll(IN_SUBJECT))
      .map(([, key = '', name = '']) => [key.toLowerCase(), asciiOf(name)] as const)
      // An email address rarely names the server, unless its domain is a host.
      .filter(([key, name]) => key === 'cn' || !isDomain(name))
      .map(([, name]) => name)
  )
}

const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/
/** The longest name in DNS. */
const MAX_NAME = 253

/** What to hide of a name in a certificate: itself, or the parent of a wildcard. `all`: the certificate's names. */
function hiddenName(name: string, all: ReadonlySet<string>): readonly string[] {
  if (isIP(name) !== 0) return networkOf(name) === 'public' && !inCloudflareRanges(name) ? [name] : []
  // Any name below a wildcard's parent may resolve to the origin.
  const parent = name.replace(/^\*\./, '')
  if (parent.length > MAX_NAME || !NAME.test(parent) || networkOfName(parent) !== undefined) return []
  if (OURS.some((domain) => isBelow(parent, domain)) || EXAMPLES.test(parent)) return []
  const apex = parent.replace(/^www\./, '')
  const isShared = isDomain(apex) || PLATFORMS.some((domain) => isBelow(apex, domain))
  const underWildcard = parent !== name || [parent, apex].some((each) => all.has(`*.${each}`))
  return isShared && underWildcard ? [] : [parent]
}

/** Whether a name is what a company or a platform registers, such as `hoster.example` or `hoster.co.uk`. */
function isDomain(name: string): boolean {
  return /^[^.]+\.(?:(?:ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}|[^.]+)$/.test(name)
}

/** Domains that our own sentences name, and those of Cloudflare's certificates. */
const OURS =
  'cloudflare.com cloudflarestatus.com cloudflaressl.com workers.dev pages.dev r2.dev cfargotunnel.com cdn.cloudflare.net github.com nginx.org httpd.apache.org rfc-editor.org mozilla.org owasp.org dnsviz.net dns.google one.one.one.one'.split(
    ' ',
  )
const EXAMPLES = /^(?:www\.)?example\.(?:com|net|org)$/

/** Platforms with wildcards below a part of their domain, such as `*.s3.amazonaws.com`. */
const PLATFORMS =
  'amazonaws.com amazonaws.com.cn azurewebsites.net azurestaticapps.net railway.app run.app elasticbeanstalk.com ondigitalocean.app azurecontainerapps.io koyeb.app platformsh.site platform.sh clever-cloud.com scalingo.io azureedge.net azurefd.net fastly.net fastlylb.net ngrok.io ngrok.app ngrok.dev ngrok-free.app'.split(
    ' ',
  )
