import { listIn, member, textIn } from '../../shared/json.ts'

/** A run cannot have more sites. */
export const MAX_SITES = 100_000

/** What may be wrong with a file, as predicates. */
export const FAULTS = {
  json: 'is not valid JSON',
  large: 'has more values than a report, or more levels of brackets',
  other: 'is not an Origin Gate report',
  schema: 'has a schema that this version does not support',
  empty: 'contains no site',
} as const

/** What a JSON report says about itself. On an error, returns a text that completes "the file …". */
export function headOf(
  report: unknown,
): { readonly at: string; readonly sites: readonly unknown[] } | string {
  if (report === undefined) return FAULTS.json
  const schema = member(report, 'schema')
  if (typeof schema !== 'number') return FAULTS.other
  if (schema !== 1) return FAULTS.schema
  const at = Date.parse(textIn(report, 'at') ?? '')
  if (Number.isNaN(at)) return 'has no valid `at` timestamp'
  const sites = listIn(report, 'sites', MAX_SITES)
  return sites.length === 0 ? FAULTS.empty : { at: new Date(at).toISOString(), sites }
}
