import { originlessTarget } from '../../cloudflare/originless.ts'
import { CHECK_SETTINGS } from '../../domain/evidence.ts'
import { pick } from '../../shared/pick.ts'
import { isIP, isPublicHost } from '../../shared/ip.ts'
import type { OriginTarget, Site } from '../../domain/config.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import { defaultPort, portOf, unbracketed } from '../../shared/authority.ts'
import { routeKindOf } from '../route/kind.ts'
import type { DirectConnections, Endpoint, Expectations, ProbeRequest, TlsOptions } from '../types.ts'
import { cloudflareHeaders } from './cloudflare-headers.ts'

/** All requests of one round. */
export interface ProbePlan {
  readonly request: CheckRequest
  readonly edge: ProbeRequest
  readonly origins: readonly ProbeRequest[]
  readonly trace: ProbeRequest
  /** Addresses of DNS servers to compare with the runner's own. Empty if the site's host is an address. */
  readonly resolvers: readonly string[]
  /** Whether to query them with the other probes, or only when a question is left. */
  readonly resolversAtOnce: boolean
  /** Whether to send the trace request with the other probes, or only when the page leaves a question. */
  readonly traceAtOnce: boolean
}

export const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)'

export const ACCEPT_PAGE = 'text/html,application/json;q=0.9,*/*;q=0.8'

/** The requests for a site. Pure. */
export function planOf(site: Site): ProbePlan {
  const url = new URL(site.url)
  const host = unbracketed(url.hostname)
  const port = portOf(url)
  const path = url.pathname + url.search
  const scheme = url.protocol === 'https:' ? 'https' : 'http'
  const publicHeaders = { 'user-agent': USER_AGENT, accept: ACCEPT_PAGE }
  const headersFor = (hostHeader: string): Record<string, string> => ({
    host: hostHeader,
    ...publicHeaders,
    ...Object.fromEntries(site.headers.map(([name, value]) => [name.toLowerCase(), value])),
  })
  const expectations = expectationsOf(site)
  const pageOptions = (
    direct?: DirectConnections,
  ): Pick<ProbeRequest, 'redirects' | 'expectations' | 'findsAssets'> => ({
    redirects: {
      limit: site.followRedirects,
      siteUrl: site.url,
      publicHeaders,
      ...(direct !== undefined && { direct }),
    },
    expectations,
    ...(site.checkAssets === true && { findsAssets: true }),
  })
  const throughCloudflare: ProbeRequest = {
    host,
    port,
    ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
    method: site.method,
    path,
    headers: { ...headersFor(url.host), ...accessHeaders(site) },
  }
  const tls = cloudflareTlsOptions(site)
  const { originProxyCommand } = site
  const command = originProxyCommand === undefined ? {} : { proxyCommand: originProxyCommand }
  const route = originProxyCommand === undefined ? undefined : routeKindOf(originProxyCommand)
  const directRequest = (target: OriginTarget): ProbeRequest => ({
    host: target.host,
    port: target.port,
    ...(target.scheme === 'https:' && { tls }),
    ...command,
    method: site.method,
    path,
    headers: { ...cloudflareHeaders(scheme), ...headersFor(site.originHost) },
    ...pageOptions(directConnections(target, tls, command)),
  })
  const edge = { ...throughCloudflare, ...pageOptions() }
  const origins = site.origins.map(directRequest)
  return {
    request: {
      ...pick(site, CHECK_SETTINGS),
      host: url.host,
      port,
      origins: site.origins.map(({ scheme, host, port }) => ({
        tls: scheme === 'https:',
        port,
        ...(isIP(host) === 0 && route === undefined && { named: true }),
        ...(route !== undefined && { route, ...innerOf(host) }),
        ...originlessOf(host),
      })),
      ...largeHead([edge, ...origins]),
      ...(sendsServiceToken(site) && { serviceToken: true }),
      ...(site.vantage !== undefined && { vantage: true }),
    },
    edge,
    origins,
    trace: { ...throughCloudflare, method: 'GET', path: '/cdn-cgi/trace' },
    resolvers: isIP(host) === 0 ? site.resolvers : [],
    resolversAtOnce: true,
    traceAtOnce: true,
  }
}

/** Bytes of a head that every server accepts. Tomcat and Jetty have the smallest limit, 8 KiB for all of it. */
const USUAL_HEAD = 8000

/** In whole kilobytes: the exact length would say how long a secret is. */
function largeHead(requests: readonly ProbeRequest[]): Pick<CheckRequest, 'headKilobytes'> {
  const sizes = requests.map(({ path, headers }) =>
    Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, path.length),
  )
  const most = Math.max(...sizes)
  return most > USUAL_HEAD ? { headKilobytes: Math.ceil(most / 1000) } : {}
}

/** How Cloudflare connects to the site's origins with TLS. */
function cloudflareTlsOptions({ originSni, originCa, clientCertificate }: Site): TlsOptions {
  return {
    servername: serverNameOf(originSni),
    trust: 'cloudflare',
    ...(originCa.length > 0 && { ca: originCa }),
    ...(clientCertificate !== undefined && { clientCertificate }),
  }
}

/** An origin on a nonstandard port has no known port for the other scheme. */
function directConnections(
  { scheme, host, port }: OriginTarget,
  tls: TlsOptions,
  command: Pick<Endpoint, 'proxyCommand'>,
): DirectConnections {
  const http: Endpoint = { host, port: defaultPort(false), ...command }
  const https: Endpoint = { host, port: defaultPort(true), tls, ...command }
  if (scheme === 'https:') {
    return port === defaultPort(true)
      ? { configured: https, byScheme: { 'http:': http, 'https:': https } }
      : { configured: { host, port, tls, ...command } }
  }
  return port === defaultPort(false)
    ? { configured: http, byScheme: { 'http:': http, 'https:': https } }
    : { configured: { host, port, ...command } }
}

function expectationsOf({ expectedBody, expectedHeader }: Site): Expectations {
  return {
    ...(expectedBody !== undefined && { expectedBody }),
    ...(expectedHeader !== undefined && { expectedHeader }),
  }
}

/** A Cloudflare Access service token. Sent to the edge only. */
function accessHeaders({ access }: Site): Readonly<Record<string, string>> {
  if (access === undefined) return {}
  return { 'cf-access-client-id': access.id, 'cf-access-client-secret': access.secret }
}

function originlessOf(host: string): Pick<CheckRequest['origins'][number], 'originless'> {
  const originless = originlessTarget(host)
  return originless === undefined ? {} : { originless }
}

/** Whether only the other end of a command knows the host, or has another one under its name. */
function innerOf(host: string): Pick<CheckRequest['origins'][number], 'inner'> {
  return isPublicHost(host) ? {} : { inner: true }
}

/** Access also accepts the token as a single header whose name the application chooses, which can't be recognized. */
function sendsServiceToken({ access, headers }: Site): boolean {
  return access !== undefined || headers.some(([name]) => name.toLowerCase() === 'cf-access-client-id')
}

/** The TLS server name for a Host header: no port, no brackets. */
export function serverNameOf(hostHeader: string): string {
  return unbracketed(hostHeader.replace(/:\d+$/, ''))
}
