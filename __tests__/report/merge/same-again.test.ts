/** A JSON report can be read back: every renderer makes the same of it as of the original. */
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../../src/domain/report.ts'
import { merged } from '../../../src/report/build/merged.ts'
import { htmlOf } from '../../../src/report/render/html/html.ts'
import { COMMENT_LIMIT, RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { flagWords } from '../../../src/config/command/flag-words.ts'
import { caseNames, LINKS, readCase, reportOf } from '../../support/cases.ts'
import { STORY_NAMES, storyOf } from '../stories.ts'

function readBack(report: Report): Report {
  const read = reportIn(RENDERERS.json(report))
  if (typeof read === 'string') throw new TypeError(read)
  return merged([read])
}

/** What each renderer makes of a report, in all forms that the shells print. */
const FORMS: Readonly<Record<string, (report: Report) => string>> = {
  comment: (report) => RENDERERS.markdown(report, { links: LINKS }),
  'job summary': (report) => RENDERERS.markdown(report, { links: LINKS, diagram: true, limit: 900_000 }),
  'shortened comment': (report) => RENDERERS.markdown(report, { limit: COMMENT_LIMIT / 10 }),
  text: (report) => RENDERERS.text(report),
  'narrow text with colors': (report) =>
    RENDERERS.text(report, { color: true, width: 60, reword: flagWords }),
  // Only the order of the keys may differ.
  json: (report) => JSON.stringify(sorted(JSON.parse(RENDERERS.json(report)))),
  junit: RENDERERS.junit,
  // Raw responses are only in the HTML report of the run itself.
  html: ({ sites: [first, ...rest], ...run }) =>
    htmlOf({ ...run, sites: [withoutResponses(first), ...rest.map(withoutResponses)] }),
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

function withoutResponses(site: Report['sites'][number]): Report['sites'][number] {
  const { responses: _, ...others } = site
  return others
}

const REPORTS: readonly (readonly [name: string, () => Report])[] = [
  ...caseNames().map((name) => [name, () => reportOf(readCase(name))] as const),
  ...STORY_NAMES.map((name) => [`story ${name}`, () => storyOf(name)] as const),
]

describe.each(Object.entries(FORMS))('%s', (_, render) => {
  test.each(REPORTS)('of %s', (_, report) => {
    expect(render(readBack(report()))).toBe(render(report()))
  })
})
