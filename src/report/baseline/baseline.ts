import type { HistoryEntry } from '../../domain/history/entry.ts'
import { isWithinLimits, parseJson } from '../../shared/json.ts'
import { plural } from '../../shared/text.ts'
import { historyIn } from '../history/entries.ts'
import { FAULTS, headOf } from '../schema-1/head.ts'
import { type ComparableSite, comparableOf } from './comparable.ts'

export { FAULTS } from '../schema-1/head.ts'

/** An earlier report, reduced to what can be compared. */
export interface BaselineReport {
  /** When it was made; ISO 8601, UTC. */
  readonly at: string
  /** By URL. Undefined for a URL that several sites share, because they can't be matched. */
  readonly sites: ReadonlyMap<string, ComparableSite | undefined>
  /** The results up to that report, its own last. Their text may show what this run hides. */
  readonly history: readonly HistoryEntry[]
  /** What is left out, because it isn't valid: complete sentences. */
  readonly notes?: readonly string[]
  /** Present if it was read from our comment, which has only what fits: of many sites a digest of their URLs. */
  readonly comment?: { readonly digest?: string }
}

/** An earlier report, or a sentence that says why there is none. */
export type EarlierReport = BaselineReport | { readonly missing: string }

/** Reads an earlier JSON report. On an error, returns a text that completes "the `baseline` file …". */
export function baselineIn(text: string): BaselineReport | string {
  const report = parseJson(text)
  const head = headOf(report)
  if (typeof head === 'string') return head === FAULTS.json && !isWithinLimits(text) ? FAULTS.large : head
  const found = head.sites.map(comparableOf).filter((site) => site !== undefined)
  const sites = sitesByUrl(found)
  if (sites.size === 0) return FAULTS.empty
  const { at } = head
  const damaged = head.sites.length - found.length
  if (damaged > 0) {
    const which = damaged === 1 ? 'one of its sites is' : `${damaged} of its sites are`
    return {
      at,
      sites,
      history: [],
      notes: [
        `The history starts over, because the earlier report is damaged: ${which} not valid. Keep the file as \`report\` wrote it.`,
      ],
    }
  }
  const { history, invalid } = historyIn(report, at)
  if (invalid === 0) return { at, sites, history }
  const checks = plural(invalid, 'earlier check')
  const note = `${checks} ${invalid === 1 ? 'is' : 'are'} missing from the history, because the earlier report is damaged. Keep the file as \`report\` wrote it.`
  return { at, sites, history, notes: [note] }
}

export function sitesByUrl(all: readonly ComparableSite[]): BaselineReport['sites'] {
  const sites = new Map<string, ComparableSite | undefined>()
  for (const site of all) sites.set(site.url, sites.has(site.url) ? undefined : site)
  return sites
}
