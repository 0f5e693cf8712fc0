import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Run } from '../../lab/runner/run-action.ts'
import { startMonitor, type Monitor } from '../../lab/two-days/monitor.ts'
import { DEPLOYED_AT, momentAt, TWO_DAYS, type PlannedRun } from '../../lab/two-days/plan.ts'
import { HEAD_SHA } from '../../lab/world/world.ts'
import { agrees } from '../support/golden.ts'
import { leaksIn, ORIGIN_SPELLINGS } from '../support/leaks.ts'

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'two-days')
/** Milliseconds for 184 runs. They take one minute; a busy machine needs several. */
const TIMEOUT = 900_000

/** What the plan makes of a run. */
function expectedOf({
  setup: { origin, edgeToOrigin, runnerToEdge },
}: PlannedRun): readonly [string, string] {
  if (runnerToEdge !== undefined) return ['inconclusive', 'runner-offline']
  if (origin === 'stopped') return ['unhealthy', 'origin-refused']
  if (origin === 'app-down') return ['unhealthy', 'origin-app-down']
  return edgeToOrigin === undefined ? ['healthy', ''] : ['unhealthy', 'cloudflare-blocked-by-origin']
}

const historyOf = ({ report }: Run) => report?.history ?? []

const resultOf = ({
  at,
  verdict,
  cause,
}: {
  at: string
  verdict: string
  cause: string
}): readonly string[] => [at, verdict, cause]

/** Without what differs from run to run: times in milliseconds, Ray IDs, and the state that has such times. */
function masked(markdown: string): string {
  return markdown
    .replaceAll(/^\| [^|]* \| time \|.*\n/gm, '')
    .replaceAll(
      /```mermaid\n(?:(?!```)[^])*title Phases of the requests(?:(?!```)[^])*```/g,
      '```mermaid\nPHASES\n```',
    )
    .replaceAll(/(?:\\?<)?\b\d+(?:\.\d+)? m?s\b/g, 'N ms')
    .replaceAll(/^((?:Through Cloudflare|Direct): .*?N ms\.) .*$/gm, '$1 PHASES')
    .replaceAll(/(at most N ms) \([^)]*\)/g, '$1 (TIME)')
    .replaceAll(/\b[0-9a-f]{16}\b/g, 'RAY')
    .replaceAll(/^ {2}(bar|line|y-axis) .*$/gm, '  $1 …')
    .replaceAll(/^<!-- origin-gate state=.*$/gm, '<!-- origin-gate state=… -->')
}

