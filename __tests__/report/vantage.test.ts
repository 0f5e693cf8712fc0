import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { VANTAGE_PROBLEMS, type VantageMeasurement } from '../../src/domain/vantage/vantage.ts'
import type { Report } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { reportOf } from '../../src/report/build/report.ts'
import { htmlOf } from '../../src/report/render/html/html.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { LINKS } from '../support/cases.ts'
import { repetitions } from '../support/effort.ts'
import { hostileText } from '../support/hostile-text.ts'
import { everywhere, from, measured } from '../support/vantage.ts'
import { ADDRESS, answer, edge, historyOf, judged, siteOf, START } from './fixtures.ts'
import { storyOf } from './stories.ts'

/** The report of one challenged check with this measurement. */
function reportWith(vantage: VantageMeasurement): Report {
  const site = siteOf()
  const round = { edge: edge(403, { 'cf-mitigated': 'challenge' }), origins: [answer(200)], vantage }
  const history = historyOf(site, [round])
  return reportOf({ sites: [judged(site, history, diagnose(history, 1))], at: START, version: '1.0.0' })
}

/** As people and programs read it. */
const rendered = (report: Report): Readonly<Record<string, string>> => ({
  markdown: RENDERERS.markdown(report, { links: LINKS }),
  text: RENDERERS.text(report),
  html: htmlOf(report),
  json: RENDERERS.json(report),
})

test.each(VANTAGE_PROBLEMS)('%s is one sentence with what to do', (problem) => {
  const report = reportWith(measured([], { problem }).vantage)
  const [site] = report.sites
  expect(site.unread).toHaveLength(1)
  expect(site.unread?.[0]).toMatch(
    /^[A-Z][^\n]+\. ?[^\n]*\b(?:Use|Set|set|Wait|Create|Check|Run|Send|Remove)\b[^\n]*\.$/,
  )
  expect(site.vantage).toMatchObject({ summary: '', places: [], problem })
  const text = RENDERERS.text(report).replaceAll(/\s+/g, ' ')
  expect(text.split(site.unread?.[0] ?? '')).toHaveLength(2)
  expect(text).toContain(`From elsewhere ${site.unread?.[0]}`)
})

test('a reader sees without opening a fold why nothing was measured elsewhere', () => {
  const cost = { tests: 0, remaining: 0, limit: 250, resetsIn: 1800 }
  const report = reportWith(measured([], { problem: 'limit', cost }).vantage)
  const { markdown = '', html = '' } = rendered(report)
  const sentence = 'Globalping has no tests left in this hour. Wait 30 min, or set'
  const [visible] = markdown.split('<details>')
  expect(visible).toContain(`**From elsewhere:** ${sentence} \`globalping-token\`.`)
  expect(markdown.split(sentence)).toHaveLength(2)
  expect(html.split(sentence)).toHaveLength(2)
})

test('a challenged check without vantage points suggests them, and one that has them does not', () => {
  const step = 'Check from other networks too'
  expect(RENDERERS.text(storyOf('challenged'))).toContain(step)
  for (const problem of [undefined, 'limit'] as const) {
    const report = reportWith(measured([], problem && { problem }).vantage)
    expect(RENDERERS.text(report)).not.toContain(step)
  }
})

test.each([
  [{ tests: 3, remaining: 247, limit: 250, resetsIn: 1800 }, '3 of 250 free tests this hour, 247 left.'],
  [
    { tests: 8, remaining: 0, limit: 250, resetsIn: 1800, credits: 3 },
    '8 tests, 3 of them paid with credits, 0 of 250 free tests left this hour.',
  ],
])('%j is what a measurement cost', (cost, words) => {
  const report = reportWith(measured(everywhere(edge(200)), { cost }).vantage)
  for (const text of [RENDERERS.markdown(report, { links: LINKS }), htmlOf(report)])
    expect(text).toContain(words)
})

test('no report mentions other places when nothing was measured', () => {
  for (const story of ['healthy', 'refused', 'challenged']) {
    const report = storyOf(story)
    for (const [format, text] of Object.entries(rendered(report)))
      expect([story, format, /globalping|from elsewhere/i.test(text)]).toEqual([story, format, false])
  }
})

test('the origin’s address is hidden in the names of places', () => {
  const [first, ...rest] = everywhere(edge(200))
  if (first === undefined) throw new RangeError('There is a first place')
  const place = { ...first.place, city: untrusted(`at ${ADDRESS}`), network: untrusted(`AS of ${ADDRESS}`) }
  const report = reportWith(measured([{ ...first, place }, ...rest]).vantage)
  for (const text of Object.values(rendered(report))) expect(text).not.toContain(ADDRESS)
  expect(report.sites[0].vantage?.places[0]?.name).toBe('at $ORIGIN, US')
})

const named = (city: string, network: string): Report => {
  const results = everywhere(edge(200)).map((result) =>
    Object.assign({}, result, {
      place: { ...result.place, city: untrusted(city), network: untrusted(network) },
    }),
  )
  return reportWith(measured(results).vantage)
}

const tags = (page: string): number => page.match(/</g)?.length ?? 0

describe('what a place is called', () => {
  // A hidden address is printed as code.
  const name = hostileText.filter((text) => !text.includes('$ORIGIN'))

  test('adds no cell, markup or line to a comment', () => {
    fc.assert(
      fc.property(name, name, (city, network) => {
        const lines = RENDERERS.markdown(named(city, network), { links: LINKS }).split('\n')
        const at = lines.findIndex((line) => line.startsWith('| place |'))
        const rows = lines.slice(at + 2, at + 5)
        const bars = rows.map((row) => row.replaceAll(/\\[!-/:-@[-`{-~]/g, '').match(/\|/g)?.length)
        expect(bars).toEqual([6, 6, 6])
        expect(lines[at + 5]).toBe('')
        expect(rows.join('').replaceAll(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[<[*_`](?!\/?span>)/)
      }),
      { numRuns: repetitions(200) },
    )
  })

  test('adds no tag to a page, and no control character to a log', () => {
    fc.assert(
      fc.property(name, name, (city, network) => {
        const report = named(city, network)
        expect(tags(htmlOf(report))).toBe(tags(htmlOf(named('Dallas', 'Example'))))
        expect(RENDERERS.text(report).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: repetitions(100) },
    )
  })
})

test('the table says where the name resolves, if that differs, and what was requested', () => {
  const results = [
    from('dallas', edge(200), { resolvedTo: 'cloudflare' }),
    from('frankfurt', answer(200), { resolvedTo: 'elsewhere' }),
    from('singapore', undefined),
    from('dallas', answer(200), { target: 0 }),
  ]
  const text = RENDERERS.text(reportWith(measured(results).vantage), { width: 140 })
  expect(text).toContain(
    'place          network                    requested  response            data center  time   DNS',
  )
  expect(text).toMatch(/Dallas, US +Example Hosting \(AS64501\) +site +200 +DFW +62 ms +Cloudflare/)
  expect(text).toMatch(/Frankfurt, DE +Example Cloud \(AS64502\) +site +200 +– +41 ms +elsewhere/)
  expect(text).toMatch(/Singapore, SG +Example Telecom \(AS64503\) +site +probe went offline +–/)
  expect(text).toMatch(/Dallas, US +Example Hosting \(AS64501\) +origin +200/)
})

test('results of one network are said to change nothing', () => {
  const alone = reportWith(measured([from('dallas', edge(200))]).vantage)
  expect(RENDERERS.markdown(alone, { links: LINKS })).toContain(
    'Results of one network do not change the verdict: add a place in another network.',
  )
})
