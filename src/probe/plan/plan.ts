import { portOf, unbracketed } from '../../shared/authority.ts'
import { isIP } from 'node:net'
import type { ClientCertificate, OriginTarget, Site } from '../../domain/config.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import { cloudflareHeaders } from './cloudflare-headers.ts'
import type { Expectations } from '../page/expectations.ts'
import { dialsOf, type DirectDials, type RedirectPolicy } from '../page/redirect-policy.ts'

/** One request of one probe: whom to dial, and what to ask. */
export interface ProbeRequest {
  /** Name or address to dial. */
  readonly host: string
  readonly port: number
  /** Absent: plain HTTP. */
  readonly tls?: TlsOptions
  readonly method: Site['method'] | 'POST'
  readonly path: string
  /** Host first; the rest as the site's configuration has it. */
  readonly headers: Readonly<Record<string, string>>
  /** What is sent; absent: nothing. */
  readonly body?: string
  /** Bytes of the body that are read; absent: `BODY_LIMIT`. */
  readonly limit?: number
  /** Absent: redirects are not followed. */
  readonly following?: RedirectPolicy
  /** What has to be in the last answer. */
  readonly expects?: Expectations
}

export interface TlsOptions {
  readonly servername: string
  /** Whose judgment of the certificate counts. */
  readonly trust: 'visitors' | 'cloudflare'
  /** PEM of private roots that count beside the public ones. */
  readonly ca?: readonly string[]
  /** Shown to a server that asks for one. The key is secret. */
  readonly client?: ClientCertificate
}

/** Everything one look asks. */
export interface ProbePlan {
  readonly request: CheckRequest
  readonly edge: ProbeRequest
  readonly origins: readonly ProbeRequest[]
  readonly trace: ProbeRequest
  /** Addresses of DNS servers to compare with the runner's own; none where the site's name is an address. */
  readonly resolvers: readonly string[]
  /** Whether those are asked with everything else, or only where something is wrong. */
  readonly resolversAtOnce: boolean
}

export const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)'

/** What to dial and ask for a site. Pure. */
export function planOf(site: Site): ProbePlan {
  const url = new URL(site.url)
  const host = unbracketed(url.hostname)
  const port = portOf(url)
  const path = url.pathname + url.search
  const scheme = url.protocol === 'https:' ? 'https' : 'http'
  const open = { 'user-agent': USER_AGENT, accept: 'text/html,application/json;q=0.9,*/*;q=0.8' }
  const headers = (hostHeader: string): Record<string, string> => ({
    host: hostHeader,
    ...open,
    ...Object.fromEntries(site.headers.map(([name, value]) => [name.toLowerCase(), value])),
  })
  const expects = expectationsOf(site)
  const visits = (direct?: DirectDials): Pick<ProbeRequest, 'following' | 'expects'> => ({
    following: {
      limit: site.followRedirects,
      site: site.url,
      open,
      ...(direct !== undefined && { direct }),
    },
    expects,
  })
  const front: ProbeRequest = {
    host,
    port,
    ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
    method: site.method,
    path,
    headers: { ...headers(url.host), ...accessOf(site) },
  }
  const tls = tlsAsCloudflare(site)
  const direct = (target: OriginTarget): ProbeRequest => ({
    host: target.host,
    port: target.port,
    ...(target.scheme === 'https:' && { tls }),
    method: site.method,
    path,
    headers: { ...cloudflareHeaders(scheme), ...headers(site.originHost) },
    ...visits(dialsOf(target, tls)),
  })
  return {
    request: {
      url: site.url,
      host: url.host,
      port,
      method: site.method,
      expectedStatus: site.expectedStatus,
      timeout: site.timeout,
      sslMode: site.sslMode,
      certificateDays: site.certificateDays,
      ...expects,
      ...(site.maxResponseTime !== undefined && { maxResponseTime: site.maxResponseTime }),
      origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
    },
    edge: { ...front, ...visits() },
    origins: site.origins.map(direct),
    trace: { ...front, method: 'GET', path: '/cdn-cgi/trace' },
    resolvers: isIP(host) === 0 ? site.resolvers : [],
    resolversAtOnce: true,
  }
}

/** How Cloudflare shakes hands with the origin of a site. */
function tlsAsCloudflare({ originSni, originCa, clientCertificate }: Site): TlsOptions {
  return {
    servername: nameOf(originSni),
    trust: 'cloudflare',
    ...(originCa.length > 0 && { ca: originCa }),
    ...(clientCertificate !== undefined && { client: clientCertificate }),
  }
}

function expectationsOf({ expectedBody, expectedHeader }: Site): Expectations {
  return {
    ...(expectedBody !== undefined && { expectedBody }),
    ...(expectedHeader !== undefined && { expectedHeader }),
  }
}

/** What Cloudflare Access lets in. For the edge alone: the origin is asked with other headers. */
function accessOf({ access }: Site): Readonly<Record<string, string>> {
  if (access === undefined) return {}
  return { 'cf-access-client-id': access.id, 'cf-access-client-secret': access.secret }
}

/** A server name has no port, a Host header may have one. */
export function nameOf(host: string): string {
  return unbracketed(host.replace(/:\d+$/, ''))
}
