import type { Judgment } from '../domain/diagnosis.ts'
import type { AssetResult, Evidence, Recheck } from '../domain/evidence.ts'
import type { Body, Exchange } from '../domain/exchange.ts'
import type { VantageMeasurement } from '../domain/vantage/vantage.ts'
import { beginning, read } from '../domain/untrusted.ts'
import { serverIn } from './facts/servers/origin-server.ts'
import { whichOrigins } from './facts/which-origin.ts'
import { judge } from './judge.ts'

/** Body lengths in characters, tried in this order. Most judgments don't depend on the body at all. */
const BODY_LENGTHS = [0, 2000, 16_000] as const

/**
 * The same evidence with its bodies cut to the shortest length that yields the same judgment, hence the same report.
 */
export function trimEvidence(evidence: Evidence, judgment: Judgment): Evidence {
  const expected = fingerprint(judgment, evidence)
  for (const length of BODY_LENGTHS) {
    const trimmed = withBodiesCut(evidence, length)
    if (fingerprint(judge(trimmed), trimmed) === expected) return trimmed
  }
  return evidence
}

/** Everything in a judgment that a report prints, and which servers it gives advice for, as a comparable string. */
function fingerprint({ verdict, findings, warnings, notes }: Judgment, evidence: Evidence): string {
  const matches = [findings, warnings, notes].map((all) =>
    all.map(({ cause, match, origin }) => [cause.id, match, origin]),
  )
  const abouts = [undefined, ...whichOrigins(evidence.request), { position: 1, of: 1, site: true } as const]
  return JSON.stringify([verdict, matches, abouts.map((which) => serverIn([evidence], which))])
}

function withBodiesCut(evidence: Evidence, length: number): Evidence {
  const { edge, origins, uncached, edgeWithGet, assets, rechecks, otherAddresses, lateAddresses, vantage } =
    evidence
  const cut = (exchange: Exchange): Exchange => withBodyCut(exchange, length)
  return {
    ...evidence,
    ...(edge !== undefined && { edge: cut(edge) }),
    ...(origins !== undefined && { origins: origins.map(cut) }),
    ...(uncached !== undefined && { uncached: cut(uncached) }),
    ...(otherAddresses !== undefined && {
      otherAddresses: otherAddresses.map(({ address, exchange }) => ({ address, exchange: cut(exchange) })),
    }),
    ...(lateAddresses !== undefined && {
      lateAddresses: lateAddresses.map(({ exchange, isOrigin }) => ({ exchange: cut(exchange), isOrigin })),
    }),
    ...(assets !== undefined && { assets: assets.map((asset) => withAssetCut(asset, cut)) }),
    ...(edgeWithGet !== undefined && { edgeWithGet: cut(edgeWithGet) }),
    ...(rechecks !== undefined && { rechecks: rechecks.map((recheck) => withRecheckCut(recheck, cut)) }),
    ...(vantage !== undefined && { vantage: withVantageCut(vantage, cut) }),
  }
}

function withAssetCut(asset: AssetResult, cut: (exchange: Exchange) => Exchange): AssetResult {
  const { edge, uncached } = asset
  return { ...asset, edge: cut(edge), ...(uncached !== undefined && { uncached: cut(uncached) }) }
}

function withVantageCut(
  vantage: VantageMeasurement,
  cut: (exchange: Exchange) => Exchange,
): VantageMeasurement {
  return {
    ...vantage,
    results: vantage.results.map((result) =>
      result.exchange === undefined ? result : Object.assign({}, result, { exchange: cut(result.exchange) }),
    ),
  }
}

function withRecheckCut(recheck: Recheck, cut: (exchange: Exchange) => Exchange): Recheck {
  const { withoutCloudflareHeaders, visitorHeaders, withGet, classicalKeyExchange, repeated } = recheck
  return {
    ...recheck,
    ...(withoutCloudflareHeaders !== undefined && {
      withoutCloudflareHeaders: cut(withoutCloudflareHeaders),
    }),
    ...(visitorHeaders !== undefined && { visitorHeaders: cut(visitorHeaders) }),
    ...(withGet !== undefined && { withGet: cut(withGet) }),
    ...(classicalKeyExchange !== undefined && { classicalKeyExchange: cut(classicalKeyExchange) }),
    ...(repeated !== undefined && { repeated: cut(repeated) }),
  }
}

/** Whether a body was cut here, as far as its length shows that. */
export function isTrimmed({ text, bytes }: Body): boolean {
  return read(text, (raw) => (raw === '' ? bytes > 0 : BODY_LENGTHS.some((length) => length === raw.length)))
}

/** Characters of a body from which an HTML report shows the beginning: the redactor reads some more than is shown. */
export const MAX_RESPONSE_TEXT = 6000

/** The responses that an HTML report shows. */
export type ShownResponses = Pick<Evidence, 'edge' | 'origins'>

export function shownResponses({ edge, origins }: Evidence): ShownResponses {
  return {
    ...(edge !== undefined && { edge: asShown(edge) }),
    ...(origins !== undefined && { origins: origins.map(asShown) }),
  }
}

function asShown(exchange: Exchange): Exchange {
  return withBodyCut(exchange, MAX_RESPONSE_TEXT)
}

function withBodyCut(exchange: Exchange, length: number): Exchange {
  if (exchange.kind !== 'completed') return exchange
  const text = beginning(exchange.body.text, length)
  return text === exchange.body.text ? exchange : { ...exchange, body: { ...exchange.body, text } }
}
