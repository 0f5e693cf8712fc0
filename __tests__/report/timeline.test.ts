import { describe, expect, test } from '@jest/globals'
import type { TimelineEntry } from '../../src/domain/report.ts'
import { stripOf, timelineLines } from '../../src/report/render/timeline.ts'
import { START } from './fixtures.ts'

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
    const long = Array.from({ length: 100 }, (_, second) => entry(second, 'healthy'))
    expect(stripOf(long)).toBe(`…${'✓'.repeat(60)}`)
  })
})
