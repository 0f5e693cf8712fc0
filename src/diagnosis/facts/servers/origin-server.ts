import { throughCloudflare } from '../../../cloudflare/response.ts'
import type { WhichOrigin } from '../../../domain/address.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { Certificate } from '../../../domain/certificate.ts'
import type { Evidence } from '../../../domain/evidence.ts'
import type { Exchange } from '../../../domain/exchange.ts'
import { matches } from '../../../domain/untrusted.ts'
import { PLATFORMS } from '../../fingerprints/stand-ins/platforms.ts'
import { generatorOf } from '../generator.ts'
import { redirectedToOtherHost } from '../redirects.ts'
import { indexOfOrigin } from '../which-origin.ts'
import { CERTIFICATE_SIGNS, HEADER_SIGNS, PAGE_SIGNS } from './signs.ts'

/** The responses of one origin in one round, and what visitors get. */
type Responses = Pick<Moment, 'request' | 'edge' | 'uncached' | 'origin' | 'recheck'>

/**
 * The name of an origin's server, by its own signs: pages, then a certificate that it made, then headers, then what
 * Cloudflare passes on. Of several rounds, the newest in which the strongest sign appears. Any site can forge these
 * signs, so they affect only the wording of the advice.
 *
 * @param earlier earlier rounds, newest first
 */
export function originServer(newest: Responses, ...earlier: readonly Responses[]): string | undefined {
  const rounds = [newest, ...earlier]
  const direct = rounds.flatMap(directResponses)
  const relayed = rounds.flatMap(relayedResponses)
  const certificate = firstOf(direct, serverOfCertificate)
  const found =
    firstOf(direct, serverOfPage) ??
    certificate ??
    firstOf(direct, serverOfHeaders) ??
    firstOf(relayed, serverOfPage) ??
    firstOf(relayed, serverOfHeaders)
  // The controller's pages and headers are nginx's.
  return found === 'nginx' && certificate === 'ingress-nginx' ? certificate : found
}

/** Rounds that are searched: the server rarely changes within a run. */
const MAX_ROUNDS = 20

/**
 * The server of the origin that a finding is about. Without one, the server of all origins, if they have the same.
 *
 * @param history oldest first
 */
export function serverIn(history: readonly Evidence[], which: WhichOrigin | undefined): string | undefined {
  const [last, ...earlier] = history.slice(-MAX_ROUNDS).toReversed()
  if (last === undefined) return
  const rounds = [last, ...earlier]
  if (which?.site === true) return originServer(responsesOfSite(last), ...earlier.map(responsesOfSite))
  const count = Math.max(1, ...rounds.map(({ origins = [] }) => origins.length))
  const wanted =
    which === undefined
      ? Array.from({ length: count }, (_, index) => () => index)
      : [({ request }: Evidence) => indexOfOrigin(request, which)]
  const servers = wanted.map((indexIn) =>
    originServer(
      responsesOf(last, indexIn(last)),
      ...earlier.map((evidence) => responsesOf(evidence, indexIn(evidence))),
    ),
  )
  const [server, ...others] = new Set(servers)
  return others.length === 0 ? server : undefined
}

function responsesOf({ request, edge, uncached, origins, rechecks }: Evidence, index: number): Responses {
  const [origin, recheck] = [origins?.[index], rechecks?.[index]]
  return {
    request,
    ...(edge !== undefined && { edge }),
    ...(uncached !== undefined && { uncached }),
    ...(origin !== undefined && { origin }),
    ...(recheck !== undefined && { recheck }),
  }
}

/** Visitors connect to the site's own address. */
function responsesOfSite({ request, edge }: Evidence): Responses {
  return { request, ...(edge !== undefined && { edge }) }
}

function directResponses(responses: Responses): readonly Exchange[] {
  const { edge, origin, recheck = {} } = responses
  const { repeated, withGet, withoutCloudflareHeaders, visitorHeaders, classicalKeyExchange } = recheck
  const requested = [
    origin,
    repeated,
    withGet,
    withoutCloudflareHeaders,
    visitorHeaders,
    classicalKeyExchange,
  ]
  const isSite = origin === undefined && !throughCloudflare(edge) && !redirectedToOtherHost(responses)
  return [...requested, recheck.otherScheme, recheck.otherPort, isSite ? edge : undefined].filter(isPresent)
}

/** Cloudflare's own error pages have none of the signs. */
function relayedResponses(responses: Responses): readonly Exchange[] {
  if (redirectedToOtherHost(responses)) return []
  return [responses.uncached, responses.edge].filter(throughCloudflare)
}

function isPresent(exchange: Exchange | undefined): exchange is Exchange {
  return exchange !== undefined
}

function firstOf(
  exchanges: readonly Exchange[],
  serverOf: (exchange: Exchange) => string | undefined,
): string | undefined {
  for (const exchange of exchanges) {
    const server = serverOf(exchange)
    if (server !== undefined) return server
  }
  return undefined
}

function serverOfPage(exchange: Exchange): string | undefined {
  if (exchange.kind !== 'completed') return
  const { name, kind } = generatorOf(exchange) ?? {}
  // What an application behind a server generates doesn't name the server. This page is the module's in IIS.
  if (name === 'ASP.NET Core') return 'IIS'
  if (name !== undefined && (kind !== 'application' || name === 'Apache')) return name
  return exchange.head.status < 300
    ? undefined
    : PAGE_SIGNS.find(([page]) => matches(exchange.body.text, page))?.[1]
}

function serverOfHeaders(exchange: Exchange): string | undefined {
  if (!('head' in exchange)) return
  const { headers } = exchange.head
  return HEADER_SIGNS.find(
    ([name, value]) => headers[name] !== undefined && matches(headers[name], value),
  )?.[2]
}

function serverOfCertificate({ tls }: Exchange): string | undefined {
  if (tls === undefined) return
  const { subject, issuer, names, chain }: Certificate = tls.certificate
  const texts = [subject, issuer, ...chain.map((link) => link.issuer)]
  const made = CERTIFICATE_SIGNS.find(([sign]) => texts.some((text) => matches(text, sign)))?.[1]
  if (made !== undefined) return made
  return PLATFORMS.find(
    ({ certificate }) => certificate !== undefined && names.some((name) => matches(name, certificate)),
  )?.name
}
