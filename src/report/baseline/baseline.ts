import { listIn, member, parseJson, textIn } from '../../shared/json.ts'
import { type ComparableSite, comparableOf } from './comparable.ts'

/** An earlier report, reduced to what can be compared. */
export interface BaselineReport {
  /** When it was made; ISO 8601, UTC. */
  readonly at: string
  /** By URL. Undefined for a URL that several sites share, because they can't be matched. */
  readonly sites: ReadonlyMap<string, ComparableSite | undefined>
}

/** An earlier report, or a sentence that says why there is none. */
export type EarlierReport = BaselineReport | { readonly missing: string }

/** A run cannot have more sites. */
const MAX_SITES = 100_000

/** Reads an earlier JSON report. On an error, returns a text that completes "the `baseline` file …". */
export function baselineIn(text: string): BaselineReport | string {
  const report = parseJson(text)
  if (report === undefined) return 'is not valid JSON'
  const schema = member(report, 'schema')
  if (typeof schema !== 'number') return 'is not an Origin Gate report'
  if (schema !== 1) return 'has a schema that this version does not support'
  const at = Date.parse(textIn(report, 'at') ?? '')
  if (Number.isNaN(at)) return 'has no valid `at` timestamp'
  const found = listIn(report, 'sites', MAX_SITES).map(comparableOf)
  const sites = sitesByUrl(found.filter((site) => site !== undefined))
  return sites.size === 0 ? 'contains no site' : { at: new Date(at).toISOString(), sites }
}

export function sitesByUrl(all: readonly ComparableSite[]): BaselineReport['sites'] {
  const sites = new Map<string, ComparableSite | undefined>()
  for (const site of all) sites.set(site.url, sites.has(site.url) ? undefined : site)
  return sites
}
