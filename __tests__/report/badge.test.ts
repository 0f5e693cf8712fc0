import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/domain/report.ts'
import { merged } from '../../src/report/build/merged.ts'
import { FILE_RENDERERS } from '../../src/report/render/index.ts'
import { entryAt, HOUR, reportAt } from './history/support.ts'
import { ADDRESS, START } from './fixtures.ts'
import { STORY_NAMES, storyOf } from './stories.ts'

const badgeOf = (report: Report): Readonly<Record<string, unknown>> =>
  JSON.parse([...FILE_RENDERERS.badge(report)].join(''))
const messageOf = (report: Report): unknown => badgeOf(report)['message']

test('a badge has the keys that shields.io reads', () => {
  expect(badgeOf(storyOf('healthy'))).toEqual({
    schemaVersion: 1,
    label: 'www.example.com',
    message: 'healthy, Nov 23 14:04 UTC',
    color: 'brightgreen',
    cacheSeconds: 300,
  })
  expect(badgeOf(storyOf('refused'))).toEqual({
    schemaVersion: 1,
    label: 'www.example.com',
    message: 'unhealthy (origin-refused), Nov 23 14:04 UTC',
    color: 'red',
    isError: true,
    cacheSeconds: 300,
  })
})

test.each([
  ['challenged', 'inconclusive (cloudflare-challenged), Nov 23 14:04 UTC', 'lightgrey'],
  ['stopped-healthy', 'inconclusive (cancelled), Nov 23 14:04 UTC', 'lightgrey'],
])('a badge of the story %s says %s', (name, message, color) => {
  expect(badgeOf(storyOf(name))).toMatchObject({ message, color })
})

describe('a badge of several sites', () => {
  test('counts them, and those with the verdict', () => {
    const urls = ['https://www.example.com/', 'https://shop.example.com/']
    expect(badgeOf(reportAt(START, {}, urls))).toMatchObject({
      label: '2 sites',
      message: 'healthy, Nov 23 14:03 UTC',
    })
    expect(messageOf(merged([storyOf('refused'), reportAt(START, {}, urls.slice(1))]))).toBe(
      'unhealthy (origin-refused), 1 of 2 sites, Nov 23 14:04 UTC',
    )
  })

  test('with one host has its name', () => {
    const urls = ['https://www.example.com/', 'https://www.example.com/shop']
    expect(badgeOf(reportAt(START, {}, urls))['label']).toBe('www.example.com')
  })
})

const after = (hours: readonly number[]): Report => ({
  ...reportAt(START),
  history: [
    entryAt(START - (hours[0] ?? 0) * HOUR, { verdict: 'unhealthy', cause: 'origin-refused' }),
    ...hours.slice(1).map((hour) => entryAt(START - hour * HOUR)),
    entryAt(START),
  ],
})

describe('with a history', () => {
  test('a badge says how often the site was healthy', () => {
    expect(messageOf(after([3, 2, 1]))).toBe('healthy, 75% over 3 h, Nov 23 14:03 UTC')
  })

  test('of less than three hours, it does not', () => {
    expect(messageOf(after([2, 1]))).toBe('healthy, Nov 23 14:03 UTC')
  })
})

test.each(STORY_NAMES)('a badge of the story %s is short, and hides the origin', (name) => {
  const badge = JSON.stringify(badgeOf(storyOf(name)))
  expect(badge.length).toBeLessThan(300)
  expect(badge).not.toContain(ADDRESS)
})

test('the label of a long name is cut', () => {
  const report = reportAt(START)
  const [site] = report.sites
  const label = badgeOf({ ...report, sites: [{ ...site, host: `${'a'.repeat(250)}.example` }] })['label']
  expect(label).toBe(`${'a'.repeat(59)}…`)
})
