import type { HistoryEntry } from '../../../src/domain/history/entry.ts'
import type { Report } from '../../../src/domain/report.ts'
import { baselineIn, type BaselineReport } from '../../../src/report/baseline/baseline.ts'
import { RENDERERS, reportOf, type ReportInput } from '../../../src/report/render/index.ts'
import { answer, edge, healthyRound, historyOf, judged, siteOf, START, steadily } from '../fixtures.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export const isoOf = (at: number): string => new Date(at).toISOString()

/** A report on healthy sites. */
export function reportAt(
  at: number,
  more: Partial<ReportInput> = {},
  urls: readonly string[] = ['https://www.example.com/'],
): Report {
  const sites = urls.map((url) => {
    const site = siteOf({ url })
    const history = historyOf(site, [{ edge: edge(200), origins: [answer(200, { server: 'nginx' })] }])
    return judged(site, history, steadily(history, healthyRound()))
  })
  return reportOf({ sites, at, version: '1.0.0', ...more })
}

export function baselineOf(json: unknown): BaselineReport {
  const found = baselineIn(JSON.stringify(json))
  if (typeof found === 'string') throw new Error(found)
  return found
}

/** The JSON of a report, with other keys. */
export function jsonOf(report: Report, more: Readonly<Record<string, unknown>> = {}): unknown {
  const json: object = JSON.parse(RENDERERS.json(report))
  return { ...json, ...more }
}

export function entryAt(at: number, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return { at: isoOf(at), verdict: 'healthy', cause: '', run: '', ...more }
}

/** The report at `START` after an earlier one with this JSON. */
export function after(json: unknown, more: Partial<ReportInput> = {}, urls?: readonly string[]): Report {
  return reportAt(START, { earlier: baselineOf(json), ...more }, urls)
}
