import { describe, expect, test } from '@jest/globals'
import type { TimelineEntry } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { stripOf, timelineLines } from '../../src/report/render/timeline.ts'
import { RENDERERS, reportOf } from '../../src/report/render/index.ts'
import {
  answer,
  broken,
  failedRound,
  finding,
  historyOf,
  judged,
  realCause,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

const entry = (
  second: number,
  verdict: TimelineEntry['verdict'],
  skipped?: TimelineEntry['skipped'],
): TimelineEntry => ({
  at: new Date(START + second * 1000).toISOString(),
  verdict,
  cause: '',
  edge: verdict === 'healthy' ? '200' : '521',
  origin: '',
  ...(skipped !== undefined && { skipped }),
})

describe('the timeline of a run that dropped rounds', () => {
  const timeline = [
    entry(0, 'healthy'),
    entry(100, 'healthy', { rounds: 99, failed: 0, identical: true }),
    entry(101, 'unhealthy'),
    entry(201, 'healthy', { rounds: 40, failed: 20, identical: false }),
  ]

  test('has an ellipsis in the strip for dropped rounds', () => {
    expect(stripOf(timeline)).toBe('✓…✓✗…✓')
  })

  test('counts dropped rounds with the same outcome, and lists the others', () => {
    expect(timelineLines(timeline).map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      '14:03:07–14:04:47 | ✓ 101 checks | edge 200',
      '14:04:48 | ✗ 1 check | edge 521',
      '… | 40 checks, 20 of them failed',
      '14:06:28 | ✓ 1 check | edge 200',
    ])
  })

  test('ends a long strip with the newest round', () => {
    const long = Array.from({ length: 100 }, (_, second) =>
      entry(second, second % 2 ? 'healthy' : 'unhealthy'),
    )
    expect(stripOf(long)).toBe(`…${'✗✓'.repeat(30)}`)
  })

  test('has an ellipsis in a long strip for equal rounds, so that an outage stays visible', () => {
    const marks = `${'✓'.repeat(70)}✗${'✓'.repeat(4)}${'✗'.repeat(20)}${'✓'.repeat(7)}`
    const long = Array.from(marks, (mark, second) => entry(second, mark === '✓' ? 'healthy' : 'unhealthy'))
    expect(stripOf(long)).toBe('✓✓✓…✓✓✓✗✓✓✓✓✗✗✗…✗✗✗✓✓✓…✓✓✓')
  })
})

describe('the times of a timeline', () => {
  test('are those of the whole exchanges, one for each origin, and absent when nothing was requested', () => {
    const site = siteOf()
    const redirect = { status: 301, from: untrusted(''), to: untrusted(''), headers: {}, elapsed: 20.04 }
    const slow = {
      ...answer(200),
      timings: { connect: 0.1, processing: 0.2 },
      redirectChain: { redirects: [redirect, redirect] },
    }
    const refused = { ...broken('connect', 'refused', 'ECONNREFUSED'), timings: { connect: 3.25 } }
    const history = historyOf(site, [{ edge: slow, origins: [slow, refused] }, {}])
    const judgment = failedRound(
      finding(realCause('origin-refused'), 'the connection was refused', [{ from: 'edge', text: '521' }]),
    )
    const report = reportOf({
      sites: [judged(site, history, steadily(history, judgment))],
      at: START,
      version: '1.0.0',
    })
    const [{ timeline }] = report.sites
    expect(timeline).toMatchObject([{ edgeTime: 40.4, originTimes: [40.4, 3.3] }, {}])
    expect(Object.keys(timeline[1] ?? {})).toEqual(['at', 'verdict', 'cause', 'edge', 'origin'])
    expect(JSON.parse(RENDERERS.json(report)).sites[0].timeline).toEqual(timeline)
  })
})
