import { listIn, member, parseJson, textIn } from '../../shared/json.ts'
import { type ComparableSite, comparableOf } from './comparable.ts'

/** An earlier report, as far as it can be compared with. */
export interface BaselineReport {
  /** When it was made; ISO 8601, UTC. */
  readonly at: string
  /** By URL. Undefined for a URL that several sites share: nobody can tell which is which. */
  readonly sites: ReadonlyMap<string, ComparableSite | undefined>
}

/** An earlier report, or a sentence on why there is none. */
export type EarlierReport = BaselineReport | { readonly missing: string }

/** More sites than a run can have. */
const MOST_SITES = 100_000

/** Reads an earlier report. Returns what is wrong with it where it is none: it completes "the file that `baseline` names …". */
export function baselineIn(text: string): BaselineReport | string {
  const report = parseJson(text)
  if (report === undefined) return 'is no JSON'
  const schema = member(report, 'schema')
  if (typeof schema !== 'number') return 'is no report of Origin Gate'
  if (schema !== 1) return 'is a report of a kind that this version does not know'
  const at = Date.parse(textIn(report, 'at') ?? '')
  if (Number.isNaN(at)) return 'does not say when it was made'
  const views = listIn(report, 'sites', MOST_SITES).map(comparableOf)
  const sites = viewsByUrl(views.filter((view) => view !== undefined))
  return sites.size === 0 ? 'speaks of no site' : { at: new Date(at).toISOString(), sites }
}

export function viewsByUrl(views: readonly ComparableSite[]): BaselineReport['sites'] {
  const sites = new Map<string, ComparableSite | undefined>()
  for (const view of views) sites.set(view.url, sites.has(view.url) ? undefined : view)
  return sites
}
