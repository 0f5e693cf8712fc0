/** What is not a whole JSON report of schema 1 is rejected, and what is wrong with it is named. */
import { describe, expect, test } from '@jest/globals'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { storyOf } from '../stories.ts'

const WHOLE = RENDERERS.json(storyOf('three-origins'))

/** The report after this change of its first site. */
const site = (changed: object): string => {
  const { sites, ...run } = JSON.parse(WHOLE)
  return JSON.stringify({ ...run, sites: [{ ...sites[0], ...changed }] })
}
const run = (changed: object): string => JSON.stringify({ ...JSON.parse(WHOLE), ...changed })

test.each([
  ['nothing', '', 'is not valid JSON'],
  ['half a report', WHOLE.slice(0, WHOLE.length / 2), 'is not valid JSON'],
  ['a number', '7', 'is not an Origin Gate report'],
  ['null', 'null', 'is not an Origin Gate report'],
  ['a list', '[]', 'is not an Origin Gate report'],
  ['another JSON file', '{"name":"origin-gate"}', 'is not an Origin Gate report'],
  ['a later schema', run({ schema: 2 }), 'has a schema that this version does not support'],
  ['a time that is none', run({ at: 'today' }), 'has no valid `at` timestamp'],
  ['a time without a date', run({ at: '2026-11-23' }), 'has no valid `at`'],
  ['a time that no calendar has', run({ at: '9999-99-99T99:99:99.999Z' }), 'has no valid `at` timestamp'],
  [
    'a check at a time that no calendar has',
    site({ timeline: [{ ...JSON.parse(WHOLE).sites[0].timeline[0], at: '2026-11-23T25:61:61.000Z' }] }),
    'has no valid `sites[0].timeline[0].at`',
  ],
  ['no site', run({ sites: [], verdict: 'error' }), 'contains no site'],
  ['a site that is none', run({ sites: [null] }), 'has no valid `sites[0]`'],
  ['an unknown verdict', site({ verdict: 'fine' }), 'has no valid `sites[0].verdict`'],
  ['an unknown cause', site({ cause: 'origin-tired' }), 'has no valid `sites[0].cause`'],
  ['a cause of objects', site({ cause: '__proto__' }), 'has no valid `sites[0].cause`'],
  ['no summary', site({ summary: undefined }), 'has no valid `sites[0].summary`'],
  ['an empty remedy', site({ remedy: {} }), 'has no valid `sites[0].remedy.summary`'],
  [
    'a step of another type',
    site({ remedy: { ...JSON.parse(WHOLE).sites[0].remedy, typedSteps: [{ type: 'magic' }] } }),
    'has no valid `sites[0].remedy.typedSteps[0].type`',
  ],
  [
    'a column that is Markdown',
    site({ probes: { origins: [{ timings: {}, total: 1, port: 443, name: '[x](https://evil.example)' }] } }),
    'has no valid `sites[0].probes.origins[0].name`',
  ],
  ['a text in place of a number', site({ course: { looks: '3' } }), 'has no valid `sites[0].course.ended`'],
  [
    'too many checks',
    site({ timeline: Array(10_001).fill(null) }),
    'has more than 10,000 entries in `sites[0].timeline`',
  ],
  [
    'a verdict that its sites deny',
    run({ verdict: 'healthy', promote: true }),
    'contradicts itself: its verdict is not that of its worst site',
  ],
  ['too many values', `[${'0,'.repeat(3_000_000)}0]`, 'is not valid JSON'],
])('%s', (_, text, fault) => {
  expect(reportIn(text)).toBe(fault)
})

/** The paths of all values, and copies of the report without each. */
function* withoutEach(
  value: unknown,
  rebuild: (inner: unknown) => unknown,
  path: string,
): Iterable<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const others = Object.entries(value).filter(([other]) => other !== key)
    const copy = (changed: unknown): unknown =>
      Array.isArray(value)
        ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
        : Object.fromEntries([...others, [key, changed]])
    const place = Array.isArray(value) ? `${path}[]` : `${path}.${key}`
    for (const other of [null, 7, 'text', true, [], {}]) yield [place, rebuild(copy(other))]
    if (!Array.isArray(value)) yield [place, rebuild(Object.fromEntries(others))]
    yield* withoutEach(inner, (changed) => rebuild(copy(changed)), place)
  }
}

describe('every value', () => {
  test('that has another type or is missing is a sentence at most, never an error', () => {
    let rejected = 0
    for (const [place, damaged] of withoutEach(JSON.parse(WHOLE), (whole) => whole, '')) {
      const read = reportIn(JSON.stringify(damaged))
      if (typeof read !== 'string') continue
      rejected += 1
      expect([place, read]).toEqual([
        place,
        expect.stringMatching(
          /^(?:has no valid `[\w.[\]]+`(?: timestamp)?|contains no site|is not an Origin Gate report|has a schema that .*|contradicts itself: .*)$/,
        ),
      ])
    }
    expect(rejected).toBeGreaterThan(2000)
  })
})

test('keys of a later version are left out', () => {
  const later = site({ later: { deep: [1] } }).replace('{', '{"newer":true,')
  expect(reportIn(later)).toEqual(reportIn(WHOLE))
})

test('links are made of the cause, whatever the report names', () => {
  const { remedy } = JSON.parse(WHOLE).sites[0]
  const evil = 'https://evil.example/'
  const read = reportIn(site({ docs: evil, category: 'dns', remedy: { ...remedy, reference: evil } }))
  expect(read).toMatchObject({
    sites: [
      {
        docs: expect.stringMatching(/^https:\/\/github\.com\/origin-gate\/.*\/[\w-]+\.md$/),
        category: 'origin',
        remedy: { reference: '' },
      },
    ],
  })
})

test('a summary whose bold parts are missing or differ is plain', () => {
  const { summary } = JSON.parse(WHOLE).sites[0]
  for (const summaryParts of [undefined, [{ text: 'Another summary.', strong: true }]])
    expect(reportIn(site({ summaryParts }))).toMatchObject({ sites: [{ summary: [{ text: summary }] }] })
})