describe('184 scheduled runs of 48 hours', () => {
  const runs: Run[] = []
  const pages = new Map<string, string>()
  const badges = new Map<string, string>()
  let monitor: Monitor
  beforeAll(async () => {
    monitor = await startMonitor({ baseline: true })
    for (const planned of TWO_DAYS) {
      runs.push(await monitor.run(planned))
      const moment = momentAt(planned.at)
      if (moment === undefined) continue
      const read = (file: string): Promise<string> => readFile(join(monitor.world.folder, file), 'utf8')
      pages.set(moment, await read('report.html'))
      badges.set(moment, await read('badge.json'))
    }
  }, TIMEOUT)
  afterAll(() => monitor.world.close())

  const runAt = (moment: string): Run => {
    const found = runs[TWO_DAYS.findIndex(({ at }) => momentAt(at) === moment)]
    if (found === undefined) throw new RangeError(`There is no run at ${moment}`)
    return found
  }
  const commentAt = (moment: string): string => runAt(moment).comments[0]?.body ?? ''

  test('end as planned', () => {
    expect(runs.map(({ outputs }) => [outputs['verdict'], outputs['cause']])).toEqual(
      TWO_DAYS.map(expectedOf),
    )
    expect(runs.map(({ code }) => code)).toEqual(
      TWO_DAYS.map((planned) => (expectedOf(planned)[0] === 'unhealthy' ? 1 : 0)),
    )
  })

  test('write one comment, on the commit that was deployed', () => {
    expect(
      new Set(runs.map(({ comments }) => JSON.stringify(comments.map(({ id, thread }) => [id, thread])))),
    ).toEqual(new Set([JSON.stringify([[runs[0]?.comments[0]?.id, HEAD_SHA]])]))
  })

  test('each pass on the history of those before', () => {
    const planned = TWO_DAYS.map((run) => [run.at.toISOString(), ...expectedOf(run)])
    for (const [index, run] of runs.entries())
      expect(historyOf(run).map(resultOf)).toEqual(planned.slice(0, index + 1))
    const last = runAt('last-word')
    expect(historyOf(last).map(({ run }) => run)).toEqual(TWO_DAYS.map((_, index) => String(5001 + index)))
    expect(last.report?.monitoring).toEqual({
      deployedAt: DEPLOYED_AT.toISOString(),
      until: '2026-11-28T09:42:00.000Z',
    })
  })

  test('note the renewed certificate where it happened', () => {
    const changes = historyOf(runAt('last-word')).flatMap(({ at, changes = [] }) =>
      changes.map(({ where, what, before, now }) => [at, where, what, before, now]),
    )
    expect(changes).toEqual([
      [
        '2026-11-27T03:00:00.000Z',
        'directly',
        'certificate',
        '2020-01-01 to 2049-06-01',
        '2020-03-01 to 2049-07-31',
      ],
    ])
  })

  test('count what the plan has', () => {
    const conclusive = TWO_DAYS.map(expectedOf).filter(([verdict]) => verdict !== 'inconclusive')
    const healthy = conclusive.filter(([verdict]) => verdict === 'healthy').length
    expect([TWO_DAYS.length, conclusive.length, healthy]).toEqual([184, 180, 173])
    expect(commentAt('last-word')).toContain(
      '**48 h are over:** 96.1% healthy (180 checks), 2 outages, 105 min in total.',
    )
    expect(commentAt('second-outage')).toContain('106 of 113 checks healthy')
  })

  test.each([
    'first-run',
    'outage-begins',
    'cause-changes',
    'outage-over',
    'runner-offline',
    'certificate-renewed',
    'after-gap',
    'second-outage',
    'last-word',
  ])('leave a comment and a badge: %s', (moment) => {
    agrees(join(GOLDEN, `${moment}.md`), masked(commentAt(moment)))
    agrees(join(GOLDEN, `${moment}.json`), badges.get(moment) ?? '')
  })

  test.each(['second-outage', 'last-word'])('leave a job summary with pictures: %s', (moment) => {
    agrees(join(GOLDEN, `${moment}-summary.md`), masked(runAt(moment).summary))
  })

  test('leave a page with the whole history', () => {
    const page = pages.get('last-word') ?? ''
    for (const text of ['2026-11-26', 'origin-refused', 'cloudflare-blocked-by-origin'])
      expect(page).toContain(text)
  })

  test('print the origin nowhere', () => {
    expect(runs.flatMap((run) => leaksIn(run, ORIGIN_SPELLINGS))).toEqual([])
    for (const page of pages.values())
      expect(ORIGIN_SPELLINGS.filter((spelling) => spelling.test(page))).toEqual([])
  })
})

/** The runs from one time until the other. */
function around(from: string, until: string): readonly PlannedRun[] {
  return TWO_DAYS.filter(({ at }) => at >= new Date(from) && at <= new Date(until))
}

test(
  'without a baseline, the comment passes the history on',
  async () => {
    const monitor = await startMonitor({ baseline: false })
    try {
      const planned = [
        ...around('2026-11-26T13:45Z', '2026-11-26T15:15Z'),
        ...around('2026-11-27T02:45Z', '2026-11-27T03:15Z'),
        ...around('2026-11-28T09:45Z', '2026-11-28T09:45Z'),
      ]
      const expected = planned.map((run) => [run.at.toISOString(), ...expectedOf(run)])
      for (const [index, run] of planned.entries()) {
        const done = await monitor.run(run)
        expect(historyOf(done).map(resultOf)).toEqual(expected.slice(0, index + 1))
        expect(done.comments).toHaveLength(1)
      }
      agrees(join(GOLDEN, 'without-baseline.md'), masked(monitor.world.github.comments[0]?.body ?? ''))
    } finally {
      await monitor.world.close()
    }
  },
  TIMEOUT,
)
