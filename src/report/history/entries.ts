import type { CauseId } from '../../domain/cause-id.ts'
import type { HistoryChange, HistoryEntry } from '../../domain/history/entry.ts'
import { member, textIn } from '../../shared/json.ts'
import { HOUR } from '../../shared/text.ts'
import {
  Damage,
  type Fields,
  listOf,
  matching,
  needed,
  number,
  objectOf,
  optional,
  type Reader,
} from '../schema-1/reader.ts'
import { causeOrNone, moment, text, verdict } from '../schema-1/values.ts'

/** Entries of a history, and the time that it spans in milliseconds. */
export const MAX_ENTRIES = 500
export const MAX_AGE = 72 * HOUR
/** Milliseconds by which the clocks of two runners may differ. */
export const MAX_SKEW = 300_000
/** Changes of one entry, and characters of each text in them. */
export const MAX_CHANGES = 8
/** Changes of all entries that are read, the newest ones: redacting thousands of long texts takes seconds. */
const MAX_ALL_CHANGES = 500
export const MAX_TEXT = 120

/** The id of a workflow run. */
const runId = matching(/^\d{0,20}$/)

const otherCause = matching(/^[a-z][a-z\d-]{1,60}$/)

/** Later versions may know more causes. One that this version doesn't know is not a reason to forget the verdict. */
const cause: Reader<CauseId | ''> = (value) => {
  try {
    return causeOrNone(value)
  } catch {
    otherCause(value)
    return ''
  }
}

const LONGEST = 86_400_000
const milliseconds: Reader<number> = (value) => {
  const found = number(value)
  if (found < 0 || found > LONGEST) throw new Damage()
  return found
}

const several: Reader<number> = (value) => {
  const found = number(value)
  if (!Number.isInteger(found) || found < 2 || found > 1_000_000) throw new Damage()
  return found
}

const CHANGES = listOf(
  objectOf<HistoryChange>({
    site: optional(text),
    sites: optional(several),
    where: needed(text),
    what: needed(text),
    before: needed(text),
    now: needed(text),
  }),
)

/** Whether we could have written a change. Text is redacted as a whole, and that of megabytes takes seconds. */
function isShort(change: unknown): boolean {
  return ['site', 'where', 'what', 'before', 'now'].every((name) => {
    const found = textIn(change, name) ?? ''
    return found.length <= 2 * MAX_TEXT && Array.from(found).length <= MAX_TEXT
  })
}

const FIELDS: Fields<HistoryEntry> = {
  at: needed(moment),
  verdict: needed(verdict),
  cause: needed(cause),
  run: needed(runId),
  edgeTime: optional(milliseconds),
  originTime: optional(milliseconds),
  changes: optional((value) =>
    CHANGES(Array.isArray(value) ? value.slice(0, MAX_CHANGES).filter(isShort) : value),
  ),
}
const ENTRY = objectOf<HistoryEntry>(FIELDS)

/** Reads one entry of a history, which may be anyone's bytes. Throws a `Damage` if it isn't valid. */
export const HISTORY_ENTRY: Reader<HistoryEntry> = (value) => {
  const entry = ENTRY(value)
  if (entry.verdict === 'healthy' && entry.cause !== '') throw new Damage('cause')
  return entry
}

/** The entry of a report itself, for one of a version without the key. Throws a `Damage`, too. */
export function headEntryIn(report: unknown): HistoryEntry {
  const [at, verdict, cause] = ['at', 'verdict', 'cause'].map((name) => member(report, name))
  return HISTORY_ENTRY({ at, verdict, cause, run: '' })
}

/**
 * The history in a report that may be anyone's bytes, oldest first, each moment once, and the report's own entry last.
 * Entries that aren't valid, or are newer than the report, are left out and counted.
 */
export function historyIn(
  report: unknown,
  at: string,
): { readonly history: readonly HistoryEntry[]; readonly invalid: number } {
  const listed = member(report, 'history') ?? []
  const found = entriesIn(Array.isArray(listed) ? listed : [listed], at)
  const own = entriesIn([report], at, headEntryIn)
  const last = found.history.at(-1)
  const entry = own.history[0]
  const isListed =
    entry !== undefined &&
    last?.at === entry.at &&
    last.verdict === entry.verdict &&
    last.cause === entry.cause
  return {
    history: isListed || entry === undefined ? found.history : ordered([...found.history, entry]),
    invalid: found.invalid + own.invalid,
  }
}

/** Reads the last entries of a list, which may be anyone's bytes. Those after a moment aren't valid. */
export function entriesIn(
  values: readonly unknown[],
  at: string,
  read: Reader<HistoryEntry> = HISTORY_ENTRY,
): { readonly history: readonly HistoryEntry[]; readonly invalid: number } {
  const until = Date.parse(at)
  const last = values.slice(-MAX_ENTRIES)
  let room = MAX_ALL_CHANGES
  const valid = last.toReversed().flatMap((value) => {
    const entry = readEntry(room > 0 ? value : withoutChanges(value), read)
    room -= entry?.changes?.length ?? 0
    return entry === undefined || Date.parse(entry.at) > until ? [] : [entry]
  })
  return { history: ordered(valid.toReversed()), invalid: last.length - valid.length }
}

function withoutChanges(entry: unknown): unknown {
  return typeof entry === 'object' ? { ...entry, changes: undefined } : entry
}

function readEntry(value: unknown, read: Reader<HistoryEntry>): HistoryEntry | undefined {
  try {
    const entry = read(value)
    // The form with a year of six digits sorts differently.
    return { ...entry, at: new Date(entry.at).toISOString() }
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    return undefined
  }
}

/** Oldest first; of several entries of one moment, the last counts. */
function ordered(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const byTime = new Map(entries.map((entry) => [Date.parse(entry.at), entry]))
  return [...byTime.entries()].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
}
