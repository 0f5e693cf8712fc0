import type { HistoryChange } from '../../domain/history/entry.ts'
import { MAX_CHANGES } from './entries.ts'

/** One change for all sites that have the same, in the order of the first of them; as many as an entry has. */
export function joinedChanges(changes: readonly HistoryChange[]): readonly HistoryChange[] {
  const found = new Map<string, HistoryChange>()
  for (const change of changes) {
    const { where, what, before, now } = change
    const key = JSON.stringify([where, what, before, now])
    const first = found.get(key)
    if (first === undefined) found.set(key, change)
    else if (first.site !== change.site)
      found.set(key, { ...first, sites: (first.sites ?? 1) + (change.sites ?? 1) })
  }
  return [...found.values()].slice(0, MAX_CHANGES)
}
