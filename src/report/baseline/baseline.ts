import type { HistoryEntry } from '../../domain/history/entry.ts'
import { parseJson } from '../../shared/json.ts'
import { FAULTS, headOf } from '../schema-1/head.ts'
import { type ComparableSite, comparableOf } from './comparable.ts'

/** An earlier report, reduced to what can be compared. */
export interface BaselineReport {
  /** When it was made; ISO 8601, UTC. */
  readonly at: string
  /** By URL. Undefined for a URL that several sites share, because they can't be matched. */
  readonly sites: ReadonlyMap<string, ComparableSite | undefined>
  /** The verdicts up to that report, oldest first. */
  readonly history: readonly HistoryEntry[]
}

/** An earlier report, or a sentence that says why there is none. */
export type EarlierReport = BaselineReport | { readonly missing: string }

/** Reads an earlier JSON report. On an error, returns a text that completes "the `baseline` file …". */
export function baselineIn(text: string): BaselineReport | string {
  const head = headOf(parseJson(text))
  if (typeof head === 'string') return head
  const found = head.sites.map(comparableOf)
  const sites = sitesByUrl(found.filter((site) => site !== undefined))
  return sites.size === 0 ? FAULTS.empty : { at: head.at, sites, history: [] }
}

export function sitesByUrl(all: readonly ComparableSite[]): BaselineReport['sites'] {
  const sites = new Map<string, ComparableSite | undefined>()
  for (const site of all) sites.set(site.url, sites.has(site.url) ? undefined : site)
  return sites
}
