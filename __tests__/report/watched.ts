import type { Report, TimelineEntry } from '../../src/domain/report.ts'
import { START } from './fixtures.ts'
import { withHistory } from './history/histories.ts'
import { storyOf } from './stories.ts'

/** Parts of a check; the rest is that of a healthy one. */
export type Check = Partial<TimelineEntry>

/** The report of a site that was watched, with one entry per check, five seconds apart. */
export function watched(checks: readonly Check[]): Report {
  const report = storyOf(
    checks.every(({ verdict = 'healthy' }) => verdict === 'healthy') ? 'healthy' : 'intermittent',
  )
  const [site] = report.sites
  const timeline = checks.map((check, index): TimelineEntry =>
    Object.assign(
      {
        at: new Date(START + index * 5000).toISOString(),
        verdict: 'healthy' as const,
        cause: '' as const,
        edge: '200',
        origin: '200',
        edgeTime: 60 + (index % 7) * 3,
        originTimes: [40 + (index % 5) * 2],
      },
      check,
    ),
  )
  return {
    ...report,
    sites: [{ ...site, timeline, availability: { ...site.availability, rounds: checks.length } }],
  }
}

/** The origin refuses the connection. */
export const REFUSED: Check = {
  verdict: 'unhealthy',
  cause: 'origin-refused',
  edge: '521',
  origin: 'connection refused',
  edgeTime: 55,
  originTimes: [1],
}

/** No response in time. */
export const TIMEOUT: Check = {
  verdict: 'unhealthy',
  cause: 'origin-connect-timeout',
  edge: '522',
  origin: 'connection timed out',
  edgeTime: 19_000,
  originTimes: [30_000],
}

function repeated(count: number, check: Check = {}): readonly Check[] {
  return Array.from({ length: count }, () => check)
}

/** Courses of a watch, by what is special in them. */
export const WATCHES = {
  steady: repeated(12),
  outage: [...repeated(6), ...repeated(3, REFUSED), ...repeated(5)],
  timeouts: [...repeated(3), ...repeated(2, TIMEOUT), ...repeated(3)],
  slow: [...repeated(3), { edgeTime: 21_400 }, ...repeated(3)],
  inconclusive: [
    ...repeated(4),
    { verdict: 'inconclusive', cause: 'cloudflare-challenged', edge: '403', edgeTime: 30 },
    ...repeated(4, REFUSED),
  ],
  offline: [
    ...repeated(4),
    // Nothing was requested. What is not a time is ignored.
    {
      verdict: 'inconclusive',
      cause: 'runner-offline',
      edge: '',
      origin: '',
      edgeTime: -1,
      originTimes: [],
    },
    ...repeated(4),
  ],
  'without an origin': repeated(8, { origin: '', originTimes: [] }),
  locked: repeated(8, { origin: 'connection timed out', originTimes: [30_000] }),
  'several origins': repeated(8, { origin: '200, 200', originTimes: [40, 55] }),
  long: [...repeated(150), ...repeated(2, REFUSED), ...repeated(48)],
  'very long': [
    ...repeated(40),
    { ...REFUSED, skipped: { rounds: 9760, failed: 3, identical: false } },
    ...repeated(160),
  ],
} as const satisfies Readonly<Record<string, readonly Check[]>>

/** Courses of runs on a schedule, every quarter of an hour; the last mark is the report's own run. */
export const HISTORIES = {
  'two days': `${'✓'.repeat(33)}✗✗${'✓'.repeat(20)}????${'✓'.repeat(41)}        ${'✓'.repeat(30)}✗✗✗✗${'✓'.repeat(50)}`,
  'three hours': '✓✓✓✓✗✗✓✓✓✓✓✓',
  'never down': '✓'.repeat(96),
  'still down': `${'✓'.repeat(60)}✗✗✗✗✗✗✗`,
  'only down': '✗✗✗✗✗✗✗✗',
  'many outages': `${'✓✓✗'.repeat(60)}✓`,
  'many gaps': '✓✓✓✓    '.repeat(12).trim(),
  'two runs': '✓✗',
} as const

/** The report after such runs. */
export function withRuns(marks: string): Report {
  return withHistory(storyOf(marks.endsWith('✗') ? 'refused' : 'healthy'), marks, {
    causes: ['origin-refused', 'origin-refused', 'origin-app-down'],
  })
}
