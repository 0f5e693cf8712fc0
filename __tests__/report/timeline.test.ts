import { describe, expect, test } from '@jest/globals'
import type { TimelineEntry } from '../../src/domain/report.ts'
import { stripOf, timelineLines } from '../../src/report/render/timeline.ts'
import { START } from './fixtures.ts'

const look = (
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

describe('of a run that was too long to keep all its looks', () => {
  const timeline = [
    look(0, 'healthy'),
    look(100, 'healthy', { looks: 99, failed: 0, alike: true }),
    look(101, 'unhealthy'),
    look(201, 'healthy', { looks: 40, failed: 20, alike: false }),
  ]

  test('the strip has dots where looks are missing', () => {
    expect(stripOf(timeline)).toBe('✓…✓✗…✓')
  })

  test('the timeline counts those that saw the same, and gives an account of the others', () => {
    expect(timelineLines(timeline).map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      '14:03:07–14:04:47 | ✓ 101 looks | edge 200',
      '14:04:48 | ✗ 1 look | edge 521',
      '… | 40 looks, 20 of them failed',
      '14:06:28 | ✓ 1 look | edge 200',
    ])
  })

  test('a long strip ends with the newest', () => {
    const long = Array.from({ length: 100 }, (_, second) => look(second, 'healthy'))
    expect(stripOf(long)).toBe(`…${'✓'.repeat(60)}`)
  })
})
