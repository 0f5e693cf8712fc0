import type { Exchange } from '../../src/domain/exchange.ts'
import type { Place, VantageMeasurement, VantageResult } from '../../src/domain/vantage/vantage.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { headersOf } from './texts.ts'

export const AT = Date.UTC(2026, 10, 23, 14, 3, 5)

const place = (city: string, country: string, network: string, asn: number): Place => ({
  city: untrusted(city),
  country: untrusted(country),
  network: untrusted(network),
  asn,
})

export const PLACES = {
  dallas: place('Dallas', 'US', 'Example Hosting', 64_501),
  frankfurt: place('Frankfurt', 'DE', 'Example Cloud', 64_502),
  singapore: place('Singapore', 'SG', 'Example Telecom', 64_503),
  /** The city of another, in the network of a third. */
  frankfurtToo: place('Frankfurt', 'DE', 'Example Telecom', 64_503),
} as const

export type PlaceName = keyof typeof PLACES

/** What a place got, through a data center of its own. */
export function from(
  name: PlaceName,
  exchange: Exchange | undefined,
  more: Partial<Pick<VantageResult, 'target' | 'resolvedTo'>> = {},
): VantageResult {
  return {
    place: PLACES[name],
    target: 'edge',
    ...more,
    ...(exchange !== undefined && { exchange: atColo(exchange, COLOS[name]) }),
  }
}

const COLOS: Readonly<Record<PlaceName, string>> = {
  dallas: 'DFW',
  frankfurt: 'FRA',
  singapore: 'SIN',
  frankfurtToo: 'FRA',
}

/** The same response from another of Cloudflare's data centers. */
function atColo(exchange: Exchange, colo: string): Exchange {
  if (exchange.kind !== 'completed' || exchange.head.headers['cf-ray'] === undefined) return exchange
  const headers = { ...exchange.head.headers, ...headersOf({ 'cf-ray': `8f2a1c0d9e7b6544-${colo}` }) }
  return { ...exchange, head: { ...exchange.head, headers } }
}

export function measured(
  results: readonly VantageResult[],
  more: Partial<VantageMeasurement> = {},
): { readonly vantage: VantageMeasurement } {
  return {
    vantage: {
      at: AT,
      results,
      cost: { tests: results.length, remaining: 247, limit: 250, resetsIn: 1800 },
      ...more,
    },
  }
}

/** The same from Dallas, Frankfurt and Singapore. */
export const everywhere = (exchange: Exchange): readonly VantageResult[] => [
  from('dallas', exchange),
  from('frankfurt', exchange),
  from('singapore', exchange),
]
