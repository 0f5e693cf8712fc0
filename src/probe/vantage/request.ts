import type { Resolution } from '../../domain/dns.ts'
import type { Site, VantagePoint } from '../../domain/config.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { rawTextOf } from '../../domain/untrusted.ts'
import { portOf, unbracketed } from '../../shared/authority.ts'
import { isIP, isPublicHost, networkOf } from '../../shared/ip.ts'
import { shownUrl, unescaped } from '../../shared/secrets-in-url.ts'
import { TOKEN } from '../../shared/tokens.ts'
import { ACCEPT_PAGE, serverNameOf } from '../plan/plan.ts'
import type { ProbeRequest } from '../types.ts'

/** The body of `POST /v1/measurements` for HTTP. It has no header of the site. */
export interface MeasurementRequest {
  readonly type: 'http'
  readonly target: string
  readonly inProgressUpdates: false
  /** Places, or the id of an earlier measurement, whose probes then run this one too. */
  readonly locations: readonly { readonly magic: string; readonly limit: number }[] | string
  readonly measurementOptions: {
    readonly protocol: 'HTTP' | 'HTTPS'
    readonly port: number
    readonly request: {
      /** The Host header, and the TLS server name if the target is an address. Absent: the target. */
      readonly host?: string
      readonly path: string
      /** Without the question mark. Never empty, because Globalping rejects that. */
      readonly query?: string
      readonly method: Site['method']
      /** Globalping sets `User-Agent` itself. */
      readonly headers: { readonly accept: string }
    }
  }
}

/** What the probes request, and whether that is where this runner's redirects end instead of the site's URL. */
interface EdgeTarget {
  readonly url: URL
  readonly redirected: boolean
}

/**
 * Probes don't follow redirects, so they request the page where this runner's redirects ended. Only on the site's own
 * host, because the site names the target, and it must not send the probes anywhere else. Only with the site's own
 * query, because the site may repeat there what this runner sent.
 *
 * @param hides whether a text has a secret or an origin's address in it, in any notation
 */
export function edgeTarget(
  site: Site,
  edge: Exchange | undefined,
  hides: (text: string) => boolean,
): EdgeTarget {
  const url = new URL(site.url)
  const { redirects = [], end } = edge?.redirectChain ?? {}
  const last = redirects.at(-1)
  const to = last === undefined || end !== undefined ? null : URL.parse(rawTextOf(last.to))
  const isUsable =
    to !== null &&
    /^https?:$/.test(to.protocol) &&
    to.username === '' &&
    to.password === '' &&
    withoutWww(to.hostname) === withoutWww(url.hostname) &&
    (to.search === '' || to.search === url.search) &&
    !hasSecret(to, site) &&
    !hides(to.href)
  return isUsable ? { url: to, redirected: true } : { url, redirected: false }
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.+\.)/, '')
}

/** Whether a URL has a token, or the service token of Access. */
function hasSecret({ href }: URL, { access }: Pick<Site, 'access'>): boolean {
  const plain = unescaped(href).toLowerCase()
  const known = access === undefined ? [] : [access.id, access.secret]
  return (
    shownUrl(href) !== href ||
    href.search(TOKEN) >= 0 ||
    known.some((secret) => plain.includes(secret.toLowerCase()))
  )
}

/** Why nothing may be sent to Globalping; undefined if it may. Whatever is sent there can be read by others. */
export function reasonToSendNothing(
  site: Site,
  resolution: Resolution,
): 'secret-url' | 'private' | undefined {
  const url = new URL(site.url)
  // The user may have chosen a URL that has the name of an origin or the value of a header.
  if (hasSecret(url, site)) return 'secret-url'
  return isPublicHost(unbracketed(url.hostname)) && resolvesPublicly(resolution) ? undefined : 'private'
}

/** A name that resolves to private addresses here may name nothing, or another server, elsewhere. */
function resolvesPublicly(resolution: Resolution): boolean {
  return (
    resolution.kind === 'failed' ||
    resolution.addresses.every(({ address }) => networkOf(address) === 'public')
  )
}

/** A request for the edge. */
export function edgeMeasurement(
  url: URL,
  { method }: Pick<Site, 'method'>,
  points: readonly VantagePoint[],
): MeasurementRequest {
  const tls = url.protocol === 'https:'
  return {
    type: 'http',
    target: unbracketed(url.hostname),
    inProgressUpdates: false,
    locations: points.map(({ location, probes }) => ({ magic: location, limit: probes })),
    measurementOptions: {
      protocol: tls ? 'HTTPS' : 'HTTP',
      port: portOf(url),
      request: requestOf(url.pathname, url.search, method),
    },
  }
}

/**
 * A request for one address of an origin, by the probes of an earlier measurement. Undefined if Globalping can't make
 * it as Cloudflare does: it can't reach the address, or it can't send that TLS server name or the client certificate.
 */
export function originMeasurement(
  site: Site,
  { host, port, tls, path }: ProbeRequest,
  resolution: Resolution,
  measurementId: string,
): MeasurementRequest | undefined {
  if (site.originProxyCommand !== undefined || resolution.kind === 'failed') return
  if (!isPublicHost(host) || !resolvesPublicly(resolution)) return
  const name = serverNameOf(site.originHost)
  if (tls !== undefined && (tls.servername !== name || tls.clientCertificate !== undefined)) return
  const [{ address }] = resolution.addresses
  const [pathname = '', ...query] = path.split('?')
  return {
    type: 'http',
    target: address,
    inProgressUpdates: false,
    locations: measurementId,
    measurementOptions: {
      protocol: tls === undefined ? 'HTTP' : 'HTTPS',
      port,
      request: {
        ...requestOf(pathname, query.length === 0 ? '' : `?${query.join('?')}`, site.method),
        ...(isIP(name) === 0 && { host: name }),
      },
    },
  }
}

function requestOf(
  path: string,
  search: string,
  method: Site['method'],
): MeasurementRequest['measurementOptions']['request'] {
  const query = search.slice(1)
  return { path, ...(query !== '' && { query }), method, headers: { accept: ACCEPT_PAGE } }
}
