import { rayOf } from '../../cloudflare/response.ts'
import { placesOf, seenPlace } from '../../diagnosis/vantage/places.ts'
import { resultWords, summaryOfPlaces } from '../../diagnosis/vantage/words.ts'
import { totalOf } from '../../diagnosis/facts/exchange.ts'
import { shortOriginName, whichOrigins } from '../../diagnosis/facts/which-origin.ts'
import type { Evidence, History } from '../../domain/evidence.ts'
import type { VantageResult } from '../../domain/vantage/vantage.ts'
import type { VantagePlaceReport, VantageReport } from '../../domain/report.ts'
import { isBlank, phrase, quote, type Sentence, type View } from '../../domain/untrusted.ts'
import type { Sanitize } from './sanitize.ts'

/** The round with its own measurement, or with the newest one: most rounds have none. */
export function withLatestVantage(evidence: Evidence, history: History): Evidence {
  const latest = evidence.vantage ?? history.findLast(({ vantage }) => vantage !== undefined)?.vantage
  return latest === undefined ? evidence : { ...evidence, vantage: latest }
}

/** Characters of a name, and of a network's before its number. */
const MAX_NAME = 60
const MAX_NETWORK = 40

const shortened: View = (text) => (text.length > MAX_NETWORK ? `${text.slice(0, MAX_NETWORK - 1)}…` : text)

export function vantageReportOf(evidence: Evidence, sanitize: Sanitize): VantageReport | undefined {
  const { vantage } = evidence
  if (vantage === undefined) return
  const { at, results, missing, withoutHeaders, cost, problem } = vantage
  return {
    at: new Date(at).toISOString(),
    summary: sanitize(summaryOfPlaces(placesOf(seenFrom(evidence)))),
    places: results.map((result) => placeReport(result, evidence, sanitize)),
    ...(missing !== undefined && { missing }),
    ...(withoutHeaders !== undefined && { withoutHeaders }),
    ...(cost !== undefined && { cost }),
    ...(problem !== undefined && { problem }),
  }
}

function seenFrom({
  at,
  request,
  origins: [origin] = [],
  vantage,
}: Evidence): Parameters<typeof placesOf>[0] {
  return { at, request, ...(origin !== undefined && { origin }), ...(vantage !== undefined && { vantage }) }
}

function placeReport(result: VantageResult, evidence: Evidence, sanitize: Sanitize): VantagePlaceReport {
  const { place, target, resolvedTo } = result
  const { city, country, network, asn } = place
  const [seen] = seenPlace(result, seenFrom(evidence))
  const name: Sentence = isBlank(city) ? quote(country) : phrase`${quote(city)}, ${quote(country)}`
  const number = `AS${asn}`
  const common = {
    name: sanitize(name, MAX_NAME),
    network: sanitize(isBlank(network) ? number : phrase`${quote(network, shortened)} (${number})`, MAX_NAME),
    target: target === 'edge' ? 'site' : originOf(evidence, target),
    ...(resolvedTo !== undefined && { resolvedTo }),
  }
  if (seen === undefined) return { ...common, result: 'offline', response: 'probe went offline' }
  const { exchange, colo } = seen
  const ray = rayOf(exchange)
  return {
    ...common,
    result: seen.seen,
    response: resultWords(seen),
    ...(ray !== undefined && { rayId: sanitize(quote(ray.id)) }),
    ...(colo !== '' && { colo }),
    ...(exchange.kind === 'completed' && { total: Math.round(totalOf(exchange.timings)) }),
  }
}

/** `origin`, `origin 2`. */
function originOf({ request }: Evidence, index: number): string {
  const which = whichOrigins(request)[index]
  return which === undefined || request.origins.length === 1 ? 'origin' : shortOriginName(which)
}
