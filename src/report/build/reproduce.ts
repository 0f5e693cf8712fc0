import { hostAndPort } from '../../shared/authority.ts'
import type { OriginTarget, Site } from '../../domain/config.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { ORIGIN } from '../../redact/address.ts'
import { shellQuote } from './shell-quote.ts'
import type { Sanitize } from './probes.ts'

/**
 * Commands that ask again what the probes asked: through Cloudflare, then at each origin. A user who sets `ORIGIN` (an
 * IPv6 address in brackets) can paste them. The values of headers are secrets: `…` stands for them.
 */
export function reproduceOf(site: Site, evidence: Evidence, say: Sanitize): readonly string[] {
  const headers = site.headers.map(([name]) => `-H ${shellQuote(`${say(name)}: …`)}`)
  const ask = [
    'curl -sv -o /dev/null',
    ...(site.method === 'HEAD' ? ['-I'] : []),
    `--max-time ${Math.ceil(site.timeout / 1000)}`,
  ]
  const access = site.access === undefined ? [] : ACCESS.map((name) => `-H ${shellQuote(`${name}: …`)}`)
  const all = [...headers, ...access]
  // To other hosts curl would send the headers too.
  const follows = evidence.edge?.redirectChain !== undefined && all.length === 0
  const along = follows ? [`-L --max-redirs ${site.followRedirects}`] : []
  const edge = [...ask, ...along, shellQuote(say(site.url, 500)), ...all].join(' ')
  const origins = site.origins.map((origin, index) => {
    const tls = evidence.origins?.[index]?.tls
    // Cloudflare trusts its own Origin CA; curl does not.
    const insecure = tls?.certificate.cloudflareOriginCa === true ? ['-k'] : []
    const host =
      site.originHost === site.originSni ? [] : [`-H ${shellQuote(`Host: ${say(site.originHost, 255)}`)}`]
    return [
      ...ask,
      ...insecure,
      shellQuote(say(directUrl(site, origin), 500)),
      connectTo(origin, say),
      ...host,
      ...headers,
    ].join(' ')
  })
  return [edge, ...origins.filter((command, index) => origins.indexOf(command) === index)]
}

/** For Cloudflare alone: the origin is asked without them. */
const ACCESS = ['CF-Access-Client-Id', 'CF-Access-Client-Secret'] as const

/** The URL that curl has to be told so that it greets the origin as the direct probe does. */
function directUrl({ url, originSni }: Site, { scheme }: OriginTarget): string {
  const direct = new URL(url)
  const rest = direct.pathname + direct.search
  const port = direct.port === '' ? '' : `:${direct.port}`
  return `${scheme}//${originSni}${port}${rest}`
}

/** Single quotes would keep the shell from filling in `$ORIGIN`. */
function connectTo({ host, port }: OriginTarget, say: Sanitize): string {
  const place = hostAndPort(host, port)
  const hidden = say(place, 300) !== place
  return hidden ? `--connect-to "::${ORIGIN}:${port}"` : `--connect-to ${shellQuote(`::${place}`)}`
}
