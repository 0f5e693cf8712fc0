import { defaultPort, portOf, unbracketed } from '../../shared/authority.ts'
import type { OriginTarget } from '../../domain/config.ts'
import { cloudflareHeaders } from '../plan/cloudflare-headers.ts'
import { cookiesFor, type Cookie } from './cookies.ts'
import type { ProbeRequest, TlsOptions } from '../plan/plan.ts'

/** How a request follows redirects. */
export interface RedirectPolicy {
  /** How many, at most. */
  readonly limit: number
  /** The site's URL. What it is asked with beyond `open` is for its host alone: there are secrets in it. */
  readonly site: string
  /** What any host may be told. */
  readonly open: Readonly<Record<string, string>>
  /** Where the direct probe dials. Absent: wherever a URL leads. */
  readonly direct?: DirectDials
}

export type Dial = Pick<ProbeRequest, 'host' | 'port' | 'tls'>

/** The ports of one origin. */
export interface DirectDials {
  /** The one that was configured: for the scheme of the site's URL. */
  readonly usual: Dial
  /** By scheme, where the configured one is that of a scheme. */
  readonly standard?: Readonly<Record<'http:' | 'https:', Dial>>
}

/** An origin that listens at a port of its own has no other that anybody could guess. */
export function dialsOf({ scheme, host, port }: OriginTarget, tls: TlsOptions): DirectDials {
  const plain: Dial = { host, port: defaultPort(false) }
  const secure: Dial = { host, port: defaultPort(true), tls }
  if (scheme === 'https:') {
    return port === defaultPort(true)
      ? { usual: secure, standard: { 'http:': plain, 'https:': secure } }
      : { usual: { host, port, tls } }
  }
  return port === defaultPort(false)
    ? { usual: plain, standard: { 'http:': plain, 'https:': secure } }
    : { usual: { host, port } }
}

/** A request, and the URL that a visitor would ask for. */
export interface Step {
  readonly ask: ProbeRequest
  readonly url: URL
}

/** Longer ones come from nobody who wants to be followed, and most servers refuse them. */
const LONGEST = 8192

/** The statuses with which a browser goes on. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** Where an answer leads; undefined when it is no redirect, or leads nowhere that a browser would go. */
export function targetOf(status: number, location: string | undefined, from: URL): URL | undefined {
  if (!isRedirect(status) || location === undefined || location.length > LONGEST) return
  const target = URL.parse(location, from.href)
  if (target === null || !/^https?:$/.test(target.protocol)) return
  target.hash = ''
  return target
}

/**
 * The requests that follow from a redirect, the first of which that was not sent before is the one to send: as a browser
 * would, or as Cloudflare would ask the same origin. `elsewhere` is where the direct probe has no business.
 */
export function nextSteps(
  { ask, url }: Step,
  first: ProbeRequest,
  following: RedirectPolicy,
  target: URL,
  jar: readonly Cookie[],
): readonly Step[] | 'elsewhere' {
  const { direct, site, open } = following
  const cookies = cookiesFor(jar, target)
  if (direct === undefined) {
    const fields = { ...(isOwn(target, site) ? first.headers : open), host: target.host }
    return [stepTo(target, dialOf(target), first, withCookies(fields, cookies))]
  }
  const fields = withCookies({ ...first.headers, ...fieldsFor(target, ask, url) }, cookies)
  const dials = isDirect(target, site, first) ? dialsFor(direct, site, target) : []
  return dials.length === 0 ? 'elsewhere' : dials.map((dial) => stepTo(target, dial, first, fields))
}

/** What tells two requests apart. */
export function keyOf({ host, port, tls, path, headers }: ProbeRequest): string {
  return JSON.stringify([host, port, tls?.servername, path, headers])
}

function stepTo(
  url: URL,
  dial: Dial,
  { method, limit }: ProbeRequest,
  headers: ProbeRequest['headers'],
): Step {
  const path = url.pathname + url.search
  return { url, ask: { ...dial, method, path, headers, ...(limit !== undefined && { limit }) } }
}

/** The site's own host, and not in the clear if the site is not: there it may be sent what is for it alone. */
function isOwn({ hostname, protocol, port }: URL, site: string): boolean {
  const own = new URL(site)
  const downgrade = protocol === 'http:' && own.protocol === 'https:'
  return hostname === own.hostname && !downgrade && (port === own.port || port === '')
}

function dialOf(url: URL): Dial {
  const host = unbracketed(url.hostname)
  return {
    host,
    port: portOf(url),
    ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
  }
}

/** Cloudflare would ask the same origin for that, as far as anybody can tell. */
function isDirect({ hostname, port, protocol }: URL, site: string, { headers }: ProbeRequest): boolean {
  const own = new URL(site)
  const names = [own.hostname, (headers['host'] ?? '').replace(/:\d+$/, '')]
  return names.includes(hostname) && (port === own.port || (port === '' && protocol !== own.protocol))
}

/**
 * An origin that was given with its plain port may send everybody to HTTPS, Cloudflare too: whoever then finds what he
 * asked for at its other port has not gone in a circle.
 */
function dialsFor({ usual, standard }: DirectDials, site: string, { protocol }: URL): readonly Dial[] {
  const secure = protocol === 'https:'
  const other = standard?.[secure ? 'https:' : 'http:']
  const otherDials = other === undefined ? [] : [other]
  if (protocol !== new URL(site).protocol) return otherDials
  return secure && usual.tls === undefined ? [usual, ...otherDials] : [usual]
}

/** What Cloudflare says of the scheme that visitors use, where the request before said so. */
function fieldsFor(
  { protocol }: URL,
  { headers }: ProbeRequest,
  before: URL,
): Readonly<Record<string, string>> {
  const said = new Set(
    schemeFields(before.protocol).flatMap(([name, value]) => (headers[name] === value ? [name] : [])),
  )
  return Object.fromEntries(schemeFields(protocol).filter(([name]) => said.has(name)))
}

function schemeFields(protocol: string): readonly (readonly [name: string, value: string])[] {
  return Object.entries(cloudflareHeaders(protocol === 'https:' ? 'https' : 'http'))
}

function withCookies(headers: ProbeRequest['headers'], cookies: string): ProbeRequest['headers'] {
  if (cookies === '') return headers
  const own = headers['cookie']
  return { ...headers, cookie: own === undefined ? cookies : `${own}; ${cookies}` }
}
