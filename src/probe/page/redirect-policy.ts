import { portOf, unbracketed } from '../../shared/authority.ts'
import { cloudflareHeaders } from '../plan/cloudflare-headers.ts'
import type { DirectConnections, Endpoint, ProbeRequest, RedirectPolicy } from '../types.ts'
import { cookiesFor, type Cookie } from './cookies.ts'

/** A request, and the URL that a visitor would request. */
export interface RedirectRequest {
  readonly request: ProbeRequest
  readonly url: URL
}

/** Characters of a `Location` header. Most servers reject longer URLs. */
const MAX_LOCATION = 8192

/** The statuses that browsers follow. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** The target of a redirect. Undefined if the response isn't a redirect, or a browser wouldn't follow it. */
export function redirectTarget(status: number, location: string | undefined, from: URL): URL | undefined {
  if (!isRedirect(status) || location === undefined || location.length > MAX_LOCATION) return
  // Chrome shows the body of such a response. Other browsers request the same URL again.
  if (location.trim() === '') return
  const target = URL.parse(location, from.href)
  if (target === null || !/^https?:$/.test(target.protocol)) return
  target.hash = ''
  return target
}

/**
 * The requests that may follow a redirect: as a browser sends it, or as Cloudflare sends it to the same origin. The
 * first one that was not sent before is the next. `elsewhere`: the direct probe doesn't follow to another host.
 */
export function nextSteps(
  { request, url }: RedirectRequest,
  first: ProbeRequest,
  policy: RedirectPolicy,
  target: URL,
  jar: readonly Cookie[],
): readonly RedirectRequest[] | 'elsewhere' {
  const { direct, siteUrl, publicHeaders } = policy
  const cookies = cookiesFor(jar, target)
  if (direct === undefined) {
    const headers = {
      ...(maySendSecrets(target, siteUrl) ? first.headers : publicHeaders),
      host: target.host,
    }
    return [stepTo(target, endpointOf(target), first, withCookies(headers, cookies))]
  }
  const headers = withCookies({ ...first.headers, ...schemeHeadersFor(target, request, url) }, cookies)
  const endpoints = isSameOrigin(target, siteUrl, first) ? directEndpoints(direct, siteUrl, target) : []
  return endpoints.length === 0
    ? 'elsewhere'
    : endpoints.map((endpoint) => stepTo(target, endpoint, first, headers))
}

/** The request for a file that the site's page names. Has the site's secret headers only if its host may get them. */
export function assetRequest(
  url: URL,
  { headers }: ProbeRequest,
  { siteUrl, publicHeaders }: RedirectPolicy,
): ProbeRequest {
  const known = maySendSecrets(url, siteUrl) ? headers : publicHeaders
  return {
    ...endpointOf(url),
    method: 'GET',
    path: url.pathname + url.search,
    headers: { ...known, host: url.host },
  }
}

/** Equal for requests that are the same to a server. */
export function requestKey({ host, port, tls, path, headers }: ProbeRequest): string {
  return JSON.stringify([host, port, tls?.servername, path, headers])
}

function stepTo(
  url: URL,
  endpoint: Endpoint,
  { method, bodyLimit, keepLimit }: ProbeRequest,
  headers: ProbeRequest['headers'],
): RedirectRequest {
  const path = url.pathname + url.search
  const limits = {
    ...(bodyLimit !== undefined && { bodyLimit }),
    ...(keepLimit !== undefined && { keepLimit }),
  }
  return { url, request: { ...endpoint, method, path, headers, ...limits } }
}

/**
 * Whether the target may receive the site's secret headers: its own host, and not over plain HTTP if the site uses
 * HTTPS.
 */
function maySendSecrets({ hostname, protocol, port }: URL, siteUrl: string): boolean {
  const site = new URL(siteUrl)
  const downgrade = protocol === 'http:' && site.protocol === 'https:'
  return hostname === site.hostname && !downgrade && (port === site.port || port === '')
}

function endpointOf(url: URL): Endpoint {
  const host = unbracketed(url.hostname)
  return {
    host,
    port: portOf(url),
    ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
  }
}

/** Whether Cloudflare would probably send the target's request to the same origin. */
function isSameOrigin(
  { hostname, port, protocol }: URL,
  siteUrl: string,
  { headers }: ProbeRequest,
): boolean {
  const site = new URL(siteUrl)
  const names = [site.hostname, (headers['host'] ?? '').replace(/:\d+$/, '')]
  return names.includes(hostname) && (port === site.port || (port === '' && protocol !== site.protocol))
}

/**
 * Where to reach the origin for the target's scheme, in order of preference. If the origin was configured with its HTTP
 * port and redirects everyone to HTTPS, its HTTPS port may serve the page, so that is not a loop.
 */
function directEndpoints(
  { configured, byScheme }: DirectConnections,
  siteUrl: string,
  { protocol }: URL,
): readonly Endpoint[] {
  const secure = protocol === 'https:'
  const standard = byScheme?.[secure ? 'https:' : 'http:']
  const fallback = standard === undefined ? [] : [standard]
  if (protocol !== new URL(siteUrl).protocol) return fallback
  return secure && configured.tls === undefined ? [configured, ...fallback] : [configured]
}

/** Cloudflare's headers about the visitor's scheme, as far as the previous request had them. */
function schemeHeadersFor(
  { protocol }: URL,
  { headers }: ProbeRequest,
  previous: URL,
): Readonly<Record<string, string>> {
  const sent = new Set(
    schemeHeaders(previous.protocol).flatMap(([name, value]) => (headers[name] === value ? [name] : [])),
  )
  return Object.fromEntries(schemeHeaders(protocol).filter(([name]) => sent.has(name)))
}

function schemeHeaders(protocol: string): readonly (readonly [name: string, value: string])[] {
  return Object.entries(cloudflareHeaders(protocol === 'https:' ? 'https' : 'http'))
}

function withCookies(headers: ProbeRequest['headers'], cookies: string): ProbeRequest['headers'] {
  if (cookies === '') return headers
  const own = headers['cookie']
  return { ...headers, cookie: own === undefined ? cookies : `${own}; ${cookies}` }
}
