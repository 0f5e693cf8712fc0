import type { CauseId } from '../../../src/domain/cause-id.ts'
import type { HistoryChange, HistoryEntry, VerdictHistory } from '../../../src/domain/history/entry.ts'
import type { Report } from '../../../src/domain/report.ts'

const MINUTE = 60_000

/** Between two runs. */
export const DISTANCE = 15 * MINUTE

const VERDICTS = { '✓': 'healthy', '✗': 'unhealthy', '?': 'inconclusive' } as const

function verdictOf(mark: string): HistoryEntry['verdict'] {
  return VERDICTS[mark === '✓' || mark === '✗' ? mark : '?']
}

export interface Details {
  /** Of the unhealthy runs in turn; the last one of all others. */
  readonly causes?: readonly CauseId[]
  /** By the position of the mark. */
  readonly changes?: Readonly<Record<number, readonly HistoryChange[]>>
  /** When the first run was, in milliseconds since the epoch. */
  readonly start?: number
}

/** One run every quarter of an hour: `✓✗?`. A space is a run that didn't happen. */
export function runs(marks: string, details: Details = {}): VerdictHistory {
  const { causes = ['origin-refused'], changes = {}, start = Date.UTC(2026, 10, 29, 12) } = details
  let failures = 0
  const entries = marks.split('').flatMap((mark, index): readonly HistoryEntry[] => {
    if (mark === ' ') return []
    const verdict = verdictOf(mark)
    const cause = verdict === 'unhealthy' ? (causes[failures++] ?? causes.at(-1) ?? '') : ''
    const own = changes[index]
    return [
      {
        at: new Date(start + index * DISTANCE).toISOString(),
        verdict,
        cause,
        run: String(9_000_000_000 + index),
        ...(verdict === 'healthy' && { edgeTime: 62 + (index % 7) * 3, originTime: 41 + (index % 5) }),
        ...(own !== undefined && { changes: own }),
      },
    ]
  })
  return nonEmpty(entries)
}

export function nonEmpty([first, ...rest]: readonly HistoryEntry[]): VerdictHistory {
  if (first === undefined) throw new RangeError('No runs')
  return [first, ...rest]
}

/** A report after earlier runs. The last mark is its own run. */
export function withHistory(report: Report, marks: string, details: Details = {}): Report {
  const own = report.history.at(-1) ?? report.history[0]
  const start = Date.parse(report.at) - (marks.length - 1) * DISTANCE
  const before = runs(marks, { ...details, start }).slice(0, -1)
  return { ...report, history: nonEmpty([...before, own]) }
}

const iso = (time: number): string => new Date(time).toISOString()

/** A report of a run that watches over a deploy for 48 hours. `deployed` is relative to the report: `-31h`, `-4min`. */
export function monitored(report: Report, deployed: string): Report {
  const [, amount = '', unit] = /^(-?\d+)(h|min)$/.exec(deployed) ?? []
  const at = Date.parse(report.at) + Number(amount) * (unit === 'h' ? 60 * MINUTE : MINUTE)
  return { ...report, monitoring: { deployedAt: iso(at), until: iso(at + 48 * 60 * MINUTE) } }
}
