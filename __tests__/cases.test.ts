import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import { CASES, caseNames, commentOf, readCase, reportOf } from './support/cases.ts'
import { recordingOf } from '../src/recording/write.ts'
import { explainedBy } from './support/explained.ts'
import { staticWordsOf } from './support/words.ts'
import { variationsOf } from './support/variations.ts'
import { agrees } from './support/golden.ts'

// Recorded evidence gets the same verdict and comment as before. A bug report with a recording becomes a test here.

const NAMES = caseNames()

test.each(CAUSES.map(({ id }) => id))('%s has a case', (id) => {
  const found = NAMES.filter((name) => name.startsWith(`${id}/`))
  // If this fails, `npm run cases -- --missing` records one from the lab. Read its comment before you commit it.
  expect({ id, cases: found, hint: 'npm run cases -- --missing' }).not.toMatchObject({ cases: [] })
})

test.each(CAUSES.map((cause) => [cause.id, cause] as const))(
  '%s says what it said about all tables',
  (id, cause) => {
    agrees(join(CASES, id, 'all-tables.md'), explainedBy(cause))
  },
)

test.each(CAUSES.map((cause) => [cause.id, cause] as const))('%s has the reviewed words', (id, cause) => {
  agrees(join(CASES, id, 'words.md'), staticWordsOf(cause))
})

test.each(CAUSES.map((cause) => [cause.id, cause] as const))(
  '%s says what it said when the evidence varies',
  (id, cause) => {
    agrees(join(CASES, id, 'variations.md'), variationsOf(cause))
  },
)

test('every case belongs to a cause', () => {
  const ids: readonly string[] = ['healthy', ...CAUSES.map(({ id }) => id)]
  expect(NAMES.filter((name) => !ids.some((id) => name.startsWith(`${id}/`)))).toEqual([])
})

test.each(NAMES)(
  '%s gets the expected verdict and the recorded comment, also when recorded again',
  (name) => {
    const { expected, recording } = readCase(name)
    const report = reportOf({ recording })
    const { verdict, cause, warnings, notes } = report
    expect({ verdict, cause }).toEqual({ verdict: expected.verdict, cause: expected.cause })
    expect(warnings.map(({ id }) => id)).toEqual(expect.arrayContaining([...expected.warnings]))
    expect(notes.map(({ id }) => id)).toEqual(expect.arrayContaining([...expected.notes]))
    agrees(join(CASES, `${name}.md`), commentOf(report))
    const again = recordingOf(recording, { showOrigin: false, tokens: [] })
    expect(reportOf({ recording: again })).toEqual(report)
  },
)
