import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { TimelineEntry } from '../../src/domain/report.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { healthyReport, report, siteReport } from '../support/github-report.ts'
import { readXml, type XmlElement } from '../support/xml.ts'
import { hostileText } from '../support/hostile-text.ts'
import { STORY_NAMES, storyOf } from './stories.ts'

const declared = (xml: string): string => `<?xml version="1.0" encoding="UTF-8"?>${xml}`

const suiteOf = (xml: string): XmlElement => {
  const [suite] = readXml(xml).children
  if (suite === undefined) throw new TypeError('There is no suite')
  return suite
}

const casesOf = (xml: string): readonly XmlElement[] =>
  suiteOf(xml).children.filter(({ name }) => name === 'testcase')

const entryAt = (second: number): TimelineEntry => ({
  at: new Date(Date.UTC(2030, 0, 2) + second * 1000).toISOString(),
  verdict: 'unhealthy',
  cause: 'origin-refused',
  edge: '',
  origin: '',
})

describe('the JUnit report', () => {
  test('has a failure with the cause as its type for an unhealthy site', () => {
    expect(casesOf(RENDERERS.junit(report()))).toMatchObject([
      {
        attributes: { classname: 'www.example.test', name: 'https://www.example.test/', time: '0.000' },
        children: [
          {
            name: 'failure',
            attributes: {
              type: 'origin-refused',
              message: 'www.example.test is down: nothing listens at the origin',
            },
            text: expect.stringContaining('Check that the service is running on the origin.'),
          },
        ],
      },
    ])
  })

  test('has a passing test with the warnings for a healthy site', () => {
    const warnings = [{ id: 'dns-not-proxied', text: 'The name does not point to Cloudflare.' }] as const
    const { sites, ...whole } = healthyReport()
    const xml = RENDERERS.junit({ ...whole, sites: [{ ...sites[0], warnings }] })
    expect(casesOf(xml)).toMatchObject([
      { children: [{ name: 'system-out', text: expect.stringContaining('does not point to Cloudflare') }] },
    ])
  })

  test('has a skipped test with what is known for a site whose checks were stopped', () => {
    const xml = RENDERERS.junit(storyOf('stopped'))
    expect(suiteOf(xml).attributes).toMatchObject({ failures: '0', skipped: '1' })
    expect(casesOf(xml)).toMatchObject([
      {
        children: [
          {
            name: 'skipped',
            attributes: {
              message:
                'Stopped after 3 checks. So far: www.example.com is down: the origin refuses connections',
            },
          },
          { name: 'system-out', text: expect.stringContaining('Next steps') },
        ],
      },
    ])
  })

  test('has a skipped test for an inconclusive site', () => {
    const site = siteReport({ verdict: 'inconclusive', cause: 'cloudflare-challenged', headline: 'unknown' })
    const xml = RENDERERS.junit(report({ verdict: 'inconclusive', sites: [site] }))
    expect(casesOf(xml)).toMatchObject([
      { children: [{ name: 'skipped', attributes: { message: 'unknown' } }, { name: 'system-out' }] },
    ])
  })

  test('has the counts, and the time of the slowest site', () => {
    const timeline = [entryAt(0), entryAt(4), entryAt(12.5)]
    const sites = [
      siteReport({ timeline }),
      siteReport({ verdict: 'inconclusive' }),
      siteReport({ verdict: 'healthy' }),
      siteReport(),
    ] as const
    const counts = { tests: '4', failures: '2', errors: '0', skipped: '1', time: '12.500' }
    const xml = RENDERERS.junit(report({ sites }))
    expect(readXml(xml).attributes).toMatchObject(counts)
    expect(suiteOf(xml).attributes).toMatchObject({ ...counts, timestamp: '2030-01-02T14:04:07.000Z' })
    expect(casesOf(xml).map(({ attributes }) => attributes['time'])).toEqual([
      '12.500',
      '0.000',
      '0.000',
      '0.000',
    ])
  })

  test('has the time of the last check too, so that a single check takes time', () => {
    const timeline = [{ ...entryAt(0), edgeTime: 224, originTimes: [6, 31] }]
    const xml = RENDERERS.junit(report({ sites: [siteReport({ timeline })] }))
    expect(suiteOf(xml).attributes['time']).toBe('0.224')
  })

  test.each(STORY_NAMES)('is valid XML: %s', (name) => {
    const story = storyOf(name)
    expect(casesOf(RENDERERS.junit(story))).toHaveLength(story.sites.length)
  })
})

test('text from a site never becomes markup or makes the file invalid', () => {
  const evil = fc.oneof(
    hostileText,
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '<!-- -->',
      '"/><failure/>',
      '&lt;&#0;&#xFFFE;&amp',
      '\ufffe\uffff\0\ud800',
    ),
  )
  const verdict = fc.constantFrom('healthy', 'unhealthy', 'inconclusive')
  fc.assert(
    fc.property(evil, evil, evil, verdict, (headline, summary, url, verdict) => {
      const clue = { from: 'edge', text: summary } as const
      const note = { id: 'baseline', text: url } as const
      const site = siteReport({
        headline,
        summary: [{ text: summary }],
        url,
        verdict,
        clues: [clue],
        notes: [note],
      })
      const [testcase, ...others] = casesOf(RENDERERS.junit(report({ sites: [site] })))
      expect(others).toEqual([])
      expect(testcase?.children.map(({ name }) => name)).toEqual(
        { healthy: ['system-out'], unhealthy: ['failure'], inconclusive: ['skipped', 'system-out'] }[verdict],
      )
    }),
  )
})

describe('the XML reader of these tests rejects', () => {
  test.each([
    ['<a/>'],
    [declared('<a>')],
    [declared('<a></b>')],
    [declared('<a/><b/>')],
    [declared('<a b="1" b="2"/>')],
    [declared('<a b="<"/>')],
    [declared('<a>&</a>')],
    [declared('<a>\0</a>')],
  ])('%j', (xml) => {
    expect(() => readXml(xml)).toThrow(SyntaxError)
  })
})
