/** One report of several: which sites it has, in which order, and what it concludes. */
import { describe, expect, test } from '@jest/globals'
import type { Remark, Report } from '../../../src/domain/report.ts'
import { merged } from '../../../src/report/build/merged.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { interrupted } from '../../../src/run/outcome.ts'
import { STORY_NAMES, storyOf } from '../stories.ts'

const hour = (number: number): string => `2026-11-23T${String(number).padStart(2, '0')}:00:00.000Z`

/** A story about another site, made at another time. */
function reported(name: string, url: string, at = hour(14)): Report {
  const report = storyOf(name)
  const [site] = report.sites
  return { ...report, at, sites: [{ ...site, url }] }
}

const A = 'https://a.example.com/'
const B = 'https://b.example.com/'
const C = 'https://c.example.com/'

const resultsOf = ({ sites }: Report) => sites.map(({ url, verdict }) => [url, verdict])
const runNotesOf = ({ notes }: Report): readonly Remark[] =>
  notes.filter(({ id }) => id === 'merged' || id === 'cancelled' || id === 'baseline')

describe('the sites of several reports', () => {
  test('are in one, worst first, whatever the order of the files', () => {
    const reports = [reported('healthy', A), reported('refused', B), reported('challenged', C)] as const
    const expected = [
      [B, 'unhealthy'],
      [C, 'inconclusive'],
      [A, 'healthy'],
    ]
    expect(resultsOf(merged(reports))).toEqual(expected)
    expect(resultsOf(merged([reports[2], reports[0], reports[1]]))).toEqual(expected)
  })

  test('decide the verdict, the cause and the warnings as those of one run do', () => {
    const report = merged([reported('not-proxied', A), reported('refused', B), reported('not-proxied', C)])
    expect(report).toMatchObject({
      verdict: 'unhealthy',
      promote: false,
      cause: 'origin-refused',
      category: 'origin',
      confidence: 'certain',
      trend: 'steady',
    })
    expect(report.warnings.map(({ id }) => id)).toEqual(['dns-not-proxied', 'dns-not-proxied'])
    expect(merged([reported('healthy', A), reported('healthy', B)])).toMatchObject({
      verdict: 'healthy',
      promote: true,
    })
  })

  test('are those of the same reports merged in steps', () => {
    const [a, b, c] = [
      reported('healthy', A, hour(1)),
      reported('refused', B, hour(2)),
      reported('locked', C, hour(3)),
    ]
    expect(merged([merged([a, b]), c])).toEqual(merged([a, b, c]))
  })

  test('render as those of one run', () => {
    const forty = storyOf('forty-sites')
    const [first, ...rest] = forty.sites.map((site): Report => {
      const promote = site.verdict === 'healthy'
      const { verdict, cause, category, confidence, trend, warnings, notes } = site
      const own = { verdict, promote, cause, category, confidence, trend, warnings, notes }
      return { ...forty, ...own, sites: [site] }
    })
    if (first === undefined) throw new RangeError('No site')
    expect(RENDERERS.markdown(merged([first, ...rest]))).toBe(RENDERERS.markdown(forty))
  })

  test('take the time and the version of the newest report', () => {
    const newest = { ...reported('healthy', A, hour(9)), version: '2.0.0' }
    expect(merged([reported('healthy', B, hour(8)), newest, reported('healthy', C, hour(7))])).toMatchObject({
      at: hour(9),
      version: '2.0.0',
    })
  })
})

describe('a site that is in several reports', () => {
  test('has its newest result, and a note that names it', () => {
    const [old, young] = [reported('refused', A, hour(9)), reported('healthy', A, hour(10))]
    for (const report of [merged([old, young]), merged([young, old])]) {
      expect(resultsOf(report)).toEqual([[A, 'healthy']])
      expect(report).toMatchObject({ verdict: 'healthy', promote: true, at: hour(10) })
      expect(runNotesOf(report)).toEqual([
        {
          id: 'merged',
          text: `${A} is in more than one report. The newest one counts, of 2026-11-23 10:00:00 UTC.`,
        },
      ])
    }
  })

  test('is counted once with others', () => {
    const old = merged([reported('refused', A, hour(1)), reported('refused', B, hour(1))])
    const report = merged([
      old,
      reported('healthy', A, hour(3)),
      reported('healthy', B, hour(2)),
      reported('healthy', C),
    ])
    expect(resultsOf(report)).toEqual([
      [A, 'healthy'],
      [B, 'healthy'],
      [C, 'healthy'],
    ])
    expect(runNotesOf(report).map(({ text }) => text)).toEqual([
      `2 sites are in more than one report, such as ${A}. The newest result of each counts.`,
    ])
  })

  test('may be two sites if its URL hides a value, so both stay', () => {
    const url = 'https://a.example.com/?token=***'
    const report = merged([reported('refused', url, hour(1)), reported('healthy', url, hour(2))])
    expect(resultsOf(report)).toEqual([
      [url, 'unhealthy'],
      [`${url}#2`, 'healthy'],
    ])
    expect(runNotesOf(report)).toEqual([])
  })
})

describe('a cancelled run', () => {
  const stopped = interrupted({ ...reported('stopped', A), notes: [] }, 3)

  test('makes the report inconclusive, with one note about all sites', () => {
    const report = merged([stopped, reported('healthy', B)])
    expect(report).toMatchObject({ verdict: 'inconclusive', promote: false, cause: '' })
    expect(runNotesOf(report)).toEqual([
      { id: 'cancelled', text: '1 of 2 runs was cancelled. So far: 1 unhealthy, 1 healthy' },
      {
        id: 'cancelled',
        text: 'The run was cancelled, so 3 of the 5 sites are not in this report.',
      },
    ])
    expect(RENDERERS.markdown(report)).toMatch(/^### .{1,3}1 of 2 runs was cancelled\. So far: /u)
  })

  test('does not hide the failure that another run has found', () => {
    const report = merged([stopped, reported('app-down', B)])
    expect(report).toMatchObject({ verdict: 'unhealthy', cause: 'origin-app-down' })
    expect(merged([report, reported('healthy', C)])).toMatchObject({ verdict: 'unhealthy', promote: false })
  })

  test('does not count after a newer run of all its sites', () => {
    const complete = { ...reported('stopped', A), notes: [] }
    const report = merged([interrupted(complete), reported('healthy', A, hour(20))])
    expect(report).toMatchObject({ verdict: 'healthy', promote: true })
    expect(runNotesOf(report).map(({ id }) => id)).toEqual(['merged'])
  })
})

test('a note of several runs is there once', () => {
  const note: Remark = { id: 'baseline', text: 'Nothing to compare with.' }
  const withNote = (report: Report): Report => ({ ...report, notes: [...report.notes, note] })
  const report = merged([withNote(reported('locked', A)), withNote(reported('healthy', B))])
  expect(report.notes.map(({ id }) => id)).toEqual(['origin-locked-to-cloudflare', 'baseline'])
})

test.each(STORY_NAMES)('one report alone stays as it is: %s', (name) => {
  const report = storyOf(name)
  expect(merged([report])).toEqual(report)
  expect(reportIn(RENDERERS.json(report))).toMatchObject({ verdict: report.verdict, notes: report.notes })
})
