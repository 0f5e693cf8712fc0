import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../../src/domain/diagnosis.ts'
import type { Report } from '../../src/domain/report.ts'
import { RENDERERS, type RunLinks } from '../../src/report/render/index.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { replayed } from '../../src/run/conclude.ts'

/** The run that all recorded comments link to. */
export const LINKS: RunLinks = {
  commit: 'abc1234def5678900000000000000000000abcde',
  runUrl: 'https://github.com/example/shop/actions/runs/1234567890',
  runNumber: 81,
}

/** Contains `<cause>/<name>.json`, with the comment next to it. */
export const CASES = join(import.meta.dirname, '..', 'cases')

/** A recording and its expected verdict. */
export interface Case {
  /** What the scenario staged, or what the user reported. */
  readonly sentence: string
  readonly expected: {
    readonly verdict: Verdict
    readonly cause: string
    /** Ids that the report must contain. */
    readonly warnings: readonly string[]
    readonly notes: readonly string[]
  }
  readonly recording: Recording
}

/** `origin-refused/origin-refused-stopped` */
export function caseNames(): readonly string[] {
  if (!existsSync(CASES)) return []
  return readdirSync(CASES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.json$/, ''))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

export function readCase(name: string): Case {
  return JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8'))
}

/** The report that this version makes of the case. */
export function reportOf({ recording }: Pick<Case, 'recording'>): Report {
  return replayed(recording, { showOrigin: false, publish: { githubToken: '' } })
}

/** The comment that is stored next to the case. It doesn't change with the version. */
export function commentOf(report: Report): string {
  return RENDERERS.markdown({ ...report, version: '1.0.0' }, { links: LINKS })
}
