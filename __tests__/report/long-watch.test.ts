import { beforeAll, describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { addRound, EMPTY_HISTORY, historyOf, MAX_ROUNDS } from '../../src/diagnosis/history/history.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Report } from '../../src/domain/report.ts'
import { htmlOf } from '../../src/report/render/html/html.ts'
import { COMMENT_LIMIT, FILE_RENDERERS, RENDERERS, reportOf } from '../../src/report/render/index.ts'
import {
  challenge,
  edgeError,
  edgeResponse,
  evidenceWith,
  nginxError,
  refusedConnection,
  response,
} from '../support/evidence.ts'
import { judged, siteOf, START } from './fixtures.ts'

/** A check every five seconds for fourteen hours. */
const CHECKS = 10_000
const INTERVAL = 5000
const STREAK = 2

const HEALTHY = evidenceWith()
const DOWN = evidenceWith({ edge: edgeError(521), origin: refusedConnection })

/** Different results, by status, data center and what the origin sends. */
const VARIED: readonly Evidence[] = ['SJC', 'AMS', 'FRA', 'LHR', 'NRT', 'SIN', 'IAD'].flatMap((colo) => {
  const ray = { 'cf-ray': `8f2a1c0d9e7b6543-${colo}` }
  return [200, 204, 301, 403, 404, 418, 429, 500, 501, 503].flatMap((status) => [
    evidenceWith({ edge: edgeResponse(status, 'shop', ray) }),
    evidenceWith({ edge: edgeResponse(status, 'shop', ray), origin: nginxError(502) }),
    evidenceWith({ edge: edgeResponse(status, 'shop', ray), origin: response(404) }),
    evidenceWith({ edge: challenge('header'), origin: response(status) }),
  ])
})

const VERDICTS = new Map([HEALTHY, DOWN, ...VARIED].map((evidence) => [evidence, judge(evidence)]))

interface Course {
  readonly report: Report
  /** Milliseconds since the epoch. */
  readonly failures: readonly number[]
  readonly inconclusive: number
}

/** A run whose first checks are healthy, as `watch` requires. */
function runOf(evidenceAt: (index: number) => Evidence): Course {
  let memory = EMPTY_HISTORY
  const failures: number[] = []
  let inconclusive = 0
  for (let index = 0; index < CHECKS; index += 1) {
    const evidence = index < STREAK ? HEALTHY : evidenceAt(index)
    const judgment = VERDICTS.get(evidence) ?? judge(evidence)
    const at = START + index * INTERVAL
    if (judgment.verdict === 'unhealthy') failures.push(at)
    if (judgment.verdict === 'inconclusive') inconclusive += 1
    memory = addRound(memory, { ...evidence, at }, judgment, index === STREAK - 1 ? { pin: STREAK } : {})
  }
  const history = historyOf(memory)
  if (history === undefined) throw new RangeError('Nothing was recorded')
  const site = siteOf()
  const report = reportOf({
    sites: [judged(site, history, diagnose(history, STREAK))],
    at: START + CHECKS * INTERVAL,
    version: '1',
  })
  return { report, failures, inconclusive }
}

describe.each([
  ['steady', () => HEALTHY],
  ['down for an hour', (index: number) => (index >= 5000 && index < 5720 ? DOWN : HEALTHY)],
  ['flapping', (index: number) => (index % 2 === 0 ? HEALTHY : DOWN)],
  ['down twice in three checks', (index: number) => (index % 3 === 0 ? HEALTHY : DOWN)],
  ['different at every check', (index: number) => VARIED[(index * 37) % VARIED.length] ?? HEALTHY],
] as const)('10,000 checks of a site that is %s', (_, evidenceAt) => {
  let course: Course
  beforeAll(() => {
    course = runOf(evidenceAt)
  })

  test('are counted exactly, and the first and the last failure are known', () => {
    const { report, failures, inconclusive } = course
    const [{ availability, timeline }] = report.sites
    expect(availability).toMatchObject({ rounds: CHECKS, failed: failures.length, inconclusive })
    expect(timeline.length).toBeLessThanOrEqual(MAX_ROUNDS)
    const dropped = timeline.reduce((sum, { skipped }) => sum + (skipped?.rounds ?? 0), 0)
    expect(timeline.length + dropped).toBe(CHECKS)
    const times = timeline.filter(({ verdict }) => verdict === 'unhealthy').map(({ at }) => Date.parse(at))
    expect([times.at(0), times.at(-1)]).toEqual([failures.at(0), failures.at(-1)])
  })

  test('fit where they are published, and keep what matters', () => {
    const { report, failures } = course
    const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT })
    const summary = RENDERERS.markdown(report, { limit: 900_000, diagram: true })
    const text = [...FILE_RENDERERS.text(report)].join('')
    const sizes = {
      comment: comment.length,
      summary: summary.length,
      text: text.length,
      json: [...FILE_RENDERERS.json(report)].join('').length,
      page: htmlOf(report).length,
    }
    expect(
      LIMITS.filter(([place, limit]) => sizes[place] > limit).map(([place]) => [place, sizes[place]]),
    ).toEqual([])
    if (failures.length === 0) return
    for (const shown of [comment, summary, text].map((each) => each.replaceAll(/\s+/g, ' '))) {
      expect(shown).toContain(`${failures.length} of ${CHECKS} checks over 13 h 53 min`)
      // In the middle of healthy checks, an outage stays visible.
      expect(/[✓✗?…]{7,}/.exec(shown)?.[0]).toContain('✗')
    }
  })
})

/** Characters. The comment's limit is GitHub's. */
const LIMITS = [
  ['comment', 20_000],
  ['summary', 30_000],
  ['text', 20_000],
  ['json', 100_000],
  ['page', 250_000],
] as const
