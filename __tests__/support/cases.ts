import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../../src/domain/diagnosis.ts'
import type { Report } from '../../src/domain/report.ts'
import { RENDERERS, type RunLinks } from '../../src/report/render/index.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { replayed } from '../../src/run/conclude.ts'

/** The run that all kept comments claim to be of. */
export const LINKS: RunLinks = {
  commit: 'abc1234def5678900000000000000000000abcde',
  runUrl: 'https://github.com/example/shop/actions/runs/1234567890',
  runNumber: 81,
}

/** `<cause>/<name>.json`, each with its comment beside it. */
export const CASES = join(import.meta.dirname, '..', 'cases')

/** What was seen once, and what is to be said of it. */
export interface Case {
  /** What was staged, or what the report that it comes from was about. */
  readonly sentence: string
  readonly expected: {
    readonly verdict: Verdict
    readonly cause: string
    /** Ids that must be among the report's. */
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

/** The report of the case as this version makes it. */
export function reportOf({ recording }: Pick<Case, 'recording'>): Report {
  return replayed(recording, { showOrigin: false, publish: { githubToken: '' } })
}

/** The comment that is kept beside the case. It does not change with the version. */
export function commentOf(report: Report): string {
  return RENDERERS.markdown({ ...report, version: '1.0.0' }, { links: LINKS })
}
