import { indexOfOrigin } from '../../diagnosis/facts/which-origin.ts'
import { hostAndPort } from '../../shared/authority.ts'
import type { OriginTarget, Site } from '../../domain/config.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { quote, untrusted } from '../../domain/untrusted.ts'
import { ORIGIN } from '../../redact/address.ts'
import { shellQuote } from './shell-quote.ts'
import type { Sanitize } from './sanitize.ts'

/**
 * curl commands that repeat the probes: through Cloudflare, then directly at each origin. They can be pasted after
 * setting `ORIGIN` (an IPv6 address in brackets). Header values are secrets, so `…` stands for them.
 */
export function reproduceOf(site: Site, evidence: Evidence, sanitize: Sanitize): readonly string[] {
  // Names from the configuration, which may be the origin's.
  const hidden = (text: string, max: number): string => sanitize(quote(untrusted(text)), max)
  const headers = site.headers.map(([name]) => `-H ${shellQuote(`${sanitize(name)}: …`)}`)
  const { pathname, search } = new URL(site.url)
  const curl = [
    // Without -g, curl expands `{a,b}` and `[1-3]`.
    `curl -sv${/[[{]/.test(pathname + search) ? ' -g' : ''} -o /dev/null`,
    ...(site.method === 'HEAD' ? ['-I'] : []),
    `--max-time ${Math.ceil(site.timeout / 1000)}`,
  ]
  const access = site.access === undefined ? [] : ACCESS.map((name) => `-H ${shellQuote(`${name}: …`)}`)
  const all = [...headers, ...access]
  // curl would send the headers to other hosts too.
  const follows = evidence.edge?.redirectChain !== undefined && all.length === 0
  const redirects = follows ? [`-L --max-redirs ${site.followRedirects}`] : []
  const edge = [...curl, ...redirects, shellQuote(sanitize(shownUrl(site.url), 500)), ...all].join(' ')
  const origins = site.origins.flatMap((origin, index): readonly string[] => {
    const place = indexOfOrigin(evidence.request, { position: index + 1, of: site.origins.length })
    const route = evidence.request.origins[place]?.route
    // curl has no option for a command, and the command is never printed.
    if (route !== undefined && route !== 'bastion') return [NOT_WITH_CURL]
    const carried = route === undefined ? undefined : { host: '127.0.0.1', port: FIRST_PORT + index }
    const tls = evidence.origins?.[place]?.tls
    // Cloudflare trusts its own Origin CA, and the CAs of `origin-ca`. curl does not.
    const untrustedByCurl = tls?.certificate.cloudflareOriginCa === true || site.originCa.length > 0
    const insecure = untrustedByCurl && origin.scheme === 'https:' ? ['-k'] : []
    const host =
      site.originHost === site.originSni ? [] : [`-H ${shellQuote(`Host: ${hidden(site.originHost, 255)}`)}`]
    const request = [
      ...curl,
      ...insecure,
      shellQuote(hidden(directUrl(site, origin), 500)),
      connectTo(carried ?? origin, carried === undefined ? hidden : asIs),
      ...host,
      ...headers,
    ].join(' ')
    return carried === undefined ? [request] : [forward(origin, carried.port, hidden), request]
  })
  return [edge, ...new Set(origins)]
}

const NOT_WITH_CURL =
  "# curl can't use the command of `origin-proxy-command`. Run that command by hand, with the origin's host and port."

/** The first local port that ssh forwards to an origin. */
const FIRST_PORT = 8443

function asIs(text: string): string {
  return text
}

/** ssh makes the origin's port available on this machine, for the request after it. */
function forward(
  { host, port }: OriginTarget,
  local: number,
  hide: (text: string, max: number) => string,
): string {
  const target = hostAndPort(host, port)
  const shown = hide(target, 300) === target
  return `ssh -N -L ${shown ? shellQuote(`${local}:${target}`) : `"${local}:${ORIGIN}:${port}"`} "$BASTION"`
}

/** Sent to Cloudflare only. */
const ACCESS = ['CF-Access-Client-Id', 'CF-Access-Client-Secret'] as const

/** The URL with which curl sends the SNI and Host of the direct probe. */
function directUrl({ url, originSni }: Site, { scheme }: OriginTarget): string {
  const direct = new URL(shownUrl(url))
  const rest = direct.pathname + direct.search
  const port = direct.port === '' ? '' : `:${direct.port}`
  return `${scheme}//${originSni}${port}${rest}`
}

/** Double quotes, so that the shell expands `$ORIGIN`. */
function connectTo(
  { host, port }: Pick<OriginTarget, 'host' | 'port'>,
  hide: (text: string, max: number) => string,
): string {
  const target = hostAndPort(host, port)
  return hide(target, 300) !== target
    ? `--connect-to "::${ORIGIN}:${port}"`
    : `--connect-to ${shellQuote(`::${target}`)}`
}
